import { openPoints, type SheetContent } from '../../shared/acceptance-rules.ts';
import { score } from '../../shared/acceptance-score.ts';
import { sensitivity } from '../../shared/acceptance-sensitivity.ts';
import type { DryRun } from '../../shared/acceptance.ts';
import { type BoardInputs, isApproved } from '../../shared/board.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reader } from '../db/transaction.ts';
import type { StoredSheet } from './store.ts';
import { factsOf, knownYear, requirePlanYear } from './year-store.ts';

/**
 * Where the acceptance would stand at the end of a year by one sheet.
 * @throws Problem invalid for a year that is not the plan's or has not come, databaseDamaged
 */
export async function dryRunOf(
  db: Reader,
  { row: { planId }, content }: StoredSheet,
  year: number,
  now: Date,
): Promise<DryRun> {
  const live = await requirePlanYear(db, planId, year, { now, of: 'query' });
  const known = await knownYear(db, live, year);
  const facts = factsOf(known, content.passLine);
  const result = score(content, facts);
  const { board } = known;
  return {
    year,
    sealedAt: board.sealedAt,
    illustrative: board.plan.illustrative,
    items: [...result.items],
    total: result.total,
    gradeLow: result.gradeLow,
    gradeHigh: result.gradeHigh,
    vetoes: [...result.vetoes],
    departments: [...result.departments],
    open: openPoints(content, aboutOf(board, content)),
    swings: sensitivity(content, board.indicators, facts, year),
    years: await yearsOf(db, live, content),
  };
}

/** What of the sheet's own targets makes a silence of the sheet matter. */
function aboutOf({ indicators }: Dashboard, { items }: SheetContent) {
  const named = new Set(items.map(({ indicatorId }) => indicatorId));
  const own = indicators.filter(({ id }) => named.has(id));
  return {
    pending: own.filter(({ assessment }) => assessment.status === 'targetPending').length,
    ranges: own.filter(
      ({ target }) => target.kind === 'countRange' && target.lower !== target.upper,
    ).length,
    tentative: own.filter(({ tentative }) => tentative).length,
  };
}

/** The same sheet over every year that something was approved of. */
async function yearsOf(
  db: Reader,
  live: BoardInputs,
  content: SheetContent,
): Promise<DryRun['years']> {
  const reported = new Set(
    live.indicators.flatMap(({ readings }) => readings.filter(isApproved).map(({ year }) => year)),
  );
  const years: DryRun['years'] = [];
  for (const year of [...reported].sort((a, b) => a - b)) {
    if (year < live.plan.startYear) continue;
    const facts = factsOf(await knownYear(db, live, year), content.passLine);
    const { total, gradeLow, gradeHigh } = score(content, facts);
    years.push({ year, ...total, gradeLow, gradeHigh });
  }
  return years;
}
