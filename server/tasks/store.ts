import type { TaskRevision, TaskSubject } from '../../shared/tasks.ts';
import type { TaskWords } from '../../shared/task-rules.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** A row that somebody has filled. */
export interface StoredTask extends TaskWords {
  readonly subject: TaskSubject;
  readonly subjectId: string;
  readonly version: number;
}

interface Year {
  readonly planId: string;
  readonly year: number;
}

/** The rows of a year that somebody has filled. */
export async function findTasks(db: Reader, { planId, year }: Year): Promise<StoredTask[]> {
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('planId', '=', planId)
    .where('year', '=', year)
    .execute();
  const departments = await db
    .selectFrom('taskDepartments')
    .select(['subject', 'subjectId', 'departmentId'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .orderBy('position')
    .execute();
  const of = Map.groupBy(departments, ({ subject, subjectId }) => `${subject} ${subjectId}`);
  return rows.map((row) => ({
    subject: row.subject,
    subjectId: row.subjectId,
    version: row.version,
    leadDepartmentId: row.leadDepartmentId,
    supportingDepartmentIds: (of.get(`${row.subject} ${row.subjectId}`) ?? []).map(
      ({ departmentId }) => departmentId,
    ),
    principalLeader: row.principalLeader,
    leaderInCharge: row.leaderInCharge,
    handler: row.handler,
    task: row.task,
    target: row.target,
    unit: row.unit,
    dueOn: row.dueOn,
    requirement: row.requirement,
  }));
}

/** Who saves a row and when. */
export interface TaskAuthor {
  readonly userId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly at: string;
}

/** Puts a row where it stands from now on, and writes its version down for good. */
export async function saveTask(
  db: Writer,
  { planId, year }: Year,
  { supportingDepartmentIds, ...row }: StoredTask,
  by: TaskAuthor,
): Promise<void> {
  const key = { planId, year, subject: row.subject, subjectId: row.subjectId };
  const changing = { ...row, changedBy: by.userId, changedAt: by.at };
  await db
    .insertInto('tasks')
    .values({ planId, year, ...changing })
    .onConflict((conflict) =>
      conflict.columns(['planId', 'year', 'subject', 'subjectId']).doUpdateSet(changing),
    )
    .execute();
  await db
    .deleteFrom('taskDepartments')
    .where('planId', '=', planId)
    .where('year', '=', year)
    .where('subject', '=', row.subject)
    .where('subjectId', '=', row.subjectId)
    .execute();
  const revision = { ...key, version: row.version };
  await db
    .insertInto('taskRevisions')
    .values({
      ...row,
      ...revision,
      at: by.at,
      byUser: by.userId,
      byName: by.name,
      byDepartment: by.departmentId,
    })
    .execute();
  if (supportingDepartmentIds.length === 0) return;
  const supporting = supportingDepartmentIds.map((departmentId, position) => ({
    departmentId,
    position,
  }));
  await db
    .insertInto('taskDepartments')
    .values(supporting.map((one) => ({ ...key, ...one })))
    .execute();
  await db
    .insertInto('taskRevisionDepartments')
    .values(supporting.map((one) => ({ ...revision, ...one })))
    .execute();
}

/** Which row of which year. */
export interface TaskKey extends Year {
  readonly subject: TaskSubject;
  readonly subjectId: string;
}

/** Every version of a row, oldest first. */
export async function revisionsOfTask(db: Reader, key: TaskKey): Promise<TaskRevision[]> {
  const rows = await db
    .selectFrom('taskRevisions')
    .selectAll()
    .where('planId', '=', key.planId)
    .where('year', '=', key.year)
    .where('subject', '=', key.subject)
    .where('subjectId', '=', key.subjectId)
    .orderBy('version')
    .execute();
  const supporting = await db
    .selectFrom('taskRevisionDepartments')
    .select(['version', 'departmentId'])
    .where('planId', '=', key.planId)
    .where('year', '=', key.year)
    .where('subject', '=', key.subject)
    .where('subjectId', '=', key.subjectId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    at: row.at,
    by: { userId: row.byUser, name: row.byName, departmentId: row.byDepartment },
    leadDepartmentId: row.leadDepartmentId,
    supportingDepartmentIds: supporting
      .filter(({ version }) => version === row.version)
      .map(({ departmentId }) => departmentId),
    principalLeader: row.principalLeader,
    leaderInCharge: row.leaderInCharge,
    handler: row.handler,
    task: row.task,
    target: row.target,
    unit: row.unit,
    dueOn: row.dueOn,
    requirement: row.requirement,
  }));
}
