import {
  addCorrectionEvidence,
  addEvidence,
  type Evidence,
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
  addEvidence as add,
  openEvidence,
  requireOpen,
  requireStanding,
  setRemoved,
} from './commands.ts';
import {
  addToRequest,
  refuseFiles,
  requireOpenRequest,
  requireRequest,
  setRemovedFromRequest,
} from './request-commands.ts';
import { evidenceOf, evidenceOfRequest, type StoredEvidence } from './store.ts';

/** @param filesFolder where the bytes lie */
export function evidenceRoutes(host: Host, filesFolder: string): void {
  serve(host, listEvidence, async ({ db, user, now }, { params }) => {
    const person = signedIn(user);
    const standing = await requireStanding(db, person, now, params.readingId);
    const stored = await evidenceOf(db, params.readingId);
    return { items: stored.map(shown), editable: mayEdit(standing, person) };
  });

  serve(
    host,
    addEvidence,
    async (context, { params }) => {
      const { db, user, now, prepared } = context;
      const stored = await add(db, signedIn(user), now, params.readingId, prepared);
      note(context, stored);
      return shown(stored);
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

  serve(host, listCorrectionEvidence, async ({ db, user }, { params }) => {
    const person = signedIn(user);
    const correction = await requireRequest(db, person, params.correctionId);
    const stored = await evidenceOfRequest(db, params.correctionId);
    return { items: stored.map(shown), editable: refuseFiles(correction, person) === null };
  });

  serve(
    host,
    addCorrectionEvidence,
    async (context, { params }) => {
      const { db, user, now, prepared } = context;
      const stored = await addToRequest(db, signedIn(user), now, params.correctionId, prepared);
      note(context, stored);
      return shown(stored);
    },
    {
      async before(
        context: BeforeContext,
        { params }: { readonly params: { readonly correctionId: string } },
      ) {
        const person = signedIn(context.user);
        await context.transactions.read((db) =>
          requireOpenRequest(db, person, params.correctionId),
        );
        return acceptFile(filesFolder, await context.receive());
      },
    },
  );

  serve(host, removeCorrectionEvidence, async (context, { params }) => {
    const { db, user, now } = context;
    note(context, await setRemovedFromRequest(db, signedIn(user), now, params, true));
    return undefined;
  });

  serve(host, restoreCorrectionEvidence, async (context, { params }) => {
    const { db, user, now } = context;
    const stored = await setRemovedFromRequest(db, signedIn(user), now, params, false);
    note(context, stored);
    return shown(stored);
  });

  serve(host, removeEvidence, async (context, { params }) => {
    const { db, user, now } = context;
    note(context, await setRemoved(db, signedIn(user), now, params, true));
    return undefined;
  });

  serve(host, restoreEvidence, async (context, { params }) => {
    const { db, user, now } = context;
    const stored = await setRemoved(db, signedIn(user), now, params, false);
    note(context, stored);
    return shown(stored);
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function note(context: Context<Writer, unknown>, stored: StoredEvidence): void {
  const { readingId, name, size, sha256 } = stored;
  context.note({
    target: { type: 'evidence', id: stored.id },
    after: { readingId, name, size, sha256 },
  });
}

function shown({ id, name, size, mediaType, sha256, added, damaged }: StoredEvidence): Evidence {
  return { id, name, size, mediaType, sha256, added, damaged };
}
