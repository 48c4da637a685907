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

-- Which indicators a row of the audit log is about: its own, or those of the reading, the correction,
-- the list or the file that it names, or of every reading that it wrote. Beside the log, because the
-- hash of a row covers fixed columns; it follows from the log and other rows, and proves nothing.
create table audit_subjects (
  seq integer not null references audit_log (seq),
  indicator_id text not null,
  primary key (seq, indicator_id)
) strict, without rowid;
create index audit_subjects_by_indicator on audit_subjects (indicator_id, seq);

create trigger audit_log_names_subjects after insert on audit_log
when new.target_id is not null
begin
  insert or ignore into audit_subjects (seq, indicator_id)
  select new.seq, id from indicators where new.target_type = 'indicator' and id = new.target_id
  union
  select new.seq, indicator_id from readings
  where new.target_type = 'reading' and id = new.target_id
  union
  select new.seq, r.indicator_id from corrections c join readings r on r.id = c.reading_id
  where new.target_type = 'correction' and c.id = new.target_id
  union
  select new.seq, r.indicator_id from reading_evidence e join readings r on r.id = e.reading_id
  where new.target_type = 'evidence' and e.evidence_id = new.target_id
  union
  select new.seq, i.id from named_lists l join indicators i
  on i.id = l.indicator_id
    or (i.plan_id = l.plan_id and l.component_id in (i.numerator_id, i.denominator_id))
  where new.target_type = 'list' and l.id = new.target_id;
end;
-- An action that wrote several readings keeps the seal of every revision (server/readings/seal.ts).
create trigger audit_log_names_sealed after insert on audit_log
when new.after like '%"seals":[{%'
begin
  insert or ignore into audit_subjects (seq, indicator_id)
  select new.seq, r.indicator_id
  from json_each(new.after, '$.seals') s join readings r on r.id = s.value ->> '$.readingId';
end;
create trigger audit_subjects_stay before update on audit_subjects
begin select raise(abort, 'what the audit log is about is never changed'); end;
create trigger audit_subjects_remain before delete on audit_subjects
begin select raise(abort, 'what the audit log is about is never deleted'); end;

insert into audit_subjects (seq, indicator_id)
select a.seq, i.id from audit_log a join indicators i on i.id = a.target_id
where a.target_type = 'indicator'
union
select a.seq, r.indicator_id from audit_log a join readings r on r.id = a.target_id
where a.target_type = 'reading';
