import { daysBetween } from '../../shared/round-rules.ts';
import { dayInChina, type RoundNotice } from '../../shared/rounds.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

type NoticeRow = Tables['roundNotices'];
type Missing = RoundNotice['missing'];

/** The notices of a round, or those to one department, latest first, as they were issued. */
export async function findNotices(
  db: Reader,
  planId: string,
  year: number,
  departmentId?: string,
): Promise<RoundNotice[]> {
  const rows = await db
    .selectFrom('roundNotices')
    .selectAll()
    .where('planId', '=', planId)
    .where('year', '=', year)
    .$if(departmentId !== undefined, (query) =>
      query.where('departmentId', '=', departmentId ?? ''),
    )
    .orderBy('number', 'desc')
    .execute();
  const items = await db
    .selectFrom('roundNoticeItems')
    .select(['number', 'subject', 'code', 'nameZh', 'nameEn'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .orderBy('position')
    .execute();
  return rows.map((row) =>
    noticeOf(
      row,
      items
        .filter(({ number }) => number === row.number)
        .map(({ number: _number, ...item }) => item),
    ),
  );
}

export function noticeOf(row: NoticeRow, missing: Missing): RoundNotice {
  const { issuedBy: _id, issuedByName, ...said } = row;
  const issuedOn = dayInChina(new Date(row.issuedAt));
  return {
    ...said,
    issuedBy: issuedByName,
    missing,
    daysOverdue: Math.max(0, daysBetween(row.dueOn, issuedOn)),
  };
}

/** The number of the notice that comes next in a round. */
export async function nextNumber(db: Reader, planId: string, year: number): Promise<number> {
  const last = await db
    .selectFrom('roundNotices')
    .select('number')
    .where('planId', '=', planId)
    .where('year', '=', year)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

export async function insertNotice(db: Writer, row: NoticeRow, missing: Missing): Promise<void> {
  const { planId, year, number } = row;
  await db.insertInto('roundNotices').values(row).execute();
  await db
    .insertInto('roundNoticeItems')
    .values(missing.map((item, position) => ({ planId, year, number, position, ...item })))
    .execute();
}

/** The body that a plan names first, by its full name: it signs at the foot. null: it names none. */
export async function findIssuer(
  db: Reader,
  planId: string,
): Promise<{ readonly zh: string; readonly en: string } | null> {
  const row = await db
    .selectFrom('bodies')
    .select(['quote as zh', 'nameEn as en'])
    .where('planId', '=', planId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
