import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { BackupRefused } from './backup/backup-refused.ts';
import { newestFile } from './backup/desk.ts';
import { type Config, ConfigRefused, readConfig } from './config.ts';
import { databaseFile, FolderRefused, holdFolder, makeFolder } from './data-folder.ts';
import { MigrationRefused } from './db/migrate.ts';
import { type Opened, openDatabase } from './db/open.ts';
import { prepareEvidence } from './evidence/prepare.ts';
import { type Assets, loadAssets } from './http/assets.ts';
import { systemClock } from './http/clock.ts';
import { prepareDemo } from './demo.ts';
import { prepareInstallation } from './installation.ts';
import { commandLine } from './program.ts';

const CLIENT = fileURLToPath(new URL('../dist/client', import.meta.url));

/** Begins to serve, from the environment; whatever forbids it is said, and ends with 1. */
export async function start(): Promise<void> {
  try {
    await serve();
  } catch (error) {
    const expected =
      error instanceof BackupRefused ||
      error instanceof FolderRefused ||
      error instanceof ConfigRefused ||
      error instanceof MigrationRefused;
    console.error(expected ? error.message : error);
    process.exit(1);
  }
}

async function serve(): Promise<void> {
  const demo = process.argv.includes('--demo');
  const config = readConfig(process.env, demo ? 'demo-data' : 'data');
  makeFolder(config.dataFolder);
  const letGo = holdFolder(config.dataFolder);
  const database = open(config.dataFolder);
  const { setupToken } = await prepareInstallation(database, {
    now: systemClock,
    illustrative: demo,
    folder: config.dataFolder,
  });
  const samples = demo ? await prepareDemo(database, config.dataFolder, setupToken) : null;
  await prepareEvidence(database, config.dataFolder, systemClock());
  const app = await createApp({
    database,
    config,
    assets: builtClient(),
    log: true,
    nightly: !demo,
  });
  // Before anything is printed: who reads the address may send a signal the next moment.
  stopOnSignals(app, database, letGo);
  await listen(app, config);
  giveBackWhatStartingTook();
  const address = publicAddress(app, config);
  console.log(`标尺 Biaochi  ${address}`);
  if (samples !== null) console.log(samples);
  else if (setupToken !== null) {
    console.log(
      `请在24小时内用以下链接设置首位管理员（仅可使用一次）：\n` +
        `Make the first administrator with this link, once, within 24 hours:\n` +
        `${address}/set-up#token=${setupToken}`,
    );
  }
}

/** `npm start` builds the pages first; started by hand without them, the API answers alone. */
function builtClient(): Assets | null {
  if (existsSync(join(CLIENT, 'index.html'))) return loadAssets(CLIENT);
  console.error(
    '页面尚未构建，目前只有接口可用：npm run build\n' +
      'The pages have not been built, so only the API answers: npm run build',
  );
  return null;
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new ConfigRefused(
      `无法在 ${host} 的 ${port} 端口提供服务；可用 BIAOCHI_HOST、BIAOCHI_PORT 另行指定。\n` +
        `Cannot listen on ${host}, port ${port}; BIAOCHI_HOST and BIAOCHI_PORT set others.\n` +
        `(${String(error)})`,
    );
  }
}

function open(folder: string): Opened {
  const file = databaseFile(folder);
  const backup = newestFile(folder);
  try {
    return openDatabase(file);
  } catch (error) {
    throw new FolderRefused(
      `数据库 ${file} 无法打开或已损坏，文件未作任何改动。\n` +
        `请把备份恢复到一个新目录，再用它启动：` +
        `BIAOCHI_DATA=${folder}-restored ${commandLine()} restore ${backup ?? '备份文件'}\n` +
        `The database ${file} cannot be opened or is damaged; it was not touched.\n` +
        `Restore the last backup into a new folder and start with that: ` +
        `BIAOCHI_DATA=${folder}-restored ${commandLine()} restore ${backup ?? 'FILE'}\n` +
        `(${String(error)})`,
    );
  }
}

function publicAddress(app: FastifyInstance, config: Config): string {
  if (config.origin !== null) return config.origin;
  const [bound] = app.addresses();
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const port = typeof bound === 'object' ? bound.port : config.port;
  return `http://${host}:${port}`;
}

const QUIET_MS = 1000;

/** A third of the memory in use now was only needed to start; nothing else would return it. */
function giveBackWhatStartingTook(): void {
  const { gc } = globalThis;
  if (gc === undefined) return;
  setTimeout(
    () => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
    QUIET_MS,
  ).unref();
}

/** How long a request that has begun may take to end; a password waits five seconds at most. */
const PATIENCE_MS = 7000;

/**
 * Finishes what was accepted, closes the database (no -wal is left) and exits 0. Whoever sends a
 * request letter by letter is cut off: a service manager waits ten seconds before it kills.
 */
function stopOnSignals(app: FastifyInstance, database: Opened, letGo: () => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS).unref();
    void (async () => {
      await app.close();
      await database.close();
      letGo();
      process.exit(0);
    })();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
