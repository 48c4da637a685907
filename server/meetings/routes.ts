import {
  type MeetingStep,
  refuseMeetingPart,
  refuseMeetingStep,
} from '../../shared/meeting-rules.ts';
import {
  callMeeting,
  callOffMeeting,
  changeMeeting,
  closeMeeting,
  endMeeting,
  getMeeting,
  getRunningStage,
  getStage,
  listChairs,
  listMeetings,
  type Meeting,
  saveNotes,
  setStage,
  startMeeting,
  takeInFigures,
} from '../../shared/meetings.ts';
import { Problem } from '../../shared/problems.ts';
import {
  freezeBoard,
  type FrozenBoard,
  insertMoment,
  type MomentFolders,
} from '../dashboard/moment-store.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { type BeforeContext, type Context, type Host, serve } from '../http/serve.ts';
import { publishChange } from '../live/store.ts';
import { findPlanYears } from '../rounds/store.ts';
import { meetingFor, stageOf, summaryOf } from './answer.ts';
import * as commands from './commands.ts';
import { decisionRoutes } from './decision-routes.ts';
import { minutesRoutes } from './minutes-routes.ts';
import { countDecided, findChairs, findMeetings, findRunning, type MeetingRow } from './store.ts';

/** @param folders where the bytes of a frozen board are kept */
export function meetingRoutes(host: Host, folders: MomentFolders): void {
  /** Freezes the board of a meeting, unless the handler is going to refuse. */
  const freezing =
    (step: 'start' | 'takeIn') =>
    async (
      { user, now, transactions }: BeforeContext,
      { params: { meetingId } }: { readonly params: { readonly meetingId: string } },
    ): Promise<{ readonly frozen: FrozenBoard | null }> => {
      const meeting = await transactions.read((db) => commands.requireMeeting(db, meetingId));
      const person = signedIn(user);
      const refusal =
        step === 'start'
          ? refuseMeetingStep('start', meeting, person)
          : refuseMeetingPart('stage', meeting.state, person);
      if (refusal !== null) return { frozen: null };
      const { planId, year } = meeting;
      return { frozen: await freezeBoard({ transactions, now }, folders, planId, year) };
    };

  serve(host, listMeetings, async ({ db, now }, { params: { planId } }) => {
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    const counts = await countDecided(db, planId);
    const meetings = await findMeetings(db, planId);
    return { items: meetings.map((meeting) => summaryOf(meeting, counts, now)) };
  });

  serve(host, listChairs, async ({ db }) => ({ items: await findChairs(db) }));

  serve(host, callMeeting, async (context, { params: { planId }, body }) => {
    const { db, now } = context;
    const user = signedIn(context.user);
    context.note({ target: { type: 'plan', id: planId } });
    const meeting = await commands.callMeeting({ db, user, now }, planId, body);
    context.note({ target: { type: 'meeting', id: meeting.id }, after: audited(meeting) });
    return meetingFor(db, user, meeting, now);
  });

  serve(host, getMeeting, async ({ db, user, now }, { params }) =>
    meetingFor(db, signedIn(user), await commands.requireMeeting(db, params.meetingId), now),
  );

  serve(host, changeMeeting, async (context, { params: { meetingId }, body }) => {
    const { db, now, expectedVersion } = context;
    const user = named(context, meetingId);
    const naming = { id: meetingId, expectedVersion };
    return answer(context, await commands.changeMeeting({ db, user, now }, naming, body));
  });

  for (const [endpoint, step] of [
    [callOffMeeting, 'callOff'],
    [endMeeting, 'end'],
    [closeMeeting, 'close'],
  ] as const) {
    serve(host, endpoint, (context, { params }) => take(context, step, params.meetingId));
  }

  serve(
    host,
    startMeeting,
    async (context, { params }) => {
      const { frozen } = context.prepared;
      return take(context, 'start', params.meetingId, await keep(context, frozen));
    },
    { before: freezing('start') },
  );

  serve(
    host,
    takeInFigures,
    async (context, { params: { meetingId } }) => {
      const { db, now, expectedVersion } = context;
      const user = named(context, meetingId);
      const { momentId = null } = await keep(context, context.prepared.frozen);
      const naming = { id: meetingId, expectedVersion };
      return answer(context, await commands.takeInFigures({ db, user, now }, naming, momentId));
    },
    { before: freezing('takeIn') },
  );

  serve(host, getStage, async ({ db }, { params }) =>
    stageOf(db, await commands.requireMeeting(db, params.meetingId)),
  );

  serve(host, getRunningStage, async ({ db }, { params: { planId } }) => {
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    const running = await findRunning(db, planId);
    return { stage: running === null ? null : await stageOf(db, running) };
  });

  serve(host, setStage, async (context, { params: { meetingId }, body }) => {
    const { db, now } = context;
    const user = named(context, meetingId);
    const meeting = await commands.setStage({ db, user, now }, meetingId, body.slideKey);
    // Which slide the wall showed is no record: a meeting would fill the log with it.
    context.nothingDone();
    await tell(db, meeting);
    return stageOf(db, meeting);
  });

  serve(host, saveNotes, async (context, { params: { meetingId, itemId }, body }) => {
    const { db, now, expectedVersion } = context;
    const user = named(context, meetingId);
    const naming = { id: meetingId, itemId, expectedVersion };
    const version = await commands.saveNotes({ db, user, now }, naming, body.text);
    context.note({
      target: { type: 'meeting', id: meetingId },
      after: { agendaItemId: itemId, notesVersion: version, characters: body.text.length },
    });
    return { version };
  });

  decisionRoutes(host);
  minutesRoutes(host, folders);
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

/** Names the target first, so that a refused attempt is recorded with it. */
function named(context: Context<Writer, unknown>, id: string): Principal {
  context.note({ target: { type: 'meeting', id } });
  return signedIn(context.user);
}

/** The moment of a frozen board; nothing where none was frozen, because the step is refused. */
async function keep(
  { db, user, now }: Context<Writer, unknown>,
  frozen: FrozenBoard | null,
): Promise<{ readonly momentId?: string }> {
  if (frozen === null) return {};
  return { momentId: (await insertMoment(db, signedIn(user), now, frozen)).id };
}

async function take(
  context: Context<Writer, unknown>,
  step: MeetingStep,
  id: string,
  changes: Partial<MeetingRow> = {},
): Promise<Meeting> {
  const { db, now, expectedVersion } = context;
  const user = named(context, id);
  return answer(
    context,
    await commands.takeMeetingStep({ db, user, now }, step, { id, expectedVersion }, changes),
  );
}

/** Every wall and every secretary's screen hears that the meeting is another one. */
function tell(db: Writer, { id, version }: MeetingRow): Promise<void> {
  return publishChange(db, { kind: 'meeting', subject: id, revision: version });
}

async function answer(
  context: Context<Writer, unknown>,
  { before, after }: commands.Changed,
): Promise<Meeting> {
  await tell(context.db, after);
  context.note({
    target: { type: 'meeting', id: after.id },
    before: audited(before),
    after: audited(after),
  });
  return meetingFor(context.db, signedIn(context.user), after, context.now);
}

/** What the audit log says of a meeting. */
function audited({ title, year, heldOn, startsAt, place, state, momentId, version }: MeetingRow) {
  return { title, year, heldOn, startsAt, place, state, momentId, version };
}
