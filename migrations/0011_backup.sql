-- What became of each backup and each restore drill, so that the administrator sees it the next
-- morning. The files themselves lie in the folder of backups; a row outlives its file.

create table backup_runs (
  id text primary key,
  kind text not null check (kind in ('nightly', 'manual', 'upgrade', 'drill')),
  started_at text not null,
  -- null: under way, or cut off with the server
  ended_at text,
  -- 'partial': evidence was missing or damaged and is not in it; null: under way
  outcome text check (outcome in ('ok', 'partial', 'failed')),
  -- why it failed (server/backup/backup-refused.ts); null: it did not
  fault text,
  -- name in the folder of backups: of the archive made, or of the one that a drill proved
  file_name text,
  -- bytes; null: none was made
  size integer,
  sha256 text,
  -- rows of the audit log in it
  audit_rows integer,
  -- how many files of evidence it lacks
  damaged_files integer,
  -- whether the second folder has it, too; null: none is set
  second_copy text check (second_copy in ('ok', 'failed')),
  -- null: the server itself
  started_by text references users (id)
) strict;
create index backup_runs_by_time on backup_runs (started_at);
