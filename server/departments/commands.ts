import type { changeDepartment, createDepartment, Department } from '../../shared/accounts.ts';
import { refuseLife } from '../../shared/department-rules.ts';
import type { Received } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import { bumpRevisionsOfDepartment } from '../plans/store.ts';
import { findDepartments, insertDepartment, updateDepartment } from './store.ts';

/** What the document did not name has no kind of its own. */
const KIND_ENTERED = 'other';
const NAMES = ['shortNameZh', 'fullNameZh', 'nameEn'] as const;

/** @throws Problem conflict for an id that exists, invalid for an impossible successor or days */
export async function addDepartment(
  db: Writer,
  typed: Received<typeof createDepartment>['body'],
): Promise<Department> {
  const all = await findDepartments(db);
  if (all.some(({ id }) => id === typed.id)) throw new Problem('conflict');
  const { validFrom = null, validTo = null, successorId = null, ...names } = typed;
  const department: Department = {
    ...names,
    kind: KIND_ENTERED,
    nameSource: 'entered',
    validFrom,
    validTo,
    successorId,
    version: 1,
  };
  requireLife(department, all);
  await insertDepartment(db, department);
  return department;
}

/**
 * Renames a department or ends it. A name that an administrator has given stays when the plan is
 * loaded anew. A change that changes nothing makes no version.
 * @throws Problem notFound, staleVersion, or invalid for an impossible successor or days
 */
export async function alterDepartment(
  db: Writer,
  id: string,
  expectedVersion: number,
  changes: Received<typeof changeDepartment>['body'],
): Promise<{ readonly before: Department; readonly after: Department }> {
  const all = await findDepartments(db);
  const before = all.find((department) => department.id === id);
  if (before === undefined) throw new Problem('notFound');
  if (before.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: before.version });
  }
  const named = Object.fromEntries(
    Object.entries(changes).filter(([, said]) => said !== undefined),
  ) as Partial<Department>;
  const changed = { ...before, ...named };
  requireLife(changed, all);
  if (JSON.stringify(changed) === JSON.stringify(before)) return { before, after: before };
  const renamed = NAMES.some((name) => changed[name] !== before[name]);
  const after: Department = {
    ...changed,
    nameSource: renamed ? 'entered' : before.nameSource,
    version: before.version + 1,
  };
  await updateDepartment(db, after);
  if (renamed) await bumpRevisionsOfDepartment(db, id);
  return { before, after };
}

function requireLife(department: Department, all: readonly Department[]): void {
  const issues = refuseLife(department, (id) => all.find((other) => other.id === id)?.successorId);
  if (issues.length > 0) throw Problem.fields(...issues);
}
