import { refuseFile } from '../../shared/evidence-rules.ts';
import { ApiProblem, randomId } from '../call.ts';
import { Cancelled } from '../transfer.ts';
import type { Shelf } from './shelves.ts';

/** A file on its way, or one that was refused. */
export interface Sending {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** How much has left this machine, 0 to 1. */
  readonly share: number;
  readonly problem: unknown;
}

/** What a queue needs to know and to tell. */
export interface UploadDesk {
  readonly shelf: Pick<Shelf, 'add'>;
  /** What to lie beside, begun if nobody has; null: it could not be, and somebody was told. */
  readonly begin: () => Promise<string | null>;
  readonly onSent: (name: string) => void;
  /** Nothing is on its way any more, and something has arrived. */
  readonly onDone: () => void;
}

/**
 * Files on their way, one after the other: an office line is thin, and a list that fills up in order
 * is easier to follow than five bars at once.
 */
export class UploadQueue {
  #desk: UploadDesk;
  #all: readonly Sending[] = [];
  #running: { readonly id: string; readonly controller: AbortController } | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(desk: UploadDesk) {
    this.#desk = desk;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): readonly Sending[] => this.#all;

  /** The page was drawn anew, and its words and its reading with it. */
  serve(desk: UploadDesk): void {
    this.#desk = desk;
  }

  readonly add = (files: readonly File[]): void => {
    const taken = files.map((file): Sending => {
      const refusal = refuseFile(file);
      return {
        id: randomId(),
        file,
        state: refusal === null ? 'waiting' : 'refused',
        share: 0,
        problem: refusal === null ? null : new ApiProblem(refusal),
      };
    });
    this.#set([...this.#all, ...taken]);
    void this.#work();
  };

  /** Takes a file out, on its way or refused. */
  readonly cancel = (id: string): void => {
    if (this.#running?.id === id) this.#running.controller.abort();
    else this.#remove(id);
  };

  readonly retry = (id: string): void => {
    this.#change(id, { state: 'waiting', problem: null });
    void this.#work();
  };

  /** The page is left: whoever waited does not wait any more. */
  dispose(): void {
    this.#all = [];
    this.#running?.controller.abort();
  }

  async #work(): Promise<void> {
    if (this.#running !== null) return;
    let arrived = false;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      arrived = (await this.#send(next)) || arrived;
    }
    if (arrived) this.#desk.onDone();
  }

  #next(): Sending | undefined {
    return this.#all.find(({ state }) => state === 'waiting');
  }

  async #send({ id, file }: Sending): Promise<boolean> {
    const controller = new AbortController();
    this.#running = { id, controller };
    this.#change(id, { state: 'sending', share: 0 });
    try {
      const beside = await this.#desk.begin();
      if (beside === null) throw new Cancelled();
      const tell = (share: number) => this.#change(id, { share });
      await this.#desk.shelf.add(beside, file, tell, controller.signal);
      this.#remove(id);
      this.#desk.onSent(file.name);
      return true;
    } catch (error) {
      if (error instanceof Cancelled) this.#remove(id);
      else this.#change(id, { state: 'refused', problem: error });
      return false;
    } finally {
      this.#running = null;
    }
  }

  #change(id: string, changes: Partial<Sending>): void {
    this.#set(this.#all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  }

  #remove(id: string): void {
    this.#set(this.#all.filter((one) => one.id !== id));
  }

  #set(all: readonly Sending[]): void {
    this.#all = all;
    for (const listener of this.#listeners) listener();
  }
}
