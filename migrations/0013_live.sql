-- What changed last, for those who listen (GET /api/events). One row for each thing that can change
-- before a listener's eyes, written in the transaction of the change: whoever comes back after a
-- broken line, or after the server did, is told what is newer than what they heard.

create table live_changes (
  kind text not null check (kind in ('board', 'meeting')),
  -- the plan, or the meeting
  subject text not null,
  -- counts through all changes of the house, in the order of their commits
  sequence integer not null unique,
  -- the subject's own: the revision of a board, the version of a meeting
  revision integer not null,
  primary key (kind, subject)
) strict, without rowid;
