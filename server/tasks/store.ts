import type { TaskSubject } from '../../shared/tasks.ts';
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

/** Puts a row where it stands from now on. */
export async function saveTask(
  db: Writer,
  { planId, year }: Year,
  { supportingDepartmentIds, ...row }: StoredTask,
  by: { readonly userId: string; readonly at: string },
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
  if (supportingDepartmentIds.length === 0) return;
  await db
    .insertInto('taskDepartments')
    .values(
      supportingDepartmentIds.map((departmentId, position) => ({ ...key, departmentId, position })),
    )
    .execute();
}
