-- A sealed report on a measure is corrected as a sealed figure is: one request, asked for by the
-- department and decided by a reviewer. So a request is about one of two things, and what it asks for
-- lies beside it. Tables are made anew under their own names, because triggers and foreign keys of
-- others name them.

create table corrections_kept as select * from corrections;
drop table corrections;
create table corrections (
  id text primary key,
  -- what it is about: exactly one of the two
  reading_id text references readings (id),
  report_id text references measure_reports (id),
  -- the version of it that it was asked on
  asked_version integer not null,
  status text not null check (status in ('requested', 'approved', 'refused', 'withdrawn')),
  reason text not null,
  requested_by text not null references users (id),
  requested_at text not null,
  decided_by text references users (id),
  decided_at text,
  decision_note text,
  version integer not null,
  check ((reading_id is null) <> (report_id is null))
) strict;
insert into corrections
  select id, reading_id, null, reading_version, status, reason, requested_by, requested_at,
    decided_by, decided_at, decision_note, version
  from corrections_kept;
create index corrections_by_reading on corrections (reading_id);
create index corrections_by_report on corrections (report_id);
-- One open request a thing: two would decide about the same words.
create unique index corrections_open on corrections (reading_id)
  where status = 'requested' and reading_id is not null;
create unique index corrections_open_report on corrections (report_id)
  where status = 'requested' and report_id is not null;

-- The figures that are asked for, as in `readings`.
create table correction_figures (
  correction_id text primary key references corrections (id),
  data_status text not null check (data_status in ('estimate', 'preliminary', 'final')),
  source text not null,
  note text not null,
  value real,
  numerator real,
  denominator real,
  level integer,
  ground text,
  absence text check (absence in ('unavailable', 'notApplicable')),
  absence_reason text,
  scope_change text,
  paper text,
  figure_year integer
) strict, without rowid;
insert into correction_figures
  select id, data_status, source, note, value, numerator, denominator, level, ground, absence,
    absence_reason, scope_change, paper, figure_year
  from corrections_kept;
drop table corrections_kept;

-- The words that are asked for, as in `measure_reports`; paid_wan in 万元 (10,000 yuan).
create table correction_words (
  correction_id text primary key references corrections (id),
  state text check (state in ('notStarted', 'inProgress', 'mostlyDone', 'done')),
  done text not null,
  paid_wan real,
  problems text not null,
  next_steps text not null,
  paper text
) strict, without rowid;
create table correction_results (
  correction_id text not null references corrections (id),
  position integer not null,
  name text not null,
  amount real not null,
  unit text not null,
  primary key (correction_id, position)
) strict, without rowid;

-- How often an approved report was corrected since: 0 never. The revisions hold every word.
alter table measure_reports add column corrections integer not null default 0;

create table measure_report_revisions_kept as select * from measure_report_revisions;
drop table measure_report_revisions;
create table measure_report_revisions (
  report_id text not null references measure_reports (id),
  -- the version that this step made
  version integer not null,
  action text not null check (action in ('enter', 'change', 'submit', 'sign', 'return', 'approve',
    'seal', 'correct')),
  at text not null,
  by_user text not null references users (id),
  -- as they were called then
  by_name text not null,
  by_department text,
  -- why it was returned, or corrected
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
insert into measure_report_revisions select * from measure_report_revisions_kept;
drop table measure_report_revisions_kept;
create trigger measure_report_revisions_stay before update on measure_report_revisions
begin select raise(abort, 'a revision is never changed'); end;
create trigger measure_report_revisions_remain before delete on measure_report_revisions
begin select raise(abort, 'a revision is never deleted'); end;
create trigger measure_report_revisions_name_typists after insert on measure_report_revisions
when new.action in ('enter', 'change')
begin
  insert or ignore into measure_report_typists (report_id, user_id)
  values (new.report_id, new.by_user);
end;
