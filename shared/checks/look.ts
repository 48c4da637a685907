import {
  type Entry,
  entryOf,
  type Figures,
  type ReadingSubject,
  valueOf,
} from '../reading-rules.ts';
import type { CheckCode } from './codes.ts';
import type { CheckContext, CheckSetting, FindingValues, Part } from './types.ts';

/** What a check looks at, worked out once for all checks of a reading. */
export interface Look {
  readonly subject: ReadingSubject;
  readonly entry: Entry;
  readonly figures: Figures;
  /** In the indicator's unit; null: none is given yet, or a level or conditions say it. */
  readonly value: number | null;
  readonly context: CheckContext;
  /** Of the check that looks. */
  readonly limits: Pick<CheckSetting, 'lower' | 'upper'>;
}

/** One finding without what is the same for all of a check. */
export interface Found<Code extends CheckCode> {
  readonly pointer: string;
  readonly values: FindingValues[Code];
}

/** Looks for one thing; nothing found: an empty list. A figure that is not there is never found. */
export type Check<Code extends CheckCode> = (look: Look) => readonly Found<Code>[];

/** @throws never; the figures may be unfinished, as they are while somebody types. */
export function lookAt(subject: ReadingSubject, figures: Figures, context: CheckContext): Look {
  return {
    subject,
    entry: entryOf(subject),
    figures,
    value: valueOf(subject, figures),
    context,
    limits: { lower: null, upper: null },
  };
}

/** The field that mends a figure: of a computed one, its numerator. */
export function fieldOf({ entry }: Look): string {
  return entry === 'ratio' ? '/numerator' : '/value';
}

/** What is typed as a number, with what was reported a year earlier. */
export function typedNumbers(
  look: Look,
): readonly { readonly part: Part; readonly now: number | null; readonly last: number | null }[] {
  const { entry, figures, value, context } = look;
  if (entry !== 'ratio') return [{ part: 'value', now: value, last: context.lastValue }];
  return (['numerator', 'denominator'] as const).map((part) => ({
    part,
    now: figures[part],
    last: context.last?.[part] ?? null,
  }));
}

/** Far below the last of 15 digits, far above what arithmetic leaves behind. */
const EPSILON = 1e-9;

function slack(...sizes: readonly number[]): number {
  return EPSILON * Math.max(...sizes.map((size) => Math.abs(size)));
}

/**
 * Whether an amount is over a limit. Exactly at it is not over, however the amount was computed.
 * @example exceeds(0.1 + 0.2, 0.3) // false
 */
export function exceeds(amount: number, limit: number): boolean {
  return amount - limit > slack(amount, limit);
}

/** Whether two figures are the same to the last digit. */
export function same(one: number, other: number): boolean {
  return Math.abs(one - other) <= slack(one, other);
}

/**
 * A change in percent of what it started from, with its sign; null: from nothing there is none.
 * @example percentOf(345, 300) // 15
 */
export function percentOf(value: number, from: number): number | null {
  if (from === 0) return null;
  const percent = ((value - from) / Math.abs(from)) * 100;
  return Number.isFinite(percent) ? percent + 0 : null;
}
