import { isApproved } from '../../shared/board.ts';
import type { SealedMeasures, SealedReport } from '../../shared/seals.ts';
import { measureDuties } from '../measures/duty-store.ts';
import { filesBeside, type ShelvedFile } from '../evidence/shelf-store.ts';
import { updateReport } from '../measures/report-store.ts';
import { appendRevision } from '../measures/revision-store.ts';
import type { Acting } from './commands.ts';
import type { StoredReport, Year } from './state.ts';

/** Gives every approved report of the year a last revision, and says what was owed and is not there. */
export async function sealMeasures(
  { db, user }: Acting,
  { round, reports }: Year,
  at: string,
): Promise<SealedMeasures> {
  const approved = reports.filter(isApproved);
  const files = await filesBeside(
    db,
    'measureReport',
    approved.map(({ id }) => id),
  );
  const sealed: SealedReport[] = [];
  for (const report of approved) {
    const after = { ...report, version: report.version + 1, status: 'sealed' as const };
    await updateReport(db, after);
    const { sha256 } = await appendRevision(db, after, { action: 'seal', by: user, at });
    const evidence = files.filter(({ besideId }) => besideId === report.id);
    sealed.push(sealedReportOf(after, sha256, evidence));
  }
  const owed = await measureDuties(db, round.planId, [round.year]);
  const unreported = owed
    .filter(({ report }) => report === null || !isApproved(report))
    .map(({ measure, departmentId, report }) => ({
      measureId: measure.id,
      departmentId,
      status: report?.status ?? null,
    }));
  return { reports: sealed, unreported };
}

function sealedReportOf(
  { words, ...report }: StoredReport,
  revisionSha256: string,
  files: readonly ShelvedFile[],
): SealedReport {
  const { id, measureId, departmentId, version } = report;
  const { entered, changed, submitted, signed, approved } = report;
  return {
    id,
    measureId,
    departmentId,
    version,
    revisionSha256,
    ...words,
    results: words.results.map((result) => ({ ...result })),
    entered,
    changed,
    submitted,
    signed,
    approved,
    evidence: files.map(({ id: evidenceId, name, sha256, size, mediaType }) => ({
      evidenceId,
      name,
      sha256,
      size,
      mediaType,
    })),
  };
}
