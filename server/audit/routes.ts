import { listAudit } from '../../shared/audit.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, serve } from '../http/serve.ts';
import { listRows } from './store.ts';

const PAGE = 50;

/** The auditor's page: reading is all that anybody can do here. */
export function auditRoutes(host: Host): void {
  serve(host, listAudit, async ({ db }, { query }) => {
    const { from, to, before, limit = PAGE, ...same } = query;
    if (from !== undefined && to !== undefined && from > to) {
      throw Problem.fields({ in: 'query', pointer: '/to', code: 'datesOutOfOrder' });
    }
    const filter = {
      ...same,
      from: from === undefined ? undefined : inUtc(`${from}T00:00:00.000`),
      to: to === undefined ? undefined : inUtc(`${to}T23:59:59.999`),
      before: before === undefined ? undefined : Number(before),
    };
    // One more than shown tells whether there is a next page.
    const rows = await listRows(db, filter, limit + 1);
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
  });
}

/** A moment on a clock in China, where the auditor reads the log. */
function inUtc(moment: string): string {
  return new Date(`${moment}+08:00`).toISOString();
}
