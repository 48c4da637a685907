-- A corrected count brings the list that it counts, and the files that prove it. What is asked for is
-- kept as it was asked, whatever becomes of it; an approved list is a new version of the named list.

create table correction_lists (
  correction_id text not null references corrections (id),
  -- the figure of the reading that the list stands behind
  field text not null check (field in ('value', 'numerator', 'denominator')),
  -- what the list is of: the count of an indicator, or a component
  subject text not null check (subject in ('indicator', 'component')),
  subject_id text not null,
  -- the version of the named list that it was made from; 0: there was none
  list_version integer not null,
  primary key (correction_id, field)
) strict, without rowid;

create table correction_list_entries (
  correction_id text not null,
  field text not null,
  position integer not null,
  -- as in named_list_entries
  name text not null,
  document_number text,
  recognised_on text,
  quantity real not null,
  baseline integer not null check (baseline in (0, 1)),
  evidence_id text references evidence (id),
  primary key (correction_id, field, position),
  foreign key (correction_id, field) references correction_lists (correction_id, field)
) strict, without rowid;

create trigger correction_list_entries_stay before update on correction_list_entries
begin select raise(abort, 'a list that was asked for is never changed'); end;
create trigger correction_list_entries_remain before delete on correction_list_entries
begin select raise(abort, 'a list that was asked for is never deleted'); end;

-- The files beside a request. When it is approved they lie beside the reading, too.
create table correction_evidence (
  correction_id text not null references corrections (id),
  evidence_id text not null references evidence (id),
  primary key (correction_id, evidence_id)
) strict, without rowid;
create index correction_evidence_by_evidence on correction_evidence (evidence_id);

create trigger audit_log_names_correction_files after insert on audit_log
when new.target_type = 'evidence'
begin
  insert or ignore into audit_subjects (seq, indicator_id)
  select new.seq, r.indicator_id
  from correction_evidence e
  join corrections c on c.id = e.correction_id
  join readings r on r.id = c.reading_id
  where e.evidence_id = new.target_id;
end;
