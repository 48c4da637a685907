import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Problem } from '../../shared/problems.ts';

const derive = promisify(argon2);

/** What one Argon2id hash costs. */
export interface HashCost {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
}

/**
 * OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. About 80 ms on two cores;
 * the 46 MiB alternative took 110 ms for the same strength.
 */
export const HASH_COST: HashCost = { memory: 19_456, passes: 2 };

const AT_ONCE = 2;
/** Beyond this many waiting, a sign-in is told to come back: five seconds are the most anyone waits. */
const MOST_WAITING = 100;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes passwords and checks them. Slow by design: never inside a transaction. */
export class Hasher {
  readonly #cost: HashCost;
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  /** Nobody's password: what an unknown user name is checked against. */
  readonly #nobody: string;

  constructor(cost: HashCost = HASH_COST) {
    this.#cost = cost;
    this.#nobody = phcOf(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
  }

  /**
   * A PHC string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, so that the cost may change later.
   * @throws Problem busy when too many wait already
   */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return phcOf(this.#cost, salt, await this.#derive(password, salt, this.#cost));
  }

  /**
   * Whether a password is the one behind a PHC string. `null` (no such person) is false, and
   * takes as long to say so.
   * @throws Problem busy when too many wait already
   */
  async verify(phc: string | null, password: string): Promise<boolean> {
    const parts = parsePhc(phc ?? this.#nobody);
    const derived = await this.#derive(password, parts.salt, parts.cost);
    return timingSafeEqual(derived, parts.hash) && phc !== null;
  }

  /** Whether a hash was made at another cost than today's. */
  isOutdated(phc: string): boolean {
    const { cost } = parsePhc(phc);
    return cost.memory !== this.#cost.memory || cost.passes !== this.#cost.passes;
  }

  async #derive(password: string, salt: Buffer, cost: HashCost): Promise<Buffer> {
    await this.#turn();
    try {
      return await derive('argon2id', {
        // The same letters typed on another keyboard are the same password; nothing is cut off.
        message: Buffer.from(password.normalize('NFC'), 'utf8'),
        nonce: salt,
        parallelism: 1,
        tagLength: HASH_BYTES,
        memory: cost.memory,
        passes: cost.passes,
      });
    } finally {
      // The turn is handed on, not given back, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < AT_ONCE) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= MOST_WAITING) throw new Problem('busy', { retryAfter: 5 });
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function phcOf({ memory, passes }: HashCost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${base64(salt)}$${base64(hash)}`;
}

/** @throws Error when the column holds something else: that is damage, not a wrong password */
function parsePhc(phc: string): { cost: HashCost; salt: Buffer; hash: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(phc);
  const [, memory, passes, salt, hash] = match ?? [];
  if (salt === undefined || hash === undefined) throw new Error('not an Argon2id hash');
  return {
    cost: { memory: Number(memory), passes: Number(passes) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
