import {
  type Facts,
  factOf,
  leastState,
  type Scored,
  score,
} from '../../shared/acceptance-score.ts';
import { openPoints, type SheetContent } from '../../shared/acceptance-rules.ts';
import type { DryRun } from '../../shared/acceptance.ts';
import { sensitivity } from '../../shared/acceptance-sensitivity.ts';
import { type BoardInputs, boardOf, isApproved } from '../../shared/board.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { MEASURE_STATES, type MeasureState } from '../../shared/measures.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import { liveInputs } from '../dashboard/inputs-store.ts';
import type { Reader } from '../db/transaction.ts';
import { listReports } from '../measures/report-store.ts';
import { findPackage } from '../seals/store.ts';
import type { StoredSheet } from './store.ts';

/** What is known of a year, as it was sealed or, before that, as it is approved now. */
interface Known {
  readonly board: Dashboard;
  readonly measures: ReadonlyMap<string, MeasureState | null>;
}

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
  const live = await liveInputs(db, planId);
  if (live === null) throw new Problem('notFound');
  const outside = refuseReadingYear(live.plan, year, now);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'query' as const })));
  }
  const known = await knownOf(db, live, year, now);
  const facts = factsOf(known, content);
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
    years: await yearsOf(db, live, content, now),
  };
}

async function knownOf(db: Reader, live: BoardInputs, year: number, now: Date): Promise<Known> {
  const { id: planId } = live.plan;
  const sealed = await findPackage(db, planId, year);
  const board = boardOf(sealed?.parts.board ?? live, {
    year,
    known: sealed === null ? 'now' : 'reported',
    sealedAt: sealed?.parts.seal.sealedAt ?? null,
    showsUnapproved: () => false,
  });
  const states = new Map<string, (MeasureState | null)[]>();
  for (const { measureId, status, words } of await listReports(db, { planId, year }, now)) {
    if (!isApproved({ status })) continue;
    states.set(measureId, [...(states.get(measureId) ?? []), words.state]);
  }
  const least = (list: readonly (MeasureState | null)[]) => leastState(list, MEASURE_STATES);
  return { board, measures: new Map([...states].map(([id, list]) => [id, least(list)])) };
}

function factsOf({ board, measures }: Known, { passLine }: SheetContent): Facts {
  const targets = new Map(board.indicators.map((one) => [one.id, factOf(one, passLine)]));
  return { targets, measures };
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
  now: Date,
): Promise<DryRun['years']> {
  const reported = new Set(
    live.indicators.flatMap(({ readings }) => readings.filter(isApproved).map(({ year }) => year)),
  );
  const years: DryRun['years'] = [];
  for (const year of [...reported].sort((a, b) => a - b)) {
    if (year < live.plan.startYear) continue;
    const result: Scored = score(content, factsOf(await knownOf(db, live, year, now), content));
    const { total, gradeLow, gradeHigh } = result;
    years.push({ year, ...total, gradeLow, gradeHigh });
  }
  return years;
}
