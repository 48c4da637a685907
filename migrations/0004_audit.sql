-- Who did what, when, to what, from and to, and how it ended. Append-only; every row carries the
-- hash of the one before it, so that a change by hand shows. Order is `seq`, not time.

create table audit_log (
  seq integer primary key,
  at text not null,
  -- null: nobody was signed in
  user_id text,
  username text,
  -- as they were then, joined by ','
  roles text not null,
  department_id text,
  address text not null,
  action text not null,
  target_type text,
  target_id text,
  -- JSON of what changed, before and after; null where nothing did
  before text,
  after text,
  -- 'ok', or the code of the refusal
  outcome text not null,
  request_id text not null,
  previous_hash text not null,
  -- SHA-256, hex, of the previous hash and this row (server/audit/chain.ts)
  hash text not null
) strict;
create index audit_log_by_target on audit_log (target_type, target_id, seq);
create index audit_log_by_user on audit_log (user_id, seq);
create index audit_log_by_time on audit_log (at);

create trigger audit_log_stays before update on audit_log
begin select raise(abort, 'the audit log is never changed'); end;
create trigger audit_log_remains before delete on audit_log
begin select raise(abort, 'the audit log is never deleted from'); end;
