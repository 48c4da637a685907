import type { Evidence } from '../../shared/evidence.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { KeptFile } from '../files/keep.ts';

/**
 * Writes down a file whose bytes are kept by now, under the name somebody gave it: whatever was known
 * to be damaged is whole again.
 */
export async function insertNamed(
  db: Writer,
  { id, name, sha256, size, mediaType, added }: Omit<Evidence, 'damaged'>,
): Promise<void> {
  await db
    .insertInto('files')
    .values({ sha256, size, mediaType, storedAt: added.at, damagedAt: null })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ damagedAt: null }))
    .execute();
  await db
    .insertInto('evidence')
    .values({
      id,
      sha256,
      name,
      addedBy: added.userId,
      addedAt: added.at,
      removedBy: null,
      removedAt: null,
    })
    .execute();
}

/** @param by who takes it away and when; null: it is put back */
export async function markRemoved(
  db: Writer,
  id: string,
  by: { readonly userId: string; readonly at: string } | null,
): Promise<void> {
  await db
    .updateTable('evidence')
    .set({ removedBy: by?.userId ?? null, removedAt: by?.at ?? null })
    .where('id', '=', id)
    .execute();
}

/** Every file whose bytes are kept, with what is known of them. */
export async function keptFiles(db: Reader): Promise<(KeptFile & { damaged: boolean })[]> {
  const rows = await db
    .selectFrom('files')
    .select(['sha256', 'size', 'damagedAt'])
    .orderBy('sha256')
    .execute();
  return rows.map(({ sha256, size, damagedAt }) => ({ sha256, size, damaged: damagedAt !== null }));
}

/** @param at when the bytes were found missing or changed; null: they are whole */
export async function markDamaged(db: Writer, sha256: string, at: string | null): Promise<void> {
  await db.updateTable('files').set({ damagedAt: at }).where('sha256', '=', sha256).execute();
}

/** Whether any file is known to be missing or damaged. */
export async function anyDamaged(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('files')
    .select('sha256')
    .where('damagedAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
