import { countsOf, daysBetween, dutyOf, owedBy } from '../../shared/round-rules.ts';
import {
  dayInChina,
  type Duty,
  type RoundCounts,
  type RoundState,
  roundStateOf,
} from '../../shared/rounds.ts';
import type { Reader } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { planDuties, type PlanDuties } from '../rounds/duty-store.ts';
import { findRounds } from '../rounds/store.ts';
import { planIds } from './store.ts';

/** Who asks what to do, and when. */
export interface Asking {
  readonly db: Reader;
  readonly user: Principal;
  readonly now: Date;
}

/** A round as far as what to do depends on it. Everything is known here; nothing of it is answered. */
export interface DeskRound {
  readonly planId: string;
  readonly year: number;
  readonly state: RoundState;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly duties: readonly Duty[];
  readonly counts: RoundCounts;
}

/** The rounds of every plan, those that are due first in front. */
export interface Desk {
  readonly plans: ReadonlyMap<string, PlanDuties>;
  readonly rounds: readonly DeskRound[];
  /** `none` for a year that is entered from paper. */
  stateOf(planId: string, year: number): RoundState;
}

export async function loadDesk({ db, now }: Asking): Promise<Desk> {
  const today = dayInChina(now);
  const plans = new Map<string, PlanDuties>();
  for (const planId of await planIds(db)) plans.set(planId, await planDuties(db, planId));
  const rounds = (await findRounds(db)).map((round): DeskRound => {
    const { planId, year, dueOn } = round;
    const plan = plans.get(planId);
    const inYear = plan?.progress.get(year);
    const duties = (plan?.indicators ?? []).map((indicator) =>
      dutyOf(
        indicator,
        inYear?.get(indicator.indicatorId) ?? null,
        { own: true, reviewer: true },
        { dueOn, today, closed: round.closedAt !== null },
      ),
    );
    return {
      planId,
      year,
      state: roundStateOf(round, today),
      dueOn,
      daysLeft: daysBetween(today, dueOn),
      duties,
      counts: countsOf(duties, true),
    };
  });
  rounds.sort((a, b) => a.daysLeft - b.daysLeft);
  return {
    plans,
    rounds,
    stateOf: (planId, year) =>
      rounds.find((round) => round.planId === planId && round.year === year)?.state ?? 'none',
  };
}

/** What an indicator is called, for an item about it alone. */
export function indicatorOf(desk: Desk, planId: string, indicatorId: string) {
  const found = desk.plans
    .get(planId)
    ?.indicators.find((indicator) => indicator.indicatorId === indicatorId);
  return {
    indicatorId,
    indicatorCode: found?.code ?? '',
    nameZh: found?.nameZh ?? '',
    nameEn: found?.nameEn ?? '',
  };
}

/** The one department that leads an indicator; null: none or several. */
export function leadOf(desk: Desk, planId: string, indicatorId: string): string | null {
  const found = desk.plans
    .get(planId)
    ?.indicators.find((indicator) => indicator.indicatorId === indicatorId);
  return found === undefined ? null : owedBy(found);
}

/** Things counted by plan and year, in the order in which they came; the latest year first. */
export function byYear(
  things: readonly { readonly planId: string; readonly year: number }[],
): { readonly planId: string; readonly year: number; readonly count: number }[] {
  const counts = new Map<string, { planId: string; year: number; count: number }>();
  for (const { planId, year } of things) {
    const key = `${planId}/${year}`;
    const known = counts.get(key) ?? { planId, year, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.year - a.year);
}
