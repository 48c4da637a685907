import { boardOf } from '../../shared/board.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import type { MeasureAccount, ReportMeasure, ReportSource } from '../../shared/reports/source.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { SealedPackage } from '../../shared/seals.ts';
import { liveInputs } from '../dashboard/inputs-store.ts';
import type { Reader } from '../db/transaction.ts';
import { evidenceOfYear } from '../evidence/shelf-store.ts';
import { findSubjects } from '../measures/duty-store.ts';
import { listReports } from '../measures/report-store.ts';
import { listStored } from '../readings/list-store.ts';
import { findPackage, findSeal } from '../seals/store.ts';
import { findReport, issueOf, type ReportKey, textsAt, writtenInto } from './store.ts';

/** Everything that a report is made of, and which version of its text. */
export interface GatheredReport {
  readonly source: ReportSource;
  /** 0: nothing was written. */
  readonly version: number;
}

/**
 * Gathers a report at one moment: of a sealed year from its package, of any other from what is
 * approved now.
 * @param final it is being issued: without 草稿
 * @throws Problem notFound without such a plan, invalid for a year that is not its, databaseDamaged
 */
export async function gatherReport(
  db: Reader,
  key: ReportKey,
  now: Date,
  final = false,
): Promise<GatheredReport> {
  const { planId, year, scope } = key;
  const live = await liveInputs(db, planId);
  if (live === null) throw new Problem('notFound');
  const outside = refuseReadingYear(live.plan, year, now);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'path' as const })));
  }
  const sealed = await findPackage(db, planId, year);
  const seal = sealed === null ? null : await findSeal(db, planId, year);
  const report = await findReport(db, key);
  const version = report?.version ?? 0;
  const texts =
    report === null ? [] : textsAt(await writtenInto(db, report.id), Number.MAX_SAFE_INTEGER);
  const board = boardOf(sealed?.parts.board ?? live, {
    year,
    known: sealed === null ? 'now' : 'reported',
    sealedAt: seal?.sealedAt ?? null,
    showsUnapproved: () => false,
  });
  return {
    version,
    source: {
      board,
      scope,
      measures: await measuresWith(
        db,
        key,
        sealed?.parts.measures === undefined
          ? await approvedAccounts(db, key, now)
          : sealed.parts.measures.reports,
      ),
      evidence: sealed === null ? await liveEvidence(db, planId, year) : packedEvidence(sealed),
      texts: Object.fromEntries(texts.map((one) => [one.section, one.text])),
      seal:
        seal === null
          ? null
          : { sha256: seal.sha256, sealedOn: dayInChina(new Date(seal.sealedAt)) },
      // An issued report is none any more: its text stays, and its figures are the package's.
      final: final || (await issueOf(db, key)) !== null,
    },
  };
}

type Account = MeasureAccount & { readonly measureId: string };

/** Every measure of the plan with what the departments say about it. */
async function measuresWith(
  db: Reader,
  { planId }: ReportKey,
  accounts: readonly Account[],
): Promise<ReportMeasure[]> {
  const subjects = await findSubjects(db, planId);
  return subjects.map(({ id, number, titleZh, titleEn, departmentIds }) => ({
    id,
    number,
    titleZh,
    titleEn,
    departmentIds,
    accounts: accounts
      .filter(({ measureId }) => measureId === id)
      .toSorted(asNamed(departmentIds))
      .map(({ departmentId, state, done, results, paidWan, problems, nextSteps }) => ({
        departmentId,
        state,
        done,
        results,
        paidWan,
        problems,
        nextSteps,
      })),
  }));
}

/** In the order in which the document names the departments, then those that it does not name. */
const asNamed =
  (departmentIds: readonly string[]) =>
  (one: Account, other: Account): number => {
    const rank = ({ departmentId }: Account): number => {
      const at = departmentIds.indexOf(departmentId);
      return at === -1 ? departmentIds.length : at;
    };
    return rank(one) - rank(other) || (one.departmentId < other.departmentId ? -1 : 1);
  };

/** What is approved of a year that is not sealed, or was before packages held it. */
async function approvedAccounts(
  db: Reader,
  { planId, year }: ReportKey,
  now: Date,
): Promise<Account[]> {
  return (await listReports(db, { planId, year }, now))
    .filter(({ status }) => status === 'approved' || status === 'sealed')
    .map(({ measureId, departmentId, words }) => ({ measureId, departmentId, ...words }));
}

/** Files beside what is approved; those of a draft stay with its department. */
async function liveEvidence(
  db: Reader,
  planId: string,
  year: number,
): Promise<ReportSource['evidence']> {
  const approved = new Set(
    (await listStored(db, { planId, year }))
      .filter(({ status }) => status === 'approved' || status === 'sealed')
      .map(({ id }) => id),
  );
  return (await evidenceOfYear(db, planId, year))
    .filter(({ besideId }) => approved.has(besideId))
    .map(({ indicatorId, name, sha256 }) => ({ indicatorId, name, sha256 }));
}

function packedEvidence({ parts }: SealedPackage): ReportSource['evidence'] {
  const indicators = new Map(parts.readings.map((one) => [one.id, one.indicatorId]));
  return parts.evidence.flatMap(({ readingId, name, sha256 }) => {
    const indicatorId = indicators.get(readingId);
    return indicatorId === undefined ? [] : [{ indicatorId, name, sha256 }];
  });
}
