import { verifyChainAside } from './audit/verify.ts';
import type { Opened } from './db/open.ts';
import { Transactions } from './db/transaction.ts';
import { Threads } from './files/threads.ts';
import { logFacts, type LogFacts } from './inspection/log-facts.ts';

export interface LogJob {
  /** The database. */
  readonly file: string;
  readonly since: string;
}

const LONGEST_MS = 10 * 60_000;

const threads = new Threads<LogJob>({
  script: new URL('./log-worker.ts', import.meta.url),
  largestHeapMb: 128,
  atOnce: 1,
  mostWaiting: 3,
  tooMuch: 'busy',
});

/**
 * Reads the whole audit log in a thread of its own; one in memory, as tests have it, right here
 * between the requests of others.
 * @param since from when sign-ins and steps of the clock count, UTC
 * @throws Problem busy when others wait for the same, or when it takes more than ten minutes
 */
export async function readLog(database: Opened, since: string): Promise<LogFacts> {
  const { memory, name } = database.connection;
  if (memory) return factsOf(database, since);
  return (await threads.run({ file: name, since }, LONGEST_MS)) as LogFacts;
}

export async function factsOf({ kysely }: Opened, since: string): Promise<LogFacts> {
  const transactions = new Transactions(kysely);
  const verdict = await verifyChainAside(transactions);
  return {
    ...(await transactions.read((db) => logFacts(db, since))),
    log: verdict.ok
      ? { rows: verdict.rows, firstBad: null }
      : { rows: verdict.seq - 1, firstBad: verdict.seq },
  };
}
