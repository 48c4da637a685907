import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Problem, type ProblemDetails, problemDetails } from '../shared/problems.ts';
import { type Role, ROLES } from '../shared/permissions.ts';
import { checkDossier, type DOSSIER_FAULTS, DossierRefused } from './acceptance/check-dossier.ts';
import { addUser } from './accounts/add-user.ts';
import { Hasher } from './accounts/hashing.ts';
import { appendAudit } from './audit/store.ts';
import { BackupRefused } from './backup/backup-refused.ts';
import { makeArchive } from './backup/make-archive.ts';
import { restoreArchive } from './backup/restore-archive.ts';
import { ConfigRefused, readConfig } from './config.ts';
import { databaseFile, filesFolder, FolderRefused, holdFolder, makeFolder } from './data-folder.ts';
import { MigrationRefused, requireMigrated } from './db/migrate.ts';
import { type Opened, openDatabase } from './db/open.ts';
import { Transactions } from './db/transaction.ts';
import { verifyEvidence } from './evidence/verify-store.ts';
import { pathOf } from './files/keep.ts';
import type { AuditEntry } from './http/auditing.ts';
import { systemClock } from './http/clock.ts';
import { prepareInstallation } from './installation.ts';
import { commandLine, programVersion } from './program.ts';
import { loadPlan } from './plans/load.ts';
import { PlanRefused } from './plans/plan-problem.ts';
import { readPlan } from './plans/read-plan.ts';
import { Damage, verifyDatabase } from './verify.ts';

const USAGE = `用法 Usage: ${commandLine()} <command>

  user add --username U --name N --role R [--role R] [--department D] --password-stdin
  plan check FILE
  plan load FILE
  dossier check FILE
  backup FILE
  restore FILE
  verify
  migrate

  R: ${ROLES.join(', ')}
`;

/** A wrong word: prints the usage and exits 2. */
class WrongWord extends Error {}
/** A refusal that was explained in `message`: exits 1. */
class Refused extends Error {}

async function main(words: readonly string[]): Promise<void> {
  const { dataFolder } = readConfig(process.env);
  const [first = '', second = ''] = words;
  switch (first) {
    case 'user':
      if (second === 'add') return userAdd(words.slice(2), dataFolder);
      break;
    case 'plan':
      if (second === 'check') {
        readPlan(oneFile(words.slice(2)));
        return console.log('ok');
      }
      if (second === 'load') return planLoad(oneFile(words.slice(2)), dataFolder);
      break;
    case 'dossier':
      if (second === 'check') return dossierCheck(oneFile(words.slice(2)));
      break;
    case 'backup':
      return backup(oneFile(words.slice(1)), dataFolder);
    case 'restore':
      return restore(oneFile(words.slice(1)), dataFolder);
    case 'verify':
      if (words.length === 1) return verify(dataFolder);
      break;
    case 'migrate':
      if (words.length === 1) return migrate(dataFolder);
      break;
    default:
  }
  throw new WrongWord(words.join(' '));
}

/** `user add`: usable at once; the password comes by standard input, so that no list shows it. */
async function userAdd(words: readonly string[], folder: string): Promise<void> {
  const { values } = parse(words);
  const { username, name, role, department } = values;
  const stdin = values['password-stdin'] === true;
  if (username === undefined || name === undefined || role === undefined || !stdin) {
    throw new WrongWord('user add');
  }
  const roles = role.map((word) => {
    const known = ROLES.find((each) => each === word);
    if (known === undefined) throw new WrongWord(word);
    return known;
  });
  const password = (await readAll(process.stdin)).replace(/\r?\n$/, '');
  await withDatabase(folder, async (database) => {
    await addUser(
      new Transactions(database.kysely),
      new Hasher(),
      { username, name, roles: roles satisfies Role[], departmentId: department ?? null, password },
      { now: systemClock(), address: 'cli' },
    );
  });
  console.log(`${username}: ok`);
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        username: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        department: { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new WrongWord(String(error));
  }
}

function oneFile(words: readonly string[]): string {
  const [file] = words;
  if (file === undefined || words.length > 1) throw new WrongWord(words.join(' '));
  return resolve(file);
}

async function planLoad(path: string, folder: string): Promise<void> {
  const { file, text } = readPlan(path);
  await withDatabase(folder, async (database) => {
    const now = systemClock();
    const outcome = await new Transactions(database.kysely).write(async (db) => {
      const loaded = await loadPlan(db, file, text, now);
      if (loaded !== 'unchanged') {
        const target = { type: 'plan', id: file.document.id };
        await appendAudit(db, byHand('loadPlan', target, { outcome: loaded }, now));
      }
      return loaded;
    });
    console.log(outcome);
  });
}

const FAULTS: Readonly<Record<(typeof DOSSIER_FAULTS)[number], (path: string) => string>> = {
  unreadable: () =>
    '这不是可以读到底的 zip 文件。\nThis is no zip archive that can be read to its end.',
  noManifest: () =>
    '压缩包里没有验收考核卷宗的目录（manifest.json），或目录已被改动。\n' +
    'It has no manifest of a dossier (manifest.json), or one that was changed.',
  absent: (path) => `缺少 ${path}。\n${path} is not in it.`,
  stranger: (path) => `多出 ${path}，目录中没有。\n${path} is in it and not in the manifest.`,
  changed: (path) => `${path} 与目录中的校验码不符。\n${path} is not what the manifest says.`,
};

