import type { Reader, Writer } from '../db/transaction.ts';
import { findComponent } from './component-store.ts';
import { assemble, type Condition, type StoredReading, TYPING } from './stored-reading.ts';
import { leadOf } from './subject-store.ts';

/**
 * One reading. Every query is of one table: SQLite prepares a join anew at each new parameter, which
 * would cost a write more than everything else it does (decision 0201).
 */
export async function findReading(db: Reader, id: string): Promise<StoredReading | null> {
  const row = await db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const indicator = await db
    .selectFrom('indicators')
    .select(['planId', 'kind', 'multiplier', 'numeratorId', 'denominatorId'])
    .where('id', '=', row.indicatorId)
    .executeTakeFirstOrThrow();
  const { planId, numeratorId, denominatorId } = indicator;
  const component = async (componentId: string | null): Promise<number | null> =>
    componentId === null ? null : findComponent(db, { planId, componentId, year: row.year });
  const people = [row.createdBy, row.changedBy, row.submittedBy, row.signedBy, row.approvedBy];
  const names = await namesOf(db, [...new Set(people.filter((one) => one !== null))]);
  const nameOf = (userId: string | null): string | null => names.get(userId ?? '') ?? null;
  const revisions = db.selectFrom('readingRevisions').where('readingId', '=', id);
  const typists = await revisions
    .select('byUser')
    .where('action', 'in', TYPING)
    .distinct()
    .execute();
  const back =
    row.status === 'returned'
      ? await revisions
          .select(['byName as name', 'at', 'reason'])
          .where('action', '=', 'return')
          .orderBy('version', 'desc')
          .executeTakeFirst()
      : undefined;
  return assemble(
    {
      ...row,
      ...indicator,
      numerator: await component(numeratorId),
      denominator: await component(denominatorId),
      createdName: nameOf(row.createdBy) ?? '',
      changedName: nameOf(row.changedBy) ?? '',
      submittedName: nameOf(row.submittedBy),
      signedName: nameOf(row.signedBy),
      approvedName: nameOf(row.approvedBy),
    },
    {
      conditions: indicator.kind === 'milestone' ? await conditionsOfOne(db, id) : [],
      leadDepartmentId: await leadOf(db, row.indicatorId),
      typedBy: typists.map(({ byUser }) => byUser),
      returned: back === undefined ? null : { ...back, reason: back.reason ?? '' },
    },
  );
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('users').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function conditionsOfOne(db: Reader, readingId: string): Promise<Condition[]> {
  const rows = await db
    .selectFrom('readingConditions')
    .select(['conditionId as id', 'metOn', 'lostOn', 'documentNumber'])
    .where('readingId', '=', readingId)
    .orderBy('position')
    .execute();
  return rows;
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
