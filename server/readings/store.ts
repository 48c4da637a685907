import type { Figures } from '../../shared/reading-rules.ts';
import type { ReadingStatus } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** Somebody and the moment they did it; null: nobody has. */
export interface Act {
  readonly userId: string;
  readonly name: string;
  readonly at: string;
}

/** A reading with all that its rules and its answer need. */
export interface StoredReading {
  readonly id: string;
  readonly indicatorId: string;
  readonly planId: string;
  readonly year: number;
  readonly status: ReadingStatus;
  readonly version: number;
  readonly figures: Figures;
  /** Of the indicator; null: not a ratio. */
  readonly multiplier: number | null;
  readonly leadDepartmentId: string | null;
  /** Everybody who typed something into it. */
  readonly typedBy: readonly string[];
  readonly entered: Act;
  readonly changed: Act;
  readonly submitted: Act | null;
  readonly signed: Act | null;
  readonly approved: Act | null;
  /** The last time it came back. */
  readonly returned: { readonly name: string; readonly at: string; readonly reason: string } | null;
}

export interface ReadingFilter {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly indicatorId?: string | undefined;
  readonly year?: number | undefined;
  readonly status?: ReadingStatus | undefined;
}

export async function findReading(db: Reader, id: string): Promise<StoredReading | null> {
  const [found] = await listStored(db, { id });
  return found ?? null;
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

  return rows.map((row) => ({
    id: row.id,
    indicatorId: row.indicatorId,
    planId: row.planId,
    year: row.year,
    status: row.status,
    version: row.version,
    multiplier: row.multiplier,
    figures: {
      dataStatus: row.dataStatus,
      source: row.source,
      note: row.note,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      level: row.level,
      ground: row.ground,
      conditions: conditions.get(row.id) ?? [],
      absence: row.absence === null ? null : { kind: row.absence, reason: row.absenceReason ?? '' },
      scopeChange: row.scopeChange,
    },
    leadDepartmentId: leads.get(row.indicatorId) ?? null,
    typedBy: typists.get(row.id) ?? [],
    entered: { userId: row.createdBy, name: row.createdName, at: row.createdAt },
    changed: { userId: row.changedBy, name: row.changedName, at: row.changedAt },
    submitted: act(row.submittedBy, row.submittedName, row.submittedAt),
    signed: act(row.signedBy, row.signedName, row.signedAt),
    approved: act(row.approvedBy, row.approvedName, row.approvedAt),
    returned: returns.get(row.id) ?? null,
  }));
}

function act(userId: string | null, name: string | null, at: string | null): Act | null {
  return userId === null || name === null || at === null ? null : { userId, name, at };
}

function matching(db: Reader, filter: ReadingFilter) {
  const { id, planId, indicatorId, year, status } = filter;
  return db
    .selectFrom('readings as r')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .$if(id !== undefined, (query) => query.where('r.id', '=', id ?? ''))
    .$if(planId !== undefined, (query) => query.where('i.planId', '=', planId ?? ''))
    .$if(indicatorId !== undefined, (query) => query.where('i.id', '=', indicatorId ?? ''))
    .$if(year !== undefined, (query) => query.where('r.year', '=', year ?? 0))
    .$if(status !== undefined, (query) => query.where('r.status', '=', status ?? 'draft'));
}

type Condition = Figures['conditions'][number];

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
    .innerJoin('readingRevisions as v', 'v.readingId', 'r.id')
    .select(['r.id', 'v.byUser'])
    .where('v.action', 'in', ['enter', 'change', 'correct'])
    .distinct()
    .execute();
  return grouped(rows, ({ id, byUser }) => [id, byUser]);
}

type Return = NonNullable<StoredReading['returned']>;

async function returnsOf(db: Reader, filter: ReadingFilter): Promise<Map<string, Return>> {
  const rows = await matching(db, filter)
    .innerJoin('readingRevisions as v', 'v.readingId', 'r.id')
    .select(['r.id', 'v.byName as name', 'v.at', 'v.reason'])
    .where('v.action', '=', 'return')
    .orderBy('v.version')
    .execute();
  return new Map(rows.map(({ id, name, at, reason }) => [id, { name, at, reason: reason ?? '' }]));
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

export async function existsReading(
  db: Reader,
  indicatorId: string,
  year: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('readings')
    .select('id')
    .where('indicatorId', '=', indicatorId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertReading(db: Writer, reading: StoredReading): Promise<void> {
  const { id, indicatorId, year, entered } = reading;
  await db
    .insertInto('readings')
    .values({
      id,
      indicatorId,
      year,
      createdBy: entered.userId,
      createdAt: entered.at,
      ...mutable(reading),
    })
    .execute();
  await insertConditions(db, reading);
}

export async function updateReading(db: Writer, reading: StoredReading): Promise<void> {
  await db.updateTable('readings').set(mutable(reading)).where('id', '=', reading.id).execute();
}

/** Replaces the conditions of a reading by those it holds now. */
export async function saveConditions(db: Writer, reading: StoredReading): Promise<void> {
  await db.deleteFrom('readingConditions').where('readingId', '=', reading.id).execute();
  await insertConditions(db, reading);
}

async function insertConditions(db: Writer, reading: StoredReading): Promise<void> {
  const { conditions } = reading.figures;
  if (conditions.length === 0) return;
  await db
    .insertInto('readingConditions')
    .values(
      conditions.map(({ id, ...rest }, position) => ({
        readingId: reading.id,
        conditionId: id,
        position,
        ...rest,
      })),
    )
    .execute();
}

function mutable({ figures, ...reading }: StoredReading) {
  return {
    status: reading.status,
    version: reading.version,
    dataStatus: figures.dataStatus,
    source: figures.source,
    note: figures.note,
    // The value of a ratio is computed from its components, which have rows of their own.
    value: figures.value,
    level: figures.level,
    ground: figures.ground,
    absence: figures.absence?.kind ?? null,
    absenceReason: figures.absence?.reason ?? null,
    scopeChange: figures.scopeChange,
    changedBy: reading.changed.userId,
    changedAt: reading.changed.at,
    submittedBy: reading.submitted?.userId ?? null,
    submittedAt: reading.submitted?.at ?? null,
    signedBy: reading.signed?.userId ?? null,
    signedAt: reading.signed?.at ?? null,
    approvedBy: reading.approved?.userId ?? null,
    approvedAt: reading.approved?.at ?? null,
  };
}
