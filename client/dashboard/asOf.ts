import { assess } from '../../shared/assessment/assess.ts';
import type { Assessment, Reading } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading, EngineTarget } from '../../shared/dashboard.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { milestoneFacts } from '../../shared/milestone-facts.ts';

/** The figures that the engine reads: a year without a figure on purpose is no figure. */
function engineReadings(readings: readonly BoardReading[]): Reading[] {
  return asJudged(readings)
    .filter(({ absence, value }) => absence === null && value !== null)
    .map(({ year, value, provisional, break: broken }) => ({
      year,
      value,
      provisional,
      break: broken,
    }));
}

/** A milestone is judged by what was known of its conditions then. */
function targetAt(
  target: EngineTarget,
  readings: readonly BoardReading[],
  year: number,
): EngineTarget {
  if (target.kind !== 'milestone') return target;
  const { conditions, reportedThrough } = milestoneFacts(readings, year);
  const known = new Map(conditions.map((each) => [each.id, each]));
  return {
    ...target,
    reportedThrough,
    conditions: target.conditions.map((condition) => ({
      ...condition,
      metYear: known.get(condition.id)?.metYear ?? null,
      lostYear: known.get(condition.id)?.lostYear ?? null,
    })),
  };
}

/**
 * The assessment of an indicator as of any year, by the engine that the server uses.
 */
export function assessedAt(indicator: BoardIndicator, year: number): Assessment {
  const { target, readings } = indicator;
  return assess(targetAt(target, readings, year), engineReadings(readings), year);
}

/**
 * What the board would say of a year if the figure handed in for it were approved; null when none
 * is. `reading` is that figure. It is a preview and is drawn hollow.
 */
export function previewAt(
  indicator: BoardIndicator,
  year: number,
): { reading: BoardReading; assessment: Assessment } | null {
  const reading = indicator.unapproved.find(
    ({ year: of, status }) => of === year && (status === 'submitted' || status === 'signed'),
  );
  if (reading === undefined) return null;
  const readings = [...indicator.readings.filter((each) => each.year !== year), reading];
  const target = targetAt(indicator.target, readings, year);
  return { reading, assessment: assess(target, engineReadings(readings), year) };
}

/**
 * How many conditions of a milestone hold at the end of a year, by the reports up to it.
 * Example: built 2016, operating lost in 2018 → `conditionsMet(reports, 2018)` is 1.
 */
export function conditionsMet(reports: readonly BoardReading[], year: number): number {
  return milestoneFacts(reports, year).conditions.filter(
    ({ metYear, lostYear }) =>
      metYear !== null && metYear <= year && !(lostYear !== null && lostYear <= year),
  ).length;
}
