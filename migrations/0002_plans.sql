-- What the document demands: its text, themes, indicators with their targets, measures with their
-- money rules, safeguards with their obligations. Targets, baselines and checkpoints are versions:
-- the highest `version` of an indicator stands, older ones stay. Quotes are verbatim; `*_start` is
-- the offset of a quote in plan_documents.text, in UTF-16 units.

create table plans (
  id text primary key,
  title_zh text not null,
  title_en text not null,
  short_title_zh text not null,
  short_title_en text not null,
  document_number text,
  issue_date text,
  effective_quote text,
  baseline_year integer not null,
  start_year integer not null,
  end_year integer not null,
  -- why these years, where the document does not say
  period_note text,
  schema_version integer not null,
  -- SHA-256 of the loaded file and text, to see that loading again changes nothing
  content_hash text not null,
  -- one more at every change that a board could show; caches are kept by it
  revision integer not null,
  loaded_at text not null
) strict;

create table plan_documents (
  plan_id text primary key references plans (id),
  text text not null,
  sha256 text not null
) strict, without rowid;

create table bodies (
  plan_id text not null references plans (id),
  id text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  role text not null,
  quote text not null,
  quote_start integer not null,
  primary key (plan_id, id)
) strict, without rowid;

create table themes (
  plan_id text not null references plans (id),
  id text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  primary key (plan_id, id)
) strict, without rowid;

-- Numerators and denominators. One row however many indicators use it, so that it is asked once.
create table components (
  plan_id text not null references plans (id),
  id text not null,
  name_zh text not null,
  name_en text not null,
  unit_zh text not null,
  primary key (plan_id, id)
) strict, without rowid;

create table indicators (
  id text primary key,
  plan_id text not null references plans (id),
  theme_id text not null,
  -- the shown code, A1; in the document's order within the theme
  code text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  origin text not null check (origin in ('objective', 'measure')),
  measure_number integer,
  -- the kind of the document's wording; the kind that is judged belongs to the target version
  kind text not null check (kind in ('atLeast', 'atMost', 'countRange', 'reduction', 'milestone',
    'rating', 'directional')),
  unit_zh text,
  unit_en text,
  decimals integer,
  direction text not null check (direction in ('up', 'down')),
  deadline_year integer not null,
  deadline_source text not null check (deadline_source in ('document', 'planEnd')),
  baseline_year_suggested integer not null,
  -- 1: counts what is new since the baseline (新增)
  incremental integer not null check (incremental in (0, 1)),
  -- 1: the document says 力争
  tentative integer not null check (tentative in (0, 1)),
  numerator_id text,
  denominator_id text,
  -- reading = numerator ÷ denominator × multiplier
  multiplier real,
  -- indicators of one clause share it (能耗, COD, SO2)
  clause_group text,
  quote text not null,
  quote_start integer not null,
  unique (plan_id, code),
  foreign key (plan_id, theme_id) references themes (plan_id, id),
  foreign key (plan_id, numerator_id) references components (plan_id, id),
  foreign key (plan_id, denominator_id) references components (plan_id, id)
) strict;
create index indicators_by_plan on indicators (plan_id, position);

create table indicator_ambiguities (
  indicator_id text not null references indicators (id) on delete cascade,
  position integer not null,
  text_zh text not null,
  text_en text not null,
  primary key (indicator_id, position)
) strict, without rowid;

-- The ways in which a pending target may come down (百分比, 吨, 上限), from the document's context.
create table target_expressions (
  indicator_id text not null references indicators (id) on delete cascade,
  position integer not null,
  expression text not null,
  primary key (indicator_id, position)
) strict, without rowid;

