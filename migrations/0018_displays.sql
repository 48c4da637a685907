-- Wall screens that were paired: machines without an account. Each carries a token in a cookie that is
-- good from its own address only, for reading what everybody may see, until somebody unpairs it.

create table displays (
  id text primary key,
  name text not null,
  -- where it hangs; '' where nobody said
  place text not null,
  -- SHA-256 of the token in the cookie; the token itself is never stored
  token_hash blob not null unique,
  address text not null,
  paired_at text not null,
  paired_by text not null references users (id),
  seen_at text not null,
  -- null: still paired
  unpaired_at text
) strict;
