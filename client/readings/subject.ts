import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { NumberField } from '../../shared/number-input.ts';
import type { Indicator } from '../../shared/plans.ts';
import { type Entry, entryOf, type ReadingSubject } from '../../shared/reading-rules.ts';

/** The fields that take a number. */
export type NumberKey = 'value' | 'numerator' | 'denominator';

/** What a form must know of an indicator to take a figure of it. */
export interface EntrySubject extends ReadingSubject {
  readonly entry: Entry;
  /** What may stand behind each number. */
  readonly fields: Readonly<Record<NumberKey, NumberField>>;
}

/**
 * @param ratio names and units of the parts; null where the indicator is no ratio
 * @example subjectOf(a1, a1Settings.ratio).entry // 'ratio'
 */
export function subjectOf(
  indicator: Pick<
    KnownIndicator,
    'documentKind' | 'unitZh' | 'unitEn' | 'multiplier' | 'levels' | 'conditionNames'
  >,
  ratio: Indicator['ratio'],
): EntrySubject {
  const rules: ReadingSubject = {
    kind: indicator.documentKind,
    unitZh: indicator.unitZh,
    multiplier: indicator.multiplier,
    levels: indicator.levels.map(({ level }) => level),
    conditionIds: indicator.conditionNames.map(({ id }) => id),
  };
  return {
    ...rules,
    entry: entryOf(rules),
    fields: {
      value: { unit: [indicator.unitZh, indicator.unitEn] },
      numerator: { unit: ratio?.numerator.unitZh ?? null },
      denominator: { unit: ratio?.denominator.unitZh ?? null },
    },
  };
}
