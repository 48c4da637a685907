import { STEPS } from '../../shared/workflow.ts';
import { prepared } from '../db/prepared.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type RoundRow = Tables['rounds'];

/** The round of a year; null: the year has none and is entered from paper. */
export async function findRound(
  db: Reader,
  planId: string,
  year: number,
): Promise<RoundRow | null> {
  const [row] = await roundOf(db, { planId, year });
  return row ?? null;
}

// Asked at every write of a reading.
const roundOf = prepared((db: Reader, { planId, year }: { planId: string; year: number }) =>
  db.selectFrom('rounds').selectAll().where('planId', '=', planId).where('year', '=', year),
);

/** The rounds of a plan, or of all plans, the latest year first. */
export async function findRounds(db: Reader, planId?: string): Promise<RoundRow[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .$if(planId !== undefined, (query) => query.where('planId', '=', planId ?? ''))
    .orderBy('year', 'desc')
    .orderBy('planId')
    .execute();
}

/** The rounds of all plans that are not sealed. */
export async function unsealedRounds(db: Reader): Promise<RoundRow[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('sealedAt', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('planId')
    .execute();
}

export async function insertRound(db: Writer, round: RoundRow): Promise<void> {
  await db.insertInto('rounds').values(round).execute();
}

export async function updateRound(db: Writer, round: RoundRow): Promise<void> {
  const { planId, year, ...columns } = round;
  await db
    .updateTable('rounds')
    .set(columns)
    .where('planId', '=', planId)
    .where('year', '=', year)
    .execute();
}

/** Takes a round away that nothing refers to. */
export async function deleteRound(
  db: Writer,
  { planId, year }: Pick<RoundRow, 'planId' | 'year'>,
): Promise<void> {
  await db.deleteFrom('rounds').where('planId', '=', planId).where('year', '=', year).execute();
}

/**
 * Whether a round has left a trace: a figure or the report on a measure took a step of the desk since
 * it was opened, or a notice was issued. What was taken over from paper before is none of its.
 */
export async function isInUse(
  db: Reader,
  { planId, year, createdAt }: Pick<RoundRow, 'planId' | 'year' | 'createdAt'>,
): Promise<boolean> {
  const notice = await db
    .selectFrom('roundNotices')
    .select('number')
    .where('planId', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst();
  if (notice !== undefined) return true;
  const reported = await db
    .selectFrom('measureReportRevisions as v')
    .innerJoin('measureReports as m', 'm.id', 'v.reportId')
    .select('v.reportId')
    .where('m.planId', '=', planId)
    .where('m.year', '=', year)
    .where('v.action', 'in', [...STEPS])
    .where('v.at', '>=', createdAt)
    .executeTakeFirst();
  if (reported !== undefined) return true;
  const step = await db
    .selectFrom('readingRevisions as v')
    .innerJoin('readings as r', 'r.id', 'v.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select('v.readingId')
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('v.action', 'in', [...STEPS])
    .where('v.at', '>=', createdAt)
    .executeTakeFirst();
  return step !== undefined;
}

/** The first and last year of a plan; null: there is no such plan. */
export async function findPlanYears(
  db: Reader,
  planId: string,
): Promise<{ readonly baselineYear: number; readonly endYear: number } | null> {
  const row = await db
    .selectFrom('plans')
    .select(['baselineYear', 'endYear'])
    .where('id', '=', planId)
    .executeTakeFirst();
  return row ?? null;
}

/** What people are called, by their id. */
export async function namesOf(
  db: Reader,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((one) => one !== null);
  if (known.length === 0) return new Map();
  const rows = await db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', 'in', known)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
