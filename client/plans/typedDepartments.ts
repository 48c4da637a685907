import type { Department } from '../../shared/accounts.ts';
import type { Input } from '../../shared/endpoint.ts';
import type { Indicator, setDepartments } from '../../shared/plans.ts';

export const DUTIES = ['lead', 'supporting', 'none'] as const;
export type Duty = (typeof DUTIES)[number];

/** The duty of every department, and what the change rests on. */
export interface TypedDepartments {
  /** Absent: none. */
  readonly duties: ReadonlyMap<string, Duty>;
  readonly note: string;
}

export function standingDepartments(indicator: Indicator): TypedDepartments {
  return {
    duties: new Map([
      ...indicator.leadDepartmentIds.map((id) => [id, 'lead'] as const),
      ...indicator.supportingDepartmentIds.map((id) => [id, 'supporting'] as const),
    ]),
    note: '',
  };
}

/**
 * The departments to choose from: those that exist today, and those that have a duty although they
 * have ended.
 */
export function choosable(
  departments: readonly Department[],
  { duties }: TypedDepartments,
): Department[] {
  return departments.filter(
    ({ id, validTo }) => validTo === null || (duties.get(id) ?? 'none') !== 'none',
  );
}

/** The ids with a duty, those that had it before in their order, new ones behind them. */
export function withDuty(
  typed: TypedDepartments,
  duty: Exclude<Duty, 'none'>,
  order: readonly string[],
): string[] {
  const held = [...typed.duties].filter(([, has]) => has === duty).map(([id]) => id);
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return held.sort((one, other) => rank(one) - rank(other));
}

export function departmentsBody(
  indicator: Indicator,
  typed: TypedDepartments,
): Input<typeof setDepartments>['body'] {
  return {
    leadDepartmentIds: withDuty(typed, 'lead', indicator.leadDepartmentIds),
    supportingDepartmentIds: withDuty(typed, 'supporting', indicator.supportingDepartmentIds),
    note: typed.note,
  };
}
