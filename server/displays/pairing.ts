import { randomInt } from 'node:crypto';
import { CODE_DIGITS, CODE_MINUTES } from '../../shared/displays.ts';

/** A machine that waits to be paired. */
export interface Waiting {
  readonly code: string;
  readonly tokenHash: Buffer;
  readonly address: string;
  readonly expiresAt: Date;
}

/** Behind a gateway every machine has one address. */
const MOST_OF_ONE_ADDRESS = 10;
const MOST = 200;

/**
 * The codes that wall screens show at this moment. In memory alone: anybody may ask for one, and
 * what strangers ask for is not written down.
 */
export class PairingDesk {
  /** By code, the oldest first. */
  readonly #waiting = new Map<string, Waiting>();

  /** Gives a machine a code that no other has; an address with too many of them loses its oldest. */
  begin(tokenHash: Buffer, address: string, now: Date): Waiting | null {
    this.#sweep(now);
    const others = [...this.#waiting.values()].filter((one) => one.address === address);
    const [oldest] = others;
    if (others.length >= MOST_OF_ONE_ADDRESS && oldest !== undefined) {
      this.#waiting.delete(oldest.code);
    }
    if (this.#waiting.size >= MOST) return null;
    const code = this.#freeCode();
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
    const waiting = { code, tokenHash, address, expiresAt };
    this.#waiting.set(code, waiting);
    return waiting;
  }

  /** The machine that shows a code; null: none does, or not any more. */
  find(code: string, now: Date): Waiting | null {
    this.#sweep(now);
    return this.#waiting.get(code) ?? null;
  }

  #sweep(now: Date): void {
    for (const { code, expiresAt } of this.#waiting.values()) {
      // A clock that was set back must not keep a code alive, either.
      const left = expiresAt.getTime() - now.getTime();
      if (left <= 0 || left > CODE_MINUTES * 60_000) this.#waiting.delete(code);
    }
  }

  #freeCode(): string {
    for (;;) {
      const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
      if (!this.#waiting.has(code)) return code;
    }
  }
}
