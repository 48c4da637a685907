import {
  addReportFile,
  getReportFile,
  listReportFiles,
  removeReportFile,
  restoreReportFile,
} from '../../shared/measures.ts';
import { Problem } from '../../shared/problems.ts';
import { mayEdit } from '../../shared/workflow.ts';
import type { Writer } from '../db/transaction.ts';
import { fileShown, filesBeside, type ShelvedFile } from '../evidence/shelf-store.ts';
import { acceptFile } from '../files/accept.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import { requireVisible } from './commands.ts';
import { addFile, moveFile, openFile, requireWritable } from './files.ts';
import { standingOf } from './stored-report.ts';

/** @param filesFolder where the bytes of files lie */
export function reportFileRoutes(host: Host, filesFolder: string): void {
  serve(host, listReportFiles, async ({ db, user, now }, { params: { reportId } }) => {
    const person = signedIn(user);
    const report = await requireVisible(db, person, reportId, now);
    return {
      items: (await filesBeside(db, 'measureReport', [reportId])).map(fileShown),
      editable: mayEdit(standingOf(report, now), person),
    };
  });

  serve(
    host,
    addReportFile,
    async (context, { params: { reportId } }) => {
      const { db, user, now, prepared } = context;
      const file = await addFile({ db, user: signedIn(user), now }, reportId, prepared);
      note(context, file);
      return fileShown(file);
    },
    {
      // Who may not add it is told so before a byte of it is read.
      async before(
        context: BeforeContext,
        { params }: { readonly params: { readonly reportId: string } },
      ) {
        const person = signedIn(context.user);
        await context.transactions.read((db) =>
          requireWritable(db, person, context.now, params.reportId),
        );
        return acceptFile(filesFolder, await context.receive());
      },
    },
  );

  serve(
    host,
    getReportFile,
    async ({ prepared: { stored, file } }) =>
      new Download(file.createReadStream({ start: 0 }), stored.mediaType, stored.name, stored.size),
    {
      before: (
        context: BeforeContext,
        { params }: { readonly params: { readonly reportId: string; readonly evidenceId: string } },
      ) => openFile(context.transactions, signedIn(context.user), context.now, filesFolder, params),
    },
  );

  serve(host, removeReportFile, async (context, { params }) => {
    const { db, user, now } = context;
    note(context, await moveFile({ db, user: signedIn(user), now }, params, true));
    return undefined;
  });

  serve(host, restoreReportFile, async (context, { params }) => {
    const { db, user, now } = context;
    const file = await moveFile({ db, user: signedIn(user), now }, params, false);
    note(context, file);
    return fileShown(file);
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function note(context: Context<Writer, unknown>, file: ShelvedFile): void {
  const { besideId, id: evidenceId, name, size, sha256 } = file;
  context.note({
    target: { type: 'measureReport', id: besideId },
    after: { evidenceId, name, size, sha256 },
  });
}
