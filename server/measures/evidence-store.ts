import type { Evidence } from '../../shared/evidence.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { insertNamed } from '../evidence/store.ts';

/** A file beside a report. */
export interface ReportFile extends Evidence {
  readonly reportId: string;
}

/** The files beside reports that were not taken away, oldest first. */
export async function filesOfReports(
  db: Reader,
  reportIds: readonly string[],
): Promise<ReportFile[]> {
  if (reportIds.length === 0) return [];
  const rows = await db
    .selectFrom('measureReportEvidence as l')
    .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
    .innerJoin('files as f', 'f.sha256', 'e.sha256')
    .innerJoin('users as u', 'u.id', 'e.addedBy')
    .select(['l.reportId', 'e.id', 'e.name', 'e.sha256', 'e.addedBy', 'e.addedAt'])
    .select(['f.size', 'f.mediaType', 'f.damagedAt', 'u.name as addedName'])
    .where('l.reportId', 'in', reportIds)
    .where('e.removedAt', 'is', null)
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    reportId: row.reportId,
    id: row.id,
    name: row.name,
    size: row.size,
    mediaType: row.mediaType,
    sha256: row.sha256,
    added: { userId: row.addedBy, name: row.addedName, at: row.addedAt },
    damaged: row.damagedAt !== null,
  }));
}

/** One file beside a report; null: there is none, or it was taken away. */
export async function findReportFile(
  db: Reader,
  reportId: string,
  evidenceId: string,
): Promise<ReportFile | null> {
  const files = await filesOfReports(db, [reportId]);
  return files.find(({ id }) => id === evidenceId) ?? null;
}

export async function insertReportFile(
  db: Writer,
  { reportId, ...file }: ReportFile,
): Promise<void> {
  await insertNamed(db, file);
  await db.insertInto('measureReportEvidence').values({ reportId, evidenceId: file.id }).execute();
}
