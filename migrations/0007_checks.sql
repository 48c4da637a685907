-- How strictly a figure is checked before it is handed in. Only what an office changed is a row: the
-- checks that a kind of indicator has, and their usual limits, are in shared/checks/.

create table check_settings (
  indicator_id text not null references indicators (id) on delete cascade,
  -- of the catalogue in shared/checks/
  code text not null,
  -- 'hard' blocks handing in (强制性), 'soft' asks for a reason (核实性), 'off' is not asked
  grade text not null check (grade in ('hard', 'soft', 'off')),
  -- in the unit of the check (percent, percentage points, the indicator's unit); null: it has none
  lower_limit real,
  upper_limit real,
  -- 'plan': the plan file says so; 'entered': an administrator does, and that stands. Each has a row
  -- of its own, so that a reset leads back to the plan file and a new file never touches the other
  source text not null check (source in ('plan', 'entered')),
  entered_by text references users (id),
  entered_at text not null,
  primary key (indicator_id, code, source)
) strict, without rowid;
