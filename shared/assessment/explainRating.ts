import {
  comparisonStep,
  figureSteps,
  reasonSteps,
  storedBaseline,
  verdictSteps,
} from './explainFigure.ts';
import { EPSILON, given, reaches } from './number.ts';
import { LOWEST_LEVEL } from './rating.ts';
import type { Step } from './steps.ts';
import type { Assessment, RatingTarget } from './types.ts';

/** The steps of a rating whose target level is known. */
export function explainRating(target: RatingTarget, assessment: Assessment): Step[] {
  const { deadline } = target;
  const goal = given(target.targetLevel) ?? LOWEST_LEVEL;
  const { value, assessedYear: year, status, attainedYear } = assessment;
  const start = startLevel(target, assessment, goal);
  const steps: Step[] = [
    { code: 'ruleRating', target: goal, deadline },
    ...startSteps(target, start),
    ...figureSteps(assessment),
  ];
  if (value === null || year === null) return [...steps, ...reasonSteps(target, assessment)];

  const met = reaches(value, goal, 1);
  steps.push(comparisonStep(value, goal, 1, met));
  if (status === 'noData') return [...steps, ...reasonSteps(target, assessment)];
  steps.push(...verdictSteps(target, assessment));
  if (met) {
    const beyond = value > goal && start < goal;
    steps.push({ code: 'excessLevel', actual: value, target: goal, start, beyond });
    if (attainedYear !== null) steps.push({ code: 'attained', year: attainedYear });
    return steps;
  }
  steps.push(...reasonSteps(target, assessment));
  const judged = status !== 'missed' && assessment.reason !== 'baselineYear';
  return judged ? [...steps, ...levelSteps(target, assessment, start, goal)] : steps;
}

/** The level the path started from: the stored one, or the lowest where there is none to compare. */
function startLevel(target: RatingTarget, { flags, value, completion }: Assessment, goal: number) {
  const stored = storedBaseline(target).value;
  if (stored === null || value === null || !flags.includes('seriesBreak')) {
    return stored ?? LOWEST_LEVEL;
  }
  const fromStored = stored === goal ? null : given((value - stored) / (goal - stored));
  return fromStored === completion ? stored : LOWEST_LEVEL;
}

function startSteps(target: RatingTarget, start: number): Step[] {
  const { year, value } = storedBaseline(target);
  if (value === start) return [{ code: 'baseline', year, value }];
  const assumed: Step = { code: 'lowestLevelAssumed', year, level: LOWEST_LEVEL };
  return value === null
    ? [assumed]
    : [{ code: 'baselineUnusable', year, value, why: 'broken' }, assumed];
}

/** The level due, and how many are missing. */
function levelSteps(
  target: RatingTarget,
  assessment: Assessment,
  start: number,
  goal: number,
): Step[] {
  const { value, assessedYear: year, plannedValue: planned, timeProgress: elapsed } = assessment;
  if (value === null || year === null || planned === null) return [];
  if (value < start - EPSILON) return [{ code: 'movingAway', actual: value, baseline: start }];

  const source = (target.plan ?? []).length > 0 ? 'plan' : 'steps';
  const due = { code: 'plannedLevel', source, year, start, target: goal, elapsed } as const;
  const steps: Step[] = [{ ...due, level: planned }];
  if (assessment.reason === 'nothingDueYet') {
    const none = { wholeUnits: true, planned, baseline: start, actual: value } as const;
    return [...steps, { code: 'nothingDue', ...none, result: 'inProgress' }];
  }
  const gap = planned - value;
  const late = gap > 1 + EPSILON ? 'farBehind' : 'behind';
  const result = reaches(value, planned, 1) ? 'onTrack' : late;
  steps.push({ code: 'levelGap', actual: value, planned, gap, result });
  if (result !== 'onTrack') {
    const needed = { year, amount: gap, planned, actual: value, sign: 1 } as const;
    steps.push({ code: 'neededThisYear', ...needed, wholeUnits: true });
  }
  return steps;
}
