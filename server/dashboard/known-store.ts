import { isApproved, knownOf } from '../../shared/board.ts';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Reader } from '../db/transaction.ts';
import type { BoardRows } from '../plans/store.ts';
import { liveInputs } from './inputs-store.ts';

export interface KnownPlan extends Pick<BoardRows, 'plan' | 'departments'> {
  /** By theme, then in the document's order. */
  readonly indicators: readonly KnownIndicator[];
}

/**
 * What is known of every indicator of a plan before a year of it is judged, in a fixed number of
 * queries.
 * @returns null when there is no such plan
 */
export async function knownPlan(
  db: Reader,
  planId: string,
  asOf: number,
): Promise<KnownPlan | null> {
  const inputs = await liveInputs(db, planId);
  if (inputs === null) return null;
  const { plan, departments } = inputs;
  return {
    plan,
    departments,
    indicators: inputs.indicators.map((row) => knownOf(row, row.readings.filter(isApproved), asOf)),
  };
}
