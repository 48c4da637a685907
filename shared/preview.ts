import { assess } from './assessment/assess.ts';
import type { Assessment } from './assessment/types.ts';
import type { BoardReading, EngineTarget, KnownIndicator } from './dashboard.ts';
import { asJudged } from './figure-years.ts';
import { milestoneFacts } from './milestone-facts.ts';
import type { Figures } from './reading-rules.ts';
import { valueOf } from './reading-rules.ts';

type Judged = Pick<KnownIndicator, 'target' | 'readings' | 'multiplier'>;

/**
 * What the board would say of a year if these figures were approved, by the engine that the server
 * uses. The approved figure of that year, if there is one, gives way.
 */
export function previewOf(indicator: Judged, year: number, figures: Figures): Assessment {
  const others = indicator.readings.filter((reading) => reading.year !== year);
  const readings = [...others, boardReading(indicator, year, figures)];
  return assess(targetAt(indicator.target, readings, year), asJudged(readings), year);
}

/** What the path asks for at the end of a year (序时应达值); null: no baseline, or no such thing. */
export function plannedFor(indicator: Judged, year: number): number | null {
  const { target, readings } = indicator;
  if (target.kind === 'milestone' || target.kind === 'directional') return null;
  // The engine tells the plan beside a figure, and it is the same beside any: the latest serves.
  const judged = asJudged(readings);
  const known = judged
    .filter((reading) => reading.year <= year && reading.value !== null)
    .sort((a, b) => a.year - b.year)
    .at(-1);
  const value = known?.value ?? target.baseline.value ?? 0;
  return assess(target, [...judged.filter((one) => one.year < year), { year, value }], year)
    .plannedValue;
}

function boardReading(indicator: Judged, year: number, figures: Figures): BoardReading {
  const absent = figures.absence !== null;
  return {
    id: '',
    year,
    status: 'draft',
    value: absent ? null : (figures.level ?? valueOf(indicator, figures)),
    provisional: figures.dataStatus !== 'final',
    break: figures.scopeChange !== null,
    dataStatus: figures.dataStatus,
    numerator: figures.numerator,
    denominator: figures.denominator,
    absence: figures.absence?.kind ?? null,
    conditions: figures.conditions.map((condition) => ({ ...condition })),
    source: figures.source,
    figureYear: figures.figureYear,
    paper: figures.paper !== null,
    corrections: 0,
  };
}

/** A milestone knows its conditions from the reports, and from nothing else. */
function targetAt(
  target: EngineTarget,
  readings: readonly BoardReading[],
  year: number,
): EngineTarget {
  if (target.kind !== 'milestone') return target;
  const facts = milestoneFacts(readings, year);
  return {
    ...target,
    reportedThrough: facts.reportedThrough,
    conditions: target.conditions.map((condition) => {
      const fact = facts.conditions.find(({ id }) => id === condition.id);
      const { metYear, lostYear } = fact ?? { metYear: null, lostYear: null };
      return { ...condition, metYear, lostYear };
    }),
  };
}
