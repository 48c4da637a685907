import { reasonSteps, verdictSteps } from './explainFigure.ts';
import { holdsIn, overdueBy } from './milestone.ts';
import { given } from './number.ts';
import type { Step } from './steps.ts';
import type { Assessment, Condition, MilestoneTarget } from './types.ts';

/** The steps of a milestone whose conditions are known. */
export function explainMilestone(target: MilestoneTarget, assessment: Assessment): Step[] {
  const { deadline } = target;
  const conditions = target.conditions ?? [];
  const { assessedYear: through, lag, completion, status, attainedYear } = assessment;
  const rule: Step = { code: 'ruleMilestone', conditions: conditions.length, deadline };
  if (through === null || lag === null || completion === null) {
    return [rule, ...reasonSteps(target, assessment)];
  }
  const year = through + lag;
  const holding = conditions.filter((condition) => holdsIn(condition, year)).length;
  const steps: Step[] = [
    rule,
    { code: 'reported', through, dueYear: year, lag },
    ...conditions.map((condition) => conditionStep(condition, year, through)),
    { code: 'conditionsHolding', year, holding, total: conditions.length, share: completion },
    ...verdictSteps(target, assessment),
    ...reasonSteps(target, assessment),
  ];
  if (attainedYear !== null) steps.push({ code: 'attained', year: attainedYear });
  const underway = status !== 'missed' && status !== 'achieved' && status !== 'noData';
  if (underway && assessment.reason !== 'noNodePlan') {
    steps.push(...nodePlanSteps(conditions, through, assessment));
  }
  return steps;
}

function conditionStep(condition: Condition, year: number, through: number): Step {
  return {
    code: 'condition',
    id: condition.id,
    year,
    holds: holdsIn(condition, year),
    metYear: given(condition.metYear),
    lostYear: given(condition.lostYear),
    plannedYear: given(condition.plannedYear),
    overdue: overdueBy(condition, through),
  };
}

/** What the node plan asked for by the last reported year, and which conditions are due now. */
function nodePlanSteps(
  conditions: readonly Condition[],
  year: number,
  { status }: Assessment,
): Step[] {
  const due = conditions.filter((condition) => {
    const planned = given(condition.plannedYear);
    return planned !== null && planned <= year;
  });
  const late = due.filter((condition) => overdueBy(condition, year) > 0);
  const steps: Step[] = [
    {
      code: 'nodePlan',
      year,
      due: due.length,
      holding: conditions.filter((condition) => holdsIn(condition, year)).length,
      mostOverdue: late.reduce((most, c) => Math.max(most, overdueBy(c, year)), 0),
      result:
        status === 'onTrack' || status === 'behind' || status === 'farBehind'
          ? status
          : 'inProgress',
    },
  ];
  if (late.length === 0) return steps;
  return [...steps, { code: 'neededConditions', year, ids: late.map(({ id }) => id) }];
}
