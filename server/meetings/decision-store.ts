import { mayAmend } from '../../shared/action-rules.ts';
import type { NewDecision } from '../../shared/meetings.ts';
import { findActions, standingOf, type StoredAction, subjectsOf } from '../action-items/store.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** A decision of a meeting with what it is about; confirmed, with its action item. */
export interface StoredDecision extends NewDecision {
  readonly id: string;
  readonly meetingId: string;
  readonly position: number;
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly version: number;
  readonly action: StoredAction | null;
}

/** The decisions of a meeting in the order in which they were taken. */
export async function decisionsOf(db: Reader, meetingId: string): Promise<StoredDecision[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
  return assemble(db, rows, await findActions(db, { meetingId }));
}

/** null: there is none of that id. */
export async function findDecision(db: Reader, id: string): Promise<StoredDecision | null> {
  const rows = await db.selectFrom('decisions').selectAll().where('id', '=', id).execute();
  const [decision] = await assemble(db, rows, await findActions(db, { id }));
  return decision ?? null;
}

async function assemble(
  db: Reader,
  rows: readonly Tables['decisions'][],
  actions: readonly StoredAction[],
): Promise<StoredDecision[]> {
  const ids = rows.map(({ id }) => id);
  const subjects = await subjectsOf(db, ids);
  return rows.map((row) => ({
    ...row,
    supportingDepartmentIds: subjects.departments.get(row.id) ?? [],
    indicatorIds: subjects.indicators.get(row.id) ?? [],
    measureIds: subjects.measures.get(row.id) ?? [],
    action: actions.find(({ id }) => id === row.id) ?? null,
  }));
}

/** Whether nobody has signed for it yet: then its wording may be mended. */
export function isAmendable({ action }: Pick<StoredDecision, 'action'>): boolean {
  return action === null || mayAmend(standingOf(action));
}

/** The place of the decision that comes next in a meeting. */
export async function nextPosition(db: Reader, meetingId: string): Promise<number> {
  const last = await db
    .selectFrom('decisions')
    .select('position')
    .where('meetingId', '=', meetingId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}

export async function insertDecision(
  db: Writer,
  decision: StoredDecision,
  planId: string,
): Promise<void> {
  await db.insertInto('decisions').values(rowOf(decision)).execute();
  await writeSubjects(db, decision, planId);
}

export async function updateDecision(
  db: Writer,
  decision: StoredDecision,
  planId: string,
): Promise<void> {
  const { id, ...columns } = rowOf(decision);
  await db.updateTable('decisions').set(columns).where('id', '=', id).execute();
  await removeSubjects(db, id);
  await writeSubjects(db, decision, planId);
}

export async function deleteDecision(db: Writer, id: string): Promise<void> {
  await removeSubjects(db, id);
  await db.deleteFrom('decisions').where('id', '=', id).execute();
}

function rowOf(decision: StoredDecision): Tables['decisions'] {
  const {
    supportingDepartmentIds: _departments,
    indicatorIds: _indicators,
    measureIds: _measures,
    action: _action,
    ...row
  } = decision;
  return row;
}

async function removeSubjects(db: Writer, decisionId: string): Promise<void> {
  for (const table of ['decisionDepartments', 'decisionIndicators', 'decisionMeasures'] as const) {
    await db.deleteFrom(table).where('decisionId', '=', decisionId).execute();
  }
}

async function writeSubjects(
  db: Writer,
  { id: decisionId, supportingDepartmentIds, indicatorIds, measureIds }: StoredDecision,
  planId: string,
): Promise<void> {
  const departments = supportingDepartmentIds.map((departmentId, position) => ({
    decisionId,
    departmentId,
    position,
  }));
  const indicators = indicatorIds.map((indicatorId) => ({ decisionId, indicatorId }));
  const measures = measureIds.map((measureId) => ({ decisionId, planId, measureId }));
  if (departments.length > 0) {
    await db.insertInto('decisionDepartments').values(departments).execute();
  }
  if (indicators.length > 0) await db.insertInto('decisionIndicators').values(indicators).execute();
  if (measures.length > 0) await db.insertInto('decisionMeasures').values(measures).execute();
}

/** The ids that a decision of a plan can name. */
export async function nameable(db: Reader, planId: string) {
  const departments = await db.selectFrom('departments').select('id').execute();
  const indicators = await db
    .selectFrom('indicators')
    .select('id')
    .where('planId', '=', planId)
    .execute();
  const measures = await db
    .selectFrom('measures')
    .select('id')
    .where('planId', '=', planId)
    .execute();
  const setOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
  return {
    departments: setOf(departments),
    indicators: setOf(indicators),
    measures: setOf(measures),
  };
}
