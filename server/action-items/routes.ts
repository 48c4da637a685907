import {
  addActionFile,
  askExtension,
  closeAction,
  getAction,
  getActionFile,
  grantExtension,
  listActions,
  noteAction,
  receiveAction,
  refuseExtension,
  removeActionFile,
  reportAction,
  restoreActionFile,
  sendBackAction,
  verifyAction,
  withdrawAction,
} from '../../shared/action-items.ts';
import type { ActionStep } from '../../shared/action-rules.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import { acceptFile } from '../files/accept.ts';
import type { Principal } from '../http/principal.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import { fileShown, type ShelvedFile } from '../evidence/shelf-store.ts';
import { publishChange } from '../live/store.ts';
import { findPlanYears } from '../rounds/store.ts';
import { detailsFor, itemFor } from './answer.ts';
import { requireAction, requireStep, type Said, takeStep } from './commands.ts';
import { addFile, moveFile, openFile } from './files.ts';
import { findAnswered, type StoredAction } from './store.ts';

/** @param filesFolder where the bytes of files lie */
export function actionItemRoutes(host: Host, filesFolder: string): void {
  serve(host, listActions, async ({ db, user, now }, { params: { planId }, query }) => {
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    // A wall shows what was decided and whether it is late, not what departments wrote about it.
    const reads = can(signedIn(user).roles, 'meetings.see');
    const items = (await findAnswered(db, { planId, ...query }, now))
      .map((one) => itemFor(one, now))
      .map((item) => (reads ? item : { ...item, progress: '' }));
    const withdrawn = items.filter(({ state }) => state === 'withdrawn');
    return { items: [...items.filter(({ state }) => state !== 'withdrawn'), ...withdrawn] };
  });

  serve(host, getAction, async ({ db, user, now }, { params }) =>
    detailsFor(db, signedIn(user), await requireAction(db, params.actionId, now), now),
  );

  for (const [endpoint, step] of [
    [receiveAction, 'receive'],
    [grantExtension, 'grantExtension'],
    [verifyAction, 'verify'],
    [closeAction, 'close'],
  ] as const) {
    serve(host, endpoint, (context, { params }) => take(context, step, params.actionId));
  }

  for (const [endpoint, step] of [
    [noteAction, 'note'],
    [refuseExtension, 'refuseExtension'],
    [reportAction, 'report'],
    [sendBackAction, 'sendBack'],
    [withdrawAction, 'withdraw'],
  ] as const) {
    serve(host, endpoint, (context, { params, body }) =>
      take(context, step, params.actionId, { text: body.text }),
    );
  }

  serve(host, askExtension, (context, { params, body: { dueOn, reason } }) =>
    take(context, 'askExtension', params.actionId, { dueOn, text: reason }),
  );

  serve(
    host,
    addActionFile,
    async (context, { params: { actionId } }) => {
      const { db, now, prepared } = context;
      const user = named(context, actionId);
      const file = await addFile({ db, user, now }, actionId, prepared);
      context.note({ target: { type: 'action', id: actionId }, after: auditedFile(file) });
      return fileShown(file);
    },
    {
      // Who may not add it is told so before a byte of it is read.
      async before(
        context: BeforeContext,
        { params }: { readonly params: { readonly actionId: string } },
      ) {
        const user = signedIn(context.user);
        await context.transactions.read((db) =>
          requireStep(db, user, 'attach', params.actionId, context.now),
        );
        return acceptFile(filesFolder, await context.receive());
      },
    },
  );

  serve(
    host,
    getActionFile,
    async ({ prepared: { stored, file } }) =>
      new Download(file.createReadStream({ start: 0 }), stored.mediaType, stored.name, stored.size),
    {
      before: (
        context: BeforeContext,
        { params }: { readonly params: { readonly actionId: string; readonly evidenceId: string } },
      ) => openFile(context.transactions, signedIn(context.user), context.now, filesFolder, params),
    },
  );

  serve(host, removeActionFile, async (context, { params }) => {
    const { db, now } = context;
    const user = named(context, params.actionId);
    const file = await moveFile({ db, user, now }, params, 'detach');
    context.note({ target: { type: 'action', id: params.actionId }, before: auditedFile(file) });
    return undefined;
  });

  serve(host, restoreActionFile, async (context, { params }) => {
    const { db, now } = context;
    const user = named(context, params.actionId);
    const file = await moveFile({ db, user, now }, params, 'reattach');
    context.note({ target: { type: 'action', id: params.actionId }, after: auditedFile(file) });
    return fileShown(file);
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

/** Names the target first, so that a refused attempt is recorded with it. */
function named(context: Context<Writer, unknown>, id: string): Principal {
  context.note({ target: { type: 'action', id } });
  return signedIn(context.user);
}

async function take(context: Context<Writer>, step: ActionStep, id: string, said: Said = {}) {
  const user = named(context, id);
  const { db, now, expectedVersion } = context;
  const { before, after } = await takeStep({ db, user, now }, step, { id, expectedVersion }, said);
  context.note({
    target: { type: 'action', id },
    before: audited(before),
    after: { ...audited(after), ...said },
  });
  // A wall shows how far each decision is.
  const { id: subject } = after.meeting;
  await publishChange(db, { kind: 'meeting', subject, revision: after.version });
  return detailsFor(db, user, after, now);
}

function audited({ state, dueOn, reportedOn, extension, version }: StoredAction): object {
  return { state, dueOn, reportedOn, extensionDueOn: extension?.dueOn ?? null, version };
}

function auditedFile({ id: evidenceId, name, size, sha256 }: ShelvedFile): object {
  return { evidenceId, name, size, sha256 };
}
