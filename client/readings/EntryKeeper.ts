import {
  changeReading,
  createReading,
  listReadings,
  type Reading,
  submitReading,
} from '../../shared/readings.ts';
import { ApiProblem, call } from '../call.ts';
import { draftIssues } from './check.ts';
import { type DraftPlace, forgetDraft, keepDraft, type LocalDraft } from './localDraft.ts';
import { type FieldKey, merge, sameMeaning, takeField } from './merge.ts';
import type { EntrySubject, NumberKey } from './subject.ts';
import { changesSince, type Typed, typedFrom } from './typed.ts';

/** How long nobody must have typed before a draft is sent by itself. */
const PAUSE_MS = 1500;
/** How long after a broken connection it is tried again. */
const RETRY_MS = 10_000;

export interface Clash {
  /** What the server has now. */
  readonly theirs: Typed;
  readonly keys: readonly FieldKey[];
}

export interface EntryState {
  /** As the server last told it; null: nobody started it yet. */
  readonly reading: Reading | null;
  readonly typed: Typed;
  readonly saving: boolean;
  /** Something typed has not reached the server. */
  readonly unsent: boolean;
  /** It cannot be sent as it stands: a number is none, a date is impossible. */
  readonly blocked: boolean;
  /** What stopped the last attempt; null: nothing. */
  readonly problem: unknown;
  readonly clash: Clash | null;
}

/**
 * The draft of one reading between the form and the server: sends it after a pause or when asked,
 * one request at a time, puts together what two people typed, and keeps on this machine whatever
 * has not been sent. Nothing that was typed is ever thrown away by it.
 */
export class EntryKeeper {
  readonly #subject: EntrySubject;
  readonly #place: DraftPlace;
  #state: EntryState;
  /** What the form said when the server was last heard. */
  #base: Typed;
  /** Parts that another row of the page gives: never sent from here. */
  readonly #followed = new Set<NumberKey>();
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param start what the form says before anybody typed: the reading, or a prepared blank */
  constructor(subject: EntrySubject, place: DraftPlace, reading: Reading | null, start: Typed) {
    this.#subject = subject;
    this.#place = place;
    this.#base = start;
    this.#state = {
      reading,
      typed: start,
      saving: false,
      unsent: false,
      blocked: false,
      problem: null,
      clash: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): EntryState => this.#state;

  /** Takes what was typed and sends it after a pause. */
  readonly change = (typed: Typed): void => {
    this.#type(typed);
    this.#later(PAUSE_MS);
  };

