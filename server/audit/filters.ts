import type { AuditFilter } from '../../shared/audit.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import type { AuditFilter as StoredFilter } from './store.ts';

/**
 * The filter that somebody typed, in the words of the log: days in China become moments in UTC.
 * @throws Problem invalid when the last day lies before the first
 */
export function filterOf(typed: AuditFilter, where: Issue['in']): StoredFilter {
  const { from, to, ...same } = typed;
  if (from !== undefined && to !== undefined && from > to) {
    throw Problem.fields({ in: where, pointer: '/to', code: 'datesOutOfOrder' });
  }
  return {
    ...same,
    from: from === undefined ? undefined : inUtc(`${from}T00:00:00.000`),
    to: to === undefined ? undefined : inUtc(`${to}T23:59:59.999`),
  };
}

/** A moment on a clock in China, where the auditor reads the log. */
function inUtc(moment: string): string {
  return new Date(`${moment}+08:00`).toISOString();
}
