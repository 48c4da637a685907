import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import { type SealSubject, standingOf } from '../../shared/seal-rules.ts';
import type { SealState } from '../../shared/seals.ts';
import type { Reader } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { listReports } from '../measures/report-store.ts';
import { boardRows, type BoardRows } from '../plans/store.ts';
import { listStored } from '../readings/list-store.ts';
import { findRound, type RoundRow } from '../rounds/store.ts';
import { findSeal } from './store.ts';

interface Asking {
  readonly db: Reader;
  readonly user: Principal | null;
  readonly now: Date;
}

export type StoredReading = Awaited<ReturnType<typeof listStored>>[number];
export type StoredReport = Awaited<ReturnType<typeof listReports>>[number];

/** The year of a plan that is to be sealed, or was. */
export interface Year {
  readonly round: RoundRow;
  readonly rows: BoardRows;
  /** Of that year, whatever their state. */
  readonly readings: readonly StoredReading[];
  /** On measures, of that year, whatever their state. */
  readonly reports: readonly StoredReport[];
}

/** @throws Problem notFound: there is no such plan, or the year has no round */
export async function requireYear(
  db: Reader,
  planId: string,
  year: number,
  now: Date,
): Promise<Year> {
  const round = await findRound(db, planId, year);
  const rows = round === null ? null : await boardRows(db, planId);
  if (round === null || rows === null) throw new Problem('notFound');
  return {
    round,
    rows,
    readings: await listStored(db, { planId, year }),
    reports: await listReports(db, { planId, year }, now),
  };
}

/** What decides about a seal, an indicator each. */
export function subjectsOf({ rows, readings }: Year): SealSubject[] {
  const of = new Map(readings.map((reading) => [reading.indicatorId, reading]));
  return rows.indicators.map(({ id, leadDepartmentIds }) => ({
    indicatorId: id,
    departmentId: leadDepartmentIds.length === 1 ? (leadDepartmentIds[0] ?? null) : null,
    reading: of.get(id) ?? null,
  }));
}

/**
 * What the page of a round says about its seal. Who owes and where a figure stands on its way is told
 * to those who run rounds.
 */
export async function sealStateOf({ db, user, now }: Asking, year: Year): Promise<SealState> {
  const { round } = year;
  const { approved, open } = standingOf(subjectsOf(year), year.reports);
  const full = user !== null && can(user.roles, 'rounds.manage');
  return {
    planId: round.planId,
    year: round.year,
    state: roundStateOf(round, dayInChina(now)),
    seal: await findSeal(db, round.planId, round.year),
    approved,
    open: full ? open : null,
    version: round.version,
  };
}
