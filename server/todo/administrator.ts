import { DEPARTMENT_ROLES, type Role } from '../../shared/permissions.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { findLocks } from '../accounts/failure-store.ts';
import { listUsers, type User } from '../accounts/store.ts';
import type { KeptByRevision } from '../db/by-revision.ts';
import { type PlanGaps, planRevisions } from '../plans/gap-store.ts';
import type { Asking, Desk, DeskRound } from './desk.ts';

/** What an administrator must fill in before every indicator of a plan can be judged. */
export async function administratorItems(
  { db }: Asking,
  kept: KeptByRevision<PlanGaps>,
): Promise<TodoItem[]> {
  const all = await kept.all(db, await planRevisions(db));
  return [...all].flatMap(([planId, { leads, baselines, targets }]) => {
    const gaps = [
      { code: 'nameLeads', planId, count: leads },
      { code: 'enterBaselines', planId, count: baselines },
      { code: 'assignTargets', planId, count: targets },
    ] as const;
    return gaps.filter(({ count }) => count > 0);
  });
}

/** What a security administrator must set right: departments nobody acts for, locked accounts. */
export async function securityItems({ db, now }: Asking, desk: Desk): Promise<TodoItem[]> {
  const users = (await listUsers(db)).filter(({ disabledAt }) => disabledAt === null);
  const locks = await findLocks(
    db,
    users.map(({ username }) => username),
    now,
  );
  const running = desk.rounds.filter(({ state }) => state === 'planned' || state === 'open');
  const lacks: TodoItem[] = [];
  for (const role of DEPARTMENT_ROLES) {
    for (const round of running) lacks.push(...(await lacking(round, role, users, desk)));
  }
  return [
    ...lacks,
    ...(locks.size === 0 ? [] : [{ code: 'lockedAccounts' as const, count: locks.size }]),
  ];
}

/** The departments that owe something in a round and have nobody with this role. */
async function lacking(
  { planId, year, duties }: DeskRound,
  role: Role,
  users: readonly User[],
  desk: Desk,
): Promise<TodoItem[]> {
  const owing = new Set(duties.map(({ departmentId }) => departmentId));
  const served = new Set(
    users.filter(({ roles }) => roles.includes(role)).map(({ departmentId }) => departmentId),
  );
  const departments = (await desk.plan(planId)).departments
    .filter(({ id }) => owing.has(id) && !served.has(id))
    .map(({ id, shortNameZh, nameEn }) => ({ id, shortNameZh, nameEn }));
  if (departments.length === 0) return [];
  const code = role === 'reporter' ? 'addReporters' : 'addHeads';
  return [{ code, planId, year, departments }];
}
