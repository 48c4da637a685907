import { lacksBaseline, lacksTarget } from '../../shared/coverage-rules.ts';
import type { Output } from '../../shared/endpoint.ts';
import type { getCoverage } from '../../shared/plans.ts';
import type { Reader } from '../db/transaction.ts';
import { findIndicatorsWithoutMeasure, findMeasures } from './plan-store.ts';
import { type BoardRow, boardRows } from './store.ts';

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
    indicatorsWithoutBaseline: those(lacksBaseline),
    indicatorsWithPendingTarget: those(lacksTarget),
    measuresWithoutIndicator: measures
      .filter(({ indicatorIds }) => indicatorIds.length === 0)
      .map(({ id, number, titleZh, titleEn }) => ({ id, number, titleZh, titleEn })),
  };
}
