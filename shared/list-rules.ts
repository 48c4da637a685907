import type { Kind } from './assessment/types.ts';
import { can } from './permissions.ts';
import type { FieldIssue } from './reading-rules.ts';
import type { RoundState } from './rounds.ts';
import {
  EDITABLE,
  maySee,
  type Person,
  refuseTyping,
  type Seen,
  type StepRefusal,
} from './workflow.ts';

/** What the rules of a list must know of an entry. */
export interface Counted {
  readonly name: string;
  readonly quantity: number;
  readonly baseline: boolean;
}

/**
 * A name folded for comparison: width, case, spaces and the kind of brackets say nothing. Nothing is
 * guessed beyond that: 「某某公司」 and 「某某有限公司」 are two names.
 * @example nameKey('泉州 某某（集团）有限公司') === nameKey('泉州某某(集团)有限公司') // true
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '')
    .replaceAll(/[[【〔{〈《「『]/gu, '(')
    .replaceAll(/[\]】〕}〉》」』]/gu, ')');
}

/**
 * For each entry the place of the first one of the same name; null: it is the first.
 * @example duplicates([{ name: '甲' }, { name: '乙' }, { name: '甲' }]) // [null, null, 0]
 */
export function duplicates(entries: readonly { readonly name: string }[]): (number | null)[] {
  const first = new Map<string, number>();
  return entries.map(({ name }, at) => {
    const key = nameKey(name);
    const known = first.get(key);
    if (known !== undefined) return known;
    first.set(key, at);
    return null;
  });
}

/**
 * What a list counts: the quantities of its distinct names. A name that is listed as one of the
 * baseline anywhere is never counted as new; of the same name twice the larger quantity counts.
 * @example countedOf([{ name: '甲', quantity: 1, baseline: false },
 *   { name: '甲 ', quantity: 1, baseline: false }, { name: '乙', quantity: 1, baseline: true }]) // 1
 */
export function countedOf(entries: readonly Counted[]): number {
  const names = new Map<string, NameTotal>();
  for (const { name, quantity, baseline } of entries) {
    const key = nameKey(name);
    const known = names.get(key);
    names.set(key, {
      quantity: Math.max(quantity, known?.quantity ?? quantity),
      baseline: baseline || known?.baseline === true,
    });
  }
  return sumOfNames([...names.values()]);
}

/** All entries of one name together: the largest quantity, and whether any is of the baseline. */
export interface NameTotal {
  readonly quantity: number;
  readonly baseline: boolean;
}

/** What distinct names add up to. 0.1 + 0.2 is 0.3 on a list of two. */
export function sumOfNames(names: readonly NameTotal[]): number {
  const sum = names.reduce((so, { quantity, baseline }) => (baseline ? so : so + quantity), 0);
  return Number(sum.toPrecision(15));
}

/** A figure of a reading that a list can stand behind. */
export const LISTED_FIELDS = ['value', 'numerator', 'denominator'] as const;
export type ListedField = (typeof LISTED_FIELDS)[number];

/** All that an entry says. */
export interface Listed extends Counted {
  readonly documentNumber: string | null;
  readonly recognisedOn: string | null;
  readonly evidenceId: string | null;
}

/** What one version of a list has beside another, by name. */
export interface ListDifference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  /** The name stayed, something else of the entry did not. */
  readonly changed: readonly { readonly before: T; readonly after: T }[];
}

/**
 * Which members go and which come between two versions of a list. Of a name that stands twice the
 * first entry is told; the order of entries says nothing.
 * @example differenceOf([{ name: '甲', … }], [{ name: '乙', … }])
 * // { added: [乙], removed: [甲], changed: [] }
 */
