import { assess } from '../../shared/assessment/assess.ts';
import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import { asJudged } from '../../shared/figure-years.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseYear } from '../../shared/reading-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { type BoardRow, boardRows } from '../plans/store.ts';
import { isApproved, knownOf, targetOf } from './known-store.ts';
import { boardReadings, isIllustrative } from './store.ts';
import { showsUnapproved, type Visibility } from './visibility.ts';

type Readings = readonly BoardReading[];

/**
 * The whole board of a plan as of one year, assessed.
 * @param year null: the latest with an approved reading, else the plan's first
 * @throws Problem notFound, or invalid for a year that is not the plan's
 */
export async function makeBoard(
  db: Reader,
  planId: string,
  year: number | null,
  visibility: Visibility,
): Promise<Dashboard> {
  const rows = await boardRows(db, planId);
  if (rows === null) throw new Problem('notFound');
  const { revision, ...plan } = rows.plan;
  const outside = year === null ? [] : refuseYear(plan, year);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'query' as const })));
  }
  const readings = await boardReadings(db, planId);
  const approvedYears = [...readings.values()].flat().filter(isApproved);
  const defaultYear = Math.max(...approvedYears.map((reading) => reading.year), -Infinity);
  const shown = {
    ...plan,
    defaultYear: Number.isFinite(defaultYear) ? defaultYear : plan.startYear,
  };
  const asOf = year ?? shown.defaultYear;
  return {
    plan: { ...shown, illustrative: await isIllustrative(db) },
    year: asOf,
    revision,
    themes: [...rows.themes],
    departments: [...rows.departments],
    indicators: rows.indicators.map((row) =>
      boardIndicator(row, readings.get(row.id) ?? [], plan.baselineYear, asOf, visibility),
    ),
  };
}

function boardIndicator(
  row: BoardRow,
  all: Readings,
  firstYear: number,
  asOf: number,
  visibility: Visibility,
): BoardIndicator {
  const readings = all.filter(isApproved);
  const known = knownOf(row, readings, asOf);
  const judged = asJudged(readings);
  const named = known.lead.state === 'named' ? (known.lead.departmentIds[0] ?? null) : null;
  const years = Array.from({ length: Math.max(0, asOf - firstYear + 1) }, (_, n) => firstYear + n);
  return {
    ...known,
    unapproved: showsUnapproved(visibility, named) ? all.filter((one) => !isApproved(one)) : [],
    assessment: assess(known.target, judged, asOf),
    history: years.map((year) => {
      // Judged by what was known of conditions then; later figures the engine leaves out itself.
      const { status, flags } = assess(targetOf(row, readings, year), judged, year);
      return { year, status, flags };
    }),
  };
}
