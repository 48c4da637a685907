/**
 * What was read from the database, kept for as long as not one row of it changes
 * (server/db/stamp.ts): whoever is given something kept would read the same.
 */
export class WhileUnchanged<V> {
  readonly #stamp: () => string;
  readonly #most: number;
  readonly #kept = new Map<string, V>();
  #asOf = '';

  /** @param most when so many are kept, all are forgotten */
  constructor(stamp: () => string, most: number) {
    this.#stamp = stamp;
    this.#most = most;
  }

  /**
   * undefined: never read, or something changed since.
   * @param asOf a stamp that was taken for the same request, where there is one
   */
  get(key: string, asOf: string = this.#stamp()): V | undefined {
    return asOf === this.#asOf ? this.#kept.get(key) : undefined;
  }

  /** To be called in the transaction that read the value, after the reading; not in one that writes. */
  keep(key: string, value: V): void {
    const asOf = this.#stamp();
    if (asOf !== this.#asOf || this.#kept.size >= this.#most) this.#kept.clear();
    this.#asOf = asOf;
    this.#kept.set(key, value);
  }
}
