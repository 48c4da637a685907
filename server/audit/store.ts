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
  readonly indicatorId?: string | undefined;
  readonly outcome?: string | undefined;
  /** UTC, ISO 8601, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The newest rows that fit, at most `limit`, by sequence: clocks go back, sequences do not. */
export async function listRows(
  db: Reader,
  filter: AuditFilter,
  /** Rows before this one only. */
  before: number | undefined,
  limit: number,
): Promise<AuditRow[]> {
  const span = await spanOf(db, filter);
  if (span === 'empty') return [];
  const rows = await fitting(db, filter, span === null ? 'index' : 'row')
    .select([...COLUMNS])
    .$if(span !== null, (query) =>
      query.where('seq', '>=', span?.first ?? 0).where('seq', '<=', span?.last ?? 0),
    )
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

/**
 * Between which rows those of a time lie, from the index alone: the newest of them are then found by
 * walking back from the last, whatever a year holds. null: no time is asked for.
 */
async function spanOf(
  db: Reader,
  { from, to }: AuditFilter,
): Promise<{ readonly first: number; readonly last: number } | 'empty' | null> {
  if (from === undefined && to === undefined) return null;
  const { first, last } = await fitting(db, { from, to })
    .select(({ fn }) => [fn.min('seq').as('first'), fn.max('seq').as('last')])
    .executeTakeFirstOrThrow();
  return first === null || last === null ? 'empty' : { first, last };
}

/** How many rows fit, and the last of them; 0 and 0: none. */
export async function countRows(
  db: Reader,
  filter: AuditFilter,
): Promise<{ readonly rows: number; readonly last: number }> {
  const { rows, last } = await fitting(db, filter)
    .select(({ fn }) => [fn.countAll<number>().as('rows'), fn.max('seq').as('last')])
    .executeTakeFirstOrThrow();
  return { rows, last: last ?? 0 };
}

/** Whether all that the database holds is made up: an export says so. */
export async function isIllustrative(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('installation').select('illustrative').executeTakeFirst();
  return row?.illustrative === 1;
}

export type ExportedRow = AuditRow & { readonly previousHash: string; readonly hash: string };

/** Rows that fit after one and up to another, oldest first, with their hashes. */
export async function listForExport(
  db: Reader,
  filter: AuditFilter,
  range: { readonly after: number; readonly last: number; readonly limit: number },
): Promise<ExportedRow[]> {
  const rows = await fitting(db, filter)
    .select([...COLUMNS, 'previousHash', 'hash'])
    .where('seq', '>', range.after)
    .where('seq', '<=', range.last)
    .orderBy('seq')
    .limit(range.limit)
    .execute();
  return rows.map(({ previousHash, hash, ...row }) => ({ ...rowOf(row), previousHash, hash }));
}

const COLUMNS = [
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
] as const;

/** @param times whether the index of times may find the rows, or each row found is looked at */
function fitting(db: Reader, filter: AuditFilter, times: 'index' | 'row' = 'index') {
  let query = db.selectFrom('auditLog');
  for (const column of ['action', 'targetType', 'targetId', 'outcome'] as const) {
    const wanted = filter[column];
    if (wanted !== undefined) query = query.where(column, '=', wanted);
  }
  if (filter.username !== undefined && filter.username !== '') {
    const part = `%${filter.username.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where(sql<boolean>`username like ${part} escape '\\'`);
  }
  const { indicatorId } = filter;
  if (indicatorId !== undefined) {
    query = query.where('seq', 'in', (eb) =>
      eb.selectFrom('auditSubjects').select('seq').where('indicatorId', '=', indicatorId),
    );
  }
  // What is refused is little, and has an index of its own, which has to be named in its words.
  if (filter.outcome !== undefined && filter.outcome !== 'ok') {
    query = query.where(sql<boolean>`outcome <> 'ok'`);
  }
  // A sign before it keeps SQLite from the index.
  const at = times === 'index' ? sql<string>`at` : sql<string>`+at`;
  if (filter.from !== undefined) query = query.where(at, '>=', filter.from);
  if (filter.to !== undefined) query = query.where(at, '<=', filter.to);
  return query;
}

function rowOf(row: ChainedRow): AuditRow {
  return {
    ...row,
    roles: row.roles === '' ? [] : row.roles.split(','),
    before: fromJson(row.before),
    after: fromJson(row.after),
  };
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
