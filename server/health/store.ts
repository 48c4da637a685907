import type { Reader } from '../db/transaction.ts';

/** Reads one row. @throws whatever the database says when it cannot */
export async function databaseAnswers(db: Reader): Promise<void> {
  await db.selectFrom('installation').select('id').executeTakeFirst();
}
