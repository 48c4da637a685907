import type { Frame } from './frame.ts';
import { NEAR_TARGET_SHARE } from './goal.ts';
import { EPSILON } from './number.ts';
import { PACE_CUTS, paceClass } from './pace.ts';
import { plannedValue, segmentOf, unroundedPlan } from './path.ts';
import type { Anchor, Path } from './path.ts';
import type { Step } from './steps.ts';
import type { Assessment } from './types.ts';

const CUTS = { onTrackFrom: PACE_CUTS.onTrack, behindFrom: PACE_CUTS.behind };

/** How far, and where the status came from it, how far by plan: the chain up to the pace ratio. */
export function explainProgress(frame: Frame, assessment: Assessment, point: Anchor): Step[] {
  const { path, maintain, series } = frame;
  if (path === null) return [];
  const unmet = !frame.meets(point.value);
  const judged = unmet && assessment.status !== 'missed' && point.year > series.baseYear;
  if (maintain !== null) {
    return [...maintainSteps(frame, path), ...(judged ? [keptStep(frame, assessment, point)] : [])];
  }
  const { completion } = assessment;
  if (completion === null) return [];
  const { shape, from, to } = path;
  const way = { shape, baseline: from.value, target: to.value };
  const steps: Step[] = [{ code: 'completion', ...way, actual: point.value, share: completion }];
  if (!judged) return steps;
  if (completion < -EPSILON) {
    return [...steps, { code: 'movingAway', actual: point.value, baseline: from.value }];
  }
  return [...steps, ...planSteps(path, assessment, point), ...paceSteps(path, assessment, point)];
}

function maintainSteps({ goal, maintain }: Frame, path: Path): Step[] {
  const why = maintain === 'metAtBaseline' ? 'met' : 'near';
  const baseline = path.from.value;
  return [{ code: 'maintain', why, baseline, target: goal, nearShare: NEAR_TARGET_SHARE }];
}

function keptStep({ goal, sign }: Frame, { paceRatio }: Assessment, { value }: Anchor): Step {
  if (paceRatio === null) {
    return { code: 'maintainRatioUndefined', actual: value, target: goal, result: 'behind' };
  }
  const [numerator, denominator] = sign === 1 ? [value, goal] : [goal, value];
  const result = paceClass(paceRatio);
  return { code: 'maintainRatio', numerator, denominator, ratio: paceRatio, ...CUTS, result };
}

function planSteps(path: Path, assessment: Assessment, { year }: Anchor): Step[] {
  const { from, to, shape, sign, bends } = path;
  const { timeProgress, plannedCompletion: share } = assessment;
  const unrounded = unroundedPlan(path, year);
  const planned = plannedValue(path, year);
  if (timeProgress === null || unrounded === null || planned === null) return [];
  const [a, b] = segmentOf(path, year);
  const stretch = { from: { ...a }, to: { ...b }, checkpoints: bends.length };
  const baseline = from.value;
  const steps: Step[] = [
    { code: 'timeProgress', year, from: from.year, to: to.year, share: timeProgress },
    { code: 'plannedOnPath', shape, year, ...stretch, value: unrounded },
  ];
  if (path.wholeUnits) {
    steps.push({ code: 'plannedWholeUnits', unrounded, baseline, sign, planned });
  }
  return [
    ...steps,
    { code: 'plannedCompletion', shape, planned, baseline, target: to.value, share },
  ];
}

function paceSteps(path: Path, assessment: Assessment, { value: actual }: Anchor): Step[] {
  const {
    completion,
    plannedCompletion: planned,
    paceRatio: ratio,
    gapPp,
    plannedValue: due,
  } = assessment;
  const steps: Step[] = [];
  if (completion === null) return steps;
  if (planned !== null && gapPp !== null) {
    steps.push({ code: 'gap', completion, planned, pp: gapPp });
  }
  const { wholeUnits, from } = path;
  if (ratio === null) {
    const result = assessment.status === 'inProgress' ? 'inProgress' : 'onTrack';
    const baseline = from.value;
    const step = { wholeUnits, planned: due ?? baseline, baseline, actual, result } as const;
    steps.push({ code: 'nothingDue', ...step });
  } else if (planned !== null) {
    const result = paceClass(ratio);
    steps.push({ code: 'paceRatio', completion, planned, ratio, ...CUTS, result });
  }
  return steps;
}
