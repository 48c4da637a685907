import { sql } from 'kysely';
import type { AuditRow } from '../../shared/audit.ts';
import type { Tables } from '../db/tables.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { AuditEntry } from '../http/auditing.ts';
import { CHAIN_START, chainHash, type ChainedRow } from './chain.ts';

/** Appends one row and chains it to the last. Runs inside the transaction of what it records. */
export async function appendAudit(db: Writer, entry: AuditEntry): Promise<void> {
  const [last = { seq: 0, hash: CHAIN_START }] = await lastLink(db);
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
  await insert(db, { ...row, previousHash: last.hash, hash: chainHash(last.hash, row) });
}

const insert = prepared((db: Writer, row: Tables['auditLog']) =>
  db.insertInto('auditLog').values(row),
);

// A limit that is a parameter would be planned anew each time (decision 0201).
const lastLink = prepared((db: Reader) =>
  db
    .selectFrom('auditLog')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(sql<number>`1`),
);

export interface AuditFilter {
  /** Part of a user name, literally. */
  readonly username?: string | undefined;
  readonly action?: string | undefined;
  readonly targetType?: string | undefined;
  readonly targetId?: string | undefined;
  readonly outcome?: string | undefined;
  /** UTC, ISO 8601, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Rows before this one only. */
  readonly before?: number | undefined;
}

/** The newest rows that fit, at most `limit`, by sequence: clocks go back, sequences do not. */
export async function listRows(
  db: Reader,
  filter: AuditFilter,
  limit: number,
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('auditLog')
    .select([
      'seq',
      'at',
      'userId',
      'username',
      'roles',
      'departmentId',
      'address',
      'action',
      'targetType',
      'targetId',
      'before',
      'after',
      'outcome',
      'requestId',
    ])
    .orderBy('seq', 'desc')
    .limit(limit);
  for (const column of ['action', 'targetType', 'targetId', 'outcome'] as const) {
    const wanted = filter[column];
    if (wanted !== undefined) query = query.where(column, '=', wanted);
  }
  if (filter.username !== undefined && filter.username !== '') {
    const part = `%${filter.username.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where(sql<boolean>`username like ${part} escape '\\'`);
  }
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('at', '<=', filter.to);
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...row,
    roles: row.roles === '' ? [] : row.roles.split(','),
    before: fromJson(row.before),
    after: fromJson(row.after),
  }));
}

function fromJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

export type StoredLink = ChainedRow & { readonly previousHash: string; readonly hash: string };

/** Rows after a sequence number, oldest first, with their hashes. */
export async function listLinks(db: Reader, after: number, limit: number): Promise<StoredLink[]> {
  return db
    .selectFrom('auditLog')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}
