-- A second factor beside the password (TOTP, RFC 6238): what an authenticator and this house share,
-- and the codes for the day on which the authenticator is lost.

create table second_factors (
  user_id text primary key references users (id),
  -- 160 bits; has to be read to be checked, so it cannot be kept as a hash
  secret blob not null,
  begun_at text not null,
  -- when a first code proved that the authenticator has it; null: not in force
  confirmed_at text,
  -- the step of 30 seconds (since 1970) whose code was used last: none works twice; null: none was
  last_step integer
) strict;

create table recovery_codes (
  user_id text not null references users (id),
  -- SHA-256, hex, of 80 random bits
  code_hash text not null,
  -- null: still good
  used_at text,
  primary key (user_id, code_hash)
) strict, without rowid;

-- 1: under graded protection (等保) the three administrators must have one
alter table installation add column demands_second_factor integer not null default 0
  check (demands_second_factor in (0, 1));
