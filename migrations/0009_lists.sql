-- Named lists (名单): the enterprises or projects behind a count, a numerator or a denominator (then
-- the roster of the year, 名录). Every save is a version; none is overwritten, so an old year keeps
-- the roster that it was computed with.

create table named_lists (
  id text primary key,
  plan_id text not null references plans (id),
  year integer not null,
  -- exactly one of the two: the count of an indicator, or a component
  indicator_id text references indicators (id),
  component_id text,
  -- the version that stands
  version integer not null,
  changed_by text not null references users (id),
  changed_at text not null,
  check ((indicator_id is null) <> (component_id is null)),
  unique (plan_id, year, indicator_id),
  unique (plan_id, year, component_id),
  foreign key (plan_id, component_id) references components (plan_id, id)
) strict;

create table named_list_entries (
  list_id text not null references named_lists (id),
  version integer not null,
  position integer not null,
  name text not null,
  -- folded for comparison: two entries of one name are one
  name_key text not null,
  document_number text,
  -- day of the recognition, YYYY-MM-DD
  recognised_on text,
  -- what it counts for, in the unit of the count; 1 for an enterprise, its workers in a roster
  quantity real not null,
  -- 1: it was there at the baseline and is listed, but not counted as new (新增)
  baseline integer not null check (baseline in (0, 1)),
  evidence_id text references evidence (id),
  primary key (list_id, version, position)
) strict, without rowid;

create trigger named_list_entries_stay before update on named_list_entries
begin select raise(abort, 'a version of a list is never changed'); end;
create trigger named_list_entries_remain before delete on named_list_entries
begin select raise(abort, 'a version of a list is never deleted'); end;