/** Proves the dossier of an acceptance by itself; its manifest's hash is in the log of who made it. */
async function dossierCheck(file: string): Promise<void> {
  try {
    const { manifest, manifestSha256 } = await checkDossier(file);
    const { planId, year, state, files, missing } = manifest;
    console.log(`${planId} ${year} ${state}, ${files.length} files`);
    for (const { path } of missing) console.log(`missing: ${path}`);
    console.log(`manifest sha256 ${manifestSha256}\nok`);
  } catch (error) {
    if (error instanceof DossierRefused) throw new Refused(FAULTS[error.fault](error.path));
    throw error;
  }
}

/** Whoever holds the machine may do anything, and what they did here is known. */
function byHand(
  action: string,
  target: AuditEntry['target'],
  after: object,
  now: Date,
): AuditEntry {
  return {
    at: now,
    user: null,
    address: 'cli',
    requestId: randomUUID(),
    action,
    target,
    before: null,
    after,
    outcome: 'ok',
  };
}

/** Writes down that everything was taken out, or put in. */
async function recordBackup(folder: string, action: string, after: object): Promise<void> {
  await withOpened(folder, ({ kysely }) =>
    new Transactions(kysely).write((db) =>
      appendAudit(db, byHand(action, null, after, systemClock())),
    ),
  );
}

/** Integrity of the database, of the audit chain, of the readings that it seals, of every file. */
async function verify(folder: string): Promise<void> {
  await withDatabase(folder, async (database) => {
    await verifyDatabase(database);
    await verifyFiles(database, filesFolder(folder));
  });
  console.log('ok');
}

async function verifyFiles({ kysely }: Opened, folder: string): Promise<void> {
  const damaged = await verifyEvidence(new Transactions(kysely), folder, systemClock(), true);
  if (damaged === null) return;
  const file = pathOf(folder, damaged);
  throw new Refused(
    `佐证材料 ${file} 已丢失或损坏。请从备份中取回这份文件。\n` +
      `The evidence ${file} is missing or damaged. Take this file from a backup.`,
  );
}

/** One zip of the whole data folder, checked; also while the server runs. */
async function backup(file: string, folder: string): Promise<void> {
  // Says what is wrong with the folder, or with the program, before anything is copied.
  await withDatabase(folder, async () => undefined);
  const made = await makeArchive({ folder, file, now: systemClock(), version: programVersion() });
  const { damaged } = made.manifest;
  const { size, sha256 } = made;
  await recordBackup(folder, 'makeBackup', {
    kind: 'cli',
    fileName: basename(file),
    size,
    sha256,
  });
  console.log(`${file}\n${made.size} bytes, sha256 ${made.sha256}`);
  if (damaged.length > 0) {
    console.error(
      `有 ${damaged.length} 份佐证材料缺失或已损坏，备份中没有它们：\n` +
        `${damaged.length} files of evidence are missing or damaged, and not in it:\n` +
        damaged.join('\n'),
    );
  }
  console.log('ok');
}

/** Into an empty data folder that no server uses. */
async function restore(file: string, folder: string): Promise<void> {
  const { madeAt, files } = await restoreArchive(file, folder);
  await recordBackup(folder, 'restoreBackup', { fileName: basename(file), madeAt });
  console.log(`${madeAt}, ${files.length} files of evidence\nok`);
}

/** Schema and built-in plan, as a first start; not beside a running server. */
async function migrate(folder: string): Promise<void> {
  makeFolder(folder);
  const letGo = holdFolder(folder);
  try {
    await withOpened(folder, async (database) => {
      await prepareInstallation(database, { now: systemClock, illustrative: false, folder });
    });
  } finally {
    letGo();
  }
  console.log('ok');
}

/** Works on the database of a folder that has been set up. @throws FolderRefused, MigrationRefused */
async function withDatabase(
  folder: string,
  work: (database: Opened) => Promise<void>,
): Promise<void> {
  // Opening makes what is not there, and an empty database is no answer to a mistyped folder.
  if (!existsSync(databaseFile(folder))) {
    throw new FolderRefused(
      `${folder} 里没有数据库。请先启动服务，或运行：${commandLine()} migrate\n` +
        `There is no database in ${folder}. Start the server first, or run: ${commandLine()} migrate`,
    );
  }
  await withOpened(folder, async (database) => {
    requireMigrated(database.connection);
    await work(database);
  });
}

async function withOpened(
  folder: string,
  work: (database: Opened) => Promise<void>,
): Promise<void> {
  const database = openDatabase(databaseFile(folder));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

function describe(problem: Problem): string {
  const details: ProblemDetails = problemDetails(problem);
  const fields = (details.errors ?? []).map((issue) =>
    [issue.pointer, issue.code, ...Object.values(issue.values ?? {})].join(' '),
  );
  return [details.title, ...fields].join('\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof WrongWord) {
    console.error(USAGE);
    process.exitCode = 2;
  } else {
    const explained =
      error instanceof BackupRefused ||
      error instanceof Damage ||
      error instanceof Refused ||
      error instanceof PlanRefused ||
      error instanceof FolderRefused ||
      error instanceof ConfigRefused ||
      error instanceof MigrationRefused;
    if (error instanceof Problem) console.error(describe(error));
    else console.error(explained ? error.message : error);
    process.exitCode = 1;
  }
}
