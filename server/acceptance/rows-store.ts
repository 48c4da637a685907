import type { AcceptanceState } from '../../shared/acceptance-life.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { filesBeside, type ShelvedFile } from '../evidence/shelf-store.ts';

export type AcceptanceRow = Tables['acceptances'];
export type DepartmentRow = Tables['acceptanceDepartments'];
export type ItemRow = Tables['acceptanceItems'];
export type RecordRow = Tables['acceptanceRecords'];

/** The rows of one acceptance; what they come to is worked out in whole-store.ts. */
export interface AcceptanceRows {
  readonly row: AcceptanceRow;
  readonly departments: readonly DepartmentRow[];
  readonly typists: readonly Tables['acceptanceTypists'][];
  readonly items: readonly ItemRow[];
  /** First to last. */
  readonly records: readonly RecordRow[];
  /** Beside its items, not taken away, oldest first. */
  readonly files: readonly ShelvedFile[];
}

/** Without their basis, which only one at a time is read of. The latest year first, withdrawn last. */
export async function listRows(
  db: Reader,
  { planId, state }: { readonly planId?: string; readonly state?: AcceptanceState },
): Promise<Omit<AcceptanceRow, 'basis'>[]> {
  return db
    .selectFrom('acceptances')
    .select(['id', 'planId', 'year', 'sheetId', 'state', 'basisSha256', 'version'])
    .select(['openedBy', 'openedByName', 'openedAt'])
    .$if(planId !== undefined, (query) => query.where('planId', '=', planId ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'withdrawn'))
    .orderBy('year', 'desc')
    .orderBy((eb) => eb.case().when('state', '=', 'withdrawn').then(1).else(0).end())
    .orderBy('openedAt', 'desc')
    .execute();
}

/** null: there is none of that id. */
export async function findRows(db: Reader, id: string): Promise<AcceptanceRows | null> {
  const row = await db
    .selectFrom('acceptances')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const departments = await db
    .selectFrom('acceptanceDepartments')
    .selectAll()
    .where('acceptanceId', '=', id)
    .execute();
  const typists = await db
    .selectFrom('acceptanceTypists')
    .selectAll()
    .where('acceptanceId', '=', id)
    .execute();
  const items = await db
    .selectFrom('acceptanceItems')
    .selectAll()
    .where('acceptanceId', '=', id)
    .execute();
  const records = await db
    .selectFrom('acceptanceRecords')
    .selectAll()
    .where('acceptanceId', '=', id)
    .orderBy('number')
    .execute();
  const files = await filesBeside(
    db,
    'acceptanceItem',
    items.map((item) => item.id),
  );
  return { row, departments, typists, items, records, files };
}

export async function insertRows(
  db: Writer,
  {
    row,
    departments,
    items,
  }: {
    readonly row: AcceptanceRow;
    readonly departments: readonly DepartmentRow[];
    readonly items: readonly ItemRow[];
  },
): Promise<void> {
  await db.insertInto('acceptances').values(row).execute();
  for (const one of departments) await db.insertInto('acceptanceDepartments').values(one).execute();
  for (const one of items) await db.insertInto('acceptanceItems').values(one).execute();
}

export async function updateRow(
  db: Writer,
  { id, state, version }: Pick<AcceptanceRow, 'id' | 'state' | 'version'>,
): Promise<void> {
  await db.updateTable('acceptances').set({ state, version }).where('id', '=', id).execute();
}

export async function updateDepartment(
  db: Writer,
  { acceptanceId, departmentId, state, version }: DepartmentRow,
): Promise<void> {
  await db
    .updateTable('acceptanceDepartments')
    .set({ state, version })
    .where('acceptanceId', '=', acceptanceId)
    .where('departmentId', '=', departmentId)
    .execute();
}

export async function updateItem(
  db: Writer,
  { id, acceptanceId: _acceptance, itemId: _item, departmentId: _department, ...row }: ItemRow,
): Promise<void> {
  await db.updateTable('acceptanceItems').set(row).where('id', '=', id).execute();
}

export async function addTypist(
  db: Writer,
  typist: { readonly acceptanceId: string; readonly departmentId: string; readonly userId: string },
): Promise<void> {
  await db
    .insertInto('acceptanceTypists')
    .values(typist)
    .onConflict((conflict) =>
      conflict.columns(['acceptanceId', 'departmentId', 'userId']).doNothing(),
    )
    .execute();
}

export async function appendRecord(db: Writer, record: Omit<RecordRow, 'number'>): Promise<void> {
  const last = await db
    .selectFrom('acceptanceRecords')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('acceptanceId', '=', record.acceptanceId)
    .executeTakeFirst();
  await db
    .insertInto('acceptanceRecords')
    .values({ ...record, number: (last?.number ?? 0) + 1 })
    .execute();
}
