import { assess } from '../../shared/assessment/assess.ts';
import type { Assessment, Reading } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading, EngineTarget } from '../../shared/dashboard.ts';

/** The figures that the engine reads: a year without a figure on purpose is no figure. */
function engineReadings(readings: readonly BoardReading[]): Reading[] {
  return readings
    .filter(({ absence, value }) => absence === null && value !== null)
    .map(({ year, value, provisional, break: broken }) => ({
      year,
      value,
      provisional,
      break: broken,
    }));
}

/** A milestone knows its conditions by the latest report that stands in the given years. */
function targetAt(
  target: EngineTarget,
  readings: readonly BoardReading[],
  year: number,
): EngineTarget {
  if (target.kind !== 'milestone') return target;
  const reports = readings
    .filter((each) => each.year <= year && each.absence === null)
    .sort((a, b) => a.year - b.year);
  return { ...target, reportedThrough: reports.at(-1)?.year ?? null };
}

/**
 * The assessment of an indicator as of an earlier year, by the engine that the server uses. `year`
 * must not be later than the year of the board: later readings are not in it.
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
  const reading = indicator.unapproved.find((each) => each.year === year);
  if (reading === undefined) return null;
  const readings = [...indicator.readings.filter((each) => each.year !== year), reading];
  const target = withConditions(targetAt(indicator.target, readings, year), reading);
  return { reading, assessment: assess(target, engineReadings(readings), year) };
}

const yearOf = (day: string | null): number | null =>
  day === null ? null : Number(day.slice(0, 4));

function withConditions(target: EngineTarget, reading: BoardReading): EngineTarget {
  if (target.kind !== 'milestone') return target;
  return {
    ...target,
    conditions: target.conditions.map((condition) => {
      const told = reading.conditions.find(({ id }) => id === condition.id);
      if (told === undefined) return condition;
      return { ...condition, metYear: yearOf(told.metOn), lostYear: yearOf(told.lostOn) };
    }),
  };
}
