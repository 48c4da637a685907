import { ZONE } from '../../shared/reports/source.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { issueOf } from '../reports/store.ts';
import type { Asking, Desk } from './desk.ts';

/**
 * The annual report that is still to be issued: of the latest sealed year of each plan. Years before it
 * are history, whether somebody issued a report of them or not.
 * @param scope the merged one, or a department's, which it owes where it leads something
 */
export async function issuing({ db }: Asking, desk: Desk, scope: string): Promise<TodoItem[]> {
  const items: TodoItem[] = [];
  for (const [planId, { indicators }] of desk.plans) {
    const sealed = desk.rounds
      .filter((round) => round.planId === planId && round.state === 'sealed')
      .map(({ year }) => year);
    const leads = indicators.some(
      ({ leadDepartmentIds }) => leadDepartmentIds.length === 1 && leadDepartmentIds[0] === scope,
    );
    if (sealed.length === 0 || (scope !== ZONE && !leads)) continue;
    const year = Math.max(...sealed);
    if ((await issueOf(db, { planId, year, scope })) !== null) continue;
    items.push({ code: 'issueReport', planId, year, scope });
  }
  return items;
}
