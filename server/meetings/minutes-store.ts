import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { KeptFile } from '../files/keep.ts';

export type MinutesRow = Tables['minutes'];

/** Every version of the minutes of a meeting, the latest first. */
export async function minutesOf(db: Reader, meetingId: string): Promise<MinutesRow[]> {
  return db
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .execute();
}

/** Keeps a version beside those before it. */
export async function insertMinutes(
  db: Writer,
  meetingId: string,
  version: { readonly text: string; readonly generated: boolean },
  by: { readonly userId: string; readonly name: string; readonly at: string },
): Promise<void> {
  const [last] = await minutesOf(db, meetingId);
  await db
    .insertInto('minutes')
    .values({
      meetingId,
      number: (last?.number ?? 0) + 1,
      text: version.text,
      generated: version.generated ? 1 : 0,
      savedBy: by.userId,
      savedByName: by.name,
      savedAt: by.at,
    })
    .execute();
}

/** Writes down the document of confirmed minutes, whose bytes are kept by now. */
export async function insertDocument(
  db: Writer,
  { sha256, size }: KeptFile,
  mediaType: string,
  storedAt: string,
): Promise<void> {
  await db
    .insertInto('files')
    .values({ sha256, size, mediaType, storedAt, damagedAt: null })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ damagedAt: null }))
    .execute();
}

/** Bytes of a kept file. */
export async function sizeOf(db: Reader, sha256: string): Promise<number> {
  const row = await db
    .selectFrom('files')
    .select('size')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.size ?? 0;
}
