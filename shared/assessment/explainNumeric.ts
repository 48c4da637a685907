import { DEFAULT_DECIMALS, REDUCTION_DECIMALS, reductionFrom, signOf, statedGoal } from './goal.ts';
import {
  comparisonStep,
  figureSteps,
  reasonSteps,
  storedBaseline,
  verdictSteps,
} from './explainFigure.ts';
import { outlookSteps } from './explainOutlook.ts';
import { explainProgress } from './explainProgress.ts';
import { frameOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { given } from './number.ts';
import { roundHalfAway } from './round.ts';
import type { Step } from './steps.ts';
import type { Assessment, NumericTarget } from './types.ts';

/** The steps of a kind with numbers whose target is known. */
export function explainNumeric(target: NumericTarget, assessment: Assessment): Step[] {
  const { targetValue: goal, assessedYear: year, value, status } = assessment;
  const start = [...ruleSteps(target, goal), ...baselineSteps(target, assessment)];
  if (goal === null || year === null || value === null) {
    return [...start, ...figureSteps(assessment), ...reasonSteps(target, assessment)];
  }
  const frame = frameBehind(target, assessment, goal, year, value);
  const met = frame.meets(value);
  const known = [
    ...start,
    ...figureSteps(assessment),
    ...attainmentSteps(frame, assessment, value),
    comparisonStep(value, goal, frame.sign, met),
  ];
  if (status === 'noData') return [...known, ...reasonSteps(target, assessment)];
  return [
    ...known,
    ...verdictSteps(target, assessment),
    ...(met ? metSteps(frame, assessment, value) : []),
    ...reasonSteps(target, assessment),
    ...explainProgress(frame, assessment, { year, value }),
    ...outlookSteps(frame, assessment, { year, value }),
  ];
}

function ruleSteps(target: NumericTarget, goal: number | null): Step[] {
  const { deadline, kind } = target;
  const stated = statedGoal(target);
  if (stated === null) return [];
  switch (kind) {
    case 'atLeast':
      return [{ code: 'ruleAtLeast', target: stated, deadline }];
    case 'atMost':
      return [{ code: 'ruleAtMost', target: stated, deadline }];
    case 'countRange':
      return [{ code: 'ruleCountRange', lower: stated, upper: given(target.upper), deadline }];
    case 'reduction':
      return [{ code: 'ruleReduction', reductionPct: stated, target: goal, deadline }];
  }
}

/** A stored baseline was left out after a break; a completion or maintain mode shows that it was not. */
function brokenAway({ flags, completion, assessedYear }: Assessment): boolean {
  const used =
    completion !== null ||
    assessedYear === null ||
    flags.includes('metAtBaseline') ||
    flags.includes('nearTargetAtBaseline');
  return flags.includes('seriesBreak') && !used;
}

function baselineSteps(target: NumericTarget, assessment: Assessment): Step[] {
  const { year, value } = storedBaseline(target);
  if (value === null) return [{ code: 'baselineMissing', year }];
  const { reason } = assessment;
  if (reason === 'zeroBaseline') return [{ code: 'baselineUnusable', year, value, why: 'zero' }];
  if (reason === 'invalidBaseline') {
    return [{ code: 'baselineUnusable', year, value, why: 'negative' }];
  }
  const broken = reason === 'noBaseline' || brokenAway(assessment);
  return [
    broken
      ? { code: 'baselineUnusable', year, value, why: 'broken' }
      : { code: 'baseline', year, value },
  ];
}

/** The frame an answer was made in, from what the answer says about it. */
function frameBehind(
  target: NumericTarget,
  assessment: Assessment,
  goal: number,
  year: number,
  value: number,
): Frame {
  const { year: baseYear, value: stored } = storedBaseline(target);
  const broken = brokenAway(assessment);
  const dueYear = year + (assessment.lag ?? 0);
  const point = { year, value, provisional: false };
  const series = {
    asOf: dueYear,
    deadline: target.deadline,
    dueYear,
    baseYear,
    baseValue: broken ? null : stored,
    points: [point],
    broken,
    lateBreakYear: null,
  };
  return frameOf(target, series, goal, point);
}

function attainmentSteps(frame: Frame, assessment: Assessment, value: number): Step[] {
  const { target, goal, series } = frame;
  const { kind } = target;
  const { attainment, cumulativeReduction: pct } = assessment;
  const stated = statedGoal(target) ?? goal;
  const steps: Step[] = [];
  if (pct !== null && series.baseValue !== null) {
    steps.push({ code: 'cumulativeReduction', actual: value, baseline: series.baseValue, pct });
  }
  if (attainment !== null) {
    const actual = kind === 'reduction' && pct !== null ? pct : value;
    steps.push({ code: 'attainment', kind, actual, target: stated, share: attainment });
  }
  return steps;
}

/** Whether the excess counts, by how much, and since when it has been met. */
function metSteps(frame: Frame, assessment: Assessment, value: number): Step[] {
  const { overshootPct: pct, attainedYear } = assessment;
  const steps: Step[] = [excessStep(frame, value)];
  if (pct !== null) steps.push({ code: 'overshoot', pct });
  if (attainedYear !== null) steps.push({ code: 'attained', year: attainedYear });
  return steps;
}

function excessStep({ target, goal, sign, series, maintain }: Frame, value: number): Step {
  const { baseValue } = series;
  if (maintain === 'metAtBaseline' && baseValue !== null) {
    return { code: 'excessNotCounted', baseline: baseValue, target: goal };
  }
  if (target.kind === 'countRange') {
    const limit = given(target.upper) ?? goal;
    return { code: 'excessUnits', actual: value, limit, beyond: value > limit };
  }
  if (target.kind === 'reduction' && baseValue !== null) {
    const reduced = reductionFrom(baseValue, value) ?? 0;
    const actualPct = roundHalfAway(reduced, REDUCTION_DECIMALS);
    const targetPct = roundHalfAway(statedGoal(target) ?? 0, REDUCTION_DECIMALS);
    return { code: 'excessReduction', actualPct, targetPct, beyond: actualPct > targetPct };
  }
  const decimals = given(target.decimals) ?? DEFAULT_DECIMALS;
  const actual = roundHalfAway(value, decimals);
  const due = roundHalfAway(goal, decimals);
  const beyond = signOf(target) === 1 ? actual > due : actual < due;
  return { code: 'excess', actual, target: due, decimals, sign, beyond };
}
