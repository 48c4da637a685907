-- Who: the departments of the zone, the people, their roles, sessions and sign-in guards, and the
-- one row that says how this installation was set up. Times are UTC, ISO 8601 with milliseconds.

create table installation (
  id integer primary key check (id = 1),
  -- null until the set-up page was answered
  profile text check (profile in ('simple', 'mlps')),
  -- 1: everything in this folder is made up to show the product
  illustrative integer not null check (illustrative in (0, 1)),
  created_at text not null
) strict;

create table setup_links (
  token_hash blob primary key,
  created_at text not null,
  expires_at text not null,
  used_at text
) strict;

create table departments (
  id text primary key,
  short_name_zh text not null,
  full_name_zh text not null,
  name_en text not null,
  kind text not null,
  -- 'document': named so in the text; 'inferred': our reading; 'entered': by an administrator
  name_source text not null check (name_source in ('document', 'inferred', 'entered')),
  -- first and last day under this name; null is open
  valid_from text,
  valid_to text,
  -- the office that took over its duties
  successor_id text references departments (id),
  version integer not null
) strict;

create table users (
  id text primary key,
  username text not null,
  -- the user name folded for comparison (NFKC, lower case)
  username_key text not null unique,
  name text not null,
  -- PHC string, Argon2id
  password_hash text not null,
  password_changed_at text not null,
  -- 1: a one-time password that must be changed at the first sign-in
  must_change_password integer not null check (must_change_password in (0, 1)),
  department_id text references departments (id),
  created_at text not null,
  last_sign_in_at text,
  disabled_at text,
  version integer not null
) strict;

create table user_roles (
  user_id text not null references users (id),
  role text not null check (role in ('administrator', 'securityAdministrator', 'auditor',
    'reporter', 'departmentHead', 'reviewer', 'leader', 'display')),
  primary key (user_id, role)
) strict, without rowid;

-- What a person chose before, so that it does not come back. One-time passwords are not in it.
create table password_history (
  user_id text not null references users (id),
  -- 1, 2, 3 … for each person
  number integer not null,
  password_hash text not null,
  primary key (user_id, number)
) strict, without rowid;

-- By the name that was tried, known or not, so that an answer tells nobody which names exist.
create table sign_in_failures (
  -- SHA-256, hex, of the folded name: people type their password into that field, too
  name_hash text primary key,
  failures integer not null,
  last_failed_at text not null,
  locked_until text
) strict, without rowid;

create table sessions (
  -- SHA-256 of the token in the cookie; the token itself is never stored
  token_hash blob primary key,
  -- the public handle, to list and end a session
  id text not null unique,
  user_id text not null references users (id),
  kind text not null check (kind in ('person', 'display')),
  created_at text not null,
  seen_at text not null,
  address text not null,
  user_agent text not null
) strict;
create index sessions_by_user on sessions (user_id);

-- Answers to POSTs that carried an Idempotency-Key, so that a repeated one creates nothing new.
create table idempotent_requests (
  user_id text not null references users (id),
  key text not null,
  operation_id text not null,
  -- SHA-256 of path and body
  fingerprint text not null,
  status integer not null,
  -- the answer as it was sent; null where it held a secret
  answer text,
  created_at text not null,
  primary key (user_id, key)
) strict, without rowid;
create index idempotent_requests_by_age on idempotent_requests (created_at);
