-- What was reported. A reading is one indicator in one year and carries one version; its components
-- (numerator, denominator) have rows of their own, so that a shared one is stored once. Every change
-- is a revision and nothing is overwritten. The states are those of the whole year-end desk.

create table component_readings (
  plan_id text not null,
  component_id text not null,
  year integer not null,
  -- null: asked for and not given yet
  value real,
  version integer not null,
  changed_by text not null references users (id),
  changed_at text not null,
  primary key (plan_id, component_id, year),
  foreign key (plan_id, component_id) references components (plan_id, id)
) strict, without rowid;

create table readings (
  id text primary key,
  indicator_id text not null references indicators (id),
  year integer not null,
  status text not null check (status in ('draft', 'submitted', 'signed', 'approved', 'returned',
    'sealed')),
  data_status text not null check (data_status in ('estimate', 'preliminary', 'final')),
  source text not null,
  note text not null,
  -- in the indicator's unit, unrounded; null: not given (yet), or another column says it
  value real,
  -- ordinal level of a rating
  level integer,
  -- the written ground of a level
  ground text,
  -- null: there is, or will be, a figure; it is never 0 and never a blank
  absence text check (absence in ('unavailable', 'notApplicable')),
  absence_reason text,
  -- the scope changed in this year (口径变化): why; null: it did not
  scope_change text,
  version integer not null,
  created_by text not null references users (id),
  created_at text not null,
  -- who last typed something into it; the revisions know everybody who did
  changed_by text not null references users (id),
  changed_at text not null,
  submitted_by text references users (id),
  submitted_at text,
  signed_by text references users (id),
  signed_at text,
  approved_by text references users (id),
  approved_at text,
  unique (indicator_id, year)
) strict;

create table reading_conditions (
  reading_id text not null references readings (id),
  condition_id text not null,
  -- as they were typed
  position integer not null,
  -- days, YYYY-MM-DD; null: not met, not lost
  met_on text,
  lost_on text,
  document_number text,
  primary key (reading_id, condition_id)
) strict, without rowid;

create table reading_revisions (
  reading_id text not null references readings (id),
  -- the version that this step made
  version integer not null,
  action text not null check (action in ('enter', 'change', 'submit', 'sign', 'return', 'approve',
    'seal', 'correct')),
  at text not null,
  by_user text not null references users (id),
  -- as they were called then
  by_name text not null,
  by_department text,
  -- why it was returned or corrected
  reason text,
  status text not null,
  data_status text not null,
  source text not null,
  note text not null,
  value real,
  numerator real,
  denominator real,
  level integer,
  ground text,
  absence text,
  absence_reason text,
  scope_change text,
  primary key (reading_id, version)
) strict, without rowid;

create table reading_revision_conditions (
  reading_id text not null,
  version integer not null,
  condition_id text not null,
  position integer not null,
  met_on text,
  lost_on text,
  document_number text,
  primary key (reading_id, version, condition_id),
  foreign key (reading_id, version) references reading_revisions (reading_id, version)
) strict, without rowid;

create trigger reading_revisions_stay before update on reading_revisions
begin select raise(abort, 'a revision is never changed'); end;
create trigger reading_revisions_remain before delete on reading_revisions
begin select raise(abort, 'a revision is never deleted'); end;
create trigger reading_revision_conditions_stay before update on reading_revision_conditions
begin select raise(abort, 'a revision is never changed'); end;
create trigger reading_revision_conditions_remain before delete on reading_revision_conditions
begin select raise(abort, 'a revision is never deleted'); end;
