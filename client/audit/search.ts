import type { Input } from '../../shared/endpoint.ts';
import type { listAudit } from '../../shared/audit.ts';

export const FILTERS = [
  'username',
  'action',
  'targetType',
  'targetId',
  'outcome',
  'from',
  'to',
] as const;
export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

/** The filters as they stand in the address; '' is no filter. */
export function auditFilters(raw: Record<string, unknown>): Filters {
  const text = (key: string): string => {
    const value = raw[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    username: text('username'),
    action: text('action'),
    targetType: text('targetType'),
    targetId: text('targetId'),
    outcome: text('outcome'),
    from: text('from'),
    to: text('to'),
  };
}

const PAGE = '100';

/** The query of one page; `before` is the row to go on from, null for the first page. */
export function auditQuery(
  filters: Filters,
  before: number | null,
): Input<typeof listAudit>['query'] {
  const asked = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  return { ...asked, limit: PAGE, ...(before === null ? {} : { before: String(before) }) };
}
