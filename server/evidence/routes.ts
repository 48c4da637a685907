import {
  addCorrectionEvidence,
  addEvidence,
  getEvidence,
  listCorrectionEvidence,
  listEvidence,
  removeCorrectionEvidence,
  removeEvidence,
  restoreCorrectionEvidence,
  restoreEvidence,
} from '../../shared/evidence.ts';
import { Problem } from '../../shared/problems.ts';
import { mayEdit } from '../../shared/workflow.ts';
import type { Writer } from '../db/transaction.ts';
import { acceptFile } from '../files/accept.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import {
  addToReading,
  openEvidence,
  requireOpen,
  requireStanding,
  setRemovedFromReading,
} from './commands.ts';
import {
  addToRequest,
  refuseFiles,
  requireOpenRequest,
  type RequestFile,
  requireRequest,
  setRemovedFromRequest,
} from './request-commands.ts';
import { fileShown, filesBeside, type ShelvedFile, type Shelving } from './shelf-store.ts';

/** @param filesFolder where the bytes lie */
export function evidenceRoutes(host: Host, filesFolder: string): void {
  serve(host, listEvidence, async ({ db, user, now }, { params }) => {
    const person = signedIn(user);
    const standing = await requireStanding(db, person, now, params.readingId);
    const files = await filesBeside(db, 'reading', [params.readingId]);
    return { items: files.map(fileShown), editable: mayEdit(standing, person) };
  });

  serve(
    host,
    addEvidence,
    async (context, { params }) => {
      const { readingId } = params;
      const file = await addToReading(shelving(context), readingId, context.prepared);
      note(context, { readingId }, file);
      return fileShown(file);
    },
    {
      // Who may not add it is told so before a byte of it is read.
      async before(
        context: BeforeContext,
        { params }: { readonly params: { readonly readingId: string } },
      ) {
        const person = signedIn(context.user);
        await context.transactions.read((db) =>
          requireOpen(db, person, context.now, params.readingId),
        );
        return acceptFile(filesFolder, await context.receive());
      },
    },
  );

  serve(
    host,
    getEvidence,
    async ({ prepared: { stored, file } }) =>
      new Download(file.createReadStream({ start: 0 }), stored.mediaType, stored.name, stored.size),
    {
      before: (
        context: BeforeContext,
        { params }: { readonly params: { readonly evidenceId: string } },
      ) =>
        openEvidence(
          context.transactions,
          signedIn(context.user),
          context.now,
          filesFolder,
          params.evidenceId,
        ),
    },
  );

  serve(host, listCorrectionEvidence, async ({ db, user, now }, { params }) => {
    const person = signedIn(user);
    const correction = await requireRequest(db, person, now, params.correctionId);
    const files = await filesBeside(db, 'correction', [params.correctionId]);
    return { items: files.map(fileShown), editable: refuseFiles(correction, person) === null };
  });

  serve(
    host,
    addCorrectionEvidence,
    async (context, { params }) => {
      const { prepared } = context;
      const added = await addToRequest(shelving(context), params.correctionId, prepared);
      note(context, added.about, added.file);
      return fileShown(added.file);
    },
    {
      async before(
        context: BeforeContext,
        { params }: { readonly params: { readonly correctionId: string } },
      ) {
        const person = signedIn(context.user);
        await context.transactions.read((db) =>
          requireOpenRequest(db, person, context.now, params.correctionId),
        );
        return acceptFile(filesFolder, await context.receive());
      },
    },
  );

  serve(host, removeCorrectionEvidence, async (context, { params }) => {
    const { about, file } = await setRemovedFromRequest(shelving(context), params, true);
    note(context, about, file);
    return undefined;
  });

  serve(host, restoreCorrectionEvidence, async (context, { params }) => {
    const { about, file } = await setRemovedFromRequest(shelving(context), params, false);
    note(context, about, file);
    return fileShown(file);
  });

  serve(host, removeEvidence, async (context, { params }) => {
    note(
      context,
      { readingId: params.readingId },
      await setRemovedFromReading(shelving(context), params, true),
    );
    return undefined;
  });

  serve(host, restoreEvidence, async (context, { params }) => {
    const file = await setRemovedFromReading(shelving(context), params, false);
    note(context, { readingId: params.readingId }, file);
    return fileShown(file);
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

const shelving = ({ db, user, now }: Context<Writer, unknown>): Shelving => ({
  db,
  user: signedIn(user),
  now,
});

/** @param about what it lies beside, or what the request is about that it lies beside */
function note(
  context: Context<Writer, unknown>,
  about: RequestFile['about'],
  file: ShelvedFile,
): void {
  const { id, name, size, sha256 } = file;
  context.note({ target: { type: 'evidence', id }, after: { ...about, name, size, sha256 } });
}
