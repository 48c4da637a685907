import { useQuery } from '@tanstack/react-query';
import type { Output } from '../../shared/endpoint.ts';
import { listPlans } from '../../shared/plans.ts';
import { query } from '../call.ts';
import { useBoardSearch } from './search.ts';
import { isHeldUp, useMe } from './session.ts';

export type Plan = Output<typeof listPlans>['items'][number];

/** The plans of the installation. `plan` is the one in the address, else the first; null: none. */
export function usePlan(): {
  readonly plan: Plan | null;
  readonly plans: readonly Plan[];
  readonly isPending: boolean;
  readonly error: Error | null;
} {
  // Until a one-time password is changed, the server shows nothing.
  const enabled = !isHeldUp(useMe());
  const { data, isPending, error } = useQuery({ ...query(listPlans, {}), enabled });
  const search = useBoardSearch();
  const plans = data?.items ?? [];
  return {
    plan: plans.find(({ id }) => id === search.plan) ?? plans[0] ?? null,
    plans,
    isPending,
    error,
  };
}

/**
 * Years that a board can show: from the baseline to the end of the plan, or to this year while the
 * plan runs, and the one asked for.
 */
export function planYears(plan: Plan, year: number): number[] {
  const last = Math.max(Math.min(plan.endYear, plan.latestYear), plan.defaultYear, year);
  return Array.from({ length: last - plan.baselineYear + 1 }, (_, i) => plan.baselineYear + i);
}

/** The year of the board: the address's, else the plan's default; null while the plan is unknown. */
export function useYear(): number | null {
  const { plan } = usePlan();
  const { year } = useBoardSearch();
  return year ?? plan?.defaultYear ?? null;
}
