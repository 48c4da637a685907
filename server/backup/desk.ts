import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BackupKind } from '../../shared/backups.ts';
import { backupsFolder, databaseFile, filesFolder, freeBytes } from '../data-folder.ts';
import { asBackupRefused } from './backup-refused.ts';
import { syncToDisk } from './make-archive.ts';
import { tooMany } from './retention.ts';
import type { Run } from './store.ts';
import { inThread } from './task.ts';

export interface BackupSettings {
  /** The data folder. */
  readonly folder: string;
  /** Where a second copy goes; null: nowhere. */
  readonly secondFolder: string | null;
  /** The hour of the nightly one, 0 to 23, in China; null: none is made. */
  readonly hour: number | null;
  /** Of the program. */
  readonly version: string;
  readonly now: () => Date;
}

/** What a drill proves. */
export interface Archive {
  readonly fileName: string;
  readonly sha256: string | null;
}

/** Makes backups and drills of one data folder, one at a time, each in a thread of its own. */
export class BackupDesk {
  readonly settings: BackupSettings;
  #progress: number | null = null;

  constructor(settings: BackupSettings) {
    this.settings = settings;
  }

  /** How far the one under way is, 0 to 1; null: none is. */
  get progress(): number | null {
    return this.#progress;
  }

  /** Bytes free where the backups lie. */
  freeBytes(): number {
    return freeBytes(this.settings.folder);
  }

  /** What a server that was killed left of an unfinished one. */
  clearScratch(): void {
    const folder = backupsFolder(this.settings.folder);
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      if (/^\.(making|drill)-/.test(name)) rmSync(join(folder, name), { recursive: true });
    }
  }

  /** Bytes of the database and its evidence. */
  neededBytes(): number {
    const { folder } = this.settings;
    const evidence = filesFolder(folder);
    const files = existsSync(evidence)
      ? readdirSync(evidence, { recursive: true, withFileTypes: true }).filter((one) =>
          one.isFile(),
        )
      : [];
    const database = databaseFile(folder);
    return files.reduce(
      (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
      existsSync(database) ? statSync(database).size : 0,
    );
  }

  /** The archive of a run; null: it is not there any more, or never was. */
  archiveOf({ fileName, kind }: Pick<Run, 'fileName' | 'kind'>): string | null {
    if (fileName === null || kind === 'drill') return null;
    const file = join(backupsFolder(this.settings.folder), fileName);
    return existsSync(file) ? file : null;
  }

  /**
   * Does a run that has begun.
   * @param proved for a drill: the run whose archive it proves
   * @returns the run as it ended, however it did
   */
  async carryOut(run: Run, proved: Archive | null = null): Promise<Run> {
    this.#progress = 0;
    try {
      return proved === null ? await this.#make(run) : await this.#drill(run, proved);
    } catch (error) {
      return this.#ended(run, { outcome: 'failed', fault: asBackupRefused(error).fault });
    } finally {
      this.#progress = null;
    }
  }

  async #make(run: Run): Promise<Run> {
    const { folder, version } = this.settings;
    mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o750 });
    const fileName = freeNameIn(backupsFolder(folder), run);
    const file = join(backupsFolder(folder), fileName);
    const made = await inThread(
      { kind: 'make', folder, file, now: run.startedAt, version },
      this.#onProgress,
    );
    if (made === null) throw new Error('the thread made nothing');
    this.#forgetOld(backupsFolder(folder));
    const damagedFiles = made.manifest.damaged.length;
    return this.#ended(run, {
      outcome: damagedFiles === 0 ? 'ok' : 'partial',
      fileName,
      size: made.size,
      sha256: made.sha256,
      auditRows: made.manifest.database.auditRows,
      damagedFiles,
      secondCopy: this.#copy(file, fileName),
    });
  }

  async #drill(run: Run, { fileName, sha256 }: Archive): Promise<Run> {
    const file = join(backupsFolder(this.settings.folder), fileName);
    await inThread({ kind: 'prove', file, sha256 }, this.#onProgress);
    return this.#ended(run, { outcome: 'ok', fileName });
  }

  #copy(file: string, fileName: string): Run['secondCopy'] {
    const { secondFolder } = this.settings;
    if (secondFolder === null) return null;
    try {
      mkdirSync(secondFolder, { recursive: true, mode: 0o750 });
      const draft = join(secondFolder, `.${fileName}`);
      copyFileSync(file, draft);
      syncToDisk(draft);
      renameSync(draft, join(secondFolder, fileName));
      this.#forgetOld(secondFolder);
      return 'ok';
    } catch {
      // A disk that is not mounted: the run says so, and the first copy stands.
      return 'failed';
    }
  }

  #forgetOld(folder: string): void {
    const nightly = readdirSync(folder).flatMap((fileName) => {
      const madeAt = madeAtOf(fileName);
      return madeAt === null ? [] : [{ fileName, madeAt }];
    });
    for (const fileName of tooMany(nightly)) rmSync(join(folder, fileName));
  }

  readonly #onProgress = (share: number): void => {
    this.#progress = share;
  };

  #ended(run: Run, said: Partial<Run>): Run {
    return { ...run, ...said, endedAt: this.settings.now().toISOString() };
  }
}

/** @example fileNameOf('nightly', new Date('2019-01-10T18:00:00Z')) // 'nightly-20190110T180000Z.zip' */
function fileNameOf(kind: BackupKind, at: Date): string {
  return `${kind}-${at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}.zip`;
}

/**
 * The name of the first second, from the start of a run on, that no other archive has: a program that
 * is killed after its backup may be back within the same one.
 */
function freeNameIn(folder: string, { kind, startedAt }: Pick<Run, 'kind' | 'startedAt'>): string {
  for (let at = Date.parse(startedAt); ; at += 1000) {
    const fileName = fileNameOf(kind, new Date(at));
    if (!existsSync(join(folder, fileName))) return fileName;
  }
}

/** The moment in the name of a nightly backup; null: it is none. */
function madeAtOf(fileName: string): Date | null {
  const parts = /^nightly-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.zip$/.exec(fileName);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The newest archive in a folder of backups, by the moment in its name; null: there is none. */
export function newestFile(folder: string): string | null {
  const backups = backupsFolder(folder);
  if (!existsSync(backups)) return null;
  const stamp = (name: string): string => name.slice(name.indexOf('-') + 1);
  const names = readdirSync(backups)
    .filter((name) => /^[a-z]+-\d{8}T\d{6}Z\.zip$/.test(name))
    .sort((a, b) => (stamp(a) < stamp(b) ? -1 : 1));
  const newest = names.at(-1);
  return newest === undefined ? null : join(backups, newest);
}
