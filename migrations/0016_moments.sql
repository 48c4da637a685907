-- Frozen moments: the board of a plan as everybody saw it at one instant, kept byte for byte beside
-- the evidence. A meeting is held on one, and its minutes take their figures from it for good.

create table moments (
  id text primary key,
  plan_id text not null references plans (id),
  year integer not null,
  -- of the plan, as the board says
  revision integer not null,
  -- the bytes of the board: SHA-256, hex
  sha256 text not null references files (sha256),
  taken_at text not null,
  taken_by text not null references users (id)
) strict;

create trigger moments_stay before update on moments
begin select raise(abort, 'a moment is never changed'); end;
create trigger moments_remain before delete on moments
begin select raise(abort, 'a moment is never deleted'); end;
