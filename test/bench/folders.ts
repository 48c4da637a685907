import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile } from '../../server/data-folder.ts';
import { openDatabase, type Opened } from '../../server/db/open.ts';
import { prepareDemo } from '../../server/demo.ts';
import { prepareInstallation } from '../../server/installation.ts';

const made: string[] = [];

process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the bench ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'biaochi-bench-'));
  made.push(folder);
  return folder;
}

export async function withDatabase<T>(
  folder: string,
  work: (database: Opened) => Promise<T>,
): Promise<T> {
  const database = openDatabase(databaseFile(folder));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

let demo: Promise<string> | undefined;

/** A fresh copy of the demo: 26 indicators, 2015–2019 reported, an account for each role. */
export async function demoFolder(): Promise<string> {
  const folder = temporaryFolder();
  cpSync(await (demo ??= makeDemo()), folder, { recursive: true });
  return folder;
}

async function makeDemo(): Promise<string> {
  const folder = temporaryFolder();
  await withDatabase(folder, async (database) => {
    const now = () => new Date();
    const { setupToken } = await prepareInstallation(database, { now, illustrative: true });
    await prepareDemo(database, folder, setupToken);
  });
  return folder;
}

/** The password of a sample account. */
export function passwordOf(folder: string, username: string): string {
  const accounts = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  const password = accounts[username];
  if (password === undefined) throw new Error(`the demo has no ${username}`);
  return password;
}
