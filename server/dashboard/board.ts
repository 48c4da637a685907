import { assess } from '../../shared/assessment/assess.ts';
import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import { toEngineTarget } from '../../shared/engine-target.ts';
import { milestoneFacts } from '../../shared/milestone-facts.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseYear } from '../../shared/reading-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { type BoardRow, boardRows } from '../plans/store.ts';
import { boardReadings, isIllustrative } from './store.ts';
import { showsUnapproved, type Visibility } from './visibility.ts';

type Readings = readonly BoardReading[];

const isApproved = ({ status }: BoardReading): boolean =>
  status === 'approved' || status === 'sealed';

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
  const lead = leadOf(row);
  const readings = all.filter(isApproved);
  const named = lead.state === 'named' ? (lead.departmentIds[0] ?? null) : null;
  const target = targetOf(row, readings, asOf);
  const years = Array.from({ length: Math.max(0, asOf - firstYear + 1) }, (_, n) => firstYear + n);
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
    lead,
    supportingDepartmentIds: [...row.supportingDepartmentIds],
    levels: [...row.levels],
    conditionNames: row.target.conditions.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    target,
    readings,
    unapproved: showsUnapproved(visibility, named) ? all.filter((one) => !isApproved(one)) : [],
    assessment: assess(target, readings, asOf),
    history: years.map((year) => {
      // Judged by what was known of conditions then; later figures the engine leaves out itself.
      const { status, flags } = assess(targetOf(row, readings, year), readings, year);
      return { year, status, flags };
    }),
  };
}

function targetOf(row: BoardRow, approved: Readings, asOf: number): BoardIndicator['target'] {
  const { target, baseline, checkpoints } = row;
  return toEngineTarget(row, target, baseline, checkpoints, milestoneFacts(approved, asOf));
}

/** One is named, several are 牵头待定, none is 无责任单位. */
function leadOf({ leadDepartmentIds }: BoardRow): BoardIndicator['lead'] {
  const departmentIds = [...leadDepartmentIds];
  const [first, second] = departmentIds;
  if (first === undefined) return { state: 'none', departmentIds };
  return { state: second === undefined ? 'named' : 'undecided', departmentIds };
}
