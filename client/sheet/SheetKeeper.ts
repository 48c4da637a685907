import { findings } from '../../shared/checks/findings.ts';
import type { Finding } from '../../shared/checks/types.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Sheet, SheetRow } from '../../shared/sheet.ts';
import { ApiProblem } from '../call.ts';
import {
  draftIssues,
  EntryKeeper,
  type EntryIssue,
  type EntrySubject,
  type FieldKey,
  figuresIn,
  recallDraft,
  remindersOf,
  roundIssues,
  sameMeaning,
  startOf,
  subjectOf,
  submitIssues,
  takeField,
  type Typed,
} from '../readings/api.ts';
import { cellAt, type Column, type RowShape, shapeOf } from './columns.ts';
import type { PastePlan, PasteRow } from './paste.ts';
import { done, NOTHING_DONE, redone, undone, type UndoStack, type UndoStep } from './undo.ts';

export type Part = 'numerator' | 'denominator';
const PARTS: readonly Part[] = ['numerator', 'denominator'];

/** One row while the sheet is open. */
export interface OpenRow {
  readonly id: string;
  /** As the sheet was last read; its reading goes on in the keeper. */
  given: SheetRow;
  readonly subject: EntrySubject;
  readonly keeper: EntryKeeper;
}

/** One field of one row, before and after; the rest of the two forms does not matter. */
interface CellChange {
  readonly rowId: string;
  readonly key: FieldKey;
  readonly before: Typed;
  readonly after: Typed;
}

/** Where the whole page stands. */
export interface SheetState {
  readonly saving: boolean;
  /** Rows with something that has not reached the server, by id. */
  readonly unsent: readonly string[];
  /** The server cannot be reached: what is unsent is kept on this machine. */
  readonly offline: boolean;
  /** Rows in which somebody has to choose or to mend before they can be saved. */
  readonly stuck: readonly string[];
  /** When a row of the sheet was saved last; null: none ever was. */
  readonly savedAt: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What was found on this machine and put back when the sheet was opened. */
  readonly restored: readonly { readonly rowId: string; readonly at: string }[];
}

interface Use {
  readonly row: OpenRow;
  readonly part: Part;
}

/**
 * The sheet between the grid and the server: a keeper for each row, one history of what was done in
 * all of them, and the parts that several rows have in common.
 */
export class SheetKeeper {
  readonly rows: readonly OpenRow[];
  readonly year: number;
  readonly #mayBegin: boolean;
  /** The year has a round: what the checks find decides about handing in. */
  readonly isBinding: boolean;
  readonly #userId: string;
  /** The uses of each component that more than one row has, in the order of the rows. */
  readonly #shared: readonly (readonly Use[])[];
  #stack: UndoStack<CellChange> = NOTHING_DONE;
  #shown: ReadonlyMap<string, readonly EntryIssue[]> = new Map();
  #reminders: ReadonlyMap<string, readonly Finding[]> = new Map();
  #left = new Map<string, Set<string>>();
  #tried = new Set<string>();
  #restored: SheetState['restored'] = [];
  #readings = new Map<string, Reading>();
  #syncing = false;
  #state: SheetState;
  readonly #listeners = new Set<() => void>();
  readonly #savedListeners = new Set<(reading: Reading) => void>();

