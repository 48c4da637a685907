import { Problem } from '../../shared/problems.ts';
import { refuseTask } from '../../shared/task-rules.ts';
import type { FieldIssue } from '../../shared/reading-rules.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import { TASK_FIELDS, type Task, type TaskRow } from '../../shared/tasks.ts';
import type { Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Principal } from '../http/principal.ts';
import { findPlanYears } from '../rounds/store.ts';
import { breakdownOf } from './breakdown.ts';
import { saveTask } from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** A row before and after, for the audit log. */
export interface SavedTask {
  readonly before: Task;
  readonly after: TaskRow;
}

/**
 * Saves rows of a year, all of them or none. A row that says what stands already makes no version.
 * @throws Problem notFound without such a plan; forbidden for a row that another department leads, or
 * for a reporter who names another lead; staleVersion; invalid with every issue of every row
 */
export async function saveTasks(
  { db, user, now }: Acting,
  of: { readonly planId: string; readonly year: number },
  rows: readonly TaskRow[],
): Promise<SavedTask[]> {
  const plan = await findPlanYears(db, of.planId);
  if (plan === null) throw new Problem('notFound');
  const { items } = await breakdownOf(db, user, of, now);
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  // The year to come is broken down before it begins.
  const nextYear = new Date(now.getTime());
  nextYear.setUTCFullYear(nextYear.getUTCFullYear() + 1);
  const issues: FieldIssue[] = [...refuseReadingYear(plan, of.year, nextYear)];
  const saved: SavedTask[] = [];
  const seen = new Set<string>();
  for (const [at, after] of rows.entries()) {
    const key = `${after.subject} ${after.subjectId}`;
    const before = items.find((one) => `${one.subject} ${one.subjectId}` === key);
    if (before === undefined || seen.has(key)) {
      const code = before === undefined ? 'unknownReference' : 'duplicateKey';
      issues.push({ pointer: `/rows/${at}/subjectId`, code });
      continue;
    }
    seen.add(key);
    const changesLead = after.leadDepartmentId !== before.leadDepartmentId;
    if (!before.editable || (changesLead && !before.leadEditable)) throw new Problem('forbidden');
    if (after.version !== before.version) {
      throw new Problem('staleVersion', { currentVersion: before.version });
    }
    issues.push(...refuseTask(after, of.year, offices, at));
    if (!isSame(before, after)) saved.push({ before, after });
  }
  if (issues.length > 0) throw Problem.fields(...issues);
  const { userId, name, departmentId } = user;
  const by = { userId, name, departmentId, at: now.toISOString() };
  for (const { after } of saved) {
    await saveTask(db, of, { ...after, version: after.version + 1 }, by);
  }
  return saved;
}

/** Whether a row says what stands. */
export function isSame(before: Task, after: TaskRow): boolean {
  return TASK_FIELDS.every(
    (field) => JSON.stringify(before[field]) === JSON.stringify(after[field]),
  );
}