export function differenceOf<T extends Listed>(
  before: readonly T[],
  after: readonly T[],
): ListDifference<T> {
  const old = byName(before);
  const young = byName(after);
  const changed = [...young].flatMap(([key, entries]) => {
    const were = old.get(key);
    const [first] = entries;
    const [was] = were ?? [];
    if (were === undefined || first === undefined || was === undefined) return [];
    return said(were) === said(entries) ? [] : [{ before: was, after: first }];
  });
  return {
    added: [...young].flatMap(([key, entries]) => (old.has(key) ? [] : entries.slice(0, 1))),
    removed: [...old].flatMap(([key, entries]) => (young.has(key) ? [] : entries.slice(0, 1))),
    changed,
  };
}

/** Whether two versions of a list say the same. */
export function sameEntries(one: readonly Listed[], other: readonly Listed[]): boolean {
  const { added, removed, changed } = differenceOf(one, other);
  return added.length + removed.length + changed.length === 0;
}

function byName<T extends Listed>(entries: readonly T[]): Map<string, T[]> {
  const names = new Map<string, T[]>();
  for (const entry of entries) {
    const key = nameKey(entry.name);
    const known = names.get(key);
    if (known === undefined) names.set(key, [entry]);
    else known.push(entry);
  }
  return names;
}

function said(entries: readonly Listed[]): string {
  return JSON.stringify(
    entries.map(({ name, documentNumber, recognisedOn, quantity, baseline, evidenceId }) => [
      name,
      documentNumber,
      recognisedOn,
      quantity,
      baseline,
      evidenceId,
    ]),
  );
}

/**
 * What is wrong with entries beyond their shape, all at once: only what counts what is new has
 * entries of the baseline, and a file has to be one that the list may name.
 */
export function refuseEntries(
  incremental: boolean,
  files: ReadonlySet<string>,
  entries: readonly Listed[],
): FieldIssue[] {
  return entries.flatMap(({ baseline, evidenceId }, at): FieldIssue[] => [
    ...(baseline && !incremental
      ? [{ pointer: `/entries/${at}/baseline`, code: 'notThisKind' as const }]
      : []),
    ...(evidenceId !== null && !files.has(evidenceId)
      ? [{ pointer: `/entries/${at}/evidenceId`, code: 'unknownReference' as const }]
      : []),
  ]);
}

/** What decides whether an indicator can have a list of its own. */
export interface ListedIndicator {
  readonly kind: Kind;
  /** null: not a ratio. */
  readonly multiplier: number | null;
  readonly decimals: number | null;
}

/**
 * Whether the figure of an indicator can be the count of a list: counts are, and whole amounts may
 * be. The parts of a ratio have lists of their own.
 */
export function takesList({ kind, multiplier, decimals }: ListedIndicator): boolean {
  if (multiplier !== null) return false;
  return kind === 'countRange' || ((kind === 'atLeast' || kind === 'atMost') && decimals === 0);
}

/** An indicator that uses a list, with its reading of the year; null: there is none yet. */
export interface ListUse {
  readonly leadDepartmentId: string | null;
  readonly reading: Seen | null;
}

function leads({ leadDepartmentId }: ListUse, person: Person): boolean {
  return person.departmentId !== null && person.departmentId === leadDepartmentId;
}

/** Whether a person may see a list: they see a reading that it stands behind, or lead one. */
export function maySeeList(uses: readonly ListUse[], person: Person): boolean {
  return uses.some(
    (use) =>
      (use.reading !== null && maySee(use.reading, person)) ||
      (leads(use, person) && can(person.roles, 'readings.seeUnapproved')),
  );
}

/**
 * Why a person may not save a list now; null: they may. Every reading that the list stands behind
 * has to be open: a roster that an approved figure was computed with does not move.
 */
export function refuseList(
  uses: readonly ListUse[],
  round: RoundState,
  person: Person,
): StepRefusal | null {
  const own = uses.filter((use) => leads(use, person));
  if (own.length === 0 || !can(person.roles, 'readings.enter')) return 'forbidden';
  if (round === 'sealed') return 'roundSealed';
  if (uses.some(({ reading }) => reading !== null && !EDITABLE.includes(reading.status))) {
    return 'wrongState';
  }
  const refusals = own.map(({ reading }) => refuseTyping(round, reading?.status ?? null));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}
