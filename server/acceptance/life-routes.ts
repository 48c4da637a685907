import {
  addAcceptanceFile,
  announceMarks,
  answerDispute,
  assessItem,
  beginVerification,
  concludeAcceptance,
  disputeItem,
  getAcceptance,
  getAcceptanceBoard,
  getAcceptanceFile,
  handInSelfAssessment,
  listAcceptances,
  openAcceptance,
  presentAcceptance,
  recallSelfAssessment,
  removeAcceptanceFile,
  restoreAcceptanceFile,
  sendBackSelfAssessment,
  submitSelfAssessment,
  takeBackAcceptance,
  verifyItem,
  withdrawAcceptance,
  withdrawDispute,
} from '../../shared/acceptances.ts';
import { type AcceptanceStep, maySeeFile, type SelfStep } from '../../shared/acceptance-life.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import { openFound, requireBeside } from '../evidence/shelf-store.ts';
import { acceptFile } from '../files/accept.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import { findPlanYears } from '../rounds/store.ts';
import { acceptanceFor, departmentFor, itemFor, summaryOf } from './answer.ts';
import { boardOfBasis } from './basis-store.ts';
import type { Acting } from './commands.ts';
import * as items from './items.ts';
import { requireDepartment, requireWhole, takeAcceptanceStep, takeSelfStep } from './life.ts';
import { openAcceptance as open } from './open.ts';
import { resultProof } from './proof.ts';
import { listRows } from './rows-store.ts';
import { findSheets } from './store.ts';

/** @param filesFolder where the bytes of files lie */
export function acceptanceLifeRoutes(host: Host, filesFolder: string): void {
  serve(host, listAcceptances, async ({ db, user }, { params: { planId } }) => {
    const person = signedIn(user);
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    const sheets = await findSheets(db, planId);
    const rows = await listRows(db, { planId });
    return {
      items: rows.flatMap((row) => {
        const sheet = sheets.find((one) => one.row.id === row.sheetId);
        return sheet === undefined ? [] : [summaryOf(row, sheet.row)];
      }),
      mayOpen:
        can(person.roles, 'acceptance.manage') &&
        sheets.some(({ row }) => row.state === 'approved'),
    };
  });

  serve(host, openAcceptance, async (context, { params: { planId }, body }) => {
    context.note({ target: { type: 'plan', id: planId } });
    const whole = await open(acting(context), planId, body);
    const { id, year, sheetId, basisSha256 } = whole.row;
    context.note({
      target: { type: 'acceptance', id },
      after: { acceptanceId: id, year, sheetId, basisSha256 },
    });
    return acceptanceFor(whole, signedIn(context.user));
  });

  serve(host, getAcceptance, async ({ db, user, now }, { params: { acceptanceId } }) =>
    acceptanceFor(await requireWhole(db, acceptanceId, now), signedIn(user)),
  );

  serve(host, getAcceptanceBoard, async ({ db, now }, { params: { acceptanceId } }) =>
    boardOfBasis((await requireWhole(db, acceptanceId, now)).basis),
  );

  for (const [endpoint, step] of [
    [announceMarks, 'announce'],
    [presentAcceptance, 'present'],
    [takeBackAcceptance, 'takeBack'],
    [concludeAcceptance, 'conclude'],
  ] as const) {
    serve(host, endpoint, (context, { params }) => take(context, step, params.acceptanceId));
  }
  for (const [endpoint, step] of [
    [beginVerification, 'beginVerification'],
    [withdrawAcceptance, 'withdraw'],
  ] as const) {
    serve(host, endpoint, (context, { params, body }) =>
      take(context, step, params.acceptanceId, body.reason),
    );
  }

  for (const [endpoint, step] of [
    [submitSelfAssessment, 'submit'],
    [recallSelfAssessment, 'recall'],
    [handInSelfAssessment, 'handIn'],
  ] as const) {
    serve(host, endpoint, (context, { params }) => takeOfDepartment(context, step, params));
  }
  serve(host, sendBackSelfAssessment, (context, { params, body }) =>
    takeOfDepartment(context, 'sendBack', params, body.reason),
  );

  serve(host, assessItem, async (context, { params, body }) =>
    changed(
      context,
      params,
      await items.assessItem(acting(context), naming(context, params), body),
    ),
  );
  serve(host, verifyItem, async (context, { params, body }) =>
    changed(
      context,
      params,
      await items.verifyItem(acting(context), naming(context, params), body),
    ),
  );
  serve(host, disputeItem, async (context, { params, body: { reason } }) =>
    changed(
      context,
      params,
      await items.disputeItem(acting(context), naming(context, params), reason),
    ),
  );
  serve(host, withdrawDispute, async (context, { params }) =>
    changed(context, params, await items.withdrawDispute(acting(context), naming(context, params))),
  );
  serve(host, answerDispute, async (context, { params, body }) =>
    changed(
      context,
      params,
      await items.answerDispute(acting(context), naming(context, params), body),
    ),
  );

  fileRoutes(host, filesFolder);
}

