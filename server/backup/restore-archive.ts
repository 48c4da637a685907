import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, filesFolder, holdFolder, LOCK_FILE, makeFolder } from '../data-folder.ts';
import { listMigrations } from '../db/migrate.ts';
import { BackupRefused } from './backup-refused.ts';
import { inspectDatabase } from './inspect.ts';
import { syncToDisk } from './make-archive.ts';
import { DATABASE_ENTRY, type Manifest } from './manifest.ts';
import { unpackArchive } from './unpack.ts';

/**
 * Unpacks an archive into a folder and holds it to its manifest: every file, the integrity of the
 * database, the audit chain to its last row.
 * @throws BackupRefused archiveUnreadable, archiveDamaged, archiveNewer, databaseDamaged …
 */
export async function proveArchive(
  file: string,
  scratch: string,
  onProgress?: (share: number) => void,
): Promise<Manifest> {
  const manifest = await unpackArchive(file, scratch, onProgress);
  const newest = listMigrations().at(-1)?.name ?? '';
  if (manifest.database.migration > newest) {
    throw new BackupRefused('archiveNewer', `${manifest.program}, ${manifest.database.migration}`);
  }
  const { database } = await inspectDatabase(join(scratch, DATABASE_ENTRY));
  const { auditRows, auditHead } = manifest.database;
  if (database.auditRows !== auditRows || database.auditHead !== auditHead) {
    throw new BackupRefused('archiveDamaged', `${DATABASE_ENTRY}: audit log`);
  }
  return manifest;
}

/**
 * Puts an archive into an empty data folder that no server uses. The database comes last: cut off
 * before it, the folder is not yet one that a server would start on.
 * @throws BackupRefused, and FolderRefused while a server runs there; then nothing was restored
 */
export async function restoreArchive(
  file: string,
  folder: string,
  onProgress?: (share: number) => void,
): Promise<Manifest> {
  if (!existsSync(file)) throw new BackupRefused('archiveUnreadable', file);
  makeFolder(folder);
  const held = existsSync(join(folder, LOCK_FILE)) ? holdFolder(folder) : null;
  try {
    if (readdirSync(folder).some((name) => !name.startsWith(LOCK_FILE))) {
      throw new BackupRefused('folderNotEmpty', folder);
    }
    const letGo = held ?? holdFolder(folder);
    const scratch = mkdtempSync(join(folder, '.restoring-'));
    try {
      const manifest = await proveArchive(file, scratch, onProgress);
      if (existsSync(filesFolder(scratch))) renameSync(filesFolder(scratch), filesFolder(folder));
      renameSync(databaseFile(scratch), databaseFile(folder));
      syncToDisk(folder);
      return manifest;
    } finally {
      rmSync(scratch, { recursive: true, force: true });
      letGo();
    }
  } catch (error) {
    held?.();
    throw error;
  }
}
