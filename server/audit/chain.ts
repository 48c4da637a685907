import { createHash } from 'node:crypto';

/** The columns that a row's hash covers, in this order. */
export interface ChainedRow {
  readonly seq: number;
  readonly at: string;
  readonly userId: string | null;
  readonly username: string | null;
  readonly roles: string;
  readonly departmentId: string | null;
  readonly address: string;
  readonly action: string;
  readonly targetType: string | null;
  readonly targetId: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly outcome: string;
  readonly requestId: string;
}

/** The `previous_hash` of the first row. */
export const CHAIN_START = '0'.repeat(64);

/**
 * SHA-256, hex, of the previous hash and every column as a JSON list, so that no two rows can spell
 * the same bytes.
 */
export function chainHash(previousHash: string, row: ChainedRow): string {
  const columns = [
    row.seq,
    row.at,
    row.userId,
    row.username,
    row.roles,
    row.departmentId,
    row.address,
    row.action,
    row.targetType,
    row.targetId,
    row.before,
    row.after,
    row.outcome,
    row.requestId,
  ];
  return createHash('sha256')
    .update(JSON.stringify([previousHash, ...columns]))
    .digest('hex');
}
