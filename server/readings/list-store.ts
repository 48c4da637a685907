import { sql } from 'kysely';
import type { ReadingStatus } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import {
  type Act,
  assemble,
  type Condition,
  type Return,
  signatureMet,
  type StoredReading,
  toReturn,
} from './stored-reading.ts';

export interface ReadingFilter {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly indicatorId?: string | undefined;
  readonly year?: number | undefined;
  readonly status?: ReadingStatus | undefined;
  /** One of those that lead the indicator; which of them enters is another question. */
  readonly leadDepartmentId?: string | undefined;
}

/** The readings that a filter names, by plan, indicator (in the document's order) and year. */
export async function listStored(db: Reader, filter: ReadingFilter): Promise<StoredReading[]> {
  const rows = await matching(db, filter)
    .leftJoin('componentReadings as n', (join) =>
      join
        .onRef('n.planId', '=', 'i.planId')
        .onRef('n.componentId', '=', 'i.numeratorId')
        .onRef('n.year', '=', 'r.year'),
    )
    .leftJoin('componentReadings as d', (join) =>
      join
        .onRef('d.planId', '=', 'i.planId')
        .onRef('d.componentId', '=', 'i.denominatorId')
        .onRef('d.year', '=', 'r.year'),
    )
    .leftJoin('rounds as o', (join) =>
      join.onRef('o.planId', '=', 'i.planId').onRef('o.year', '=', 'r.year'),
    )
    .innerJoin('users as creator', 'creator.id', 'r.createdBy')
    .innerJoin('users as changer', 'changer.id', 'r.changedBy')
    .leftJoin('users as submitter', 'submitter.id', 'r.submittedBy')
    .leftJoin('users as signer', 'signer.id', 'r.signedBy')
    .leftJoin('users as approver', 'approver.id', 'r.approvedBy')
    .selectAll('r')
    .select([
      'i.planId',
      'i.kind',
      'i.multiplier',
      'n.value as numerator',
      'd.value as denominator',
    ])
    .select(['creator.name as createdName', 'changer.name as changedName'])
    .select(['submitter.name as submittedName', 'signer.name as signedName'])
    .select(['approver.name as approvedName'])
    .leftJoin('users as sealer', 'sealer.id', 'o.sealedBy')
    .select(['o.opensOn', 'o.closedAt', 'o.sealedAt', 'o.sealedBy', 'sealer.name as sealedName'])
    .orderBy('i.planId')
    .orderBy('i.position')
    .orderBy('r.year')
    .execute();
  if (rows.length === 0) return [];

  const milestones = rows.some(({ kind }) => kind === 'milestone');
  const conditions = milestones ? await conditionsOf(db, filter) : new Map<string, Condition[]>();
  const leads = await leadsOf(db, filter);
  const typists = await typistsOf(db, filter);
  const back = rows.some(({ status }) => status === 'returned');
  const returns = back ? await returnsOf(db, filter) : new Map<string, Return>();
  const unsigned = rows.some((row) => row.returns > 0 && row.signedBy === null);
  const signatures = unsigned ? await signaturesOf(db, filter) : new Map<string, Act | null>();

  return rows.map((row) =>
    assemble(row, {
      conditions: conditions.get(row.id) ?? [],
      leadDepartmentId: leads.get(row.indicatorId) ?? null,
      round:
        row.opensOn === null
          ? null
          : { opensOn: row.opensOn, closedAt: row.closedAt, sealedAt: row.sealedAt },
      typedBy: typists.get(row.id) ?? [],
      returned: returns.get(row.id) ?? null,
      signedBefore: signatures.get(row.id) ?? null,
    }),
  );
}

