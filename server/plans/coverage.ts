import type { Output } from '../../shared/endpoint.ts';
import { isPending } from '../../shared/engine-target.ts';
import type { getCoverage } from '../../shared/plans.ts';
import type { Reader } from '../db/transaction.ts';
import { findIndicatorsWithoutMeasure, findMeasures } from './plan-store.ts';
import { type BoardRow, boardRows } from './store.ts';

/** A rating without a baseline starts at its lowest level; a milestone has none. */
const NEED_A_BASELINE = ['atLeast', 'atMost', 'countRange', 'reduction', 'directional'];

/** What a plan still lacks before it can be judged; null: no such plan. */
export async function coverageOf(
  db: Reader,
  planId: string,
): Promise<Output<typeof getCoverage> | null> {
  const rows = await boardRows(db, planId);
  if (rows === null) return null;
  const those = (lacks: (row: BoardRow) => boolean) =>
    rows.indicators
      .filter(lacks)
      .map(({ id, code, nameZh, nameEn }) => ({ id, code, nameZh, nameEn }));
  const measures = await findMeasures(db, planId);
  return {
    // As the board counts them: without a lead nobody can enter a figure.
    indicatorsWithoutDepartment: those((row) => row.leadDepartmentIds.length === 0),
    indicatorsWithUndecidedLead: those((row) => row.leadDepartmentIds.length > 1),
    indicatorsWithoutMeasure: await findIndicatorsWithoutMeasure(db, planId),
    indicatorsWithoutBaseline: those(
      (row) => NEED_A_BASELINE.includes(row.target.kind) && (row.baseline?.value ?? null) === null,
    ),
    indicatorsWithPendingTarget: those((row) => isPending(row.target)),
    measuresWithoutIndicator: measures
      .filter(({ indicatorIds }) => indicatorIds.length === 0)
      .map(({ id, number, titleZh, titleEn }) => ({ id, number, titleZh, titleEn })),
  };
}
