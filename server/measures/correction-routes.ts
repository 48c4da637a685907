import { type ReportCorrection, requestReportCorrection } from '../../shared/corrections.ts';
import type { ReportWords } from '../../shared/measure-rules.ts';
import { Problem } from '../../shared/problems.ts';
import { type AskedOfReport, findAsked, headTold, type Opened } from '../corrections/store.ts';
import type { Reader } from '../db/transaction.ts';
import { type Host, serve } from '../http/serve.ts';
import { auditedReport } from './answer.ts';
import {
  askForReportCorrection,
  correctReport,
  isOutdated,
  type ReportRequest,
} from './correct.ts';
import { readAskedWords } from './correction-store.ts';

/** How a correction of a report is asked for; server/corrections/ decides about it. */
export function reportCorrectionRoutes(host: Host): void {
  serve(host, requestReportCorrection, async (context, { params, body }) => {
    const { db, user, now, expectedVersion } = context;
    if (user === null) throw new Problem('notSignedIn');
    context.note({ target: { type: 'measureReport', id: params.reportId } });
    const acting = { db, user, now };
    const id = await askForReportCorrection(acting, params.reportId, expectedVersion, body);
    const asked = await findAsked(db, id, now);
    if (asked?.of !== 'measureReport') throw new Problem('notFound');
    const opened = await openReportCorrection(db, asked);
    context.note({ target: { type: 'correction', id }, after: opened.audited() });
    return opened.told(user);
  });
}

/** A request about a report, opened. */
export async function openReportCorrection(
  db: Reader,
  asked: AskedOfReport,
): Promise<Opened<ReportCorrection>> {
  const request: ReportRequest = { ...asked, ...(await readAskedWords(db, asked)) };
  const { report, status, askedVersion, version } = request;
  return {
    outdated: isOutdated(request),
    told: (person) => ({
      of: 'measureReport',
      ...headTold(person, request, isOutdated(request)),
      reportId: report.id,
      measureId: report.measureId,
      departmentId: report.departmentId,
      before: wordsTold(request.before),
      after: wordsTold(request.after),
    }),
    audited: () => ({ status, reportId: report.id, reportVersion: askedVersion, version }),
    auditedSubject: () => ({ report: auditedReport(report) }),
    carryOut: async (writer, at) => ({
      reportSeals: [await correctReport(writer, request, at)],
    }),
  };
}

function wordsTold(words: ReportWords): ReportCorrection['before'] {
  return { ...words, results: words.results.map((result) => ({ ...result })) };
}
