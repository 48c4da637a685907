import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findRound } from '../rounds/store.ts';
import { findComponent } from './component-store.ts';
import {
  type Act,
  assemble,
  type Condition,
  signatureMet,
  type StoredReading,
  toReturn,
} from './stored-reading.ts';
import { leadOf } from './subject-store.ts';

/**
 * One reading. Every query is of one table: SQLite prepares a join anew at each new parameter, which
 * would cost a write more than everything else it does (decision 0201).
 */
export async function findReading(db: Reader, id: string): Promise<StoredReading | null> {
  const [row] = await readingOf(db, id);
  const [indicator] = row === undefined ? [] : await indicatorOf(db, row.indicatorId);
  if (row === undefined || indicator === undefined) return null;
  const { planId, numeratorId, denominatorId } = indicator;
  const component = async (componentId: string | null): Promise<number | null> =>
    componentId === null ? null : findComponent(db, { planId, componentId, year: row.year });
  const round = await findRound(db, planId, row.year);
  const sealedBy = round?.sealedBy ?? null;
  const { createdBy, changedBy, submittedBy, signedBy, approvedBy } = row;
  const people = [createdBy, changedBy, submittedBy, signedBy, approvedBy, sealedBy];
  const names = await namesOf(db, [...new Set(people.filter((one) => one !== null))]);
  const called = (userId: string | null): string | null => names.get(userId ?? '') ?? null;
  const typists = await typistsOf(db, id);
  const back = row.status === 'returned' ? await lastReturn(db, id) : undefined;
  return assemble(
    {
      ...row,
      ...indicator,
      numerator: await component(numeratorId),
      denominator: await component(denominatorId),
      createdName: called(row.createdBy) ?? '',
      changedName: called(row.changedBy) ?? '',
      submittedName: called(row.submittedBy),
      signedName: called(row.signedBy),
      approvedName: called(row.approvedBy),
      sealedAt: round?.sealedAt ?? null,
      sealedBy,
      sealedName: called(sealedBy),
    },
    {
      conditions: indicator.kind === 'milestone' ? await conditionsOfOne(db, id) : [],
      leadDepartmentId: await leadOf(db, row.indicatorId),
      typedBy: typists.map(({ userId }) => userId),
      round,
      returned: back === undefined ? null : toReturn(back),
      signedBefore: row.returns > 0 && signedBy === null ? await signatureOf(db, id) : null,
    },
  );
}

const readingOf = prepared((db: Reader, id: string) =>
  db.selectFrom('readings').selectAll().where('id', '=', id),
);

const indicatorOf = prepared((db: Reader, id: string) =>
  db
    .selectFrom('indicators')
    .select(['planId', 'kind', 'multiplier', 'numeratorId', 'denominatorId'])
    .where('id', '=', id),
);

const typistsOf = prepared((db: Reader, readingId: string) =>
  db.selectFrom('readingTypists').select('userId').where('readingId', '=', readingId),
);

const nameOf = prepared((db: Reader, userId: string) =>
  db.selectFrom('users').select('name').where('id', '=', userId),
);

async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of ids) {
    const [row] = await nameOf(db, id);
    if (row !== undefined) names.set(id, row.name);
  }
  return names;
}

async function lastReturn(db: Reader, readingId: string) {
  return db
    .selectFrom('readingRevisions')
    .select(['byName as name', 'at', 'reason', 'reasonCode'])
    .where('readingId', '=', readingId)
    .where('action', '=', 'return')
    .orderBy('version', 'desc')
    .executeTakeFirst();
}

async function signatureOf(db: Reader, readingId: string): Promise<Act | null> {
  const steps = await db
    .selectFrom('readingRevisions')
    .select(['action', 'byUser as userId', 'byName as name', 'at'])
    .where('readingId', '=', readingId)
    .where('action', 'in', ['sign', 'return'])
    .orderBy('version')
    .execute();
  return signatureMet(steps);
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

/** Adds to those who typed into a reading; whoever writes a revision is among them by a trigger. */
export async function nameTypists(
  db: Writer,
  readingId: string,
  userIds: readonly string[],
): Promise<void> {
  await db
    .insertInto('readingTypists')
    .values([...new Set(userIds)].map((userId) => ({ readingId, userId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
  await update(db, reading.id, mutable(reading));
}

const update = prepared((db: Writer, id: string, row: ReturnType<typeof mutable>) =>
  db.updateTable('readings').set(row).where('id', '=', id),
);

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
    paper: figures.paper,
    figureYear: figures.figureYear,
    corrections: reading.corrections,
    returns: reading.returns,
    returnedByDuty: reading.returnedByDuty,
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
