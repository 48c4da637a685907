import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Queries = Kysely<Tables>;

/** What a GET gets: a handler that writes with it does not compile. */
export type Reader = Pick<Queries, 'selectFrom' | 'with'>;
/** What every other verb gets. Only the database may be awaited while one is held. */
export type Writer = Reader & Pick<Queries, 'insertInto' | 'updateTable' | 'deleteFrom'>;

interface Job {
  run(db: Writer): Promise<void>;
  settle(failure: unknown): void;
}

const MOST_IN_ONE_COMMIT = 32;

const BEGIN = CompiledQuery.raw('begin');
const BEGIN_IMMEDIATE = CompiledQuery.raw('begin immediate');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');
const SAVEPOINT = CompiledQuery.raw('savepoint one');
const RELEASE = CompiledQuery.raw('release one');
const ROLLBACK_TO_SAVEPOINT = CompiledQuery.raw('rollback to one');

/**
 * The only door to the database. Reads see one moment. Writes that wait at the same time share one
 * BEGIN IMMEDIATE … COMMIT, each behind its own savepoint: a refused one takes nothing with it, and
 * nobody hears of success before the commit that makes it durable.
 */
export class Transactions {
  readonly #kysely: Queries;
  readonly #waiting: Job[] = [];
  #draining = false;

  constructor(kysely: Queries) {
    this.#kysely = kysely;
  }

  read<T>(work: (db: Reader) => Promise<T>): Promise<T> {
    return this.#kysely.connection().execute(async (db) => {
      await db.executeQuery(BEGIN);
      try {
        return await work(db);
      } finally {
        await db.executeQuery(ROLLBACK);
      }
    });
  }

  write<T>(work: (db: Writer) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let answer: { readonly value: T } | undefined;
      this.#waiting.push({
        async run(db) {
          answer = { value: await work(db) };
        },
        settle(failure) {
          if (answer === undefined || failure !== undefined) reject(failure);
          else resolve(answer.value);
        },
      });
      if (this.#draining) return;
      this.#draining = true;
      // SQLite answers at once, so nothing below would ever let a second request in. One turn of the
      // event loop reads those that have arrived by now: they share the commit.
      setImmediate(() => void this.#drain());
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const done: { job: Job; failure: unknown }[] = [];
      let broken: unknown;
      try {
        await this.#kysely.connection().execute((db) => this.#commitTogether(db, done));
      } catch (error) {
        broken = error;
      }
      for (const { job, failure } of done) job.settle(failure ?? broken);
      // A BEGIN that fails reaches no job: without this the same error would come round for ever.
      if (broken !== undefined && done.length === 0) this.#waiting.shift()?.settle(broken);
    }
    this.#draining = false;
  }

  async #commitTogether(db: Queries, done: { job: Job; failure: unknown }[]): Promise<void> {
    await db.executeQuery(BEGIN_IMMEDIATE);
    try {
      while (done.length < MOST_IN_ONE_COMMIT) {
        const job = this.#waiting.shift();
        if (job === undefined) break;
        const entry: { job: Job; failure: unknown } = { job, failure: undefined };
        done.push(entry);
        await db.executeQuery(SAVEPOINT);
        try {
          await job.run(db);
          await db.executeQuery(RELEASE);
        } catch (error) {
          entry.failure = error ?? new Error('a write failed without saying why');
          // A full disk rolls everything back by itself: then the savepoint is gone and all fail.
          await db.executeQuery(ROLLBACK_TO_SAVEPOINT).catch(() => Promise.reject(error));
          await db.executeQuery(RELEASE);
        }
      }
      await db.executeQuery(COMMIT);
    } catch (error) {
      // A full disk may have rolled the transaction back already.
      await db.executeQuery(ROLLBACK).catch(() => undefined);
      throw error;
    }
  }
}
