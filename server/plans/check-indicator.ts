import { refuseChecks } from '../../shared/checks/setting-rules.ts';
import type { IndicatorPart, PlanFile } from '../../shared/plan-file.ts';
import type { ReadingSubject } from '../../shared/reading-rules.ts';
import type { PlanProblemCode } from './plan-problem.ts';

/** Notes a problem; the pointer is relative to the part that is being checked. */
export type Report = (
  pointer: string,
  code: PlanProblemCode,
  values?: Readonly<Record<string, string | number>>,
) => void;

const NUMERIC = ['atLeast', 'atMost', 'countRange', 'reduction', 'directional'];
const RATIO_KINDS = ['atLeast', 'atMost', 'reduction', 'directional'];
const DIRECTIONS = {
  atLeast: ['up'],
  atMost: ['down'],
  countRange: ['up'],
  reduction: ['down'],
  milestone: ['up'],
  rating: ['up'],
  directional: ['up', 'down'],
} as const satisfies Record<IndicatorPart['kind'], readonly string[]>;
const PERCENT = 100;

/** The rules inside one indicator: its kind decides which of its fields may say something. */
export function checkIndicator(
  indicator: IndicatorPart,
  period: PlanFile['period'] | null,
  report: Report,
): void {
  const { kind } = indicator;
  const numeric = NUMERIC.includes(kind);
  for (const field of ['unitZh', 'unitEn'] as const) {
    if (numeric && indicator[field] === null) report(`/${field}`, 'required');
    if (!numeric && indicator[field] !== null) report(`/${field}`, 'notThisKind', { kind });
  }
  if (kind === 'countRange' ? (indicator.decimals ?? 0) !== 0 : !numeric && indicator.decimals) {
    report('/decimals', 'notThisKind', { kind });
  }
  if (!(DIRECTIONS[kind] as readonly string[]).includes(indicator.direction)) {
    report('/direction', 'notThisKind', { kind });
  }
  if (indicator.incremental && kind !== 'countRange')
    report('/incremental', 'notThisKind', { kind });
  if (indicator.ratio !== null && !RATIO_KINDS.includes(kind)) {
    report('/ratio', 'notThisKind', { kind });
  }
  if (indicator.ratio?.numerator.id === indicator.ratio?.denominator.id && indicator.ratio) {
    report('/ratio/denominator/id', 'duplicate');
  }
  if ((indicator.origin === 'measure') !== (indicator.measureNumber !== null)) {
    report('/measureNumber', 'mismatch', { with: 'origin' });
  }
  checkTarget(indicator, report);
  checkPending(indicator, report);
  checkBaseline(indicator, report);
  checkChecks(indicator, report);
  if (period !== null) checkYears(indicator, period, report);
}

function checkTarget(indicator: IndicatorPart, report: Report): void {
  switch (indicator.kind) {
    case 'atLeast':
    case 'atMost':
      if (isShare(indicator) && (indicator.target.value ?? 0) > PERCENT) {
        report('/target/value', 'aboveHundred');
      }
      return;
    case 'countRange': {
      const { lower, upper } = indicator.target;
      if (upper !== null && lower === null) report('/target/lower', 'required');
      if (upper !== null && lower !== null && upper < lower) {
        report('/target/upper', 'tooSmall', { minimum: lower });
      }
      return;
    }
    case 'milestone':
      reportDuplicates(
        indicator.target.conditions.map(({ id }) => id),
        (at) => report(`/target/conditions/${at}/id`, 'duplicate'),
      );
      return;
    case 'rating': {
      const { levels, targetLevel } = indicator.target;
      reportDuplicates(
        levels.map(({ level }) => level),
        (at) => report(`/target/levels/${at}/level`, 'duplicate'),
      );
      if (targetLevel !== null && !levels.some(({ level }) => level === targetLevel)) {
        report('/target/targetLevel', 'unknownReference', { value: targetLevel });
      }
      return;
    }
    case 'reduction':
    case 'directional':
  }
}

/** The figure that a target of this kind cannot be without; undefined where there is none. */
export function figureOf(indicator: IndicatorPart): number | null | undefined {
  switch (indicator.kind) {
    case 'atLeast':
    case 'atMost':
      return indicator.target.value;
    case 'countRange':
      return indicator.target.lower;
    case 'reduction':
      return indicator.target.reductionPct;
    case 'rating':
      return indicator.target.targetLevel;
    case 'milestone':
    case 'directional':
      return undefined;
  }
}

