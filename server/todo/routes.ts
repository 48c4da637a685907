import { Problem } from '../../shared/problems.ts';
import { DUTY_ROLES, type DutyRole, getTodo, type TodoItem } from '../../shared/todo.ts';
import { KeptByRevision } from '../db/by-revision.ts';
import { type Host, serve } from '../http/serve.ts';
import { acceptanceItems } from './acceptance.ts';
import { gapsOf } from '../plans/gap-store.ts';
import { administratorItems, securityItems } from './administrator.ts';
import { actionItems } from './action-items.ts';
import { type Asking, type Desk, loadDesk } from './desk.ts';
import { meetingItems } from './meetings.ts';
import { headItems, reporterItems } from './reporter.ts';
import { reviewerItems } from './reviewer.ts';

type Duties = (asking: Asking, desk: Desk) => Promise<TodoItem[]>;

export function todoRoutes(host: Host): void {
  const gaps = new KeptByRevision(gapsOf);
  /** Whose work is found by whom. */
  const findWork: Readonly<Record<DutyRole, Duties>> = {
    reporter: reporterItems,
    departmentHead: headItems,
    reviewer: reviewerItems,
    leader: async () => [],
    administrator: (asking) => administratorItems(asking, gaps),
    securityAdministrator: securityItems,
  };
  serve(host, getTodo, async ({ db, user, now }) => {
    if (user === null) throw new Problem('notSignedIn');
    const work = DUTY_ROLES.filter((role) => user.roles.includes(role));
    if (work.length === 0) return { items: [] };
    const asking = { db, user, now };
    const desk = await loadDesk(asking);
    const items: TodoItem[] = [];
    for (const role of work) items.push(...(await findWork[role](asking, desk)));
    items.push(
      ...(await actionItems(asking)),
      ...(await meetingItems(asking)),
      ...(await acceptanceItems(asking)),
    );
    return { items };
  });
}
