import { lacksBaseline, lacksLead, lacksTarget } from '../../shared/coverage-rules.ts';
import { DEPARTMENT_ROLES, type Role } from '../../shared/permissions.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { findLocks } from '../accounts/failure-store.ts';
import { listUsers, type User } from '../accounts/store.ts';
import { boardRows } from '../plans/store.ts';
import type { Asking, Desk, DeskRound } from './desk.ts';
import { planIds } from './store.ts';

/** What an administrator must fill in before every indicator of a plan can be judged. */
export async function administratorItems({ db }: Asking): Promise<TodoItem[]> {
  const items: TodoItem[] = [];
  for (const planId of await planIds(db)) {
    const indicators = (await boardRows(db, planId))?.indicators ?? [];
    const gaps = [
      { code: 'nameLeads', planId, count: indicators.filter(lacksLead).length },
      { code: 'enterBaselines', planId, count: indicators.filter(lacksBaseline).length },
      { code: 'assignTargets', planId, count: indicators.filter(lacksTarget).length },
    ] as const;
    items.push(...gaps.filter(({ count }) => count > 0));
  }
  return items;
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
  return [
    ...DEPARTMENT_ROLES.flatMap((role) =>
      running.flatMap((round) => lacking(round, role, users, desk)),
    ),
    ...(locks.size === 0 ? [] : [{ code: 'lockedAccounts' as const, count: locks.size }]),
  ];
}

/** The departments that owe something in a round and have nobody with this role. */
function lacking(
  { planId, year, duties }: DeskRound,
  role: Role,
  users: readonly User[],
  desk: Desk,
): TodoItem[] {
  const owing = new Set(duties.map(({ departmentId }) => departmentId));
  const served = new Set(
    users.filter(({ roles }) => roles.includes(role)).map(({ departmentId }) => departmentId),
  );
  const departments = (desk.plans.get(planId)?.departments ?? [])
    .filter(({ id }) => owing.has(id) && !served.has(id))
    .map(({ id, shortNameZh, nameEn }) => ({ id, shortNameZh, nameEn }));
  if (departments.length === 0) return [];
  const code = role === 'reporter' ? 'addReporters' : 'addHeads';
  return [{ code, planId, year, departments }];
}
