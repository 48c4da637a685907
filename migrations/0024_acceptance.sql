-- The acceptance (验收考核): score sheets, version by version. The document fixes no weight, no grade
-- and no rule for what is pending, so nothing is preset; null is "the sheet does not say". What the
-- leading group approved is frozen, with all its items and grades.

create table score_sheets (
  id text primary key,
  plan_id text not null references plans (id),
  -- 1, 2, 3 … within the plan
  number integer not null,
  state text not null check (state in ('draft', 'presented', 'approved')),
  -- 1: loaded as an example, nobody's proposal yet
  example integer not null check (example in (0, 1)),
  title text not null,
  pending_rule text check (pending_rule in ('excluded', 'zero', 'full')),
  no_data_rule text check (no_data_rule in ('excluded', 'zero', 'full')),
  tentative_rule text check (tentative_rule in ('counts', 'excluded')),
  pass_line text check (pass_line in ('lower', 'upper')),
  -- marks
  bonus_cap real,
  -- the place of the grade that a veto brings down to
  veto_grade integer,
  created_by text not null references users (id),
  -- as they were called then, here and below
  created_by_name text not null,
  created_at text not null,
  presented_by text references users (id),
  presented_by_name text,
  presented_at text,
  approved_by text references users (id),
  approved_by_name text,
  approved_at text,
  version integer not null,
  check ((state = 'approved') = (approved_at is not null)),
  unique (plan_id, number)
) strict;
-- One version at a time is worked on.
create unique index score_sheets_open on score_sheets (plan_id) where state <> 'approved';

create table score_items (
  sheet_id text not null references score_sheets (id),
  id text not null,
  position integer not null,
  part text not null check (part in ('base', 'bonus', 'veto')),
  subject text not null check (subject in ('indicator', 'measure', 'free')),
  indicator_id text references indicators (id),
  measure_id text,
  title text not null,
  -- null: the lead department of the indicator
  department_id text references departments (id),
  -- marks
  weight real,
  rule text check (rule in ('fullWhenMet', 'proportional', 'perStatus', 'byHand')),
  basis text check (basis in ('attainment', 'completion')),
  standard text not null,
  check ((subject = 'indicator') = (indicator_id is not null)),
  check ((subject = 'measure') = (measure_id is not null)),
  primary key (sheet_id, id)
) strict, without rowid;

create table score_item_points (
  sheet_id text not null,
  item_id text not null,
  position integer not null,
  -- of the indicator's assessment, or of the measure's report
  status text not null,
  marks real not null,
  primary key (sheet_id, item_id, position),
  foreign key (sheet_id, item_id) references score_items (sheet_id, id)
) strict, without rowid;

create table score_grades (
  sheet_id text not null references score_sheets (id),
  -- 0 is the best
  position integer not null,
  name_zh text not null,
  name_en text not null,
  -- the least marks of the grade, itself included
  lower real not null,
  primary key (sheet_id, position)
) strict, without rowid;

create trigger score_sheets_stay before update on score_sheets when old.state = 'approved'
begin select raise(abort, 'an approved score sheet stays'); end;
create trigger score_sheets_remain before delete on score_sheets
begin select raise(abort, 'a score sheet is never deleted'); end;
create trigger score_items_come before insert on score_items
when (select state from score_sheets where id = new.sheet_id) <> 'draft'
begin select raise(abort, 'only a draft is changed'); end;
create trigger score_items_stay before update on score_items
begin select raise(abort, 'items are written anew with their sheet'); end;
create trigger score_items_go before delete on score_items
when (select state from score_sheets where id = old.sheet_id) <> 'draft'
begin select raise(abort, 'only a draft is changed'); end;
create trigger score_item_points_come before insert on score_item_points
when (select state from score_sheets where id = new.sheet_id) <> 'draft'
begin select raise(abort, 'only a draft is changed'); end;
create trigger score_item_points_stay before update on score_item_points
begin select raise(abort, 'points are written anew with their sheet'); end;
create trigger score_item_points_go before delete on score_item_points
when (select state from score_sheets where id = old.sheet_id) <> 'draft'
begin select raise(abort, 'only a draft is changed'); end;
create trigger score_grades_come before insert on score_grades
when (select state from score_sheets where id = new.sheet_id) <> 'draft'
begin select raise(abort, 'only a draft is changed'); end;
create trigger score_grades_stay before update on score_grades
begin select raise(abort, 'grades are written anew with their sheet'); end;
create trigger score_grades_go before delete on score_grades
when (select state from score_sheets where id = old.sheet_id) <> 'draft'
begin select raise(abort, 'only a draft is changed'); end;
