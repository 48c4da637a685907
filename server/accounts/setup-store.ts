import type { Reader, Writer } from '../db/transaction.ts';
import { hashToken, looksLikeToken, newToken } from './session.ts';

const LINK_HOURS = 24;
const HOUR_MS = 3_600_000;
const TOLERANCE_MS = 60_000;

/**
 * Makes the one-time link of a first start and kills every earlier one that was not used.
 * @returns the token, 256 bits, base64url: shown once, only its hash is kept; dead after 24 hours
 */
export async function createSetupLink(db: Writer, now: Date): Promise<string> {
  await db.deleteFrom('setupLinks').where('usedAt', 'is', null).execute();
  const token = newToken();
  await db
    .insertInto('setupLinks')
    .values({
      tokenHash: hashToken(token),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LINK_HOURS * HOUR_MS).toISOString(),
      usedAt: null,
    })
    .execute();
  return token;
}

/** Whether a link can be used now. One from the future was made before the clock was corrected. */
export async function isSetupLinkAlive(db: Reader, token: string, now: Date): Promise<boolean> {
  if (!looksLikeToken(token)) return false;
  const link = await db
    .selectFrom('setupLinks')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst();
  if (link === undefined || link.usedAt !== null) return false;
  const at = now.getTime();
  return at >= Date.parse(link.createdAt) - TOLERANCE_MS && at < Date.parse(link.expiresAt);
}

export async function useSetupLink(db: Writer, token: string, now: Date): Promise<void> {
  await db
    .updateTable('setupLinks')
    .set({ usedAt: now.toISOString() })
    .where('tokenHash', '=', hashToken(token))
    .execute();
}
