import { OLDEST_LAG } from './decide.ts';
import { given } from './number.ts';
import { DEFAULT_BASE_YEAR } from './series.ts';
import type { ReasonStep, Step } from './steps.ts';
import type { Assessment, Sign, Target } from './types.ts';

/** The stored baseline, usable or not. */
export function storedBaseline(target: Target): { year: number; value: number | null } {
  const { baseline } = target;
  return {
    year: given(baseline?.year) ?? DEFAULT_BASE_YEAR,
    value: given(baseline?.value),
  };
}

/** A target that is still to be assigned: what is known is shown, nothing is judged. */
export function pendingSteps(target: Target, assessment: Assessment): Step[] {
  const { kind, deadline } = target;
  const { flags, value: actual, cumulativeReduction: pct } = assessment;
  const deadlinePassed = flags.includes('deadlinePassed');
  const { value: baseline } = storedBaseline(target);
  const steps: Step[] = [
    { code: 'targetPending', kind, deadline, deadlinePassed },
    ...figureSteps(assessment),
  ];
  if (actual !== null && pct !== null && baseline !== null) {
    steps.push({ code: 'cumulativeReduction', actual, baseline, pct });
  }
  return steps;
}

/** The figure that was looked at, if there is one. */
export function figureSteps(assessment: Assessment): Step[] {
  const { assessedYear: year, lag, value } = assessment;
  if (year === null || lag === null || value === null) return [];
  return [{ code: 'actual', year, value, dueYear: year + lag, lag }];
}

/** The unrounded comparison with the figure that meets the target. */
export function comparisonStep(actual: number, target: number, sign: Sign, met: boolean): Step {
  const difference = sign * (actual - target) + 0;
  return { code: 'comparison', actual, target, sign, difference, met };
}

/** The verdict at the deadline, or nothing where the deadline is still to come. */
export function verdictSteps(target: Target, assessment: Assessment): Step[] {
  const { status, flags, assessedYear: year } = assessment;
  const met = status === 'achieved' || status === 'exceeded';
  if (year === null || (!met && status !== 'missed')) return [];
  if (flags.includes('early') || flags.includes('awaitingFinal')) return [];
  return [{ code: 'verdict', deadline: target.deadline, year, met }];
}

/** Why there is nothing to judge, or why it is not judged yet; empty for a judged status. */
export function reasonSteps(target: Target, assessment: Assessment): ReasonStep[] {
  const { reason, assessedYear: year, lag, status } = assessment;
  const { deadline } = target;
  if (status !== 'noData' && status !== 'inProgress') return [];
  switch (reason) {
    case 'noReadings':
      return [{ code: 'noReadings', deadline }];
    case 'deadlineReadingMissing':
      return [{ code: 'deadlineReadingMissing', deadline, latestYear: year }];
    case 'stale': {
      if (year === null || lag === null) return [];
      return [{ code: 'tooOld', year, dueYear: year + lag, lag, oldest: OLDEST_LAG }];
    }
    case 'zeroBaseline':
    case 'invalidBaseline':
      return [{ code: 'baselineNeeded', reason }];
    case 'noBaseline':
      if (status === 'noData') return [{ code: 'baselineNeeded', reason }];
      return year === null ? [] : [{ code: 'notJudged', reason, year }];
    case 'seriesBreak':
    case 'baselineYear':
    case 'noNodePlan':
      return year === null ? [] : [{ code: 'notJudged', reason, year }];
    case 'nothingDueYet':
    case null:
      return [];
  }
}
