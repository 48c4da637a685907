import { explainDirectional } from './explainDirectional.ts';
import { pendingSteps } from './explainFigure.ts';
import { explainMilestone } from './explainMilestone.ts';
import { explainNumeric } from './explainNumeric.ts';
import { explainRating } from './explainRating.ts';
import type { Step } from './steps.ts';
import type { Assessment, Flag, Target } from './types.ts';

/**
 * The steps that made a status, in the order in which a person would work it out by hand, each
 * with its numbers and without a word: the page, the wall and the report put the same steps into
 * either language. `assessment` must be the answer of `assess` for the same `target`.
 *
 * The first step is always the rule, the last always `status`. Together the steps are enough to
 * work the status out again.
 *
 * Example: at least 100 by 2020 from 20 in 2015, with 70 in 2018 → ruleAtLeast, baseline, actual,
 * attainment, comparison, completion, timeProgress, plannedOnPath, plannedCompletion, gap,
 * paceRatio, …, status.
 */
export function explain(target: Target, assessment: Assessment): Step[] {
  const { status, reason } = assessment;
  return [
    ...kindSteps(target, assessment),
    ...flagSteps(assessment),
    { code: 'status', status, reason },
  ];
}

function kindSteps(target: Target, assessment: Assessment): Step[] {
  if (assessment.status === 'targetPending') {
    return pendingSteps(target, assessment);
  }
  switch (target.kind) {
    case 'milestone':
      return explainMilestone(target, assessment);
    case 'rating':
      return explainRating(target, assessment);
    case 'directional':
      return explainDirectional(target, assessment);
    case 'atLeast':
    case 'atMost':
    case 'countRange':
    case 'reduction':
      return explainNumeric(target, assessment);
  }
}

/** Flags that have a step of their own, with more to say. */
const TOLD_ELSEWHERE: readonly Flag[] = [
  'metAtBaseline',
  'nearTargetAtBaseline',
  'movingAway',
  'deadlinePassed',
];

function flagSteps({ flags, attainedYear, assessedYear }: Assessment): Step[] {
  const told = flags.filter((flag) => !TOLD_ELSEWHERE.includes(flag));
  return told.map((flag) => ({ code: 'flag', flag, year: yearOf(flag) }));

  function yearOf(flag: Flag): number | null {
    if (flag === 'early') return attainedYear;
    return flag === 'stale' || flag === 'carriedForward' || flag === 'provisional'
      ? assessedYear
      : null;
  }
}
