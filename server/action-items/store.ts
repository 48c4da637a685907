import type { ActionRecordRow } from '../../shared/action-items.ts';
import {
  type ActionRecord,
  type ActionStanding,
  type ActionState,
  answeringOn,
  STILL_OPEN,
} from '../../shared/action-rules.ts';
import { heirOn } from '../../shared/department-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';

/** A decision in the hands of its departments, as the database has it. */
export interface StoredAction {
  readonly id: string;
  readonly planId: string;
  readonly meeting: { readonly id: string; readonly number: number; readonly heldOn: string };
  readonly year: number;
  readonly number: number;
  readonly text: string;
  readonly state: ActionState;
  readonly leadDepartmentId: string;
  readonly supportingDepartmentIds: readonly string[];
  /** As it was decided, the lead first, whoever has taken over since. */
  readonly chargedIds: readonly string[];
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly reportedOn: string | null;
  readonly reportedBy: string | null;
  /** More time that was asked for and is not answered; null: none. */
  readonly extension: { readonly dueOn: string; readonly userId: string } | null;
  readonly issuedAt: string;
  readonly indicatorIds: readonly string[];
  readonly measureIds: readonly string[];
  /** First to last. */
  readonly records: readonly StoredRecord[];
  readonly version: number;
}

export interface StoredRecord extends Omit<ActionRecordRow, 'step'> {
  readonly step: ActionRecord;
  readonly userId: string;
}

export interface ActionFilter {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly indicatorId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly meetingId?: string | undefined;
  /** Whatever may still be done: what is closed or withdrawn stays out. */
  readonly open?: true;
}

/** The action items that a filter names, the soonest due first, in a fixed number of queries. */
export async function findActions(
  db: Reader,
  filter: Omit<ActionFilter, 'departmentId'>,
): Promise<StoredAction[]> {
  const rows = await db
    .selectFrom('actionItems as a')
    .innerJoin('decisions as d', 'd.id', 'a.decisionId')
    .innerJoin('meetings as m', 'm.id', 'd.meetingId')
    .select(['a.decisionId as id', 'a.planId', 'a.year', 'a.number', 'a.state', 'a.dueOn'])
    .select(['a.reportedOn', 'a.reportedBy', 'a.extensionDueOn', 'a.extensionBy'])
    .select(['a.issuedAt', 'a.version', 'd.text', 'd.leadDepartmentId', 'd.dueOn as firstDueOn'])
    .select(['m.id as meetingId', 'm.number as meetingNumber', 'm.heldOn'])
    .$if(filter.id !== undefined, (query) => query.where('a.decisionId', '=', filter.id ?? ''))
    .$if(filter.planId !== undefined, (query) => query.where('a.planId', '=', filter.planId ?? ''))
    .$if(filter.open === true, (query) => query.where('a.state', 'in', STILL_OPEN))
    .$if(filter.meetingId !== undefined, (query) =>
      query.where('d.meetingId', '=', filter.meetingId ?? ''),
    )
    .$if(filter.indicatorId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('decisionIndicators as i')
            .select('i.decisionId')
            .whereRef('i.decisionId', '=', 'd.id')
            .where('i.indicatorId', '=', filter.indicatorId ?? ''),
        ),
      ),
    )
    .$if(filter.measureId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('decisionMeasures as s')
            .select('s.decisionId')
            .whereRef('s.decisionId', '=', 'd.id')
            .where('s.measureId', '=', filter.measureId ?? ''),
        ),
      ),
    )
    .orderBy('a.dueOn')
    .orderBy('a.year')
    .orderBy('a.number')
    .execute();
  const related = await relatedTo(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(
    ({ meetingId, meetingNumber, heldOn, extensionDueOn, extensionBy, ...row }): StoredAction => ({
      ...row,
      // Confirmed decisions have both: shared/meeting-rules.ts.
      leadDepartmentId: row.leadDepartmentId ?? '',
      firstDueOn: row.firstDueOn ?? row.dueOn,
      meeting: { id: meetingId, number: meetingNumber, heldOn },
      extension:
        extensionDueOn === null || extensionBy === null
          ? null
          : { dueOn: extensionDueOn, userId: extensionBy },
      supportingDepartmentIds: related.departments.get(row.id) ?? [],
      chargedIds: [row.leadDepartmentId ?? '', ...(related.departments.get(row.id) ?? [])],
      indicatorIds: related.indicators.get(row.id) ?? [],
      measureIds: related.measures.get(row.id) ?? [],
      records: related.records.get(row.id) ?? [],
    }),
  );
}

/**
 * The same with those departments in charge that answer for them on the day of a moment: offices merge
 * while a decision is being carried out. By department: what it answers for, and what it was charged
 * with.
 */
export async function findAnswered(
  db: Reader,
  { departmentId, ...filter }: ActionFilter,
  now: Date,
): Promise<StoredAction[]> {
  const offices = await officesById(db);
  const today = dayInChina(now);
  return (await findActions(db, filter))
    .map((action) => ({ ...action, ...answeringOn(action, today, offices) }))
    .filter(
      ({ leadDepartmentId, supportingDepartmentIds, chargedIds }) =>
        departmentId === undefined ||
        [leadDepartmentId, ...supportingDepartmentIds, ...chargedIds].includes(departmentId),
    );
}

/** null: there is none of that id. */
export async function findAction(db: Reader, id: string, now: Date): Promise<StoredAction | null> {
  const [action] = await findAnswered(db, { id }, now);
  return action ?? null;
}

