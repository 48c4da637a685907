import type { Reader, Writer } from '../db/transaction.ts';
import type { AuditEntry } from '../http/auditing.ts';
import { CHAIN_START, chainHash } from './chain.ts';

/** Appends one row and chains it to the last. Runs inside the transaction of what it records. */
export async function appendAudit(db: Writer, entry: AuditEntry): Promise<void> {
  const last = await lastLink(db);
  const row = {
    seq: last.seq + 1,
    at: entry.at.toISOString(),
    userId: entry.user?.userId ?? null,
    username: entry.user?.username ?? null,
    roles: entry.user?.roles.join(',') ?? '',
    departmentId: entry.user?.departmentId ?? null,
    address: entry.address,
    action: entry.action,
    targetType: entry.target?.type ?? null,
    targetId: entry.target?.id ?? null,
    before: entry.before === null ? null : JSON.stringify(entry.before),
    after: entry.after === null ? null : JSON.stringify(entry.after),
    outcome: entry.outcome,
    requestId: entry.requestId,
  };
  await db
    .insertInto('auditLog')
    .values({ ...row, previousHash: last.hash, hash: chainHash(last.hash, row) })
    .execute();
}

async function lastLink(db: Reader): Promise<{ seq: number; hash: string }> {
  const last = await db
    .selectFrom('auditLog')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: CHAIN_START };
}
