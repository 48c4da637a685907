import type { CorrectionStatus } from '../../shared/correction-rules.ts';
import { type Figures, valueOf } from '../../shared/reading-rules.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { filesBeside } from '../evidence/shelf-store.ts';
import { correctedLists, type CorrectedList, insertLists } from './correction-list-store.ts';
import { type Author, revisionsOf } from './revision-store.ts';
import { findReading } from './store.ts';
import type { Act, StoredReading } from './stored-reading.ts';

/** A request to correct a reading, with all that its rules and its answer need. */
export interface StoredCorrection {
  readonly id: string;
  readonly status: CorrectionStatus;
  readonly version: number;
  readonly reason: string;
  readonly requested: Act;
  readonly decided: Act | null;
  readonly decisionNote: string | null;
  /** As it stands now. */
  readonly reading: StoredReading;
  /** The version that it was asked on, and the figures of that version. */
  readonly readingVersion: number;
  readonly before: Figures;
  readonly after: Figures;
  /** The new versions of the lists behind its figures. */
  readonly lists: readonly CorrectedList[];
  /** How many files lie beside it. */
  readonly files: number;
  /** Who sealed the year of the reading; null: it is not sealed. */
  readonly sealedBy: string | null;
}

export interface CorrectionFilter {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly readingId?: string | undefined;
  readonly status?: CorrectionStatus | undefined;
}

/** The requests that a filter names, latest first. */
export async function listStoredCorrections(
  db: Reader,
  { id, planId, readingId, status }: CorrectionFilter,
): Promise<StoredCorrection[]> {
  const rows = await db
    .selectFrom('corrections as c')
    .innerJoin('readings as r', 'r.id', 'c.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .innerJoin('users as asker', 'asker.id', 'c.requestedBy')
    .leftJoin('users as decider', 'decider.id', 'c.decidedBy')
    .leftJoin('rounds as o', (join) =>
      join.onRef('o.planId', '=', 'i.planId').onRef('o.year', '=', 'r.year'),
    )
    .selectAll('c')
    .select(['asker.name as askerName', 'decider.name as deciderName', 'o.sealedBy'])
    .$if(id !== undefined, (query) => query.where('c.id', '=', id ?? ''))
    .$if(planId !== undefined, (query) => query.where('i.planId', '=', planId ?? ''))
    .$if(readingId !== undefined, (query) => query.where('r.id', '=', readingId ?? ''))
    .$if(status !== undefined, (query) => query.where('c.status', '=', status ?? 'requested'))
    .orderBy('c.requestedAt', 'desc')
    .orderBy('c.id')
    .execute();
  const found: StoredCorrection[] = [];
  for (const row of rows) {
    const reading = await findReading(db, row.readingId);
    const revisions = await revisionsOf(db, row.readingId);
    const before = revisions.find(({ version }) => version === row.readingVersion);
    if (reading === null || before === undefined) continue;
    found.push({
      id: row.id,
      status: row.status,
      version: row.version,
      reason: row.reason,
      requested: { userId: row.requestedBy, name: row.askerName, at: row.requestedAt },
      decided:
        row.decidedBy === null || row.decidedAt === null
          ? null
          : { userId: row.decidedBy, name: row.deciderName ?? '', at: row.decidedAt },
      decisionNote: row.decisionNote,
      reading,
      readingVersion: row.readingVersion,
      before,
      after: { ...figuresOfRow(row), conditions: await conditionsOf(db, row.id) },
      lists: await correctedLists(db, row.id, reading),
      files: (await filesBeside(db, 'correction', [row.id])).length,
      sealedBy: row.sealedBy,
    });
  }
  return found;
}

function figuresOfRow(row: Tables['corrections']): Omit<Figures, 'conditions'> {
  return {
    dataStatus: row.dataStatus,
    source: row.source,
    note: row.note,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    level: row.level,
    ground: row.ground,
    absence: row.absence === null ? null : { kind: row.absence, reason: row.absenceReason ?? '' },
    scopeChange: row.scopeChange,
    paper: row.paper,
    figureYear: row.figureYear,
  };
}

async function conditionsOf(db: Reader, correctionId: string): Promise<Figures['conditions']> {
  return db
    .selectFrom('correctionConditions')
    .select(['conditionId as id', 'metOn', 'lostOn', 'documentNumber'])
    .where('correctionId', '=', correctionId)
    .orderBy('position')
    .execute();
}

export async function insertCorrection(db: Writer, correction: StoredCorrection): Promise<void> {
  const { id, reading, after, requested } = correction;
  const ratio = reading.multiplier !== null && after.absence === null;
  await db
    .insertInto('corrections')
    .values({
      id,
      readingId: reading.id,
      readingVersion: correction.readingVersion,
      status: correction.status,
      reason: correction.reason,
      requestedBy: requested.userId,
      requestedAt: requested.at,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
      dataStatus: after.dataStatus,
      source: after.source,
      note: after.note,
      value: valueOf(reading, after),
      numerator: ratio ? after.numerator : null,
      denominator: ratio ? after.denominator : null,
      level: after.level,
      ground: after.ground,
      absence: after.absence?.kind ?? null,
      absenceReason: after.absence?.reason ?? null,
      scopeChange: after.scopeChange,
      paper: after.paper,
      figureYear: after.figureYear,
      version: correction.version,
    })
    .execute();
  await insertLists(db, id, correction.lists);
  if (after.conditions.length === 0) return;
  await db
    .insertInto('correctionConditions')
    .values(
      after.conditions.map(({ id: conditionId, metOn, lostOn, documentNumber }, position) => ({
        correctionId: id,
        conditionId,
        position,
        metOn,
        lostOn,
        documentNumber,
      })),
    )
    .execute();
}

/** What is written down of a decision. The figures that were asked for never change. */
export async function saveDecision(
  db: Writer,
  { id, status, version, decided, decisionNote }: StoredCorrection,
): Promise<void> {
  await db
    .updateTable('corrections')
    .set({
      status,
      version,
      decisionNote,
      decidedBy: decided?.userId ?? null,
      decidedAt: decided?.at ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Whether somebody waits for an answer about a reading. */
export async function hasOpenCorrection(db: Reader, readingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('corrections')
    .select('id')
    .where('readingId', '=', readingId)
    .where('status', '=', 'requested')
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody as the author of a revision, by what they are called now. */
export async function findAuthor(db: Reader, userId: string): Promise<Author | null> {
  const row = await db
    .selectFrom('users')
    .select(['id as userId', 'name', 'departmentId'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}
