import { betterBy } from './directional.ts';
import { figureSteps, reasonSteps, storedBaseline, verdictSteps } from './explainFigure.ts';
import { DEFAULT_DECIMALS } from './goal.ts';
import { given } from './number.ts';
import { roundHalfAway } from './round.ts';
import type { Step } from './steps.ts';
import type { Assessment, DirectionalTarget } from './types.ts';

/** The steps of "better than before". */
export function explainDirectional(target: DirectionalTarget, assessment: Assessment): Step[] {
  const { deadline } = target;
  const { value, reason, trendClass } = assessment;
  const base = storedBaseline(target);
  const direction = target.direction === 'down' ? 'down' : 'up';
  const steps: Step[] = [{ code: 'ruleDirectional', direction, deadline }];
  if (base.value === null) steps.push({ code: 'baselineMissing', year: base.year });
  else if (reason === 'noBaseline') {
    steps.push({ code: 'baselineUnusable', year: base.year, value: base.value, why: 'broken' });
  } else steps.push({ code: 'baseline', year: base.year, value: base.value });
  steps.push(...figureSteps(assessment));

  if (base.value !== null && value !== null && reason !== 'noBaseline') {
    const decimals = given(target.decimals) ?? DEFAULT_DECIMALS;
    steps.push({
      code: 'againstBaseline',
      actual: roundHalfAway(value, decimals),
      baseline: roundHalfAway(base.value, decimals),
      decimals,
      sign: direction === 'up' ? 1 : -1,
      better: betterBy(target, value, base.value),
    });
  }
  steps.push(...verdictSteps(target, assessment), ...reasonSteps(target, assessment));
  if (trendClass !== null) steps.push({ code: 'trend', result: trendClass });
  return steps;
}
