import type { Input } from '../../shared/endpoint.ts';
import type { NumberField } from '../../shared/number-input.ts';
import type { enterBaseline, Indicator } from '../../shared/plans.ts';
import type { Issue } from '../../shared/problems.ts';
import { refuseBaseline, type StandingSettings } from '../../shared/settings-rules.ts';
import { firstEach, numberIn, unreadable } from './numberBoxes.ts';
import { settable, standingBaseline } from './typedTarget.ts';

/** What stands in the form of a new baseline, to the letter. */
export interface TypedBaseline {
  readonly year: string;
  /** Of a rating: the level, '' while none is chosen. */
  readonly value: string;
  /** The baseline that stands is taken back; no figure takes its place. */
  readonly withdrawn: boolean;
  readonly restated: boolean;
  readonly basis: string;
  readonly documentNumber: string;
}

export function blankBaseline(indicator: Indicator): TypedBaseline {
  return {
    year: String(indicator.baselines[0]?.year ?? indicator.baselineYearSuggested),
    value: '',
    withdrawn: false,
    restated: false,
    basis: '',
    documentNumber: '',
  };
}

export function baselineField(indicator: Indicator): NumberField {
  return { unit: [indicator.unitZh, indicator.unitEn] };
}

/** A year is four digits, full width or half. @example yearIn('２０１５') // 2015 */
export function yearIn(text: string): number | undefined {
  const digits = text.normalize('NFKC').replace(/年$/, '').trim();
  return /^\d{4}$/.test(digits) ? Number(digits) : undefined;
}

export function baselineBody(
  indicator: Indicator,
  typed: TypedBaseline,
): Input<typeof enterBaseline>['body'] {
  const value = typed.withdrawn ? null : numberIn(typed.value, baselineField(indicator));
  const documentNumber = typed.documentNumber.trim();
  // Incomplete until the schema has looked at it.
  return {
    year: yearIn(typed.year),
    value,
    restated: typed.restated && !typed.withdrawn,
    basis: typed.basis,
    documentNumber: documentNumber === '' ? null : documentNumber,
  } as Input<typeof enterBaseline>['body'];
}

/** What the rules and the boxes hold against it, beyond the schema. */
export function baselineIssues(
  indicator: Indicator,
  typed: TypedBaseline,
  thisYear: number,
): Issue[] {
  const field = baselineField(indicator);
  const bad = typed.withdrawn ? [] : unreadable([{ pointer: '/value', text: typed.value, field }]);
  const year = yearIn(typed.year);
  const value = typed.withdrawn ? null : numberIn(typed.value, field);
  const noYear: Issue[] =
    year === undefined && typed.year.trim() !== ''
      ? [{ pointer: '/year', in: 'body', code: 'badFormat' }]
      : [];
  if (year === undefined || value === undefined) return [...bad, ...noYear];
  const rules = refuseBaseline(settable(indicator), { year, value }, standing(indicator), thisYear);
  return firstEach([...bad, ...rules.map((issue): Issue => ({ ...issue, in: 'body' }))]);
}

/** What stands beside the setting that changes, as the rules know it. */
export function standing(indicator: Indicator): StandingSettings {
  const target = indicator.targets[0];
  return {
    targetKind: target?.kind ?? indicator.kind,
    tonnesCut: target?.tonnesCut ?? null,
    baseline: standingBaseline(indicator),
    baselineYearSuggested: indicator.baselineYearSuggested,
    checkpoints: indicator.checkpointSets[0]?.checkpoints ?? [],
  };
}
