import { getSession } from '../../shared/accounts.ts';
import { listen, type LiveEvent } from '../../shared/live.ts';
import { call } from '../call.ts';

/** `signedOut`: the line ended with the session, and comes back with the next one. */
export type LiveState = 'connected' | 'reconnecting' | 'signedOut';

const SOONEST_MS = 500;
const LATEST_MS = 10_000;
/** The server is heard every twenty seconds; a line that says less is dead, though nobody hung up. */
const SILENT_MS = 50_000;

/**
 * How long to wait before the next attempt. Each wait is another one, so that two hundred walls do
 * not come back to a server at the same moment.
 * @param failures attempts that failed in a row, 1 and up
 * @param chance 0 to 1
 * @example waitBefore(1, 0.5) // 500
 */
export function waitBefore(failures: number, chance: number): number {
  const full = Math.min(LATEST_MS, SOONEST_MS * 2 ** (failures - 1));
  return Math.round(full * (0.5 + chance));
}

/**
 * The one line of a page to the server's events. Open while somebody listens and the page can be
 * seen: a browser has six connections to a server for all its pages together. It names the last
 * change that it heard of whenever it comes back, so nothing between is missed.
 */
export class LiveLine {
  readonly #handlers = new Set<(event: LiveEvent) => void>();
  readonly #watchers = new Set<() => void>();
  /** Nothing is wrong until the first attempt says so. */
  #state: LiveState = 'connected';
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #silence: ReturnType<typeof setTimeout> | null = null;
  /** Counts the attempts, so that an answer to an old one is not taken for the present. */
  #attempt = 0;
  #failures = 0;
  #lastHeard = '';
  /** The last event of each thing, for whoever comes to an open line. */
  readonly #standing = new Map<string, LiveEvent>();

  get state(): LiveState {
    return this.#state;
  }

  /** @returns ends it */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  /**
   * Hears at once how everything stands, as far as it is known, then every change, those of a break
   * after it. @returns ends it
   */
  listen(handler: (event: LiveEvent) => void): () => void {
    this.#handlers.add(handler);
    for (const event of this.#standing.values()) handler(event);
    if (this.#handlers.size === 1) {
      document.addEventListener('visibilitychange', this.#look);
      globalThis.addEventListener('online', this.#look);
      globalThis.addEventListener('offline', this.#lost);
      this.#look();
    }
    return () => {
      this.#handlers.delete(handler);
      if (this.#handlers.size > 0) return;
      document.removeEventListener('visibilitychange', this.#look);
      globalThis.removeEventListener('online', this.#look);
      globalThis.removeEventListener('offline', this.#lost);
      this.#hangUp();
    };
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'hidden') this.#hangUp();
    else if (this.#source === null) void this.#connect();
  };

  /** The machine has no network: an open line would not notice for minutes. */
  readonly #lost = (): void => {
    this.#hangUp();
    this.#failures += 1;
    this.#become('reconnecting');
    this.#timer = setTimeout(() => void this.#connect(), LATEST_MS);
  };

  #hangUp(): void {
    this.#attempt += 1;
    this.#source?.close();
    this.#source = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = null;
  }

  /** A cable that was pulled ends no line; silence does. */
  #hear(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#failed('reconnecting'), SILENT_MS);
  }

  async #connect(): Promise<void> {
    this.#hangUp();
    const attempt = this.#attempt;
    // An event source does not say why it was refused; after a failure this does.
    const user = this.#failures === 0 ? undefined : await userNow();
    if (attempt !== this.#attempt) return;
    if (user === 'unknown' || user === 'nobody') {
      return this.#failed(user === 'nobody' ? 'signedOut' : 'reconnecting');
    }
    const since = this.#lastHeard === '' ? '' : `?since=${this.#lastHeard}`;
    const source = new EventSource(`${listen.path}${since}`);
    this.#source = source;
    this.#hear();
    source.addEventListener('open', () => {
      this.#failures = 0;
      this.#become('connected');
      this.#hear();
    });
    source.addEventListener('beat', () => this.#hear());
    source.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
      this.#hear();
      this.#lastHeard = lastEventId;
      const event = JSON.parse(data) as LiveEvent;
      this.#standing.set(event.kind === 'board' ? event.planId : event.meetingId, event);
      for (const handler of this.#handlers) handler(event);
    });
    source.addEventListener('error', () => this.#failed('reconnecting'));
  }

  #failed(state: LiveState): void {
    this.#hangUp();
    this.#failures += 1;
    this.#become(state);
    const wait = waitBefore(this.#failures, Math.random());
    this.#timer = setTimeout(() => void this.#connect(), wait);
  }

  #become(state: LiveState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

async function userNow(): Promise<'somebody' | 'nobody' | 'unknown'> {
  try {
    return (await call(getSession, {})).user === null ? 'nobody' : 'somebody';
  } catch {
    return 'unknown';
  }
}
