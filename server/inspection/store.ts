import { sql } from 'kysely';
import { EXPORTS, type ExportRow } from '../../shared/inspection.ts';
import type { Reader } from '../db/transaction.ts';

const MOST_SHOWN = 100;

/** Backups made on the machine itself are files in somebody's hand, too. */
function exportsOf(db: Reader) {
  return db
    .selectFrom('auditLog as a')
    .where('a.outcome', '=', 'ok')
    .where('a.action', 'in', [...EXPORTS, 'makeBackup'])
    .where((e) => e.or([e('a.action', '!=', 'makeBackup'), e('a.address', '=', 'cli')]));
}

/** The exports there were, newest first, and how many. */
export async function findExports(
  db: Reader,
  planId: string | null = null,
): Promise<{ total: number; items: ExportRow[] }> {
  const found = planId === null ? exportsOf(db) : ofPlan(exportsOf(db), planId);
  const { total } = await found
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin('users as u', 'u.id', 'a.userId')
    .select(['a.at', 'a.action', 'a.after', 'u.name'])
    .orderBy('a.seq', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return { total, items: rows.map(({ after, ...row }) => ({ ...row, ...saidOf(after) })) };
}

/** Without the log itself, and without what another plan is named in. */
function ofPlan(rows: ReturnType<typeof exportsOf>, planId: string) {
  return rows
    .where('a.action', '!=', 'exportAudit')
    .where((e) =>
      e.or([
        e('a.targetType', 'is', null),
        e('a.targetType', 'not in', ['plan', 'round', 'tasks', 'report']),
        e('a.targetId', '=', planId),
        e('a.targetId', 'like', sql<string>`${planId} || '/%'`),
      ]),
    );
}

/** What the row says of the file, where it says it. */
function saidOf(after: string | null): Pick<ExportRow, 'what' | 'format' | 'year'> {
  const said = after === null ? {} : (JSON.parse(after) as Record<string, unknown>);
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    what: text(said['what']),
    format: text(said['format']),
    year: typeof said['year'] === 'number' ? said['year'] : null,
  };
}

const DECISIONS = {
  signed: ['signReading', 'signMeasureReport'],
  approved: ['approveReading', 'approveReadings', 'approveMeasureReport', 'approveMeasureReports'],
  sealed: ['sealRound'],
  corrected: ['approveCorrection'],
} as const;
export type Decision = keyof typeof DECISIONS;

export interface Decided {
  readonly userId: string;
  readonly decision: Decision;
  readonly times: number;
  readonly lastAt: string;
}

/** Who decided what how often, by the log. */
export async function countDecisions(db: Reader): Promise<Decided[]> {
  const all: Decided[] = [];
  for (const [decision, actions] of Object.entries(DECISIONS) as [Decision, readonly string[]][]) {
    const rows = await db
      .selectFrom('auditLog')
      .select('userId')
      .select((e) => [e.fn.countAll<number>().as('times'), e.fn.max('at').as('lastAt')])
      .where('outcome', '=', 'ok')
      .where('action', 'in', actions)
      .where('userId', 'is not', null)
      .groupBy('userId')
      .execute();
    for (const { userId, times, lastAt } of rows) {
      if (userId !== null) all.push({ userId, decision, times, lastAt });
    }
  }
  return all;
}

export interface FailedSignIn {
  readonly at: string;
  readonly name: string | null;
  readonly address: string;
  readonly outcome: string;
}

/** Sign-ins that were refused since a moment, newest first, and how many. */
export async function findFailedSignIns(
  db: Reader,
  since: string,
): Promise<{ total: number; items: FailedSignIn[] }> {
  const found = db
    .selectFrom('auditLog as a')
    .where('a.action', '=', 'signIn')
    // The right password without its code is half a sign-in, not a failed one.
    .where('a.outcome', 'not in', ['ok', 'codeNeeded'])
    .where('a.at', '>=', since);
  const { total } = await found
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const items = await found
    .leftJoin('users as u', 'u.id', 'a.targetId')
    .select(['a.at', 'u.name', 'a.address', 'a.outcome'])
    .orderBy('a.seq', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return { total, items };
}

/** When the newest row of the log was written, by the clock of then; null: there is none. */
export async function newestRowAt(db: Reader): Promise<string | null> {
  const row = await db
    .selectFrom('auditLog')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** How often, since a moment, a row is dated more than a minute before the row that it follows. */
export async function countStepsBack(db: Reader, since: string): Promise<number> {
  const { steps } = await db
    .selectFrom('auditLog as a')
    .innerJoin('auditLog as b', (join) => join.on(sql<boolean>`b.seq = a.seq - 1`))
    .select((e) => e.fn.countAll<number>().as('steps'))
    .where('a.at', '>=', since)
    .where(sql<boolean>`julianday(b.at) - julianday(a.at) > 1.0 / 1440`)
    .executeTakeFirstOrThrow();
  return steps;
}
