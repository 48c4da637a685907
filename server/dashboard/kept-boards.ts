import type { Prepared } from '../http/serve.ts';

const MOST = 64;

/** Serialised boards, the most lately used ones. What a key does not name must not change them. */
export class KeptBoards {
  readonly #boards = new Map<string, Prepared>();

  get(key: string): Prepared | undefined {
    const board = this.#boards.get(key);
    if (board !== undefined) {
      // A Map keeps the order of insertion: the oldest stands first.
      this.#boards.delete(key);
      this.#boards.set(key, board);
    }
    return board;
  }

  set(key: string, board: Prepared): void {
    this.#boards.set(key, board);
    const [oldest] = this.#boards.keys();
    if (this.#boards.size > MOST && oldest !== undefined) this.#boards.delete(oldest);
  }
}
