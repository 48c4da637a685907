-- Who changed which row of the breakdown of tasks (任务分解表), when, and what it said then. The audit log
-- has it, too, but that is the auditor's; this is for whoever sees the breakdown.

create table task_revisions (
  plan_id text not null,
  year integer not null,
  subject text not null,
  subject_id text not null,
  -- the version that this save made
  version integer not null,
  at text not null,
  by_user text not null references users (id),
  -- as they were called then, and where they were
  by_name text not null,
  by_department text,
  -- as in `tasks`
  lead_department_id text references departments (id),
  principal_leader text not null,
  leader_in_charge text not null,
  handler text not null,
  task text not null,
  target real,
  unit text not null,
  due_on text,
  requirement text not null,
  primary key (plan_id, year, subject, subject_id, version),
  foreign key (plan_id, year, subject, subject_id)
    references tasks (plan_id, year, subject, subject_id)
) strict, without rowid;

create table task_revision_departments (
  plan_id text not null,
  year integer not null,
  subject text not null,
  subject_id text not null,
  version integer not null,
  department_id text not null references departments (id),
  position integer not null,
  primary key (plan_id, year, subject, subject_id, version, department_id),
  foreign key (plan_id, year, subject, subject_id, version)
    references task_revisions (plan_id, year, subject, subject_id, version)
) strict, without rowid;

-- What stands now is the oldest that is known of rows from before.
insert into task_revisions
  select t.plan_id, t.year, t.subject, t.subject_id, t.version, t.changed_at, t.changed_by, u.name,
    u.department_id, t.lead_department_id, t.principal_leader, t.leader_in_charge, t.handler, t.task,
    t.target, t.unit, t.due_on, t.requirement
  from tasks t join users u on u.id = t.changed_by;
insert into task_revision_departments
  select d.plan_id, d.year, d.subject, d.subject_id, t.version, d.department_id, d.position
  from task_departments d join tasks t on t.plan_id = d.plan_id and t.year = d.year
    and t.subject = d.subject and t.subject_id = d.subject_id;

create trigger task_revisions_stay before update on task_revisions
begin select raise(abort, 'a revision is never changed'); end;
create trigger task_revisions_remain before delete on task_revisions
begin select raise(abort, 'a revision is never deleted'); end;
create trigger task_revision_departments_stay before update on task_revision_departments
begin select raise(abort, 'a revision is never changed'); end;
create trigger task_revision_departments_remain before delete on task_revision_departments
begin select raise(abort, 'a revision is never deleted'); end;