create table targets (
  indicator_id text not null references indicators (id) on delete cascade,
  version integer not null,
  kind text not null check (kind in ('atLeast', 'atMost', 'countRange', 'reduction', 'milestone',
    'rating', 'directional')),
  -- how it was put: 'document' as the text says; 'percentage', 'tonnesCut', 'ceiling' assigned later
  expression text not null check (expression in ('document', 'value', 'percentage', 'tonnesCut',
    'ceiling')),
  -- the target in the indicator's unit; null: pending, or another column says it
  value real,
  lower real,
  upper real,
  -- percent below the base year; 0 is "not above the base year"
  reduction_pct real,
  -- tonnes to cut below the base year, as they were assigned; `value` holds base − tonnes
  tonnes_cut real,
  target_level integer,
  path text check (path in ('linear', 'compound')),
  source text not null check (source in ('document', 'convention', 'pendingAssignment', 'entered')),
  basis text,
  document_number text,
  effective_date text,
  entered_by text references users (id),
  entered_at text not null,
  primary key (indicator_id, version)
) strict, without rowid;

create table target_conditions (
  indicator_id text not null,
  version integer not null,
  id text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  planned_year integer,
  primary key (indicator_id, version, id),
  foreign key (indicator_id, version) references targets (indicator_id, version) on delete cascade
) strict, without rowid;

create table rating_levels (
  indicator_id text not null references indicators (id) on delete cascade,
  level integer not null,
  name_zh text not null,
  name_en text not null,
  primary key (indicator_id, level)
) strict, without rowid;

create table baselines (
  indicator_id text not null references indicators (id) on delete cascade,
  version integer not null,
  year integer not null,
  -- null: withdrawn, the baseline is unknown again
  value real,
  -- 'wording': zero by the document's own words; 'entered': by an administrator, on `basis_zh`
  basis text not null check (basis in ('wording', 'document', 'entered')),
  basis_zh text,
  basis_en text,
  document_number text,
  -- 1: restated after a change of scope, so that a break in the series does not orphan it
  restated integer not null check (restated in (0, 1)),
  entered_by text references users (id),
  entered_at text not null,
  primary key (indicator_id, version)
) strict, without rowid;

create table checkpoint_sets (
  indicator_id text not null references indicators (id) on delete cascade,
  version integer not null,
  basis text,
  document_number text,
  entered_by text references users (id),
  entered_at text not null,
  primary key (indicator_id, version)
) strict, without rowid;

create table checkpoints (
  indicator_id text not null,
  version integer not null,
  year integer not null,
  value real,
  reduction_pct real,
  primary key (indicator_id, version, year),
  foreign key (indicator_id, version) references checkpoint_sets (indicator_id, version)
    on delete cascade
) strict, without rowid;

create table indicator_departments (
  indicator_id text not null references indicators (id) on delete cascade,
  department_id text not null references departments (id),
  duty text not null check (duty in ('lead', 'supporting')),
  position integer not null,
  primary key (indicator_id, department_id)
) strict, without rowid;
create index indicator_departments_by_department on indicator_departments (department_id);

-- One version for the settings of an indicator (target, baseline, checkpoints, departments).
create table indicator_settings (
  indicator_id text primary key references indicators (id) on delete cascade,
  version integer not null,
  -- who assigned the departments, and when; null: they stand as the document names them
  departments_by text references users (id),
  departments_at text,
  -- the ground of that assignment, if one was written
  departments_note text
) strict, without rowid;

create table measures (
  id text not null,
  plan_id text not null references plans (id),
  number integer not null,
  theme_id text not null,
  title_zh text not null,
  title_en text not null,
  text text not null,
  text_start integer not null,
  primary key (plan_id, id),
  unique (plan_id, number),
  foreign key (plan_id, theme_id) references themes (plan_id, id)
) strict, without rowid;

create table measure_departments (
  plan_id text not null,
  measure_id text not null,
  department_id text not null references departments (id),
  -- the document's order; the first is the suggested lead
  position integer not null,
  primary key (plan_id, measure_id, department_id),
  foreign key (plan_id, measure_id) references measures (plan_id, id)
) strict, without rowid;

create table measure_indicators (
  plan_id text not null,
  measure_id text not null,
  indicator_id text not null references indicators (id) on delete cascade,
  primary key (plan_id, measure_id, indicator_id),
  foreign key (plan_id, measure_id) references measures (plan_id, id)
) strict, without rowid;
create index measure_indicators_by_indicator on measure_indicators (indicator_id);