function checkPending(indicator: IndicatorPart, report: Report): void {
  const { kind, targetExpressions } = indicator;
  const pending = indicator.targetSource === 'pendingAssignment';
  if (pending !== (figureOf(indicator) === null)) {
    report('/targetSource', 'mismatch', { with: 'target' });
  }
  if (targetExpressions === undefined) {
    if (pending && kind === 'reduction') report('/targetExpressions', 'required');
    return;
  }
  if (kind !== 'reduction') report('/targetExpressions', 'notThisKind', { kind });
  reportDuplicates(targetExpressions, (at) => report(`/targetExpressions/${at}`, 'duplicate'));
}

function checkBaseline(indicator: IndicatorPart, report: Report): void {
  const { baseline, kind } = indicator;
  if (baseline === null) return;
  if (kind === 'milestone') report('/baseline', 'notThisKind', { kind });
  if (kind === 'countRange' || kind === 'reduction' || indicator.ratio?.multiplier === PERCENT) {
    if (baseline.value < 0) report('/baseline/value', 'negative');
  }
  if (kind === 'countRange' && !Number.isInteger(baseline.value)) {
    report('/baseline/value', 'notWhole');
  }
  if (isShare(indicator) && baseline.value > PERCENT) report('/baseline/value', 'aboveHundred');
  if (kind === 'rating' && !indicator.target.levels.some(({ level }) => level === baseline.value)) {
    report('/baseline/value', 'unknownReference', { value: baseline.value });
  }
}

function checkChecks(indicator: IndicatorPart, report: Report): void {
  const { checks = [], kind } = indicator;
  for (const { pointer, code, values } of refuseChecks(subjectOf(indicator), checks)) {
    const said = code === 'duplicateKey' ? 'duplicate' : code;
    report(`/checks${pointer}`, said, code === 'notThisKind' ? { kind } : values);
  }
}

/** An indicator of a file as the rules of its readings know it. */
export function subjectOf(indicator: IndicatorPart): ReadingSubject {
  const { kind, unitZh, ratio } = indicator;
  return {
    kind,
    unitZh,
    multiplier: ratio?.multiplier ?? null,
    levels: indicator.kind === 'rating' ? indicator.target.levels.map(({ level }) => level) : [],
    conditionIds:
      indicator.kind === 'milestone' ? indicator.target.conditions.map(({ id }) => id) : [],
  };
}

function checkYears(indicator: IndicatorPart, period: PlanFile['period'], report: Report): void {
  const { deadlineYear } = indicator;
  const within = (pointer: string, year: number, minimum: number, maximum: number) => {
    if (year < minimum || year > maximum) {
      report(pointer, 'yearOutsidePlan', { minimum, maximum });
    }
  };
  const lastBase = deadlineYear - 1;
  within('/deadlineYear', deadlineYear, period.startYear, period.endYear);
  if (indicator.deadlineSource === 'planEnd' && deadlineYear !== period.endYear) {
    report('/deadlineYear', 'mismatch', { with: 'deadlineSource' });
  }
  within('/baselineYearSuggested', indicator.baselineYearSuggested, period.baselineYear, lastBase);
  if (indicator.baseline !== null) {
    within('/baseline/year', indicator.baseline.year, period.baselineYear, lastBase);
  }
  if (indicator.kind !== 'milestone') return;
  for (const [at, { plannedYear }] of indicator.target.conditions.entries()) {
    if (plannedYear === null) continue;
    within(`/target/conditions/${at}/plannedYear`, plannedYear, period.baselineYear, deadlineYear);
  }
}

/** Reported percentages are at most 100. */
function isShare(indicator: IndicatorPart): boolean {
  return indicator.unitZh === '%';
}

/** Calls back with the place of every value that stood before. */
export function reportDuplicates(values: readonly unknown[], found: (at: number) => void): void {
  const seen = new Set<unknown>();
  for (const [at, value] of values.entries()) {
    if (seen.has(value)) found(at);
    seen.add(value);
  }
}
