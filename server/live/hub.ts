import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '../../shared/live.ts';
import type { Transactions } from '../db/transaction.ts';
import { type Change, changesSince, type Published } from './store.ts';

/** How soon a commit is told, of this process or another; the look costs microseconds. */
const LOOK_MS = 50;
/**
 * Keeps gateways from hanging up, tells a page that its line is alive, and is when a listener is asked
 * for their session again.
 */
const BEAT_MS = 20_000;
/** Bytes that may wait for a listener who does not read; a message has about a hundred. */
const MOST_WAITING = 16_384;
/** How many changes somebody is told who comes without knowing any. */
const MOST_AT_FIRST = 100;
/** Without an id, so that nobody's place in the order of changes moves; pages watch for its absence. */
const BEAT = 'event: beat\ndata: 1\n\n';

export interface Listener {
  readonly line: ServerResponse;
  readonly sessionId: string;
  /** The last change that they heard of; null: of none. */
  readonly since: number | null;
  /** Whether the session behind the line still stands; must not prolong it. */
  readonly stands: () => Promise<boolean>;
}

interface Settings {
  readonly transactions: Transactions;
  /** Says whether anything in the database may have changed (server/db/stamp.ts). */
  readonly stamp: () => string;
  readonly onFault: (error: unknown) => void;
  readonly beatMs?: number;
}

/**
 * Everybody who listens, and what changed last. The changes themselves stand in the database
 * (migrations/0013_live.sql): this only looks whether there are new ones, and passes them on.
 */
export class LiveHub {
  readonly #settings: Settings;
  readonly #listeners = new Set<Listener>();
  /** By kind and subject, the latest change last. */
  readonly #changes = new Map<string, Published>();
  #told = 0;
  #asOf = '';
  #looking: Promise<void> | null = null;
  #timers: NodeJS.Timeout[] = [];

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** How many lines are open: of all, or of one session. */
  count(sessionId: string | null = null): number {
    if (sessionId === null) return this.#listeners.size;
    return [...this.#listeners].filter((one) => one.sessionId === sessionId).length;
  }

  /** Reads what changed since the last look and tells every listener. */
  look(): Promise<void> {
    this.#looking ??= this.#read().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #read(): Promise<void> {
    const { transactions, stamp } = this.#settings;
    if (stamp() === this.#asOf) return;
    const news = await transactions.read(async (db) => {
      const changes = await changesSince(db, this.#told);
      this.#asOf = stamp();
      return changes;
    });
    for (const change of news) {
      const key = `${change.kind} ${change.subject}`;
      this.#changes.delete(key);
      this.#changes.set(key, change);
      this.#told = change.sequence;
    }
    const text = textOf(news);
    if (text !== '') for (const listener of this.#listeners) this.#tell(listener, text);
  }

  /**
   * Tells somebody what they have not heard of. Nothing is awaited here: what comes after is told to
   * all, and this line is among them from now on.
   * @param stays false: the line ends after that
   */
  open(listener: Listener, stays: boolean): void {
    const { line, since } = listener;
    // A place that was never given out is from before a backup was restored.
    const from = since === null || since > this.#told ? 0 : since;
    const news = [...this.#changes.values()].filter(({ sequence }) => sequence > from);
    line.write(`retry: 1000\n\n${textOf(news.slice(-MOST_AT_FIRST))}`);
    if (!stays) {
      line.end();
      return;
    }
    this.#listeners.add(listener);
    line.on('close', () => this.#forget(listener));
    if (this.#timers.length > 0) return;
    const { onFault, beatMs = BEAT_MS } = this.#settings;
    this.#timers = [
      setInterval(() => void this.look().catch(onFault), LOOK_MS).unref(),
      setInterval(() => void this.#beat().catch(onFault), beatMs).unref(),
    ];
  }

  /** Asks at once whether the lines of a session may stay open; one that just ended need not wait. */
  async recheck(sessionId: string): Promise<void> {
    for (const listener of this.#listeners) {
      if (listener.sessionId === sessionId && !(await listener.stands())) hangUp(listener.line);
    }
  }

  /** Hangs up on everybody: the server ends, and they come back to the next one. */
  close(): void {
    for (const { line } of this.#listeners) hangUp(line);
  }

  async #beat(): Promise<void> {
    for (const listener of this.#listeners) {
      if (await listener.stands()) this.#tell(listener, BEAT);
      else hangUp(listener.line);
    }
  }

  #tell({ line }: Listener, text: string): void {
    if (line.writableEnded || line.destroyed) return;
    line.write(text);
    // Whoever does not read is cut off, not waited for: they come back and are told what is newer.
    if (line.writableLength > MOST_WAITING) line.destroy();
  }

  #forget(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }
}

/** The answer's end alone would keep the connection for a next request, and the server up with it. */
function hangUp(line: ServerResponse): void {
  const { socket } = line;
  line.end(() => socket?.end());
}

const textOf = (news: readonly Published[]): string =>
  news
    .map((change) => `id: ${change.sequence}\ndata: ${JSON.stringify(eventOf(change))}\n\n`)
    .join('');

function eventOf({ kind, subject, revision }: Change): LiveEvent {
  return kind === 'board'
    ? { kind, planId: subject, revision }
    : { kind, meetingId: subject, revision };
}
