import { Agent } from 'node:http';
import Database from 'better-sqlite3';
import { databaseFile } from '../../server/data-folder.ts';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { type Answer, send } from '../bench/writers.ts';

/** Not reported in the demo, so that its readings start as drafts. */
const YEAR = 2020;

/** What the server said that it has kept: version `version` of a reading says `value`. */
export interface Acknowledged {
  readonly readingId: string;
  readonly version: number;
  readonly value: number;
}

/** Clerks who each change a reading of their own, one value after the other, and write down the answers. */
export class Clerks {
  readonly acknowledged: Acknowledged[] = [];
  /** Every value is another one, so that none can stand in for one that was lost. */
  #value = 0;
  readonly #versions: Map<string, number>;
  readonly #cookie: string;

  private constructor(cookie: string, versions: Map<string, number>) {
    this.#cookie = cookie;
    this.#versions = versions;
  }

  /** Begins a draft for each, of the indicators whose figure is one number. */
  static async begin(origin: string, cookie: string, most: number): Promise<Clerks> {
    const agent = new Agent({ keepAlive: true });
    const versions = new Map<string, number>();
    for (const { id, ratio, kind } of readBuiltInPlan().file.indicators) {
      if (versions.size === most) break;
      if (ratio !== null || kind === 'milestone' || kind === 'rating') continue;
      const body = { indicatorId: id, year: YEAR, value: 1 };
      const made = await send(agent, 'POST', `${origin}/api/readings`, body, { cookie });
      // Another department leads this one.
      if (made.status === 403) continue;
      if (made.status === 409) {
        // An earlier run over the same folder began it.
        const url = `${origin}/api/readings?indicatorId=${id}&year=${YEAR}`;
        const known = await fetch(url, { headers: { cookie } });
        const { items } = (await known.json()) as { items: { id: string; version: number }[] };
        for (const reading of items) versions.set(reading.id, reading.version);
        continue;
      }
      if (made.status !== 201) throw new Error(made.text);
      versions.set((JSON.parse(made.text) as { id: string }).id, 1);
    }
    agent.destroy();
    return new Clerks(cookie, versions);
  }

  /** Lets all of them write until the server is gone, or until told. @returns what went wrong */
  async work(origin: string, stop: AbortSignal): Promise<string[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: this.#versions.size });
    const refusals: string[] = [];
    const one = async (readingId: string): Promise<void> => {
      while (!stop.aborted) {
        const answer = await this.#change(agent, origin, readingId);
        // The line broke: whether this one was kept nobody knows.
        if (answer === null) return;
        if (answer.status !== 200) {
          refusals.push(`${answer.status} ${answer.text.slice(0, 200)}`);
          return;
        }
      }
    };
    await Promise.all([...this.#versions.keys()].map(one));
    agent.destroy();
    return refusals;
  }

  /** Lets each of them write once. @throws Error when one was refused */
  async writeEach(origin: string): Promise<void> {
    const agent = new Agent({ keepAlive: true });
    for (const readingId of this.#versions.keys()) {
      const answer = await this.#change(agent, origin, readingId);
      if (answer?.status !== 200) throw new Error(answer?.text ?? 'the line broke');
    }
    agent.destroy();
  }

  /** One change, written down when it was acknowledged. @returns null: the line broke */
  async #change(agent: Agent, origin: string, readingId: string): Promise<Answer | null> {
    const value = (this.#value += 1);
    const version = this.#versions.get(readingId) ?? 1;
    const headers = { cookie: this.#cookie, 'if-match': `"${version}"` };
    const url = `${origin}/api/readings/${readingId}`;
    const answer = await send(agent, 'PATCH', url, { value }, headers).catch(() => null);
    if (answer?.status === 200) {
      this.#versions.set(readingId, version + 1);
      this.acknowledged.push({ readingId, version: version + 1, value });
    }
    return answer;
  }

  /** After a broken line a version may be one further than anybody heard. */
  async readAgain(origin: string): Promise<void> {
    for (const readingId of this.#versions.keys()) {
      const answer = await fetch(`${origin}/api/readings/${readingId}`, {
        headers: { cookie: this.#cookie },
      });
      const { version } = (await answer.json()) as { version: number };
      this.#versions.set(readingId, version);
    }
  }
}

/**
 * Looks into the database of a stopped server for what was acknowledged: the very value at the very
 * version, and the row of the audit log that says so.
 * @returns a sentence for each that is missing
 */
export function lost(folder: string, acknowledged: readonly Acknowledged[]): string[] {
  const database = new Database(databaseFile(folder));
  try {
    const revision = database.prepare<[string, number], { value: number | null }>(
      'select value from reading_revisions where reading_id = ? and version = ?',
    );
    const audited = new Map(
      database
        .prepare<[], { target: string; rows: number }>(
          `select target_id as target, count(*) as rows from audit_log
           where action = 'changeReading' and outcome = 'ok' group by target_id`,
        )
        .all()
        .map(({ target, rows }) => [target, rows]),
    );
    const missing: string[] = [];
    const changes = new Map<string, number>();
    for (const { readingId, version, value } of acknowledged) {
      changes.set(readingId, (changes.get(readingId) ?? 0) + 1);
      const found = revision.get(readingId, version);
      if (found?.value !== value) {
        missing.push(`${readingId} version ${version}: ${value} is ${String(found?.value)}`);
      }
    }
    for (const [readingId, count] of changes) {
      const rows = audited.get(readingId) ?? 0;
      if (rows < count)
        missing.push(`${readingId}: ${count} changes, ${rows} rows of the audit log`);
    }
    return missing;
  } finally {
    database.close();
  }
}
