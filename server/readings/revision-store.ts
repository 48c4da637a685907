import { valueOf } from '../../shared/reading-rules.ts';
import type { Absence, DataStatus, Revision } from '../../shared/readings.ts';
import type { ReadingStatus, ReturnReason } from '../../shared/workflow.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { type Seal, sealOf } from './seal.ts';
import type { StoredReading } from './stored-reading.ts';

type RevisionRow = Tables['readingRevisions'];
type ConditionRow = Tables['readingRevisionConditions'];

/** Who made a revision, as they were called then. */
export interface Author {
  readonly userId: string;
  readonly name: string;
  readonly departmentId: string | null;
}

export interface Step {
  readonly action: Tables['readingRevisions']['action'];
  readonly by: Author;
  readonly at: string;
  readonly reason?: string;
  /** Of the short list of reasons for sending back. */
  readonly reasonCode?: ReturnReason;
}

/** A reading as it stands after a step, in the rows of its history. */
export function revisionRows(
  reading: StoredReading,
  { action, by, at, reason, reasonCode }: Step,
): { readonly revision: RevisionRow; readonly conditions: ConditionRow[] } {
  const { figures, version } = reading;
  const { absence } = figures;
  const ratio = reading.multiplier !== null && absence === null;
  return {
    revision: {
      readingId: reading.id,
      version,
      action,
      at,
      byUser: by.userId,
      byName: by.name,
      byDepartment: by.departmentId,
      reason: reason ?? null,
      status: reading.status,
      dataStatus: figures.dataStatus,
      source: figures.source,
      note: figures.note,
      value: valueOf(reading, figures),
      numerator: ratio ? figures.numerator : null,
      denominator: ratio ? figures.denominator : null,
      level: figures.level,
      ground: figures.ground,
      absence: absence?.kind ?? null,
      absenceReason: absence?.reason ?? null,
      scopeChange: figures.scopeChange,
      paper: figures.paper,
      figureYear: figures.figureYear,
      reasonCode: reasonCode ?? null,
    },
    conditions: figures.conditions.map(({ id, metOn, lostOn, documentNumber }, position) => ({
      readingId: reading.id,
      version,
      conditionId: id,
      position,
      metOn,
      lostOn,
      documentNumber,
    })),
  };
}

/**
 * Writes down a reading as it stands after a step. Never changed again.
 * @returns its seal, for the audit row of the same transaction
 */
export async function appendRevision(
  db: Writer,
  reading: StoredReading,
  step: Step,
): Promise<Seal> {
  const { revision, conditions } = revisionRows(reading, step);
  await db.insertInto('readingRevisions').values(revision).execute();
  if (conditions.length > 0) {
    await db.insertInto('readingRevisionConditions').values(conditions).execute();
  }
  return sealOf(revision, conditions);
}

/** Every version of a reading, oldest first. */
export async function revisionsOf(db: Reader, readingId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('readingRevisions')
    .selectAll()
    .where('readingId', '=', readingId)
    .orderBy('version')
    .execute();
  const conditions = await db
    .selectFrom('readingRevisionConditions')
    .selectAll()
    .where('readingId', '=', readingId)
    .orderBy('version')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    action: row.action,
    at: row.at,
    by: { userId: row.byUser, name: row.byName, departmentId: row.byDepartment },
    reason: row.reason,
    reasonCode: row.reasonCode as ReturnReason | null,
    status: row.status as ReadingStatus,
    dataStatus: row.dataStatus as DataStatus,
    source: row.source,
    note: row.note,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    level: row.level,
    ground: row.ground,
    conditions: conditions
      .filter(({ version }) => version === row.version)
      .map(({ conditionId, metOn, lostOn, documentNumber }) => ({
        id: conditionId,
        metOn,
        lostOn,
        documentNumber,
      })),
    absence:
      row.absence === null
        ? null
        : { kind: row.absence as Absence, reason: row.absenceReason ?? '' },
    scopeChange: row.scopeChange,
    paper: row.paper,
    figureYear: row.figureYear,
  }));
}
