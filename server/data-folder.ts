import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Why a folder cannot be used, in both languages: it is read on a terminal, not on a page. */
export class FolderRefused extends Error {}

/** The evidence of a data folder, each file under its SHA-256. */
export const filesFolder = (folder: string): string => join(folder, 'files');

/** What is coming in and not kept yet; emptied at every start. */
export const tmpFolder = (folder: string): string => join(folder, 'tmp');

/** Where the nightly backups of a data folder lie. */
export const backupsFolder = (folder: string): string => join(folder, 'backups');

/** The database file of a data folder. */
export const databaseFile = (folder: string): string => join(folder, 'biaochi.sqlite');

/** Bytes free where a data folder lies; one that is not there yet will lie below this folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : '.');
  return bavail * bsize;
}

/** Held open by the process that uses a data folder. */
export const LOCK_FILE = 'server.lock';

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o750 });
  } catch (error) {
    throw new FolderRefused(
      `无法使用数据目录 ${folder}。\nThe data folder ${folder} cannot be used.\n${String(error)}`,
    );
  }
}

/**
 * Holds a data folder for one process: an exclusive transaction on a side file, which the operating
 * system drops even after kill -9.
 * @returns lets the folder go
 * @throws FolderRefused while another process holds it
 */
export function holdFolder(folder: string): () => void {
  const lock = new Database(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new FolderRefused(
      `另一个标尺服务正在使用数据目录 ${folder}，本次启动已取消。\n` +
        `Another server is using the data folder ${folder}; this start was cancelled.`,
    );
  }
  return () => {
    if (!lock.open) return;
    lock.exec('rollback');
    lock.close();
  };
}
