import { createHash } from 'node:crypto';
import type { MeasureState, ReportRevision } from '../../shared/measures.ts';
import type { Back, ReadingStatus, ReturnReason } from '../../shared/workflow.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { StoredReport } from './stored-report.ts';

type RevisionRow = Tables['measureReportRevisions'];
type FigureRow = Tables['measureReportRevisionFigures'];

/** What the audit log keeps of one revision, so that its chain holds the report, too. */
export interface ReportSeal {
  readonly reportId: string;
  readonly version: number;
  /** Hex, over every column. */
  readonly sha256: string;
}

export interface Step {
  readonly action: RevisionRow['action'];
  /** Who made it, as they were called then. */
  readonly by: {
    readonly userId: string;
    readonly name: string;
    readonly departmentId: string | null;
  };
  readonly at: string;
  /** Why it went back; for a return only. */
  readonly back?: Back | undefined;
  /** Why it was wrong; for a correction only. */
  readonly reason?: string | undefined;
}

/**
 * Writes down a report as it stands after a step. Never changed again.
 * @returns its seal, for the audit row of the same transaction
 */
export async function appendRevision(
  db: Writer,
  report: StoredReport,
  { action, by, at, back, reason }: Step,
): Promise<ReportSeal> {
  const { id: reportId, version, status } = report;
  const { results, ...words } = report.words;
  const revision: RevisionRow = {
    reportId,
    version,
    action,
    at,
    byUser: by.userId,
    byName: by.name,
    byDepartment: by.departmentId,
    reason: back?.reason ?? reason ?? null,
    reasonCode: back?.reasonCode ?? null,
    status,
    ...words,
  };
  const figures = results.map((result, position) => ({ reportId, version, position, ...result }));
  await db.insertInto('measureReportRevisions').values(revision).execute();
  if (figures.length > 0) {
    await db.insertInto('measureReportRevisionFigures').values(figures).execute();
  }
  return reportSealOf(revision, figures);
}

/** SHA-256 of the columns of a revision, each by name, and of its figures in their order. */
export function reportSealOf(revision: RevisionRow, figures: readonly FigureRow[]): ReportSeal {
  const { reportId, version } = revision;
  const inOrder = [...figures].sort((a, b) => a.position - b.position);
  const sha256 = createHash('sha256')
    .update(JSON.stringify([byName(revision), ...inOrder.map(byName)]))
    .digest('hex');
  return { reportId, version, sha256 };
}

function byName(row: object): [string, unknown][] {
  return Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every version of a report, oldest first. */
export async function revisionsOf(db: Reader, reportId: string): Promise<ReportRevision[]> {
  const rows = await db
    .selectFrom('measureReportRevisions')
    .selectAll()
    .where('reportId', '=', reportId)
    .orderBy('version')
    .execute();
  const figures = await db
    .selectFrom('measureReportRevisionFigures')
    .select(['version', 'name', 'amount', 'unit'])
    .where('reportId', '=', reportId)
    .orderBy('version')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    action: row.action,
    at: row.at,
    by: { userId: row.byUser, name: row.byName, departmentId: row.byDepartment },
    reason: row.reason,
    reasonCode: row.reasonCode as ReturnReason | null,
    status: row.status as ReadingStatus,
    state: row.state as MeasureState | null,
    done: row.done,
    results: figures
      .filter(({ version }) => version === row.version)
      .map(({ name, amount, unit }) => ({ name, amount, unit })),
    paidWan: row.paidWan,
    problems: row.problems,
    nextSteps: row.nextSteps,
    paper: row.paper,
  }));
}