  constructor(sheet: Sheet, userId: string) {
    this.year = sheet.year;
    this.#mayBegin = sheet.mayBegin;
    this.isBinding = sheet.round.state !== 'none';
    this.#userId = userId;
    this.rows = sheet.rows.map((given) => openRow(given, sheet.year, userId));
    for (const { id, keeper } of this.rows) {
      const { reading } = keeper.snapshot();
      if (reading !== null) this.#readings.set(id, reading);
    }
    this.#shared = sharedParts(this.rows);
    this.#sync();
    this.#state = this.#told();
    for (const row of this.rows) row.keeper.subscribe(() => this.#heard(row));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SheetState => this.#state;

  /** Calls back with every reading that the server answered to a save. */
  onSaved(listener: (reading: Reading) => void): () => void {
    this.#savedListeners.add(listener);
    return () => this.#savedListeners.delete(listener);
  }

  rowOf(id: string): OpenRow | undefined {
    return this.rows.find((row) => row.id === id);
  }

  /** Whether the one who sits here may type into a row now. */
  isOpen({ keeper }: OpenRow): boolean {
    const { reading } = keeper.snapshot();
    return reading === null ? this.#mayBegin : reading.editable;
  }

  /** The row that gives a part which this one only shows; null: it is typed here. */
  leaderOf(row: OpenRow, part: Part): OpenRow | null {
    const uses = this.#shared.find((all) =>
      all.some((use) => use.row === row && use.part === part),
    );
    const leader = uses === undefined ? null : leaderAmong(uses);
    return leader === null || leader.row === row ? null : leader.row;
  }

  /** What the columns of a row hold now; null: it is closed. */
  shapeOf(row: OpenRow): RowShape | null {
    if (!this.isOpen(row)) return null;
    const following = PARTS.filter((part) => this.leaderOf(row, part) !== null);
    return shapeOf(row.subject, row.keeper.snapshot().typed, following);
  }

  pasteRows(): PasteRow[] {
    return this.rows.map((row) => ({
      id: row.id,
      subject: row.subject,
      typed: row.keeper.snapshot().typed,
      shape: this.shapeOf(row),
    }));
  }

  /** What is wrong with a row, as far as it may be said: of the fields that were left. */
  shownOf(rowId: string): readonly EntryIssue[] {
    return this.#shown.get(rowId) ?? NO_ISSUES;
  }

  /** What the checks remind of in a row, as far as it may be said. */
  remindersOf(rowId: string): readonly Finding[] {
    return this.#reminders.get(rowId) ?? NO_FINDINGS;
  }

  /** Takes what was typed. @param visit typing on in one visit to a cell is one step to take back */
  change(
    row: OpenRow,
    keys: readonly FieldKey[],
    changes: Partial<Typed>,
    visit: number | null,
  ): void {
    const before = row.keeper.snapshot().typed;
    const after = { ...before, ...changes };
    this.#did({ changes: keys.map((key) => ({ rowId: row.id, key, before, after })), visit });
    row.keeper.change(after);
  }

  /** Does what a paste was planned to do, in one step. */
  apply(plan: PastePlan): void {
    const changes = plan.after.flatMap(({ rowId, typed }): CellChange[] => {
      const row = this.rowOf(rowId);
      if (row === undefined) return [];
      const before = row.keeper.snapshot().typed;
      const shape = this.shapeOf(row);
      return plan.cells
        .filter((cell) => cell.rowId === rowId && cell.fate !== 'closed')
        .flatMap(({ column }) => (shape === null ? [] : keysAt(shape, column)))
        .map((key) => ({ rowId, key, before, after: typed }));
    });
    this.#did({ changes, visit: null });
    for (const { rowId, typed } of plan.after) this.rowOf(rowId)?.keeper.change(typed);
    for (const { rowId, column } of plan.cells) this.left(rowId, `/${column}`);
  }

  /** Takes the latest step back. @returns where it was; null: there is none */
  undo(): { rowId: string; key: FieldKey } | null {
    return this.#move(undone(this.#stack), 'before');
  }

  redo(): { rowId: string; key: FieldKey } | null {
    return this.#move(redone(this.#stack), 'after');
  }

  /** Takes back what was typed in this visit to a cell; nothing where nothing was. */
  revert(visit: number): void {
    const last = this.#stack.past[this.#stack.past.length - 1];
    if (last?.visit !== visit) return;
    this.undo();
    this.#stack = { ...this.#stack, future: [] };
    this.#emit();
  }

  /** A field was left: what is wrong with it may be said now. null: none in particular. */
  left(rowId: string, pointer: string | null): void {
    if (pointer !== null) {
      const seen = this.#left.get(rowId) ?? new Set();
      this.#left.set(rowId, seen.add(pointer));
    }
    this.#judge();
  }

  /** Handing in is tried: everything may be said of these rows. @returns what is wrong, by row */
  tryAll(rowIds: readonly string[]): ReadonlyMap<string, readonly EntryIssue[]> {
    for (const id of rowIds) this.#tried.add(id);
    this.#judge();
    return this.#shown;
  }

  /** All that keeps a row from being handed in. */
  issuesOf(row: OpenRow): readonly EntryIssue[] {
    const { typed } = row.keeper.snapshot();
    return this.isBinding
      ? roundIssues(row.subject, this.year, typed, this.#findingsOf(row))
      : submitIssues(row.subject, this.year, typed);
  }

  /** Whether anybody began a row: there is a reading, or something stands in it. */
  isBegun({ keeper }: OpenRow): boolean {
    const { reading, unsent } = keeper.snapshot();
    return reading !== null || unsent;
  }

  /** Sends everything that is unsent. true: the server has all of it. */
  readonly save = async (): Promise<boolean> => {
    const open = this.rows.filter((row) => this.isOpen(row));
    const sent = await Promise.all(open.map(({ keeper }) => keeper.save()));
    return sent.every(Boolean);
  };

  /** Puts back what was left on this machine when the page was closed. To be called once it is drawn. */
  restore(): void {
    for (const row of this.rows) {
      if (!this.isOpen(row)) continue;
      const place = { userId: this.#userId, year: this.year, indicatorId: row.id };
      const draft = recallDraft(place);
      if (draft === null || sameMeaning(row.subject, draft.typed, row.keeper.snapshot().typed)) {
        continue;
      }
      this.#restored = [...this.#restored, { rowId: row.id, at: draft.at }];
      row.keeper.restore(draft);
    }
    this.#emit();
  }

  /** The sheet was read again. */
  take(rows: readonly SheetRow[]): void {
    for (const given of rows) {
      const row = this.rowOf(given.indicator.id);
      if (row === undefined) continue;
      row.given = given;
      if (given.reading !== null) row.keeper.take(given.reading);
    }
    this.#judge();
  }

  dispose(): void {
    for (const { keeper } of this.rows) keeper.dispose();
  }

  #did(step: UndoStep<CellChange>): void {
    if (step.changes.length === 0) return;
    this.#stack = done(this.#stack, step, joined);
    this.#emit();
  }

  #move(
    moved: ReturnType<typeof undone<CellChange>>,
    side: 'before' | 'after',
  ): { rowId: string; key: FieldKey } | null {
    if (moved === null) return null;
    this.#stack = moved.stack;
    const { changes } = moved.step;
    // No field is twice in one step, so their order is nothing.
    for (const { rowId, key, [side]: form } of changes) {
      const row = this.rowOf(rowId);
      if (row === undefined || !this.isOpen(row)) continue;
      row.keeper.change(takeField(key, form, row.keeper.snapshot().typed));
    }
    this.#judge();
    const [first] = changes;
    return first === undefined ? null : { rowId: first.rowId, key: first.key };
  }

  /** A row changed: those that show its parts change with it, and so does the page. */
  #heard(row: OpenRow): void {
    const { reading } = row.keeper.snapshot();
    const before = this.#readings.get(row.id);
    this.#sync();
    if (reading !== null && reading.version !== before?.version) {
      this.#readings.set(row.id, reading);
      for (const listener of this.#savedListeners) listener(reading);
      for (const part of PARTS) {
        if (before !== undefined && before[part] === reading[part]) continue;
        for (const follower of this.#followersOf(row, part)) void follower.keeper.refresh();
      }
    }
    this.#emit();
  }

  #followersOf(row: OpenRow, part: Part): OpenRow[] {
    const uses = this.#shared.find((all) =>
      all.some((use) => use.row === row && use.part === part),
    );
    if (uses === undefined || leaderAmong(uses)?.row !== row) return [];
    return uses.filter((use) => use.row !== row).map((use) => use.row);
  }

