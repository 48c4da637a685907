import * as z from 'zod/mini';
import { type Facts, factOf, leastState } from '../../shared/acceptance-score.ts';
import type { PassLine } from '../../shared/acceptance-rules.ts';
import { type BoardInputs, boardOf, isApproved } from '../../shared/board.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { MEASURE_STATES, type MeasureState } from '../../shared/measures.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import { type PackageParts, sealedPackage } from '../../shared/seals.ts';
import { liveInputs } from '../dashboard/inputs-store.ts';
import { sha256Of } from '../db/canonical.ts';
import type { Reader } from '../db/transaction.ts';
import { measureDuties, type MeasureDutyRow } from '../measures/duty-store.ts';
import { findPackageText } from '../seals/store.ts';

/** A report on a measure as far as it counts here. */
type Reported = Pick<MeasureDutyRow, 'departmentId'> & {
  readonly measureId: string;
  /** null: not approved. */
  readonly reportId: string | null;
  readonly state: MeasureState | null;
};

/** What is known of a year, as it was sealed or, before that, as it is approved now. */
export interface KnownYear {
  readonly inputs: BoardInputs;
  readonly board: Dashboard;
  /** null: the year is not sealed. */
  readonly seal: { readonly sealedAt: string; readonly sha256: string } | null;
  readonly parts: PackageParts | null;
  /** What was owed on measures, and what is approved of it. */
  readonly reports: readonly Reported[];
}

/**
 * The inputs of a plan, for a year that may be judged.
 * @throws Problem notFound, invalid for a year that is not the plan's or has not come
 */
export async function requirePlanYear(
  db: Reader,
  planId: string,
  year: number,
  { now, of }: { readonly now: Date; readonly of: 'body' | 'query' },
): Promise<BoardInputs> {
  const live = await liveInputs(db, planId);
  if (live === null) throw new Problem('notFound');
  const outside = refuseReadingYear(live.plan, year, now);
  if (outside.length > 0) throw Problem.fields(...outside.map((one) => ({ ...one, in: of })));
  return live;
}

/** @throws Problem databaseDamaged when the package is not what was sealed */
export async function knownYear(db: Reader, live: BoardInputs, year: number): Promise<KnownYear> {
  const planId = live.plan.id;
  const text = await findPackageText(db, planId, year);
  const parts = text === null ? null : z.parse(sealedPackage, JSON.parse(text)).parts;
  const seal =
    text === null || parts === null
      ? null
      : { sealedAt: parts.seal.sealedAt, sha256: sha256Of(text) };
  const inputs = parts?.board ?? approvedOf(live);
  const board = boardOf(inputs, {
    year,
    known: parts === null ? 'now' : 'reported',
    sealedAt: seal?.sealedAt ?? null,
    showsUnapproved: () => false,
  });
  const reports =
    parts?.measures === undefined
      ? (await measureDuties(db, planId, [year])).map(reportedNow)
      : [
          ...parts.measures.reports.map(({ id, measureId, departmentId, state }) => ({
            measureId,
            departmentId,
            reportId: id,
            state,
          })),
          ...parts.measures.unreported.map(({ measureId, departmentId }) => ({
            measureId,
            departmentId,
            reportId: null,
            state: null,
          })),
        ];
  return { inputs, board, seal, parts, reports };
}

/** Drafts stay where they are. */
function approvedOf(live: BoardInputs): BoardInputs {
  return {
    ...live,
    indicators: live.indicators.map((row) => ({
      ...row,
      readings: row.readings.filter(isApproved),
    })),
  };
}

function reportedNow({ measure, departmentId, report }: MeasureDutyRow): Reported {
  const approved = report !== null && isApproved(report);
  return {
    measureId: measure.id,
    departmentId,
    reportId: approved ? report.id : null,
    state: approved ? report.state : null,
  };
}

/** How far each measure is; a measure that nobody has an approved report on is not among them. */
export function measureStates(reports: KnownYear['reports']): Map<string, MeasureState> {
  const states = new Map<string, MeasureState>();
  for (const [measureId, of] of Map.groupBy(reports, (one) => one.measureId)) {
    const least = leastState(
      of.map(({ state }) => state),
      MEASURE_STATES,
    );
    if (least !== null) states.set(measureId, least);
  }
  return states;
}

/** @param passLine of ranges, as the sheet says */
export function factsOf({ board, reports }: KnownYear, passLine: PassLine | null): Facts {
  return {
    targets: new Map(board.indicators.map((one) => [one.id, factOf(one, passLine)])),
    measures: measureStates(reports),
  };
}
