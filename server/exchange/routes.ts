import { readFile } from 'node:fs/promises';
import {
  annotateSheet,
  exportPlan,
  getSheetTemplate,
  importSheet,
  readListFile,
  XLSX,
} from '../../shared/exchange.ts';
import type { Received } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/problems.ts';
import { planRevision } from '../dashboard/store.ts';
import { type BeforeContext, Download, type Host, serve } from '../http/serve.ts';
import { fileOf } from './export.ts';
import { readListWorkbook } from './list-file.ts';
import { makeExport } from './make-export.ts';
import { marksOf } from './marks.ts';
import { makeTemplate } from './make-template.ts';
import { readSheet } from './read-sheet.ts';
import { wordsOf } from './sheet-columns.ts';
import { markWorkbook } from '../files/workshop.ts';

/** Workbooks are made and read before the transaction: they take longer than anybody may hold one. */
export function exchangeRoutes(host: Host): void {
  serve(host, getSheetTemplate, async ({ prepared }) => prepared, {
    before: async (
      { transactions, user, now }: BeforeContext,
      { params, query }: Received<typeof getSheetTemplate>,
    ) => {
      const { bytes, fileName } = await makeTemplate(
        transactions,
        signedIn(user),
        { ...params, year: Number(params.year), ...query },
        now,
      );
      return new Download(bytes, XLSX, fileName, bytes.length);
    },
  });

  serve(
    host,
    importSheet,
    async ({ prepared, note }, { params }) => {
      const { diff, sha256 } = prepared;
      const { fileName, rows, badCells } = diff;
      note({
        target: { type: 'plan', id: params.planId },
        after: {
          year: Number(params.year),
          fileName,
          sha256,
          changes: rows.reduce((sum, { fields }) => sum + fields.length, 0),
          badCells: badCells.length,
        },
      });
      return diff;
    },
    {
      before: (context: BeforeContext, { params }: Received<typeof importSheet>) =>
        uploaded(context, params),
    },
  );

  serve(
    host,
    annotateSheet,
    async ({ prepared, note }, { params }) => {
      note({ target: { type: 'plan', id: params.planId } });
      return prepared;
    },
    {
      before: async (
        context: BeforeContext,
        { params, query: { language } }: Received<typeof annotateSheet>,
      ) => {
        const { diff, bytes } = await uploaded(context, params);
        const marks = marksOf(diff, language);
        const heading = wordsOf(language).columns.problem;
        const marked = await markWorkbook(bytes, marks, heading);
        return new Download(marked, XLSX, diff.fileName, marked.length);
      },
    },
  );

  serve(
    host,
    readListFile,
    async ({ prepared: { table, fileName, sha256 }, note }, { params }) => {
      note({
        target: { type: 'plan', id: params.planId },
        after: { fileName, sha256, rows: table.rows.length },
      });
      return table;
    },
    {
      before: async (
        { transactions, user, receive }: BeforeContext,
        { params }: Received<typeof readListFile>,
      ) => {
        signedIn(user);
        const plan = await transactions.read((db) => planRevision(db, params.planId));
        if (plan === null) throw new Problem('notFound');
        const { path, name: fileName, sha256 } = await receive();
        return { table: await readListWorkbook(await readFile(path)), fileName, sha256 };
      },
    },
  );

  serve(
    host,
    exportPlan,
    async ({ prepared, note }, { params, query }) => {
      const { download, items } = prepared;
      const { what, format, year } = query;
      note({
        target: { type: 'plan', id: params.planId },
        after: { what, format, year: year === undefined ? null : Number(year), items },
      });
      return download;
    },
    {
      before: async (
        { transactions, user, now }: BeforeContext,
        { params: { planId }, query }: Received<typeof exportPlan>,
      ) => {
        const { what, format, language } = query;
        const year = query.year === undefined ? undefined : Number(query.year);
        const exported = await transactions.read((db) =>
          makeExport(db, signedIn(user), { planId, what, year, language }, now),
        );
        const { bytes, mediaType, ending } = await fileOf(exported, format);
        const download = new Download(bytes, mediaType, `${exported.title}${ending}`, bytes.length);
        return { download, items: exported.items };
      },
    },
  );
}

async function uploaded(
  { transactions, user, now, receive }: BeforeContext,
  params: { readonly planId: string; readonly year: string },
) {
  const person = signedIn(user);
  const file = await receive();
  const bytes = await readFile(file.path);
  const asked = { planId: params.planId, year: Number(params.year) };
  const diff = await readSheet(transactions, person, asked, { name: file.name, bytes }, now);
  return { diff, bytes, sha256: file.sha256 };
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}
