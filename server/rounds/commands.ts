import type { changeRound, NewRound, RoundState } from '../../shared/rounds.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import type { Received } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseRound, refuseRoundDays } from '../../shared/round-rules.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import {
  deleteRound,
  findPlanYears,
  findRound,
  insertRound,
  isInUse,
  type RoundRow,
  updateRound,
} from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** A round before (null: it is new) and after a command. */
export interface Changed {
  readonly before: RoundRow | null;
  readonly after: RoundRow;
}

/** @throws Problem notFound when the year of the plan has no round */
export async function requireRound(db: Reader, planId: string, year: number): Promise<RoundRow> {
  const round = await findRound(db, planId, year);
  if (round === null) throw new Problem('notFound');
  return round;
}

/** @throws Problem notFound without such a plan */
export async function requirePlanYears(db: Reader, planId: string) {
  const years = await findPlanYears(db, planId);
  if (years === null) throw new Problem('notFound');
  return years;
}

/**
 * Opens the round of a year.
 * @throws Problem notFound without such a plan, conflict when the year has one, invalid with every
 * issue of the year and the days
 */
export async function openRound(
  { db, user, now }: Acting,
  planId: string,
  typed: NewRound,
): Promise<Changed> {
  const plan = await requirePlanYears(db, planId);
  if ((await findRound(db, planId, typed.year)) !== null) throw new Problem('conflict');
  const issues = refuseRound(plan, typed, now);
  if (issues.length > 0) throw Problem.fields(...issues);
  const after: RoundRow = {
    planId,
    ...typed,
    closedAt: null,
    closedBy: null,
    sealedAt: null,
    sealedBy: null,
    version: 1,
    createdBy: user.userId,
    createdAt: now.toISOString(),
  };
  await insertRound(db, after);
  return { before: null, after };
}

/** The round that a change names, as long as nobody changed it and it stands where it must. */
interface Naming {
  readonly planId: string;
  readonly year: number;
  readonly expectedVersion: number;
}

/**
 * Moves the days of a round that is not closed.
 * @throws Problem notFound, staleVersion, wrongState, or invalid for impossible days
 */
export async function moveDays(
  acting: Acting,
  naming: Naming,
  days: Received<typeof changeRound>['body'],
): Promise<Changed> {
  const before = await requireStanding(acting, naming, ['planned', 'open']);
  const { opensOn = before.opensOn, dueOn = before.dueOn } = days;
  const issues = refuseRoundDays(before.year, { opensOn, dueOn });
  if (issues.length > 0) throw Problem.fields(...issues);
  return save(acting, before, { opensOn, dueOn });
}

/** @throws Problem notFound, staleVersion, or wrongState when it is not open */
export async function closeRound(acting: Acting, naming: Naming): Promise<Changed> {
  const before = await requireStanding(acting, naming, ['open']);
  const { user, now } = acting;
  return save(acting, before, { closedAt: now.toISOString(), closedBy: user.userId });
}

/** @throws Problem notFound, staleVersion, or wrongState when it is not closed, or sealed */
export async function reopenRound(acting: Acting, naming: Naming): Promise<Changed> {
  const before = await requireStanding(acting, naming, ['closed']);
  return save(acting, before, { closedAt: null, closedBy: null });
}

/**
 * Takes a round back that was opened by mistake. What was begun under it stays, as a draft of a year
 * that is entered from paper.
 * @throws Problem notFound, staleVersion, wrongState when it is sealed, roundInUse when something was
 * handed in or called in under it
 */
export async function withdrawRound(acting: Acting, naming: Naming): Promise<RoundRow> {
  const round = await requireStanding(acting, naming, ['planned', 'open', 'closed']);
  if (await isInUse(acting.db, round)) throw new Problem('roundInUse');
  await deleteRound(acting.db, round);
  return round;
}

async function requireStanding(
  { db, now }: Acting,
  { planId, year, expectedVersion }: Naming,
  states: readonly RoundState[],
): Promise<RoundRow> {
  const round = await requireRound(db, planId, year);
  if (round.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: round.version });
  }
  if (!states.includes(roundStateOf(round, dayInChina(now)))) throw new Problem('wrongState');
  return round;
}

async function save(
  { db }: Acting,
  before: RoundRow,
  changes: Partial<RoundRow>,
): Promise<Changed> {
  const after = { ...before, ...changes, version: before.version + 1 };
  await updateRound(db, after);
  return { before, after };
}
