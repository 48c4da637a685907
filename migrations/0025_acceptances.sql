-- An acceptance (验收考核) of a plan and year: what departments said of themselves, what assessors found,
-- objections and their answers, and the conclusion. The figures that it judges by are fixed when it is
-- opened: the same sheet and the same basis give the same marks for ever.

create table acceptances (
  id text primary key,
  plan_id text not null references plans (id),
  year integer not null,
  -- an approved version: frozen
  sheet_id text not null references score_sheets (id),
  state text not null check
    (state in ('selfAssessment', 'verification', 'disputes', 'presented', 'concluded', 'withdrawn')),
  -- canonical text of everything that it judges by (shared/acceptance-basis.ts), and its SHA-256, hex
  basis text not null,
  basis_sha256 text not null,
  opened_by text not null references users (id),
  -- as they were called then
  opened_by_name text not null,
  opened_at text not null,
  version integer not null
) strict;
create unique index acceptances_standing on acceptances (plan_id, year) where state <> 'withdrawn';

create table acceptance_departments (
  acceptance_id text not null references acceptances (id),
  -- that answers for items when the acceptance is opened; later mergers follow departments.successor_id
  department_id text not null references departments (id),
  state text not null check (state in ('draft', 'submitted', 'handedIn', 'returned', 'absent')),
  version integer not null,
  primary key (acceptance_id, department_id)
) strict, without rowid;

create table acceptance_typists (
  acceptance_id text not null,
  department_id text not null,
  user_id text not null references users (id),
  primary key (acceptance_id, department_id, user_id),
  foreign key (acceptance_id, department_id)
    references acceptance_departments (acceptance_id, department_id)
) strict, without rowid;

create table acceptance_items (
  id text primary key,
  acceptance_id text not null references acceptances (id),
  -- of the sheet
  item_id text not null,
  -- null: nobody answers for it
  department_id text references departments (id),
  -- own mark where no figure says it; null: none
  self_marks real,
  self_words text not null,
  -- as verified; null: not yet. A veto that strikes has 1
  marks real,
  reason text not null,
  -- null: no objection
  dispute text check (dispute in ('open', 'upheld', 'changed')),
  version integer not null,
  unique (acceptance_id, item_id)
) strict;

create table acceptance_records (
  acceptance_id text not null references acceptances (id),
  -- 1, 2, 3 … within the acceptance
  number integer not null,
  step text not null,
  at text not null,
  by_user text not null references users (id),
  by_name text not null,
  -- each null where the step is not about one
  department_id text,
  item_id text,
  text text not null,
  -- the mark that was given, or that stood when it was objected to; null: none
  marks real,
  primary key (acceptance_id, number)
) strict, without rowid;

create table acceptance_evidence (
  acceptance_item_id text not null references acceptance_items (id),
  evidence_id text not null references evidence (id),
  primary key (acceptance_item_id, evidence_id)
) strict, without rowid;
create index acceptance_evidence_by_evidence on acceptance_evidence (evidence_id);

create trigger acceptances_stay before update on acceptances
when old.state in ('concluded', 'withdrawn') or new.basis <> old.basis
  or new.basis_sha256 <> old.basis_sha256 or new.sheet_id <> old.sheet_id or new.year <> old.year
begin select raise(abort, 'a settled acceptance and its basis stay'); end;
create trigger acceptances_remain before delete on acceptances
begin select raise(abort, 'an acceptance is never deleted'); end;
create trigger acceptance_items_stay before update on acceptance_items
when (select state from acceptances where id = old.acceptance_id) in ('concluded', 'withdrawn')
begin select raise(abort, 'a settled acceptance and its basis stay'); end;
create trigger acceptance_items_remain before delete on acceptance_items
begin select raise(abort, 'an acceptance is never deleted'); end;
create trigger acceptance_records_stay before update on acceptance_records
begin select raise(abort, 'the journal of an acceptance is never changed'); end;
create trigger acceptance_records_remain before delete on acceptance_records
begin select raise(abort, 'the journal of an acceptance is never changed'); end;
