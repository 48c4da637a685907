import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export interface StoredDisplay {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly address: string;
  readonly pairedAt: string;
  /** Of the person. */
  readonly pairedBy: string;
  readonly seenAt: string;
}

/** What its token says of a wall screen; unpaired ones have none. */
export interface PairedDisplay {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly pairedAt: string;
  readonly seenAt: string;
}

/** The wall screen of a token's hash, or null. */
export async function findDisplayOfToken(
  db: Reader,
  tokenHash: Buffer,
): Promise<PairedDisplay | null> {
  const [row] = await ofToken(db, tokenHash);
  return row ?? null;
}

const ofToken = prepared((db: Reader, tokenHash: Buffer) =>
  db
    .selectFrom('displays')
    .select(['id', 'name', 'address', 'pairedAt', 'seenAt'])
    .where('tokenHash', '=', tokenHash)
    .where('unpairedAt', 'is', null),
);

/** Whether a token was ever paired; one that was unpaired counts, too. */
export async function wasPaired(db: Reader, tokenHash: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('displays')
    .select('id')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDisplay(
  db: Writer,
  display: Omit<StoredDisplay, 'seenAt'> & { readonly tokenHash: Buffer },
): Promise<void> {
  await db
    .insertInto('displays')
    .values({ ...display, seenAt: display.pairedAt, unpairedAt: null })
    .execute();
}

/** Those that are paired, by name. */
export async function listDisplays(db: Reader): Promise<StoredDisplay[]> {
  return db
    .selectFrom('displays as d')
    .innerJoin('users as u', 'u.id', 'd.pairedBy')
    .select(['d.id', 'd.name', 'd.place', 'd.address', 'd.pairedAt', 'd.seenAt'])
    .select('u.name as pairedBy')
    .where('d.unpairedAt', 'is', null)
    .orderBy('d.name')
    .orderBy('d.id')
    .execute();
}

/** Marks a wall screen as used at a moment. */
export async function touchDisplay(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('displays').set({ seenAt: at }).where('id', '=', id).execute();
}

/** @returns what it was called; null: no such wall screen is paired */
export async function unpairDisplay(
  db: Writer,
  id: string,
  at: string,
): Promise<{ readonly name: string; readonly place: string } | null> {
  const row = await db
    .updateTable('displays')
    .set({ unpairedAt: at })
    .where('id', '=', id)
    .where('unpairedAt', 'is', null)
    .returning(['name', 'place'])
    .executeTakeFirst();
  return row ?? null;
}
