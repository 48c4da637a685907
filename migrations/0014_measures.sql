-- What each responsible department writes about a measure in a year: what was done, results in
-- figures, money paid, problems, next steps. It goes over the same desk as a reading, so its states,
-- steps and revisions are those of a reading. A department that has merged keeps its reports under
-- its own name; its successor acts for it.

create table measure_reports (
  id text primary key,
  plan_id text not null,
  measure_id text not null,
  -- as the report was begun; the office that acts for it today follows from departments.successor_id
  department_id text not null references departments (id),
  year integer not null,
  status text not null check (status in ('draft', 'submitted', 'signed', 'approved', 'returned',
    'sealed')),
  -- how far the measure is; null: not said yet
  state text check (state in ('notStarted', 'inProgress', 'mostlyDone', 'done')),
  -- what was done in the year
  done text not null,
  -- money paid in the year in 万元 (10,000 yuan), unrounded; null: not said, 0: none was paid
  paid_wan real,
  problems text not null,
  next_steps text not null,
  -- from which paper a report was taken over that is older than the system (补录); null: entered
  paper text,
  version integer not null,
  created_by text not null references users (id),
  created_at text not null,
  changed_by text not null references users (id),
  changed_at text not null,
  submitted_by text references users (id),
  submitted_at text,
  signed_by text references users (id),
  signed_at text,
  approved_by text references users (id),
  approved_at text,
  -- how often it was sent back, ever, and who sent it back last
  returns integer not null,
  returned_by_duty text check (returned_by_duty in ('head', 'reviewer')),
  unique (plan_id, measure_id, department_id, year),
  foreign key (plan_id, measure_id) references measures (plan_id, id)
) strict;
create index measure_reports_by_year on measure_reports (plan_id, year);

-- Results in figures: 「新增示范企业 4 家」.
create table measure_report_figures (
  report_id text not null references measure_reports (id),
  position integer not null,
  name text not null,
  -- in `unit`, unrounded
  amount real not null,
  unit text not null,
  primary key (report_id, position)
) strict, without rowid;

create table measure_report_revisions (
  report_id text not null references measure_reports (id),
  -- the version that this step made
  version integer not null,
  action text not null check (action in ('enter', 'change', 'submit', 'sign', 'return', 'approve',
    'seal')),
  at text not null,
  by_user text not null references users (id),
  -- as they were called then
  by_name text not null,
  by_department text,
  -- why it was returned
  reason text,
  reason_code text,
  status text not null,
  state text,
  done text not null,
  paid_wan real,
  problems text not null,
  next_steps text not null,
  paper text,
  primary key (report_id, version)
) strict, without rowid;

create table measure_report_revision_figures (
  report_id text not null,
  version integer not null,
  position integer not null,
  name text not null,
  amount real not null,
  unit text not null,
  primary key (report_id, version, position),
  foreign key (report_id, version) references measure_report_revisions (report_id, version)
) strict, without rowid;

create trigger measure_report_revisions_stay before update on measure_report_revisions
begin select raise(abort, 'a revision is never changed'); end;
create trigger measure_report_revisions_remain before delete on measure_report_revisions
begin select raise(abort, 'a revision is never deleted'); end;
create trigger measure_report_revision_figures_stay before update on measure_report_revision_figures
begin select raise(abort, 'a revision is never changed'); end;
create trigger measure_report_revision_figures_remain before delete on measure_report_revision_figures
begin select raise(abort, 'a revision is never deleted'); end;

-- Everybody who typed something into a report: nobody of them signs or approves it.
create table measure_report_typists (
  report_id text not null references measure_reports (id),
  user_id text not null references users (id),
  primary key (report_id, user_id)
) strict, without rowid;

create trigger measure_report_revisions_name_typists after insert on measure_report_revisions
when new.action in ('enter', 'change')
begin
  insert or ignore into measure_report_typists (report_id, user_id)
  values (new.report_id, new.by_user);
end;

-- The files beside a report; the files themselves are the rows of `evidence`.
create table measure_report_evidence (
  report_id text not null references measure_reports (id),
  evidence_id text not null references evidence (id),
  primary key (report_id, evidence_id)
) strict, without rowid;
create index measure_report_evidence_by_evidence on measure_report_evidence (evidence_id);
