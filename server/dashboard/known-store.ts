import type { BoardReading, EngineTarget, KnownIndicator } from '../../shared/dashboard.ts';
import { toEngineTarget } from '../../shared/engine-target.ts';
import { milestoneFacts } from '../../shared/milestone-facts.ts';
import type { Reader } from '../db/transaction.ts';
import { type BoardRow, type BoardRows, boardRows } from '../plans/store.ts';
import { boardReadings } from './store.ts';

export const isApproved = ({ status }: Pick<BoardReading, 'status'>): boolean =>
  status === 'approved' || status === 'sealed';

export interface KnownPlan extends Pick<BoardRows, 'plan' | 'departments'> {
  /** By theme, then in the document's order. */
  readonly indicators: readonly KnownIndicator[];
}

/**
 * What is known of every indicator of a plan before a year of it is judged, in a fixed number of
 * queries.
 * @returns null when there is no such plan
 */
export async function knownPlan(
  db: Reader,
  planId: string,
  asOf: number,
): Promise<KnownPlan | null> {
  const rows = await boardRows(db, planId);
  if (rows === null) return null;
  const readings = await boardReadings(db, planId);
  const { plan, departments } = rows;
  return {
    plan,
    departments,
    indicators: rows.indicators.map((row) =>
      knownOf(row, (readings.get(row.id) ?? []).filter(isApproved), asOf),
    ),
  };
}

/** An indicator with its target as of a year and its approved readings. */
export function knownOf(
  row: BoardRow,
  approved: readonly BoardReading[],
  asOf: number,
): KnownIndicator {
  return {
    id: row.id,
    code: row.code,
    themeId: row.themeId,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    unitZh: row.unitZh,
    unitEn: row.unitEn,
    decimals: row.decimals,
    documentKind: row.kind,
    incremental: row.incremental,
    tentative: row.tentative,
    multiplier: row.multiplier,
    lead: leadOf(row),
    supportingDepartmentIds: [...row.supportingDepartmentIds],
    levels: [...row.levels],
    conditionNames: row.target.conditions.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    target: targetOf(row, approved, asOf),
    readings: [...approved],
  };
}

/** The target in the engine's words; of a milestone's conditions, what was known at that year's end. */
export function targetOf(
  row: BoardRow,
  approved: readonly BoardReading[],
  asOf: number,
): EngineTarget {
  const { target, baseline, checkpoints } = row;
  return toEngineTarget(row, target, baseline, checkpoints, milestoneFacts(approved, asOf));
}

/** One is named, several are 牵头待定, none is 无责任单位. */
function leadOf({ leadDepartmentIds }: BoardRow): KnownIndicator['lead'] {
  const departmentIds = [...leadDepartmentIds];
  const [first, second] = departmentIds;
  if (first === undefined) return { state: 'none', departmentIds };
  return { state: second === undefined ? 'named' : 'undecided', departmentIds };
}
