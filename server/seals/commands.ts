import { Problem } from '../../shared/problems.ts';
import { isApproved } from '../../shared/board.ts';
import { type Excuse, isReady, refuseExcuses, standingOf } from '../../shared/seal-rules.ts';
import type { PackageParts, SealedReading, SealState } from '../../shared/seals.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { bumpRevision } from '../plans/store.ts';
import { appendRevision } from '../readings/revision-store.ts';
import { updateReading } from '../readings/store.ts';
import { updateRound } from '../rounds/store.ts';
import { boardPart, checksPart, evidencePart, listsPart, settingsPart } from './contents-store.ts';
import { sealMeasures } from './measures.ts';
import { packageOf } from './package.ts';
import { sealedReadingOf } from './sealed-reading.ts';
import { requireYear, sealStateOf, subjectsOf, type Year } from './state.ts';
import { insertSeal } from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

export interface Sealed {
  readonly state: SealState;
  /** For the audit log: the package, and every revision that the seal wrote. */
  readonly before: object;
  readonly after: object;
}

/**
 * Seals a closed round: every approved figure of the year gets a last revision, and all that stands
 * behind the year becomes one package that never changes.
 * @throws Problem notFound, staleVersion, wrongState (not closed, or sealed already), roundNotReady,
 * or invalid for an excuse that nothing needs
 */
export async function sealYear(
  acting: Acting,
  asked: { readonly planId: string; readonly year: number },
  expectedVersion: number,
  excuses: readonly Excuse[],
): Promise<Sealed> {
  const { db, user, now } = acting;
  const year = await requireYear(db, asked.planId, asked.year, now);
  const { round } = year;
  if (round.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: round.version });
  }
  if (roundStateOf(round, dayInChina(now)) !== 'closed') throw new Problem('wrongState');
  const standing = standingOf(subjectsOf(year), year.reports);
  const issues = refuseExcuses(standing, excuses);
  if (issues.length > 0) throw Problem.fields(...issues);
  if (!isReady(standing, excuses)) throw new Problem('roundNotReady');

  const at = now.toISOString();
  const readings = await sealReadings(acting, year, at);
  const measures = await sealMeasures(acting, year, at);
  const seal = sealPart(year, excuses, user, at);
  const made = packageOf({ seal, readings, measures, ...(await rest(db, year, readings)) });
  await insertSeal(db, {
    id: crypto.randomUUID(),
    planId: round.planId,
    year: round.year,
    sealedAt: at,
    sealedBy: user.userId,
    sealedByName: user.name,
    sha256: made.sha256,
    package: made.text,
  });
  const version = round.version + 1;
  await updateRound(db, { ...round, sealedAt: at, sealedBy: user.userId, version });
  await bumpRevision(db, round.planId);
  return {
    state: await sealStateOf(acting, await requireYear(db, round.planId, round.year, now)),
    before: { state: 'closed', version: round.version },
    after: {
      planId: round.planId,
      year: round.year,
      state: 'sealed',
      version,
      sha256: made.sha256,
      unreported: seal.unreported,
      seals: readings.map(({ id, version: of, revisionSha256 }) => ({
        readingId: id,
        version: of,
        sha256: revisionSha256,
      })),
      reportSeals: measures.reports.map(({ id, version: of, revisionSha256 }) => ({
        reportId: id,
        version: of,
        sha256: revisionSha256,
      })),
    },
  };
}

async function sealReadings(
  { db, user }: Acting,
  { readings }: Year,
  at: string,
): Promise<SealedReading[]> {
  const sealed: SealedReading[] = [];
  for (const reading of readings.filter(isApproved)) {
    const after = { ...reading, version: reading.version + 1, status: 'sealed' as const };
    await updateReading(db, after);
    const { sha256 } = await appendRevision(db, after, { action: 'seal', by: user, at });
    sealed.push(sealedReadingOf(after, sha256));
  }
  return sealed;
}

function sealPart(
  year: Year,
  excuses: readonly Excuse[],
  user: Principal,
  at: string,
): PackageParts['seal'] {
  const { round } = year;
  const reasons = new Map(excuses.map(({ indicatorId, reason }) => [indicatorId, reason]));
  const unreported = subjectsOf(year)
    .filter(({ reading }) => reading === null || !isApproved(reading))
    .map(({ indicatorId, departmentId, reading }) => ({
      indicatorId,
      cause: departmentId === null ? ('noLead' as const) : ('notHandedIn' as const),
      departmentId,
      status: reading?.status ?? null,
      reason: reasons.get(indicatorId) ?? null,
    }));
  return {
    planId: round.planId,
    year: round.year,
    sealedAt: at,
    sealedBy: { userId: user.userId, name: user.name },
    round: { opensOn: round.opensOn, dueOn: round.dueOn, closedAt: round.closedAt ?? at },
    unreported,
  };
}

/** Everything behind the figures, read after they were sealed. */
async function rest(db: Writer, { round, rows }: Year, readings: readonly SealedReading[]) {
  const { planId, year } = round;
  return {
    board: await boardPart(db, planId, year),
    settings: await settingsPart(
      db,
      rows.indicators.map(({ id }) => id),
    ),
    lists: await listsPart(
      db,
      planId,
      year,
      readings.map(({ indicatorId }) => indicatorId),
    ),
    evidence: await evidencePart(
      db,
      readings.map(({ id }) => id),
    ),
    checks: await checksPart(db, planId),
  };
}
