import type { SheetContent, SheetItem } from '../../shared/acceptance-rules.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type SheetRow = Tables['scoreSheets'];

/** A sheet with its items and grades. */
export interface StoredSheet {
  readonly row: SheetRow;
  readonly content: SheetContent;
}

/** The sheets of a plan, the latest version first. */
export async function findSheets(db: Reader, planId: string): Promise<StoredSheet[]> {
  const rows = await db
    .selectFrom('scoreSheets')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  const sheets: StoredSheet[] = [];
  for (const row of rows) sheets.push({ row, content: await contentOf(db, row) });
  return sheets;
}

/** One sheet; null: there is none of that id. */
export async function findSheet(db: Reader, id: string): Promise<StoredSheet | null> {
  const row = await db
    .selectFrom('scoreSheets')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { row, content: await contentOf(db, row) };
}

/** Sheets that wait for the leading group, of every plan. */
export async function presentedSheets(
  db: Reader,
): Promise<Pick<SheetRow, 'id' | 'planId' | 'number' | 'presentedBy'>[]> {
  return db
    .selectFrom('scoreSheets')
    .select(['id', 'planId', 'number', 'presentedBy'])
    .where('state', '=', 'presented')
    .orderBy('planId')
    .execute();
}

async function contentOf(db: Reader, row: SheetRow): Promise<SheetContent> {
  const points = await db
    .selectFrom('scoreItemPoints')
    .select(['itemId', 'status', 'marks'])
    .where('sheetId', '=', row.id)
    .orderBy('itemId')
    .orderBy('position')
    .execute();
  const items = await db
    .selectFrom('scoreItems')
    .selectAll()
    .where('sheetId', '=', row.id)
    .orderBy('position')
    .execute();
  const grades = await db
    .selectFrom('scoreGrades')
    .select(['nameZh', 'nameEn', 'lower'])
    .where('sheetId', '=', row.id)
    .orderBy('position')
    .execute();
  const { title, pendingRule, noDataRule, tentativeRule, passLine, bonusCap, vetoGrade } = row;
  return {
    title,
    items: items.map(({ sheetId: _sheetId, position: _position, ...item }): SheetItem => ({
      ...item,
      points: points
        .filter(({ itemId }) => itemId === item.id)
        .map(({ status, marks }) => ({ status, marks })),
    })),
    grades,
    pendingRule,
    noDataRule,
    tentativeRule,
    passLine,
    bonusCap,
    vetoGrade,
  };
}

export async function insertSheet(db: Writer, row: SheetRow): Promise<void> {
  await db.insertInto('scoreSheets').values(row).execute();
}

export async function updateSheet(db: Writer, { id, ...row }: SheetRow): Promise<void> {
  await db.updateTable('scoreSheets').set(row).where('id', '=', id).execute();
}

/** Writes the items and grades of a draft anew. */
export async function replaceContent(
  db: Writer,
  sheetId: string,
  { items, grades }: SheetContent,
): Promise<void> {
  await db.deleteFrom('scoreItemPoints').where('sheetId', '=', sheetId).execute();
  await db.deleteFrom('scoreItems').where('sheetId', '=', sheetId).execute();
  await db.deleteFrom('scoreGrades').where('sheetId', '=', sheetId).execute();
  for (const [position, { points, ...item }] of items.entries()) {
    await db
      .insertInto('scoreItems')
      .values({ ...item, sheetId, position })
      .execute();
    for (const [at, point] of points.entries()) {
      await db
        .insertInto('scoreItemPoints')
        .values({ ...point, sheetId, itemId: item.id, position: at })
        .execute();
    }
  }
  for (const [position, grade] of grades.entries()) {
    await db
      .insertInto('scoreGrades')
      .values({ ...grade, sheetId, position })
      .execute();
  }
}