-- Money rules. Amounts are in 万元 (10,000 yuan), rates in percent; null: the text does not say.
create table incentives (
  plan_id text not null,
  id text not null,
  measure_id text not null,
  position integer not null,
  kind text not null,
  grantor text,
  beneficiary text,
  condition text,
  per text,
  one_off integer check (one_off in (0, 1)),
  amount_wan real,
  cap_wan real,
  floor_wan real,
  rate_percent real,
  rate_base text,
  case_by_case integer not null check (case_by_case in (0, 1)),
  quote text not null,
  quote_start integer not null,
  primary key (plan_id, id),
  foreign key (plan_id, measure_id) references measures (plan_id, id)
) strict, without rowid;

create table incentive_tiers (
  plan_id text not null,
  incentive_id text not null,
  position integer not null,
  label text not null,
  amount_wan real,
  cap_wan real,
  rate_percent real,
  max_rate_percent real,
  province_rate_percent real,
  min_quantity real,
  max_quantity real,
  primary key (plan_id, incentive_id, position),
  foreign key (plan_id, incentive_id) references incentives (plan_id, id)
) strict, without rowid;

create table incentive_conditions (
  plan_id text not null,
  incentive_id text not null,
  position integer not null,
  field text not null,
  operator text not null,
  -- exactly one of the two
  value_number real,
  value_text text,
  unit text,
  primary key (plan_id, incentive_id, position),
  foreign key (plan_id, incentive_id) references incentives (plan_id, id)
) strict, without rowid;

create table incentive_notes (
  plan_id text not null,
  incentive_id text not null,
  position integer not null,
  note text not null,
  primary key (plan_id, incentive_id, position),
  foreign key (plan_id, incentive_id) references incentives (plan_id, id)
) strict, without rowid;

create table safeguards (
  plan_id text not null references plans (id),
  number integer not null,
  title_zh text not null,
  title_en text not null,
  text text not null,
  text_start integer not null,
  primary key (plan_id, number)
) strict, without rowid;

create table obligations (
  plan_id text not null,
  id text not null,
  safeguard_number integer not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  responsible text not null,
  recipient text,
  frequency text not null,
  due text,
  deadline_date text,
  -- the four fixes (定人员…), joined by '、'; null where the clause names none
  four_fixes text,
  quote text not null,
  quote_start integer not null,
  primary key (plan_id, id),
  foreign key (plan_id, safeguard_number) references safeguards (plan_id, number)
) strict, without rowid;

-- What was decided stays decided: a new version is a new row. Only with the whole indicator (one
-- that the document no longer has and nobody reported on) do its versions go: by cascade, when the
-- indicator itself is gone already.
create trigger targets_stay before update on targets
begin select raise(abort, 'a target version is never changed'); end;
create trigger targets_remain before delete on targets
when exists (select 1 from indicators where id = old.indicator_id)
begin select raise(abort, 'a target version is never deleted'); end;
create trigger target_conditions_stay before update on target_conditions
begin select raise(abort, 'a target version is never changed'); end;
create trigger target_conditions_remain before delete on target_conditions
when exists (select 1 from indicators where id = old.indicator_id)
begin select raise(abort, 'a target version is never deleted'); end;
create trigger baselines_stay before update on baselines
begin select raise(abort, 'a baseline version is never changed'); end;
create trigger baselines_remain before delete on baselines
when exists (select 1 from indicators where id = old.indicator_id)
begin select raise(abort, 'a baseline version is never deleted'); end;
create trigger checkpoint_sets_stay before update on checkpoint_sets
begin select raise(abort, 'a checkpoint version is never changed'); end;
create trigger checkpoint_sets_remain before delete on checkpoint_sets
when exists (select 1 from indicators where id = old.indicator_id)
begin select raise(abort, 'a checkpoint version is never deleted'); end;
create trigger checkpoints_stay before update on checkpoints
begin select raise(abort, 'a checkpoint version is never changed'); end;
create trigger checkpoints_remain before delete on checkpoints
when exists (select 1 from indicators where id = old.indicator_id)
begin select raise(abort, 'a checkpoint version is never deleted'); end;
