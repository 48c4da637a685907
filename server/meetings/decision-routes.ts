import {
  addDecision,
  changeDecision,
  confirmDecision,
  dropDecision,
  type Decision,
} from '../../shared/meetings.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { type Context, type Host, serve } from '../http/serve.ts';
import { publishChange } from '../live/store.ts';
import { namesOf } from '../rounds/store.ts';
import { decisionFor } from './answer.ts';
import * as commands from './decision-commands.ts';
import type { StoredDecision } from './decision-store.ts';

/** Decisions as they are taken down on the secretary's screen. */
export function decisionRoutes(host: Host): void {
  serve(host, addDecision, async (context, { params: { meetingId }, body }) => {
    const { db, now } = context;
    context.note({ target: { type: 'meeting', id: meetingId } });
    const user = signedIn(context.user);
    return answer(context, await commands.addDecision({ db, user, now }, meetingId, body));
  });

  serve(host, changeDecision, async (context, { params: { decisionId: id }, body }) => {
    const { db, now, expectedVersion } = context;
    const user = named(context, id);
    const naming = { id, expectedVersion };
    return answer(context, await commands.changeDecision({ db, user, now }, naming, body));
  });

  serve(host, confirmDecision, async (context, { params: { decisionId: id } }) => {
    const { db, now, expectedVersion } = context;
    const user = named(context, id);
    return answer(
      context,
      await commands.confirmDecision({ db, user, now }, { id, expectedVersion }),
    );
  });

  serve(host, dropDecision, async (context, { params: { decisionId: id } }) => {
    const { db, expectedVersion } = context;
    const user = named(context, id);
    const dropped = await commands.dropDecision({ db, user }, { id, expectedVersion });
    context.note({ target: { type: 'decision', id }, before: audited(dropped) });
    return undefined;
  });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

/** Names the target first, so that a refused attempt is recorded with it. */
function named(context: Context<Writer>, id: string): Principal {
  context.note({ target: { type: 'decision', id } });
  return signedIn(context.user);
}

async function answer(
  context: Context<Writer>,
  { meeting, before, after }: commands.Decided,
): Promise<Decision> {
  context.note({
    target: { type: 'decision', id: after.id },
    before: before === null ? null : audited(before),
    after: audited(after),
  });
  // A draft is the committee's alone: only what is confirmed appears on the wall.
  if (after.confirmedAt !== null) {
    const { id: subject, version: revision } = meeting;
    await publishChange(context.db, { kind: 'meeting', subject, revision });
  }
  const names = await namesOf(context.db, [after.confirmedBy]);
  return decisionFor(signedIn(context.user), meeting, after, names, context.now);
}

/** What the audit log says of a decision; its action item has rows of its own. */
function audited(decision: StoredDecision): object {
  const { meetingId, text, leadDepartmentId, supportingDepartmentIds, dueOn } = decision;
  const { indicatorIds, measureIds, confirmedAt, version, action } = decision;
  return {
    meetingId,
    text,
    leadDepartmentId,
    supportingDepartmentIds,
    dueOn,
    indicatorIds,
    measureIds,
    confirmed: confirmedAt !== null,
    action: action === null ? null : `${action.year}-${action.number}`,
    version,
  };
}
