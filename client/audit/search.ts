import type { Input } from '../../shared/endpoint.ts';
import type { listAudit } from '../../shared/audit.ts';

export const FILTERS = [
  'username',
  'action',
  'targetType',
  'targetId',
  'indicatorId',
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
    indicatorId: text('indicatorId'),
    outcome: text('outcome'),
    from: text('from'),
    to: text('to'),
  };
}

/** The filters that are set, as both operations take them. */
export function setFilters(filters: Filters): Partial<Filters> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}

const PAGE = '100';

/** The query of one page; `before` is the row to go on from, null for the first page. */
export function auditQuery(
  filters: Filters,
  before: number | null,
): Input<typeof listAudit>['query'] {
  return {
    ...setFilters(filters),
    limit: PAGE,
    ...(before === null ? {} : { before: String(before) }),
  };
}
