import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** One thing that can change before a listener's eyes, as it changed last. */
export interface Change {
  readonly kind: 'board' | 'meeting';
  /** The plan, or the meeting. */
  readonly subject: string;
  /** The subject's own count: of a board its revision, of a meeting its version. */
  readonly revision: number;
}

export interface Published extends Change {
  /** Its place in the order of all changes. */
  readonly sequence: number;
}

/**
 * Says, in the transaction of a change, that what everybody may see of a thing is another one from
 * now on: every listener hears of it after the commit. Not for what only some may know.
 * @example await publishChange(db, { kind: 'meeting', subject: meeting.id, revision: meeting.version })
 */
export async function publishChange(db: Writer, change: Change): Promise<void> {
  await db
    .insertInto('liveChanges')
    .values((eb) => ({
      ...change,
      sequence: eb
        .selectFrom('liveChanges')
        .select((latest) =>
          latest(latest.fn.coalesce(latest.fn.max('sequence'), latest.lit(0)), '+', 1).as('next'),
        ),
    }))
    .onConflict((conflict) =>
      conflict.columns(['kind', 'subject']).doUpdateSet((eb) => ({
        sequence: eb.ref('excluded.sequence'),
        revision: eb.ref('excluded.revision'),
      })),
    )
    .execute();
}

/** What changed after a place in the order of changes, the oldest first. */
export const changesSince: (db: Reader, sequence: number) => Promise<Published[]> = prepared(
  (db: Reader, sequence: number) =>
    db.selectFrom('liveChanges').selectAll().where('sequence', '>', sequence).orderBy('sequence'),
);