function matching(db: Reader, filter: ReadingFilter) {
  const { id, planId, indicatorId, year, status, leadDepartmentId } = filter;
  const open = status !== undefined && status !== 'approved' && status !== 'sealed';
  return (
    db
      .selectFrom('readings as r')
      .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
      .$if(id !== undefined, (query) => query.where('r.id', '=', id ?? ''))
      .$if(planId !== undefined, (query) => query.where('i.planId', '=', planId ?? ''))
      .$if(indicatorId !== undefined, (query) => query.where('i.id', '=', indicatorId ?? ''))
      .$if(year !== undefined, (query) => query.where('r.year', '=', year ?? 0))
      .$if(status !== undefined, (query) => query.where('r.status', '=', status ?? 'draft'))
      // Said as the index on what is still on somebody's desk says it, or SQLite cannot tell that it fits.
      .$if(open, (query) =>
        query.where(sql<boolean>`r.status in ('draft', 'submitted', 'signed', 'returned')`),
      )
      .$if(leadDepartmentId !== undefined, (query) =>
        query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('indicatorDepartments as own')
              .select('own.indicatorId')
              .whereRef('own.indicatorId', '=', 'i.id')
              .where('own.departmentId', '=', leadDepartmentId ?? '')
              .where('own.duty', '=', 'lead'),
          ),
        ),
      )
  );
}

async function conditionsOf(db: Reader, filter: ReadingFilter): Promise<Map<string, Condition[]>> {
  const rows = await matching(db, filter)
    .innerJoin('readingConditions as c', 'c.readingId', 'r.id')
    .select(['r.id as readingId', 'c.conditionId', 'c.metOn', 'c.lostOn', 'c.documentNumber'])
    .orderBy('c.position')
    .execute();
  return grouped(rows, ({ readingId, conditionId, ...rest }) => [
    readingId,
    { id: conditionId, ...rest },
  ]);
}

/** The named lead of each indicator that has exactly one. */
async function leadsOf(db: Reader, filter: ReadingFilter): Promise<Map<string, string>> {
  const rows = await matching(db, filter)
    .innerJoin('indicatorDepartments as l', 'l.indicatorId', 'i.id')
    .select(['i.id', 'l.departmentId'])
    .where('l.duty', '=', 'lead')
    .distinct()
    .execute();
  const all = grouped(rows, ({ id, departmentId }) => [id, departmentId]);
  const named = [...all].filter(([, departments]) => departments.length === 1);
  return new Map(named.map(([id, departments]) => [id, departments[0] ?? '']));
}

async function typistsOf(db: Reader, filter: ReadingFilter): Promise<Map<string, string[]>> {
  const rows = await matching(db, filter)
    .innerJoin('readingTypists as t', 't.readingId', 'r.id')
    .select(['r.id', 't.userId'])
    .execute();
  return grouped(rows, ({ id, userId }) => [id, userId]);
}

async function returnsOf(db: Reader, filter: ReadingFilter): Promise<Map<string, Return>> {
  const rows = await matching(db, filter)
    .innerJoin('readingRevisions as v', 'v.readingId', 'r.id')
    .select(['r.id', 'v.byName as name', 'v.at', 'v.reason', 'v.reasonCode'])
    .where('v.action', '=', 'return')
    .orderBy('v.version')
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, toReturn(row)]));
}

/** The signature that the last return of each reading met, where it met one. */
async function signaturesOf(db: Reader, filter: ReadingFilter): Promise<Map<string, Act | null>> {
  const rows = await matching(db, filter)
    .innerJoin('readingRevisions as v', 'v.readingId', 'r.id')
    .select(['r.id', 'v.action', 'v.byUser as userId', 'v.byName as name', 'v.at'])
    .where('v.action', 'in', ['sign', 'return'])
    .where('r.returns', '>', 0)
    .where('r.signedBy', 'is', null)
    .orderBy('v.version')
    .execute();
  const steps = grouped(rows, ({ id, ...act }) => [id, act]);
  return new Map([...steps].map(([id, acts]) => [id, signatureMet(acts)]));
}

function grouped<R, V>(
  rows: readonly R[],
  split: (row: R) => readonly [string, V],
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const [key, value] = split(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
