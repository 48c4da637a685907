import {
  type AnnualReport,
  changeReport,
  getReport,
  type ReportSection,
} from '../../shared/reports.ts';
import { ApiProblem, call } from '../call.ts';
import type { ReportKey } from './api.ts';

/** A part that somebody else wrote at the same time. */
export interface Clash {
  readonly by: string;
  readonly text: string;
}

export interface KeptState {
  /** What stands in the boxes. */
  readonly texts: ReadonlyMap<ReportSection, string>;
  readonly saving: boolean;
  readonly failed: boolean;
  /** Parts that are typed and not on the server. */
  readonly unsent: readonly ReportSection[];
  readonly clashes: ReadonlyMap<ReportSection, Clash>;
  /** When something was saved last; null: nothing was here. */
  readonly savedAt: string | null;
}

/** So long nobody types before it is sent. */
const PAUSE_MS = 1200;
const AGAIN_MS = 5000;

/**
 * The texts of a report between the boxes and the server. What is typed is sent after a pause, with the
 * version that it was typed on; where somebody else wrote into the same part meanwhile, nothing is
 * sent until the writer has chosen.
 */
export class TextKeeper {
  readonly #key: ReportKey;
  readonly #changed: (report: AnnualReport) => void;
  #version: number;
  /** As the server has them. */
  #given: Map<ReportSection, string>;
  #typed = new Map<ReportSection, string>();
  #clashes = new Map<ReportSection, Clash>();
  #saving = false;
  #failed = false;
  #savedAt: string | null = null;
  #sending: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();
  #state: KeptState;

  /** @param changed is told what the server answered */
  constructor(key: ReportKey, report: AnnualReport, changed: (report: AnnualReport) => void) {
    this.#key = key;
    this.#changed = changed;
    this.#version = report.version;
    this.#given = textsOf(report);
    this.#state = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): KeptState => this.#state;

  type(section: ReportSection, text: string): void {
    // While something is on its way, what the server had is no longer what it will have.
    const asGiven = !this.#saving && text === (this.#given.get(section) ?? '');
    if (asGiven) this.#typed.delete(section);
    else this.#typed.set(section, text);
    this.#say();
    this.#later(PAUSE_MS);
  }

  /** Sends at once what is typed: before a file is made, and when a box is left. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sendNext();
  }

  /** The server's newer state, read by the page for another reason. */
  refresh(report: AnnualReport): void {
    if (report.version <= this.#version || this.#saving) return;
    this.#meet(report);
    this.#say();
  }

  keepMine(section: ReportSection): void {
    this.#clashes.delete(section);
    this.#say();
    this.#later(0);
  }

  takeTheirs(section: ReportSection): void {
    this.#clashes.delete(section);
    this.#typed.delete(section);
    this.#say();
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#sendNext(), pause);
  }

  /** Behind whatever is on its way: what was typed since goes with this one. */
  #sendNext(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#send());
    return this.#sending;
  }

  async #send(): Promise<void> {
    const sent = [...this.#typed].filter(([section]) => !this.#clashes.has(section));
    if (sent.length === 0) return;
    this.#saving = true;
    this.#say();
    try {
      const report = await call(
        changeReport,
        { params: this.#key, body: Object.fromEntries(sent) },
        { version: this.#version },
      );
      this.#version = report.version;
      this.#given = textsOf(report);
      this.#savedAt = report.texts.reduce<string | null>(
        (last, { at }) => (last === null || at > last ? at : last),
        null,
      );
      this.#failed = false;
      for (const [section, text] of sent) {
        // Typed on meanwhile: the rest goes with the next.
        if (this.#typed.get(section) === text) this.#typed.delete(section);
      }
      this.#changed(report);
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.#saving = false;
      this.#say();
      if (this.#typed.size > 0) this.#later(this.#failed ? AGAIN_MS : PAUSE_MS);
    }
  }

  async #refused(error: unknown): Promise<void> {
    if (!(error instanceof ApiProblem) || error.code !== 'staleVersion') {
      this.#failed = true;
      return;
    }
    try {
      const report = await call(getReport, { params: this.#key });
      this.#meet(report);
      this.#changed(report);
    } catch {
      this.#failed = true;
    }
  }

  /** Takes what somebody else wrote, and holds what both did against each other. */
  #meet(report: AnnualReport): void {
    const theirs = textsOf(report);
    for (const [section, text] of theirs) {
      const before = this.#given.get(section) ?? '';
      const mine = this.#typed.get(section);
      if (mine === undefined || text === before || text === mine) continue;
      const by = report.texts.find((one) => one.section === section)?.by ?? '';
      this.#clashes.set(section, { by, text });
    }
    this.#version = report.version;
    this.#given = theirs;
  }

  #look(): KeptState {
    return {
      texts: new Map([...this.#given, ...this.#typed]),
      saving: this.#saving,
      failed: this.#failed,
      unsent: [...this.#typed.keys()],
      clashes: new Map(this.#clashes),
      savedAt: this.#savedAt,
    };
  }

  #say(): void {
    this.#state = this.#look();
    for (const listener of this.#listeners) listener();
  }
}

const textsOf = ({ texts }: AnnualReport): Map<ReportSection, string> =>
  new Map(texts.map(({ section, text }) => [section, text]));
