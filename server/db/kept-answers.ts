import { Problem } from '../../shared/problems.ts';
import type { KeptAnswer, KeyedRequest } from '../http/serve.ts';
import type { Writer } from './transaction.ts';

const KEPT_FOR_MS = 48 * 3_600_000;

/**
 * The kept answer of a POST that came before with the same key, or null.
 * @throws Problem idempotencyMismatch when the key was used for something else
 */
export async function recallAnswer(db: Writer, request: KeyedRequest): Promise<KeptAnswer | null> {
  const kept = await db
    .selectFrom('idempotentRequests')
    .selectAll()
    .where('userId', '=', request.userId)
    .where('key', '=', request.key)
    .executeTakeFirst();
  if (kept === undefined) return null;
  if (kept.operationId !== request.operationId || kept.fingerprint !== request.fingerprint) {
    throw new Problem('idempotencyMismatch');
  }
  return { status: kept.status, json: kept.answer ?? '' };
}

export async function keepAnswer(
  db: Writer,
  request: KeyedRequest,
  answer: KeptAnswer,
): Promise<void> {
  const { userId, key, operationId, fingerprint, now } = request;
  await db
    .deleteFrom('idempotentRequests')
    .where('createdAt', '<', new Date(now.getTime() - KEPT_FOR_MS).toISOString())
    .execute();
  await db
    .insertInto('idempotentRequests')
    .values({
      userId,
      key,
      operationId,
      fingerprint,
      status: answer.status,
      answer: answer.json === '' ? null : answer.json,
      createdAt: now.toISOString(),
    })
    .execute();
}
