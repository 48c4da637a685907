import { readFile } from 'node:fs/promises';
import { Problem } from '../../shared/problems.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { XLSX } from '../../shared/exchange.ts';
import {
  exportTasks,
  importTasks,
  listTaskRevisions,
  listTasks,
  saveTasks as saveEndpoint,
  TASK_FIELDS,
} from '../../shared/tasks.ts';
import { findInstallation } from '../accounts/installation-store.ts';
import { writeWorkbook, readWorkbook } from '../files/workshop.ts';
import { type BeforeContext, Download, type Host, serve } from '../http/serve.ts';
import { findPlanYears } from '../rounds/store.ts';
import { bookOf } from './book.ts';
import { breakdownOf } from './breakdown.ts';
import { saveTasks } from './commands.ts';
import { readTasks } from './read.ts';
import { revisionsOfTask } from './store.ts';

interface OfYear {
  readonly planId: string;
  readonly year: number;
}

export function taskRoutes(host: Host): void {
  serve(host, listTasks, ({ db, user, now }, { params }) =>
    breakdownOf(db, signedIn(user), params, now),
  );

  serve(host, listTaskRevisions, async ({ db }, { params }) => {
    if ((await findPlanYears(db, params.planId)) === null) throw new Problem('notFound');
    return { items: await revisionsOfTask(db, params) };
  });

  serve(host, saveEndpoint, async (context, { params, body }) => {
    const { db, user, now } = context;
    const target = { type: 'tasks', id: `${params.planId}/${params.year}` };
    context.note({ target });
    const person = signedIn(user);
    const saved = await saveTasks({ db, user: person, now }, params, body.rows);
    if (saved.length === 0) context.nothingDone();
    const said = (rows: readonly object[]) =>
      rows.map((row) => {
        const whole = row as Readonly<Record<string, unknown>>;
        const { subject, subjectId } = whole;
        return {
          subject,
          subjectId,
          ...Object.fromEntries(TASK_FIELDS.map((field) => [field, whole[field]])),
        };
      });
    context.note({
      target,
      before: { rows: said(saved.map(({ before }) => before)) },
      after: { rows: said(saved.map(({ after }) => after)) },
    });
    return breakdownOf(db, person, params, now);
  });

  serve(
    host,
    importTasks,
    async (context, { params }) => {
      const { db, user, now, prepared } = context;
      const read = readTasks(prepared, await breakdownOf(db, signedIn(user), params, now));
      context.note({
        target: { type: 'tasks', id: `${params.planId}/${params.year}` },
        after: { changes: read.changes.length, problems: read.problems.length },
      });
      return read;
    },
    {
      async before({ receive }: BeforeContext) {
        const { path } = await receive();
        return readWorkbook(await readFile(path));
      },
    },
  );

  serve(
    host,
    exportTasks,
    async (context, { params, query }) => {
      context.note({
        target: { type: 'tasks', id: `${params.planId}/${params.year}` },
        after: { language: query.language },
      });
      const { bytes, year } = context.prepared;
      return new Download(bytes, XLSX, `${params.planId}-tasks-${year}.xlsx`);
    },
    {
      // Workbooks are made outside the transaction.
      async before(
        { transactions, user, now }: BeforeContext,
        {
          params,
          query,
        }: { readonly params: OfYear; readonly query: { readonly language: Language } },
      ) {
        const book = await transactions.read(async (db) => {
          const { illustrative } = await findInstallation(db);
          const breakdown = await breakdownOf(db, signedIn(user), params, now);
          return bookOf(breakdown, { language: query.language, illustrative });
        });
        return { bytes: await writeWorkbook(book), year: params.year };
      },
    },
  );
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}