  /** Every row shows a shared part as its leader has it. */
  #sync(): void {
    if (this.#syncing) return;
    this.#syncing = true;
    for (const uses of this.#shared) {
      const leader = leaderAmong(uses);
      for (const use of uses) {
        const text =
          leader === null || use === leader
            ? null
            : leader.row.keeper.snapshot().typed[leader.part];
        use.row.keeper.follow(use.part, text);
      }
    }
    this.#syncing = false;
  }

  #judge(): void {
    const judged = this.rows.map((row): [string, readonly EntryIssue[]] => {
      const before = this.shownOf(row.id);
      return [row.id, unlessSame(before, this.#judgedOf(row))];
    });
    const reminded = this.rows.map((row): [string, readonly Finding[]] => {
      const before = this.remindersOf(row.id);
      return [row.id, unlessSame(before, this.#remindedOf(row))];
    });
    this.#shown = new Map(judged);
    this.#reminders = new Map(reminded);
    this.#emit();
  }

  #findingsOf({ subject, keeper, given }: OpenRow): readonly Finding[] {
    return findings(subject, figuresIn(subject, keeper.snapshot().typed), given.checks);
  }

  #remindedOf(row: OpenRow): readonly Finding[] {
    const tried = this.#tried.has(row.id);
    const left = this.#left.get(row.id);
    if (!this.isOpen(row) || !this.isBegun(row) || (left === undefined && !tried)) {
      return NO_FINDINGS;
    }
    const issues = tried
      ? this.issuesOf(row)
      : draftIssues(row.subject, this.year, row.keeper.snapshot().typed);
    const wasLeft = (pointer: string) => tried || left?.has(pointer) === true;
    const found = remindersOf(this.#findingsOf(row), issues, wasLeft);
    // Files come last: nobody is called for them while figures are still to be typed.
    const early =
      !tried && submitIssues(row.subject, this.year, row.keeper.snapshot().typed).length > 0;
    return early ? found.filter(({ pointer }) => pointer !== '/evidence') : found;
  }

  #judgedOf(row: OpenRow): readonly EntryIssue[] {
    if (!this.isOpen(row)) return NO_ISSUES;
    if (this.#tried.has(row.id)) return this.issuesOf(row);
    const left = this.#left.get(row.id);
    if (left === undefined) return NO_ISSUES;
    const issues = draftIssues(row.subject, this.year, row.keeper.snapshot().typed);
    return issues.filter(({ pointer }) => left.has(pointer));
  }

  #told(): SheetState {
    const states = this.rows.map(({ id, keeper }) => ({ id, ...keeper.snapshot() }));
    const unsent = states.filter((state) => state.unsent);
    const ids = (some: typeof states) => some.map(({ id }) => id);
    const saved = states.flatMap(({ reading }) => reading?.changed?.at ?? []).sort();
    return {
      saving: states.some((state) => state.saving),
      unsent: ids(unsent),
      offline: unsent.some(({ problem }) => isOffline(problem)),
      stuck: ids(
        unsent.filter(
          ({ clash, blocked, problem }) =>
            clash !== null || blocked || (problem !== null && !isOffline(problem)),
        ),
      ),
      savedAt: saved[saved.length - 1] ?? null,
      canUndo: this.#stack.past.length > 0,
      canRedo: this.#stack.future.length > 0,
      restored: this.#restored,
    };
  }

  #emit(): void {
    const told = this.#told();
    // A key press that changes nothing for the page draws nothing but its row.
    if (JSON.stringify(told) !== JSON.stringify(this.#state)) this.#state = told;
    for (const listener of this.#listeners) listener();
  }
}

const NO_FINDINGS: readonly Finding[] = [];
const NO_ISSUES: readonly EntryIssue[] = [];

function isOffline(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'offline';
}

function openRow(given: SheetRow, year: number, userId: string): OpenRow {
  const { indicator, ratio, reading, standing } = given;
  const subject = subjectOf(indicator, ratio);
  // Behind an absence the parts still stand: taken back, it must not take them away.
  const told = reading === null || reading.absence === null ? reading : { ...reading, ...standing };
  const start = startOf(subject, indicator, year, told, standing);
  const place = { userId, year, indicatorId: indicator.id };
  return {
    id: indicator.id,
    given,
    subject,
    keeper: new EntryKeeper(subject, place, reading, start),
  };
}

function sharedParts(rows: readonly OpenRow[]): Use[][] {
  const uses = new Map<string, Use[]>();
  for (const row of rows) {
    for (const part of PARTS) {
      const id = row.given.ratio?.[part].id;
      if (id !== undefined) uses.set(id, [...(uses.get(id) ?? []), { row, part }]);
    }
  }
  return [...uses.values()].filter((all) => all.length > 1);
}

/** The first row that has a figure at all gives the part. */
function leaderAmong(uses: readonly Use[]): Use | null {
  return uses.find(({ row }) => row.keeper.snapshot().typed.absence === null) ?? null;
}

/** The fields behind a cell. */
export function keysAt(shape: RowShape, column: Column): FieldKey[] {
  switch (cellAt(shape, column)) {
    case 'number':
      return [column];
    case 'absenceReason':
      return ['absence'];
    case 'dataStatus':
      return ['absence', 'dataStatus'];
    case 'level':
    case 'ground':
    case 'source':
    case 'note':
      return [cellAt(shape, column) as FieldKey];
    default:
      return [];
  }
}

function joined(older: readonly CellChange[], newer: readonly CellChange[]): CellChange[] {
  const same = (a: CellChange, b: CellChange) => a.rowId === b.rowId && a.key === b.key;
  return [
    ...older.filter((old) => !newer.some((change) => same(old, change))),
    ...newer.map((change) => ({
      ...change,
      before: older.find((old) => same(old, change))?.before ?? change.before,
    })),
  ];
}

/** The list that was there where the new one says the same: nothing is drawn anew for it. */
function unlessSame<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return JSON.stringify(now) === JSON.stringify(before) ? before : now;
}
