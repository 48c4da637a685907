import type { Received } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/problems.ts';
import { mayIssue } from '../../shared/report-rules.ts';
import {
  changeReport,
  commentReport,
  downloadIssued,
  downloadReport,
  getReport,
  getReportPages,
  getReportVersion,
  issueReport,
  listIssuedReports,
  settleComment,
} from '../../shared/reports.ts';
import { reportPaper } from '../../shared/reports/model.ts';
import { keepBytes, openWhole } from '../files/keep.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import * as commands from './commands.ts';
import { MEDIA_TYPES, reportFile, voiceIn } from './documents.ts';
import { gatherReport } from './source.ts';
import {
  findIssue,
  findReport,
  insertIssue,
  issueOf,
  issuesOf,
  type ReportKey,
  textsAt,
  writtenInto,
} from './store.ts';

/** Files are made before the transaction: they take longer than anybody may hold one. */
export function reportRoutes(
  host: Host,
  folders: { readonly files: string; readonly tmp: string },
): void {
  serve(host, getReport, async ({ db, user, now }, { params }) => {
    const acting = { db, user: signedIn(user), now };
    await commands.requireWriter(acting, params);
    return commands.answerFor(acting, params);
  });

  serve(host, getReportPages, async ({ db, user, now }, { params, query: { language } }) => {
    await commands.requireWriter({ db, user: signedIn(user), now }, params);
    const { source } = await gatherReport(db, params, now);
    return reportPaper(source, voiceIn(language));
  });

  serve(host, getReportVersion, async ({ db, user, now }, { params }) => {
    await commands.requireWriter({ db, user: signedIn(user), now }, params);
    const report = await findReport(db, params);
    const version = Number(params.version);
    if (report === null || version > report.version) throw new Problem('notFound');
    return { texts: textsAt(await writtenInto(db, report.id), version) };
  });

  serve(host, changeReport, async (context, { params, body }) => {
    const acting = note(context, params);
    await commands.requireWriter(acting, params);
    const { before, sections } = await commands.writeInto(
      acting,
      params,
      context.expectedVersion,
      body,
    );
    context.note({
      target: targetOf(params),
      before: { version: before },
      after: { sections: sections.join(',') },
    });
    return commands.answerFor(acting, params);
  });

  serve(host, commentReport, async (context, { params, body }) => {
    const acting = note(context, params);
    await commands.requireWriter(acting, params);
    const made = await commands.addComment(acting, params, body);
    context.note({
      target: targetOf(params),
      after: { comment: made.id, section: made.section, text: made.text },
    });
    return made;
  });

  serve(host, settleComment, async (context, { params: { commentId } }) => {
    context.note({ target: { type: 'reportComment', id: commentId } });
    const { db, user, now } = context;
    const settled = await commands.settleComment({ db, user: signedIn(user), now }, commentId);
    context.note({
      target: { type: 'reportComment', id: commentId },
      after: { settledBy: settled.settledBy },
    });
    return settled;
  });

  serve(
    host,
    downloadReport,
    async ({ prepared, note }, { params, query: { format, language } }) => {
      note({ target: targetOf(params), after: { format, language } });
      return prepared;
    },
    {
      before: async (
        { transactions, user, now }: BeforeContext,
        { params, query }: Received<typeof downloadReport>,
      ) => {
        const writer = signedIn(user);
        await transactions.read((db) => commands.requireWriter({ db, user: writer, now }, params));
        const { format, language, fonts } = query;
        const gathered = { isDraft: true };
        const gather = () =>
          transactions.read(async (db) => {
            const { source } = await gatherReport(db, params, now);
            gathered.isDraft = !source.final;
            return source;
          });
        const { title, bytes } = await reportFile(gather, format, language, fonts);
        const mark = gathered.isDraft ? `（${voiceIn(language).words.draft}）` : '';
        return download(bytes, `${title}${mark}`, format);
      },
    },
  );

  serve(
    host,
    issueReport,
    async (context, { params, body: { fonts } }) => {
      const acting = note(context, params);
      const { version, title, document, workbook, packageSha256 } = context.prepared;
      const report = await findReport(acting.db, params);
      // Both the version that was read by the one who issues, and that of the bytes.
      if (version !== context.expectedVersion || (report?.version ?? 0) !== version) {
        throw new Problem('staleVersion', { currentVersion: report?.version ?? 0 });
      }
      if ((await issueOf(acting.db, params)) !== null) throw new Problem('wrongState');
      const issuedAt = acting.now.toISOString();
      const kept = report ?? (await commands.beginReport(acting, params));
      const id = await insertIssue(
        acting.db,
        {
          reportId: kept.id,
          version,
          title,
          fonts,
          packageSha256,
          documentSha256: document.sha256,
          workbookSha256: workbook.sha256,
          issuedBy: acting.user.userId,
          issuedAt,
        },
        [
          { ...document, mediaType: MEDIA_TYPES.docx },
          { ...workbook, mediaType: MEDIA_TYPES.xlsx },
        ],
      );
      const issue = await findIssue(acting.db, id);
      if (issue === null) throw new Error('an issue that was just written is not there');
      context.note({
        target: targetOf(params),
        after: { issue: id, packageSha256, documentSha256: document.sha256 },
      });
      return commands.issuedAnswer(acting.db, issue);
    },
    {
      before: async (
        { transactions, user, now }: BeforeContext,
        { params, body: { fonts } }: Received<typeof issueReport>,
      ) => {
        const writer = signedIn(user);
        const { source, version } = await transactions.read(async (db) => {
          await commands.requireWriter({ db, user: writer, now }, params);
          if (!mayIssue(writer, params.scope)) throw new Problem('forbidden');
          if ((await issueOf(db, params)) !== null) throw new Problem('wrongState');
          return gatherReport(db, params, now, true);
        });
        if (source.seal === null) throw new Problem('notSealed');
        const made = await reportFile(async () => source, 'docx', 'zh-CN', fonts);
        const annex = await reportFile(async () => source, 'xlsx', 'zh-CN', fonts);
        return {
          version,
          title: made.title,
          packageSha256: source.seal.sha256,
          document: await keepBytes(folders, made.bytes),
          workbook: await keepBytes(folders, annex.bytes),
        };
      },
    },
  );

  serve(host, listIssuedReports, async ({ db }, { params: { planId } }) => {
    const items = [];
    for (const issue of await issuesOf(db, planId)) {
      items.push(await commands.issuedAnswer(db, issue));
    }
    return { items };
  });

  serve(host, downloadIssued, async ({ db, note }, { params: { reportId }, query: { format } }) => {
    note({ target: { type: 'issuedReport', id: reportId }, after: { format } });
    const issue = await findIssue(db, reportId);
    if (issue === null) throw new Problem('notFound');
    const kept =
      format === 'docx'
        ? { sha256: issue.documentSha256, size: issue.documentSize }
        : { sha256: issue.workbookSha256, size: issue.workbookSize };
    const file = await openWhole(folders.files, kept);
    if (file === null) throw new Problem('evidenceMissing');
    try {
      return download(await file.readFile(), issue.title, format);
    } finally {
      await file.close();
    }
  });
}

function download(bytes: Buffer, title: string, format: keyof typeof MEDIA_TYPES): Download {
  return new Download(bytes, MEDIA_TYPES[format], `${title}.${format}`, bytes.length);
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

const targetOf = ({ planId, year, scope }: ReportKey) => ({
  type: 'report',
  id: `${planId}/${year}/${scope}`,
});

/** Names the target first, so that a refused attempt is recorded with it. */
function note<C extends Pick<Context<never>, 'note' | 'user' | 'now'> & { readonly db: unknown }>(
  context: C,
  key: ReportKey,
): { readonly db: C['db']; readonly user: NonNullable<C['user']>; readonly now: Date } {
  context.note({ target: targetOf(key) });
  const { db, user, now } = context;
  return { db, user: signedIn(user), now };
}
