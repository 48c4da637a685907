-- The year-end desk. A round (填报期) is one year of one plan: from which day departments enter, by
-- which day they hand in, when it was closed and sealed. A year without a round is entered from
-- paper (补录): the reading then says which. Days are days in China, YYYY-MM-DD.

create table rounds (
  plan_id text not null references plans (id),
  year integer not null,
  -- first day of entry and last day for handing in
  opens_on text not null,
  due_on text not null,
  -- null: still open; nothing is begun after it, what was returned is still mended
  closed_at text,
  closed_by text references users (id),
  -- null: not sealed
  sealed_at text,
  sealed_by text references users (id),
  version integer not null,
  created_by text not null references users (id),
  created_at text not null,
  primary key (plan_id, year)
) strict, without rowid;

-- The notices that call in what is missing (催报通知): numbered, and kept as they were issued, so that
-- one printed again years later is the same paper.
create table round_notices (
  plan_id text not null,
  year integer not null,
  -- 1, 2, 3 … within the round
  number integer not null,
  department_id text not null references departments (id),
  -- as they were called then
  department_zh text not null,
  department_en text not null,
  -- who signs at its foot; null: the plan names no body
  issuer_zh text,
  issuer_en text,
  -- the due day that stood then
  due_on text not null,
  issued_at text not null,
  issued_by text not null references users (id),
  issued_by_name text not null,
  primary key (plan_id, year, number),
  foreign key (plan_id, year) references rounds (plan_id, year)
) strict, without rowid;

-- What was missing then, in the document's order.
create table round_notice_items (
  plan_id text not null,
  year integer not null,
  number integer not null,
  position integer not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  primary key (plan_id, year, number, position),
  foreign key (plan_id, year, number) references round_notices (plan_id, year, number)
) strict, without rowid;

create trigger round_notices_stay before update on round_notices
begin select raise(abort, 'a notice is never changed'); end;
create trigger round_notices_remain before delete on round_notices
begin select raise(abort, 'a notice is never deleted'); end;
create trigger round_notice_items_stay before update on round_notice_items
begin select raise(abort, 'a notice is never changed'); end;
create trigger round_notice_items_remain before delete on round_notice_items
begin select raise(abort, 'a notice is never deleted'); end;

-- From which paper a figure was taken over that is older than the system (补录); null: entered.
alter table readings add column paper text;
-- The year that the figure is about, where it is older than the report that carries it (the quality
-- index comes out a year late); null: the reading's own.
alter table readings add column figure_year integer;
-- How often an approved figure was corrected since: 0 never. The revisions hold every value.
alter table readings add column corrections integer not null default 0;
-- How often it was sent back, ever; the revisions hold every reason.
alter table readings add column returns integer not null default 0;
update readings set returns = (select count(*) from reading_revisions as v
  where v.reading_id = readings.id and v.action = 'return');
-- Who sent it back last: 'head' or 'reviewer'. Handed in again it goes straight back there.
alter table readings add column returned_by_duty text
  check (returned_by_duty in ('head', 'reviewer'));

alter table reading_revisions add column paper text;
alter table reading_revisions add column figure_year integer;
-- Why it went back, from the short list (shared/workflow.ts); null: it did not, or before there was one.
alter table reading_revisions add column reason_code text;
