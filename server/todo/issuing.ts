import type { TodoItem } from '../../shared/todo.ts';
import type { Asking } from './desk.ts';
import { unissued } from './store.ts';

/**
 * The annual report that is still to be issued: of the latest sealed year of each plan. Years before it
 * are history, whether somebody issued a report of them or not.
 * @param scope the merged one, or a department's, which it owes where it leads something
 */
export async function issuing({ db }: Asking, scope: string): Promise<TodoItem[]> {
  const sealed = await unissued(db, scope);
  return sealed.map(({ planId, year }) => ({ code: 'issueReport', planId, year, scope }));
}
