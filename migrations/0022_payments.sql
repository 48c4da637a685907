-- What was paid under the money rules (兑现台账): by rule, enterprise and year, beside the indicator
-- that it served. Nothing is changed or taken away: what was wrong is reversed by an entry of its own.

create table incentive_payments (
  id text primary key,
  plan_id text not null,
  incentive_id text not null,
  -- the grade, by its place among the tiers of the rule; null: it has none, or nobody said
  tier integer,
  enterprise text not null,
  -- the name folded for comparison (NFKC, lower case, no spaces)
  enterprise_key text not null,
  -- the year of the plan that it is counted in
  year integer not null,
  -- day, YYYY-MM-DD
  paid_on text not null,
  -- in fen (a hundredth of a yuan); negative only where it reverses another entry
  amount_fen integer not null,
  -- null: it served none that the plan names
  indicator_id text references indicators (id),
  document_number text,
  note text not null,
  -- the entry that this one takes back; null: it is a payment
  reverses text references incentive_payments (id),
  -- the office that entered it
  department_id text not null references departments (id),
  entered_by text not null references users (id),
  -- as they were called then
  entered_by_name text not null,
  entered_at text not null,
  check ((reverses is null and amount_fen > 0) or (reverses is not null and amount_fen < 0)),
  foreign key (plan_id, incentive_id) references incentives (plan_id, id)
) strict;
create index incentive_payments_by_enterprise
  on incentive_payments (plan_id, incentive_id, enterprise_key);
create index incentive_payments_by_year on incentive_payments (plan_id, year);
-- A payment is taken back once.
create unique index incentive_payments_reversed on incentive_payments (reverses)
  where reverses is not null;

create trigger incentive_payments_stay before update on incentive_payments
begin select raise(abort, 'a payment is never changed'); end;
create trigger incentive_payments_remain before delete on incentive_payments
begin select raise(abort, 'a payment is never deleted'); end;
