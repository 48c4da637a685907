import type { Step, StepCode, StepOf } from '../../../shared/assessment/steps.ts';
import type { Status } from '../../../shared/assessment/types.ts';

/**
 * Works a status out from the steps alone, with its own arithmetic, the way a reader with a pocket
 * calculator would: no verdict, class or share that a step states is believed, only what went in.
 */
export function byHand(steps: readonly Step[]): Status {
  const find = <Code extends StepCode>(code: Code): StepOf<Code> | undefined =>
    steps.find((step): step is StepOf<Code> => step.code === code);
  const has = (...codes: StepCode[]): boolean => steps.some(({ code }) => codes.includes(code));

  if (has('targetPending')) return 'targetPending';
  if (has('noReadings', 'baselineNeeded', 'deadlineReadingMissing')) return 'noData';
  const old = find('tooOld');
  if (old !== undefined && old.dueYear - old.year > old.oldest) return 'noData';

  const conditions = steps.filter((step) => step.code === 'condition');
  const reported = find('reported');
  if (reported !== undefined) return milestoneByHand(conditions, reported, has('verdict'));

  const direction = find('againstBaseline');
  if (direction !== undefined) {
    const better = direction.sign * (direction.actual - direction.baseline);
    if (has('verdict')) return better > 0 ? 'achieved' : 'missed';
    if (has('notJudged')) return 'inProgress';
    if (better > 0) return 'onTrack';
    return better === 0 ? 'behind' : 'farBehind';
  }

  const comparison = find('comparison');
  if (comparison === undefined) throw new Error('nothing was compared');
  const { actual, target, sign } = comparison;
  if (sign * (actual - target) >= -1e-9 * Math.max(1, Math.abs(target))) return metByHand(steps);
  if (has('verdict')) return 'missed';
  if (has('notJudged')) return 'inProgress';
  return underwayByHand(steps);
}

function metByHand(steps: readonly Step[]): Status {
  for (const step of steps) {
    switch (step.code) {
      case 'excessNotCounted':
        return 'achieved';
      case 'excess':
        return step.sign * (step.actual - step.target) > 0 ? 'exceeded' : 'achieved';
      case 'excessUnits':
        return step.actual > step.limit ? 'exceeded' : 'achieved';
      case 'excessReduction':
        return step.actualPct > step.targetPct ? 'exceeded' : 'achieved';
      case 'excessLevel':
        return step.actual > step.target && step.start < step.target ? 'exceeded' : 'achieved';
      default:
    }
  }
  throw new Error('met, and nothing says whether exceeded');
}

function classOf(ratio: number): Status {
  if (ratio >= 0.95 - 1e-9) return 'onTrack';
  return ratio >= 0.6 - 1e-9 ? 'behind' : 'farBehind';
}

function share(shape: 'linear' | 'compound', value: number, from: number, to: number): number {
  if (shape === 'linear') return (value - from) / (to - from);
  return (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from));
}

function underwayByHand(steps: readonly Step[]): Status {
  let completion: number | null = null;
  let planned: number | null = null;
  for (const step of steps) {
    switch (step.code) {
      case 'maintainRatio':
        return classOf(step.numerator / step.denominator);
      case 'maintainRatioUndefined':
        return 'behind';
      case 'completion':
        completion = share(step.shape, step.actual, step.baseline, step.target);
        break;
      case 'movingAway':
        return 'farBehind';
      case 'plannedOnPath': {
        const { from, to, year } = step;
        const part = (year - from.year) / (to.year - from.year);
        planned =
          step.shape === 'linear'
            ? from.value + (to.value - from.value) * part
            : from.value * (to.value / from.value) ** part;
        break;
      }
      case 'plannedWholeUnits': {
        const units = Math.floor(step.sign * ((planned ?? NaN) - step.baseline) + 1e-9);
        planned = step.baseline + step.sign * units;
        break;
      }
      case 'plannedCompletion':
        if (planned === null || completion === null) throw new Error('no plan before its share');
        planned = share(step.shape, planned, step.baseline, step.target);
        break;
      case 'nothingDue':
        if (completion !== null && planned !== null && planned > 1e-9) break;
        return step.wholeUnits && step.actual === step.baseline ? 'inProgress' : 'onTrack';
      case 'paceRatio':
        return classOf((completion ?? NaN) / (planned ?? NaN));
      case 'plannedLevel':
        planned = step.level;
        break;
      case 'levelGap': {
        const gap = step.planned - step.actual;
        if (gap <= 0) return 'onTrack';
        return gap > 1 ? 'farBehind' : 'behind';
      }
      default:
    }
  }
  throw new Error('nothing decided');
}

function holds(c: StepOf<'condition'>, year: number): boolean {
  return c.metYear !== null && c.metYear <= year && !(c.lostYear !== null && c.lostYear <= year);
}

function milestoneByHand(
  conditions: readonly StepOf<'condition'>[],
  { through, dueYear }: StepOf<'reported'>,
  verdict: boolean,
): Status {
  if (conditions.every((c) => holds(c, dueYear))) return 'achieved';
  if (verdict) return 'missed';
  const due = conditions.filter((c) => c.plannedYear !== null && c.plannedYear <= through);
  const late = due.filter((c) => !holds(c, through));
  if (conditions.every((c) => c.plannedYear === null)) return 'inProgress';
  if (late.some((c) => (c.plannedYear ?? through) < through)) return 'farBehind';
  if (late.length > 0) return 'behind';
  return due.length > 0 || conditions.some((c) => holds(c, through)) ? 'onTrack' : 'inProgress';
}
