import { createHash } from 'node:crypto';
import { type AuditFilter, exportAudit, listAudit } from '../../shared/audit.ts';
import type { Received } from '../../shared/endpoint.ts';
import { type BeforeContext, Download, type Host, serve } from '../http/serve.ts';
import { exportOf } from './export.ts';
import { filterOf } from './filters.ts';
import { listRows } from './store.ts';

const PAGE = 50;

/** The auditor's page: reading and taking a copy is all that anybody can do here. */
export function auditRoutes(host: Host): void {
  serve(host, listAudit, async ({ db }, { query }) => {
    const { before, limit = PAGE, ...typed } = query;
    const last = before === undefined ? undefined : Number(before);
    // One more than shown tells whether there is a next page.
    const rows = await listRows(db, filterOf(typed, 'query'), last, limit + 1);
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
  });

  serve(
    host,
    exportAudit,
    async ({ prepared, note }, { body: { format, ...typed } }) => {
      const { bytes, rows, mediaType, fileName } = prepared;
      note({
        target: { type: 'audit', id: format },
        after: { ...asked(typed), rows, sha256: createHash('sha256').update(bytes).digest('hex') },
      });
      return new Download(bytes, mediaType, fileName);
    },
    {
      // Thousands of rows are written out: between them others have their turn.
      before: ({ transactions, now }: BeforeContext, { body }: Received<typeof exportAudit>) => {
        const { format, ...typed } = body;
        return exportOf(transactions, filterOf(typed, 'body'), format, now);
      },
    },
  );
}

/** The filter as it was asked for; what was left empty is no filter. */
function asked(typed: AuditFilter): object {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}
