-- The yearly breakdown of tasks (任务分解表, 四定): who answers for an indicator or a measure in a year,
-- what is to be done, by when, to which requirement. A row that nobody has filled does not exist; its
-- departments then follow from the plan. What stood before is in the audit log.

create table tasks (
  plan_id text not null references plans (id),
  year integer not null,
  subject text not null check (subject in ('indicator', 'measure')),
  -- of the indicator or the measure
  subject_id text not null,
  -- as it was named; the office that answers today follows from departments.successor_id
  lead_department_id text references departments (id),
  principal_leader text not null,
  leader_in_charge text not null,
  handler text not null,
  -- the year's task in words, and its number in `unit`; null: none
  task text not null,
  target real,
  unit text not null,
  -- day, YYYY-MM-DD
  due_on text,
  requirement text not null,
  version integer not null,
  changed_by text not null references users (id),
  changed_at text not null,
  primary key (plan_id, year, subject, subject_id)
) strict, without rowid;

create table task_departments (
  plan_id text not null,
  year integer not null,
  subject text not null,
  subject_id text not null,
  department_id text not null references departments (id),
  position integer not null,
  primary key (plan_id, year, subject, subject_id, department_id),
  foreign key (plan_id, year, subject, subject_id)
    references tasks (plan_id, year, subject, subject_id)
) strict, without rowid;
