import type { Reader } from '../db/transaction.ts';

const AT_A_TIME = 1000;

/**
 * What successful actions left of their targets (`after`), oldest first.
 * @param action only what this one left; absent: every one
 */
export async function* listAfterStates(db: Reader, action?: string): AsyncGenerator<unknown> {
  for (let seq = 0; ;) {
    const rows = await db
      .selectFrom('auditLog')
      .select(['seq', 'after'])
      .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
      .where('outcome', '=', 'ok')
      .where('after', 'is not', null)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(AT_A_TIME)
      .execute();
    for (const row of rows) {
      yield JSON.parse(row.after ?? 'null');
      seq = row.seq;
    }
    if (rows.length < AT_A_TIME) return;
  }
}