function fileRoutes(host: Host, filesFolder: string): void {
  serve(
    host,
    addAcceptanceFile,
    async (context, { params }) => {
      const { acceptanceId, itemId } = params;
      context.note({ target: { type: 'acceptance', id: acceptanceId } });
      const file = shownOf(await items.addFile(acting(context), params, context.prepared));
      const { id: evidenceId, name, size, sha256 } = file;
      context.note({
        target: { type: 'acceptance', id: acceptanceId },
        after: { itemId, evidenceId, name, size, sha256 },
      });
      return file;
    },
    {
      // Who may not add it is told so before a byte of it is read.
      async before(
        context: BeforeContext,
        { params }: { readonly params: { readonly acceptanceId: string; readonly itemId: string } },
      ) {
        const user = signedIn(context.user);
        await context.transactions.read((db) =>
          items.requireAttachable(db, user, context.now, params),
        );
        return acceptFile(filesFolder, await context.receive());
      },
    },
  );

  serve(
    host,
    getAcceptanceFile,
    async ({ prepared: { stored, file } }) =>
      new Download(file.createReadStream({ start: 0 }), stored.mediaType, stored.name, stored.size),
    {
      before: (
        context: BeforeContext,
        {
          params: { acceptanceId, evidenceId },
        }: { readonly params: { readonly acceptanceId: string; readonly evidenceId: string } },
      ) => {
        const person = signedIn(context.user);
        return openFound(context.transactions, context.now, filesFolder, async (db) => {
          const whole = await requireWhole(db, acceptanceId, context.now);
          const item = await items.itemOfFile(db, whole, evidenceId);
          const file = item.files.find(({ id }) => id === evidenceId);
          if (file === undefined || !maySeeFile(item.standing, file, person)) {
            throw new Problem('notFound');
          }
          return requireBeside(db, 'acceptanceItem', { besideId: item.row.id, evidenceId });
        });
      },
    },
  );

  serve(host, removeAcceptanceFile, async (context, { params }) => {
    await moveFile(context, params, 'detach');
    return undefined;
  });

  serve(host, restoreAcceptanceFile, async (context, { params }) => {
    return shownOf(await moveFile(context, params, 'reattach'));
  });
}

/** A file that lies beside its item now. */
function shownOf({ item, file: { id } }: items.FileChange) {
  const file = item.files.find((one) => one.id === id);
  if (file === undefined) throw new Error('the file that was put there is not there');
  return file;
}

async function moveFile(
  context: Context<Writer>,
  params: { readonly acceptanceId: string; readonly evidenceId: string },
  step: 'detach' | 'reattach',
) {
  const target = { type: 'acceptance', id: params.acceptanceId } as const;
  context.note({ target });
  const made = await items.moveFile(acting(context), params, step);
  const { id: evidenceId, name, sha256 } = made.file;
  const moved = { itemId: made.item.sheet.id, evidenceId, name, sha256 };
  context.note({ target, ...(step === 'detach' ? { before: moved } : { after: moved }) });
  return made;
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

function acting({ db, user, now }: Context<Writer, unknown>): Acting {
  return { db, user: signedIn(user), now };
}

interface OneItem {
  readonly acceptanceId: string;
  readonly itemId: string;
}

/** Names the target first, so that a refused attempt is recorded with it. */
function naming({ expectedVersion, note }: Context<Writer>, params: OneItem): items.ItemNaming {
  note({ target: { type: 'acceptance', id: params.acceptanceId } });
  return { ...params, expectedVersion };
}

function changed(
  { note, user }: Context<Writer>,
  { acceptanceId, itemId }: OneItem,
  { before, after }: items.ItemChange,
) {
  const item = items.requireItem(after, itemId);
  note({
    target: { type: 'acceptance', id: acceptanceId },
    before: { itemId, ...auditedItem(before) },
    after: { itemId, ...auditedItem(item) },
  });
  return itemFor(item, signedIn(user));
}

const auditedItem = ({ row }: Pick<items.ItemChange['before'], 'row'>) => ({
  selfMarks: row.selfMarks,
  selfWords: row.selfWords,
  marks: row.marks,
  reason: row.reason,
  dispute: row.dispute,
  version: row.version,
});

async function take(context: Context<Writer>, step: AcceptanceStep, id: string, reason = '') {
  const { note, expectedVersion, user } = context;
  const target = { type: 'acceptance', id } as const;
  note({ target });
  const { before, after } = await takeAcceptanceStep(
    acting(context),
    step,
    { id, expectedVersion },
    reason,
  );
  const proof =
    step === 'conclude'
      ? {
          acceptanceId: id,
          total: after.verified.total.low,
          resultSha256: resultProof(after.items.map(({ row }) => row)),
        }
      : {};
  note({
    target,
    before: { state: before.row.state },
    after: { state: after.row.state, ...proof, ...(reason === '' ? {} : { reason }) },
  });
  return acceptanceFor(after, signedIn(user));
}

async function takeOfDepartment(
  context: Context<Writer>,
  step: SelfStep,
  params: { readonly acceptanceId: string; readonly departmentId: string },
  reason = '',
) {
  const { note, expectedVersion, user } = context;
  const { acceptanceId, departmentId } = params;
  const target = { type: 'acceptance', id: acceptanceId } as const;
  note({ target });
  const at = { ...params, expectedVersion };
  const { before, after } = await takeSelfStep(acting(context), step, at, reason);
  const department = requireDepartment(after, departmentId);
  note({
    target,
    before: { departmentId, state: before.row.state },
    after: {
      departmentId,
      state: department.row.state,
      ...(reason === '' ? {} : { reason }),
    },
  });
  return departmentFor(after, department, signedIn(user));
}
