-- Evidence (佐证材料). The bytes lie in the data folder under their SHA-256 and never change; a row
-- here is the name that somebody gave them. What is taken away is marked, not deleted.

create table files (
  -- SHA-256, hex: the name of the file in the data folder
  sha256 text primary key,
  -- bytes
  size integer not null,
  -- as the bytes say, not as the name does
  media_type text not null,
  stored_at text not null,
  -- when the bytes were found missing or changed; null: whole when last looked at
  damaged_at text
) strict, without rowid;

create table evidence (
  id text primary key,
  sha256 text not null references files (sha256),
  -- as the sender called it; only ever shown, never a path
  name text not null,
  added_by text not null references users (id),
  added_at text not null,
  removed_by text references users (id),
  removed_at text
) strict;
create index evidence_by_file on evidence (sha256);

create table reading_evidence (
  reading_id text not null references readings (id),
  evidence_id text not null references evidence (id),
  primary key (reading_id, evidence_id)
) strict, without rowid;
create index reading_evidence_by_evidence on reading_evidence (evidence_id);
