-- Sealed years and what was corrected afterwards. A sealed package is the whole year as it was
-- reported: one text, hashed, never changed. A correction is asked for by the lead department and
-- decided by a reviewer; the figure it brings is a revision beside the old one.

create table seals (
  id text primary key,
  plan_id text not null,
  year integer not null,
  sealed_at text not null,
  sealed_by text not null references users (id),
  -- as they were called then
  sealed_by_name text not null,
  -- SHA-256, hex, of `package`
  sha256 text not null,
  -- canonical JSON: the manifest and every part of it (server/seals/)
  package text not null,
  unique (plan_id, year),
  foreign key (plan_id, year) references rounds (plan_id, year)
) strict;

create trigger seals_stay before update on seals
begin select raise(abort, 'a sealed package is never changed'); end;
create trigger seals_remain before delete on seals
begin select raise(abort, 'a sealed package is never deleted'); end;

create table corrections (
  id text primary key,
  reading_id text not null references readings (id),
  -- the version of the reading that it was asked on
  reading_version integer not null,
  status text not null check (status in ('requested', 'approved', 'refused', 'withdrawn')),
  reason text not null,
  requested_by text not null references users (id),
  requested_at text not null,
  decided_by text references users (id),
  decided_at text,
  decision_note text,
  -- the figures that are asked for, as in `readings`
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
  figure_year integer,
  version integer not null
) strict;
create index corrections_by_reading on corrections (reading_id);
-- One open request a reading: two would decide about the same figure.
create unique index corrections_open on corrections (reading_id) where status = 'requested';

create table correction_conditions (
  correction_id text not null references corrections (id),
  condition_id text not null,
  position integer not null,
  met_on text,
  lost_on text,
  document_number text,
  primary key (correction_id, condition_id)
) strict, without rowid;
