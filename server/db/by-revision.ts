import type { Reader } from './transaction.ts';

const AT_A_TIME = 100;

/**
 * What follows from one plan alone, worked out once for each revision of it: a list of all plans then
 * costs what changed since the last time. Only for who reads: in a transaction that is rolled back a
 * revision may stand that the next one gives to something else.
 */
export class KeptByRevision<V> {
  readonly #find: (db: Reader, planIds: readonly string[]) => Promise<ReadonlyMap<string, V>>;
  readonly #kept = new Map<string, { readonly revision: number; readonly value: V }>();

  /** @param find works it out for some plans, in a fixed number of queries */
  constructor(find: (db: Reader, planIds: readonly string[]) => Promise<ReadonlyMap<string, V>>) {
    this.#find = find;
  }

  /** @param revisions of all plans as they stand now, by their ids, read in the same transaction */
  async all(db: Reader, revisions: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, V>> {
    const changed = [...revisions.keys()].filter(
      (id) => this.#kept.get(id)?.revision !== revisions.get(id),
    );
    for (let first = 0; first < changed.length; first += AT_A_TIME) {
      for (const [id, value] of await this.#find(db, changed.slice(first, first + AT_A_TIME))) {
        this.#kept.set(id, { revision: revisions.get(id) ?? 0, value });
      }
    }
    const values = new Map<string, V>();
    for (const id of revisions.keys()) {
      const kept = this.#kept.get(id);
      if (kept !== undefined) values.set(id, kept.value);
    }
    return values;
  }
}
