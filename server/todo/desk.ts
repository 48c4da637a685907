import { heirOn } from '../../shared/department-rules.ts';
import type { Role } from '../../shared/permissions.ts';
import { countsOf, daysBetween, dutyOf, owedBy } from '../../shared/round-rules.ts';
import {
  dayInChina,
  type Duty,
  type RoundCounts,
  type RoundDates,
  type RoundState,
  roundStateOf,
} from '../../shared/rounds.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Principal } from '../http/principal.ts';
import { planLeads, type PlanLeads, progressOf } from '../rounds/duty-store.ts';
import { type RoundRow, unsealedRounds } from '../rounds/store.ts';
import { plansNaming } from './store.ts';

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

export interface Desk {
  /**
   * The rounds that are not sealed, those that are due first in front: of all plans for who looks after
   * all departments, else of plans that name one's own.
   */
  readonly rounds: readonly DeskRound[];
  /** Who owes what in a plan; read when it is asked for. */
  plan(planId: string): Promise<PlanLeads>;
}

export async function loadDesk(asking: Asking): Promise<Desk> {
  const { db, now } = asking;
  const today = dayInChina(now);
  const plans = new Map<string, PlanLeads>();
  const plan = async (planId: string): Promise<PlanLeads> => {
    const known = plans.get(planId) ?? (await planLeads(db, planId));
    plans.set(planId, known);
    return known;
  };
  const rounds: DeskRound[] = [];
  for (const round of await ownRounds(asking)) {
    const { planId, year, dueOn } = round;
    const { indicators } = await plan(planId);
    const inYear = (await progressOf(db, planId, year)).get(year);
    const duties = indicators.map((indicator) =>
      dutyOf(
        indicator,
        inYear?.get(indicator.indicatorId) ?? null,
        { own: true, reviewer: true },
        { dueOn, today, closed: round.closedAt !== null },
      ),
    );
    rounds.push({
      planId,
      year,
      state: roundStateOf(round, today),
      dueOn,
      daysLeft: daysBetween(today, dueOn),
      duties,
      counts: countsOf(duties, true),
    });
  }
  rounds.sort((a, b) => a.daysLeft - b.daysLeft);
  return { rounds, plan };
}

const OF_ALL_DEPARTMENTS: readonly Role[] = ['reviewer', 'securityAdministrator'];

/** Those of plans that name somebody's department, or all for who looks after all of them. */
async function ownRounds({ db, user, now }: Asking): Promise<RoundRow[]> {
  const rounds = await unsealedRounds(db);
  if (OF_ALL_DEPARTMENTS.some((role) => user.roles.includes(role))) return rounds;
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  // A department that has merged is acted for by the one that took it over.
  const own = [...offices.keys()].filter(
    (id) => heirOn(id, dayInChina(now), offices) === user.departmentId,
  );
  const plans = new Set(
    await plansNaming(
      db,
      own,
      rounds.map(({ planId }) => planId),
    ),
  );
  return rounds.filter(({ planId }) => plans.has(planId));
}

/** A reading or a report as the rules of the workflow judge it now. */
export function standing<T extends { readonly round: RoundDates | null }>(
  thing: T,
  now: Date,
): Omit<T, 'round'> & { readonly round: RoundState } {
  return { ...thing, round: roundStateOf(thing.round, dayInChina(now)) };
}

/** What an indicator is called, for an item about it alone. */
export async function indicatorOf(desk: Desk, planId: string, indicatorId: string) {
  const { indicators } = await desk.plan(planId);
  const found = indicators.find((indicator) => indicator.indicatorId === indicatorId);
  return {
    indicatorId,
    indicatorCode: found?.code ?? '',
    nameZh: found?.nameZh ?? '',
    nameEn: found?.nameEn ?? '',
  };
}

/** The one department that leads an indicator; null: none or several. */
export async function leadOf(
  desk: Desk,
  planId: string,
  indicatorId: string,
): Promise<string | null> {
  const { indicators } = await desk.plan(planId);
  const found = indicators.find((indicator) => indicator.indicatorId === indicatorId);
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
