import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase, type Opened } from '../../server/db/open.ts';
import { watchWrites } from './watch-writes.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: Opened;
  /** Of its own, for what lies beside the database; gone when it is closed. */
  readonly folder: string;
  /** The moment that the server believes it is; set it to move the clock. */
  readonly clock: { now: Date };
  close(): Promise<void>;
}

/** What the tests hash passwords with; the real cost has a test of its own. */
export const LIGHT_COST = { memory: 64, passes: 1 };

/**
 * The real server over an in-memory database (or another one, if it is given), with an empty folder
 * for what lies beside it.
 */
export async function startApp(
  environment: Readonly<Record<string, string>> = {},
  options: Partial<AppOptions> = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'biaochi-app-'));
  const database = options.database ?? openDatabase(':memory:');
  migrate(database.connection);
  const clock = { now: new Date('2019-01-10T01:00:00.000Z') };
  const app = await createApp({
    database,
    config: readConfig({
      BIAOCHI_RATE_LIMIT: '1000000',
      BIAOCHI_DATA: folder,
      ...environment,
    }),
    now: () => clock.now,
    checkAnswers: true,
    hashCost: LIGHT_COST,
    ...options,
  });
  const stopWatching = watchWrites(app, database.connection);
  return {
    app,
    database,
    folder,
    clock,
    async close() {
      const unrecorded = stopWatching();
      if (unrecorded.length > 0) throw new Error(unrecorded.join('\n'));
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