async function officesById(db: Reader) {
  return new Map((await findDepartments(db)).map((department) => [department.id, department]));
}

async function relatedTo(db: Reader, ids: readonly string[]) {
  const records = await db
    .selectFrom('actionRecords')
    .selectAll()
    .where('decisionId', 'in', some(ids))
    .orderBy('number')
    .execute();
  return {
    ...(await subjectsOf(db, ids)),
    records: grouped(
      records,
      ({ number, step, at, byUser, byName, departmentId, text, dueOn }): StoredRecord => ({
        number,
        step: step as ActionRecord,
        at,
        userId: byUser,
        by: byName,
        departmentId,
        text,
        dueOn,
      }),
    ),
  };
}

/** The supporting departments, indicators and measures of decisions, by the decision's id. */
export async function subjectsOf(db: Reader, ids: readonly string[]) {
  const departments = await db
    .selectFrom('decisionDepartments')
    .select(['decisionId', 'departmentId'])
    .where('decisionId', 'in', some(ids))
    .orderBy('position')
    .execute();
  const indicators = await db
    .selectFrom('decisionIndicators as d')
    .innerJoin('indicators as i', 'i.id', 'd.indicatorId')
    .select(['d.decisionId', 'd.indicatorId'])
    .where('d.decisionId', 'in', some(ids))
    .orderBy('i.position')
    .execute();
  const measures = await db
    .selectFrom('decisionMeasures as d')
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'd.planId').onRef('m.id', '=', 'd.measureId'),
    )
    .select(['d.decisionId', 'd.measureId'])
    .where('d.decisionId', 'in', some(ids))
    .orderBy('m.number')
    .execute();
  return {
    departments: grouped(departments, ({ departmentId }) => departmentId),
    indicators: grouped(indicators, ({ indicatorId }) => indicatorId),
    measures: grouped(measures, ({ measureId }) => measureId),
  };
}

/** A list for `in`, which may not be empty; nothing has the id ''. */
const some = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? [''] : ids);

function grouped<R extends { readonly decisionId: string }, T>(
  rows: readonly R[],
  of: (row: R) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.decisionId) ?? [];
    groups.set(row.decisionId, [...group, of(row)]);
  }
  return groups;
}

/** What the rules look at (shared/action-rules.ts). */
export function standingOf(action: StoredAction): ActionStanding {
  return {
    state: action.state,
    leadDepartmentId: action.leadDepartmentId,
    supportingDepartmentIds: action.supportingDepartmentIds,
    receivedBy: action.records
      .filter(({ step }) => step === 'receive')
      .map(({ departmentId }) => departmentId ?? ''),
    extensionAskedBy: action.extension?.userId ?? null,
    reportedBy: action.reportedBy,
  };
}

/** The number of the action item that comes next in a year of a plan. */
export async function nextActionNumber(db: Reader, planId: string, year: number): Promise<number> {
  const last = await db
    .selectFrom('actionItems')
    .select('number')
    .where('planId', '=', planId)
    .where('year', '=', year)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

export async function insertAction(db: Writer, row: Tables['actionItems']): Promise<void> {
  await db.insertInto('actionItems').values(row).execute();
}

export async function updateAction(
  db: Writer,
  id: string,
  changes: Partial<Tables['actionItems']>,
): Promise<void> {
  await db.updateTable('actionItems').set(changes).where('decisionId', '=', id).execute();
}

/** Adds a step to the life of an action item. */
export async function appendRecord(
  db: Writer,
  id: string,
  record: Omit<StoredRecord, 'number'>,
): Promise<void> {
  const last = await db
    .selectFrom('actionRecords')
    .select('number')
    .where('decisionId', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { step, at, userId, by, departmentId, text, dueOn } = record;
  await db
    .insertInto('actionRecords')
    .values({
      decisionId: id,
      number: (last?.number ?? 0) + 1,
      step,
      at,
      byUser: userId,
      byName: by,
      departmentId,
      text,
      dueOn,
    })
    .execute();
}

/** What the departments, indicators and measures of an action item are called, for its own page. Departments that were charged with it and have been taken over from stand in `formerly`, under the id of who did. */
export async function namesFor(db: Reader, action: StoredAction, now: Date) {
  const { planId, leadDepartmentId, supportingDepartmentIds, indicatorIds, measureIds } = action;
  const offices = await officesById(db);
  const answering = [leadDepartmentId, ...supportingDepartmentIds];
  const gone = action.chargedIds.filter((id) => !answering.includes(id));
  const heirOf = (id: string): string => heirOn(id, dayInChina(now), offices);
  const departments = answering.flatMap((id) => {
    const office = offices.get(id);
    if (office === undefined) return [];
    const { shortNameZh, fullNameZh, nameEn } = office;
    const formerly = gone.flatMap((one) => {
      const before = heirOf(one) === id ? offices.get(one) : undefined;
      return before === undefined
        ? []
        : [{ id: one, shortNameZh: before.shortNameZh, nameEn: before.nameEn }];
    });
    return [{ id, shortNameZh, fullNameZh, nameEn, formerly }];
  });
  const indicators = await db
    .selectFrom('indicators')
    .select(['id', 'code', 'nameZh', 'nameEn'])
    .where('id', 'in', some(indicatorIds))
    .orderBy('position')
    .execute();
  const measures = await db
    .selectFrom('measures')
    .select(['id', 'number', 'titleZh', 'titleEn'])
    .where('planId', '=', planId)
    .where('id', 'in', some(measureIds))
    .orderBy('number')
    .execute();
  return { departments, indicators, measures };
}
