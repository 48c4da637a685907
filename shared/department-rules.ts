import type { FieldIssue } from './reading-rules.ts';

/** The days and the successor of a department, as they would stand after a change. */
export interface DepartmentLife {
  readonly id: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successorId: string | null;
}

/**
 * Why a department cannot be so; [] is none. It ends after it begins, a successor takes over from
 * one that has ended, and nobody succeeds themselves, however many steps away.
 * @param successorOf who succeeds a department: null nobody, undefined: there is no such department
 * @example refuseLife({ id: 'a', validFrom: null, validTo: '2018-10-31', successorId: 'a' }, …)
 *   // [{ pointer: '/successorId', code: 'notAllowed' }]
 */
export function refuseLife(
  department: DepartmentLife,
  successorOf: (id: string) => string | null | undefined,
): FieldIssue[] {
  const { id, validFrom, validTo, successorId } = department;
  const issues: FieldIssue[] = [];
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    issues.push({ pointer: '/validTo', code: 'datesOutOfOrder' });
  }
  if (successorId === null) return issues;
  if (validTo === null) issues.push({ pointer: '/validTo', code: 'required' });
  const passed = new Set([id]);
  for (let next: string | null = successorId; next !== null;) {
    if (passed.has(next)) {
      issues.push({ pointer: '/successorId', code: 'notAllowed' });
      break;
    }
    passed.add(next);
    const after = successorOf(next);
    if (after === undefined) {
      issues.push({
        pointer: '/successorId',
        code: 'unknownReference',
        values: { value: next },
      });
      break;
    }
    next = after;
  }
  return issues;
}

/**
 * The department that answers on a day for what another was charged with: itself, or the one that has
 * taken over by then. One that ended without a successor goes on answering by its name.
 * @example heirOn('stateTax', '2018-12-31', offices) // 'tax', when it took over in June 2018
 */
export function heirOn(
  id: string,
  day: string,
  offices: ReadonlyMap<string, Pick<DepartmentLife, 'validTo' | 'successorId'>>,
): string {
  const passed = new Set<string>();
  let heir = id;
  for (;;) {
    const office = offices.get(heir);
    const next = office?.successorId ?? null;
    const ended = office?.validTo ?? null;
    if (next === null || ended === null || ended >= day || passed.has(heir)) return heir;
    passed.add(heir);
    heir = next;
  }
}