  /** Goes on from what was left on this machine. What others changed since comes in by itself. */
  restore(draft: LocalDraft): void {
    const theirs = this.#base;
    const { typed, clashes } = merge(this.#subject, draft.base, draft.typed, theirs);
    if (clashes.length > 0) this.#set({ clash: { theirs, keys: clashes } });
    this.change(typed);
  }

  /**
   * Another row of the page gives this part: it stands here as it stands there, is never sent from
   * here and never clashes. null: it is given here again, beginning with what stands.
   */
  follow(key: NumberKey, text: string | null): void {
    const { typed, reading } = this.#state;
    if (text === null) {
      if (!this.#followed.delete(key)) return;
      // Not begun, it stays so until somebody types: the first save names what stands by itself.
      if (reading !== null) {
        this.#base = { ...this.#base, [key]: typedFrom(this.#subject, reading)[key] };
      }
      this.#type(typed);
      return;
    }
    if (this.#followed.has(key) && typed[key] === text) return;
    this.#followed.add(key);
    this.#base = { ...this.#base, [key]: text };
    this.#type({ ...typed, [key]: text });
  }

  /** Another row of the page changed this reading with its own: what the server has now comes in. */
  async refresh(): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#state.reading === null) return;
    this.#running = this.#catchUp().then(
      () => true,
      () => false,
    );
    await this.#running;
    this.#running = null;
  }

  /** Ends a clash: `mine` of its fields stay, the others become theirs. */
  settle(mine: ReadonlySet<FieldKey>): void {
    const { clash, typed } = this.#state;
    if (clash === null) return;
    const settled = clash.keys
      .filter((key) => !mine.has(key))
      .reduce((form, key) => takeField(key, clash.theirs, form), typed);
    this.#set({ clash: null });
    this.#type(settled);
    void this.save();
  }

  /** Sends what is unsent. true: the server has all that stands in the form. */
  readonly save = (): Promise<boolean> => this.#save(false);

  /**
   * The reading, begun if nobody has: a file needs something to lie beside.
   * @returns null when it could not be begun; the state says why
   */
  readonly begin = async (): Promise<Reading | null> => {
    await this.#save(this.#state.reading === null);
    return this.#state.reading;
  };

  async #save(evenUnchanged: boolean): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running !== null) await this.#running;
    if (!this.#state.unsent && !evenUnchanged) return true;
    if (this.#state.clash !== null || this.#state.blocked) return false;
    const asked = this.#state.typed;
    this.#set({ saving: true, problem: null });
    this.#running = this.#send();
    const sent = await this.#running;
    this.#running = null;
    this.#set({ saving: false });
    // Typed on while it was under way: the pause begins anew.
    const { typed, unsent } = this.#state;
    if (sent && unsent && !sameMeaning(this.#subject, asked, typed)) this.#later(PAUSE_MS);
    return sent && !this.#state.unsent;
  }

  /**
   * Saves and hands in.
   * @throws ApiProblem when the server refuses to take it; a refusal to save is in the state
   * @returns whether it was handed in
   */
  async submit(): Promise<boolean> {
    if (!(await this.save())) return false;
    const { reading, typed } = this.#state;
    if (reading === null) return false;
    try {
      const input = { params: { readingId: reading.id } };
      this.#absorb(await call(submitReading, input, { version: reading.version }), typed);
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'staleVersion') await this.#catchUp();
      throw error;
    }
  }

  /** Another step was taken, or the page read the reading again. */
  readonly take = (reading: Reading): void => {
    const known = this.#state.reading;
    const newer = known === null || reading.version > known.version;
    if (newer && this.#running === null) this.#absorb(reading, null);
  };

  /** The page is left: nothing is sent by itself any more. */
  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<boolean> {
    try {
      const { typed, reading } = this.#state;
      this.#absorb(await this.#request(reading, typed), typed);
      return true;
    } catch (error) {
      if (isOvertaken(error)) {
        try {
          await this.#catchUp();
        } catch (again) {
          return this.#failed(again);
        }
        const { clash, unsent, reading } = this.#state;
        if (clash !== null) return false;
        if (!unsent) return true;
        // Somebody handed it in meanwhile: what was typed here has no place any more.
        if (reading?.editable === false) return this.#failed(new ApiProblem('wrongState'));
        return this.#send();
      }
      return this.#failed(error);
    }
  }

  #request(reading: Reading | null, typed: Typed): Promise<Reading> {
    const changes = changesSince(this.#subject, reading, typed);
    const body = Object.fromEntries(
      Object.entries(changes).filter(([key]) => !this.#isFollowed(key)),
    );
    const { indicatorId, year } = this.#place;
    return reading === null
      ? call(createReading, { body: { ...body, indicatorId, year } })
      : call(
          changeReading,
          { params: { readingId: reading.id }, body },
          { version: reading.version },
        );
  }

  #failed(problem: unknown): false {
    this.#set({ problem });
    if (problem instanceof ApiProblem && problem.code === 'offline') this.#later(RETRY_MS);
    return false;
  }

  /** Reads what somebody else made of it. */
  async #catchUp(): Promise<void> {
    const { indicatorId, year } = this.#place;
    const { items } = await call(listReadings, { query: { indicatorId, year: String(year) } });
    const [reading] = items;
    if (reading === undefined) throw new ApiProblem('notFound');
    this.#absorb(reading, null);
  }

  /**
   * @param sent what this form sent, if that is the answer to it: whatever was typed meanwhile stands
   * against it, even if that is what stood there before. null: somebody else's work
   */
  #absorb(reading: Reading, sent: Typed | null): void {
    const theirs = this.#asFollowed(typedFrom(this.#subject, reading));
    const { typed, clashes } = merge(this.#subject, sent ?? this.#base, this.#state.typed, theirs);
    this.#base = theirs;
    const clash = sent !== null || clashes.length === 0 ? null : { theirs, keys: clashes };
    this.#set({ reading, clash });
    this.#type(typed);
  }

  #type(typed: Typed): void {
    const unsent = !sameMeaning(this.#subject, typed, this.#base);
    const blocked = draftIssues(this.#subject, this.#place.year, typed).length > 0;
    if (unsent) {
      keepDraft(this.#place, { typed, base: this.#base, at: new Date().toISOString() });
    } else {
      forgetDraft(this.#place);
    }
    this.#set({ typed, unsent, blocked, ...(unsent ? {} : { problem: null }) });
  }

  #isFollowed(key: string): boolean {
    return this.#followed.has(key as NumberKey);
  }

  #asFollowed(typed: Typed): Typed {
    const parts = [...this.#followed].map((key) => [key, this.#state.typed[key]]);
    return { ...typed, ...(Object.fromEntries(parts) as Partial<Typed>) };
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  #set(changes: Partial<EntryState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** Somebody was faster: with a change, or with the very first figure. */
function isOvertaken(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (error.code === 'staleVersion' || error.code === 'conflict')
  );
}
