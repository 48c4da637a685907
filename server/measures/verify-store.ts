import type { Tables } from '../db/tables.ts';
import type { Reader } from '../db/transaction.ts';
import { type ReportSeal, reportSealOf } from './revision-store.ts';

/** Every revision of every report, oldest first, with its hash as the database has it now. */
export async function reportRevisions(db: Reader): Promise<ReportSeal[]> {
  const revisions = await db
    .selectFrom('measureReportRevisions')
    .selectAll()
    .orderBy('reportId')
    .orderBy('version')
    .execute();
  const figures = await db.selectFrom('measureReportRevisionFigures').selectAll().execute();
  return hashed(revisions, figures);
}

/** The hash of every revision by which the reports of a year were sealed. */
export async function sealedReportRevisions(
  db: Reader,
  planId: string,
  year: number,
): Promise<ReportSeal[]> {
  const revisions = await db
    .selectFrom('measureReportRevisions as v')
    .innerJoin('measureReports as r', 'r.id', 'v.reportId')
    .selectAll('v')
    .where('r.planId', '=', planId)
    .where('r.year', '=', year)
    .where('v.action', '=', 'seal')
    .orderBy('v.reportId')
    .execute();
  if (revisions.length === 0) return [];
  const figures = await db
    .selectFrom('measureReportRevisionFigures')
    .selectAll()
    .where(
      'reportId',
      'in',
      revisions.map(({ reportId }) => reportId),
    )
    .execute();
  return hashed(revisions, figures);
}

function hashed(
  revisions: readonly Tables['measureReportRevisions'][],
  figures: readonly Tables['measureReportRevisionFigures'][],
): ReportSeal[] {
  const of = Map.groupBy(figures, ({ reportId, version }) => `${reportId} ${version}`);
  return revisions.map((revision) =>
    reportSealOf(revision, of.get(`${revision.reportId} ${revision.version}`) ?? []),
  );
}
