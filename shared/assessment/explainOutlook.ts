import type { Frame } from './frame.ts';
import { EPSILON } from './number.ts';
import type { Anchor } from './path.ts';
import type { Step } from './steps.ts';
import { PACE_STATUSES } from './types.ts';
import type { Assessment } from './types.ts';

/** What the checkpoints said, what would help, and where the present speed leads. */
export function outlookSteps(frame: Frame, assessment: Assessment, point: Anchor): Step[] {
  return [
    ...assessment.checkpointResults.map((result): Step => ({ code: 'checkpoint', ...result })),
    ...neededSteps(frame, assessment, point),
    ...requiredSteps(frame, assessment, point),
    ...projectionSteps(frame, assessment),
    ...altPathSteps(frame, assessment),
  ];
}

/** "2 more reach this year's plan": only where a pace was judged and the plan is not reached. */
function neededSteps(frame: Frame, assessment: Assessment, { year, value }: Anchor): Step[] {
  const { plannedValue: planned, status } = assessment;
  const { sign, whole: wholeUnits } = frame;
  if (planned === null || !PACE_STATUSES.some((known) => known === status)) return [];
  const amount = sign * (planned - value);
  if (!(amount > EPSILON)) return [];
  return [{ code: 'neededThisYear', year, amount, planned, actual: value, sign, wholeUnits }];
}

function requiredSteps(frame: Frame, { requiredAnnual }: Assessment, { year }: Anchor): Step[] {
  if (requiredAnnual === null) return [];
  const { deadline } = frame.series;
  const { mode, value: perYear } = requiredAnnual;
  const code = mode === 'amount' ? 'requiredAmount' : 'requiredRate';
  return [{ code, perYear, years: deadline - year, deadline }];
}

function projectionSteps(frame: Frame, { projection }: Assessment): Step[] {
  if (projection === null) return [];
  const { method, scale, n, slope, outlook, confidence, low, high } = projection;
  const { goal: target, series } = frame;
  const { deadline } = series;
  const value = projection.valueAtDeadline;
  const about = { method, scale, n, slope, deadline, value, target, outlook, confidence };
  const steps: Step[] = [{ code: 'projection', ...about }];
  steps.push(
    low === null || high === null
      ? { code: 'noProjectionBand', n }
      : { code: 'projectionBand', deadline, low, high },
  );
  const last = series.points.at(-1);
  if (last !== undefined && !frame.meets(last.value)) {
    steps.push({ code: 'attainmentForecast', year: projection.attainmentYear });
  }
  return steps;
}

function altPathSteps({ shape }: Frame, { altPathStatus, status }: Assessment): Step[] {
  if (altPathStatus === null) return [];
  const other = shape === 'linear' ? 'compound' : 'linear';
  const differs = altPathStatus !== status;
  return [{ code: 'altPath', shape: other, result: altPathStatus, differs }];
}
