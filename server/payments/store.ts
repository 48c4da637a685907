import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type PaymentRow = Tables['incentivePayments'];

export interface StoredPayment extends PaymentRow {
  /** The entry that takes it back; null: it stands. */
  readonly reversedBy: string | null;
}

/** The entries of a plan, the latest payment first. */
export async function findPayments(
  db: Reader,
  planId: string,
  filter: { readonly year?: number | undefined; readonly incentiveId?: string | undefined } = {},
): Promise<StoredPayment[]> {
  const { year, incentiveId } = filter;
  return db
    .selectFrom('incentivePayments as p')
    .leftJoin('incentivePayments as back', 'back.reverses', 'p.id')
    .selectAll('p')
    .select('back.id as reversedBy')
    .where('p.planId', '=', planId)
    .$if(year !== undefined, (query) => query.where('p.year', '=', year ?? 0))
    .$if(incentiveId !== undefined, (query) => query.where('p.incentiveId', '=', incentiveId ?? ''))
    .orderBy('p.paidOn', 'desc')
    .orderBy('p.enteredAt', 'desc')
    .orderBy('p.id')
    .execute();
}

/** One entry; null: there is none of that id. */
export async function findPayment(db: Reader, id: string): Promise<StoredPayment | null> {
  const row = await db
    .selectFrom('incentivePayments as p')
    .leftJoin('incentivePayments as back', 'back.reverses', 'p.id')
    .selectAll('p')
    .select('back.id as reversedBy')
    .where('p.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertPayment(db: Writer, row: PaymentRow): Promise<void> {
  await db.insertInto('incentivePayments').values(row).execute();
}

/** Whether a plan has an indicator. */
export async function existsIndicator(
  db: Reader,
  planId: string,
  indicatorId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('indicators')
    .select('id')
    .where('planId', '=', planId)
    .where('id', '=', indicatorId)
    .executeTakeFirst();
  return row !== undefined;
}
