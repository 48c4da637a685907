import {
  maySeeMinutes,
  minutesAreOut,
  refuseMeetingPart,
  refuseMeetingStep,
} from '../../shared/meeting-rules.ts';
import {
  confirmMinutes,
  draftMinutes,
  getMinutes,
  type Meeting,
  presentMinutes,
  saveMinutes,
  takeBackMinutes,
  takeMinutes,
} from '../../shared/meetings.ts';
import { minutes as words } from '../../shared/i18n/zh-CN/minutes.ts';
import { minutesPaper } from '../../shared/minutes-paper.ts';
import { draftText } from '../../shared/minutes-text.ts';
import { DOCX } from '../../shared/paper.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { findMoment } from '../dashboard/moment-store.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { keepBytes, openWhole } from '../files/keep.ts';
import type { Principal } from '../http/principal.ts';
import { type BeforeContext, type Context, Download, type Host, serve } from '../http/serve.ts';
import { publishChange } from '../live/store.ts';
import { findIssuer } from '../rounds/notice-store.ts';
import { writePaper } from '../paper/workshop.ts';
import { meetingFor } from './answer.ts';
import * as commands from './commands.ts';
import { gatherDraft, gatherPaper } from './minutes.ts';
import { insertDocument, insertMinutes, minutesOf, sizeOf } from './minutes-store.ts';
import { type MeetingRow, updateMeeting } from './store.ts';

interface OfMeeting {
  readonly params: { readonly meetingId: string };
}

/** @param folders where the bytes of a document are kept */
export function minutesRoutes(
  host: Host,
  folders: { readonly files: string; readonly tmp: string },
): void {
  serve(host, getMinutes, async ({ db, user, now }, { params: { meetingId } }) => {
    const meeting = await requireReadable(db, signedIn(user), meetingId);
    const [latest, ...earlier] = await minutesOf(db, meetingId);
    if (latest === undefined) throw new Problem('notFound');
    const issuer = await findIssuer(db, meeting.planId);
    const moment = await findMoment(db, meeting.momentId ?? '');
    if (moment === null) throw new Problem('wrongState');
    const { confirmedAt } = meeting;
    const saved = (row: typeof latest) => ({ name: row.savedByName, at: row.savedAt });
    return {
      number: latest.number,
      text: latest.text,
      generated: latest.generated === 1,
      saved: saved(latest),
      sha256: meeting.documentSha256,
      issuer: issuer?.zh ?? '',
      issuedOn: dayInChina(confirmedAt === null ? now : new Date(confirmedAt)),
      figuresAsOf: moment.takenAt,
      earlier: earlier.map((row) => ({
        number: row.number,
        generated: row.generated === 1,
        saved: saved(row),
      })),
      version: meeting.version,
    };
  });

  serve(
    host,
    draftMinutes,
    async (context, { params: { meetingId } }) => {
      const acting = note(context, meetingId);
      const { gathered } = context.prepared;
      const naming = { id: meetingId, expectedVersion: context.expectedVersion };
      const changed = await commands.takeMeetingStep(acting, 'draft', naming);
      requireSame(gathered?.version, changed.before);
      if (gathered !== null) await keep(context, meetingId, draftText(gathered.source), true);
      return answer(context, changed);
    },
    {
      async before({ transactions, user, now }: BeforeContext, { params }: OfMeeting) {
        const meeting = await transactions.read((db) =>
          commands.requireMeeting(db, params.meetingId),
        );
        // What is going to be refused is not gathered.
        if (refuseMeetingStep('draft', meeting, signedIn(user)) !== null) return { gathered: null };
        return {
          gathered: await gatherDraft(transactions, folders.files, params.meetingId, now),
        };
      },
    },
  );

  serve(host, saveMinutes, async (context, { params: { meetingId }, body }) => {
    const { db, user } = note(context, meetingId);
    const before = await commands.requireMeeting(db, meetingId);
    const naming = { id: meetingId, expectedVersion: context.expectedVersion };
    commands.requireAllowed([refuseMeetingPart('minutes', before.state, user)], before, naming);
    const after = { ...before, version: before.version + 1 };
    await updateMeeting(db, after);
    await keep(context, meetingId, body.text, false);
    return answer(context, { before, after });
  });

  for (const [endpoint, step] of [
    [presentMinutes, 'present'],
    [takeBackMinutes, 'takeBack'],
  ] as const) {
    serve(host, endpoint, async (context, { params: { meetingId } }) => {
      const acting = note(context, meetingId);
      const naming = { id: meetingId, expectedVersion: context.expectedVersion };
      return answer(context, await commands.takeMeetingStep(acting, step, naming));
    });
  }

  serve(
    host,
    confirmMinutes,
    async (context, { params: { meetingId } }) => {
      const acting = note(context, meetingId);
      const { document } = context.prepared;
      const naming = { id: meetingId, expectedVersion: context.expectedVersion };
      const documentSha256 = document?.kept.sha256 ?? null;
      if (document !== null) {
        await insertDocument(context.db, document.kept, DOCX, context.now.toISOString());
      }
      const changed = await commands.takeMeetingStep(acting, 'confirm', naming, {
        documentSha256,
      });
      requireSame(document?.version, changed.before);
      return answer(context, changed);
    },
    {
      async before({ transactions, user, now }: BeforeContext, { params }: OfMeeting) {
        const meeting = await transactions.read((db) =>
          commands.requireMeeting(db, params.meetingId),
        );
        if (refuseMeetingStep('confirm', meeting, signedIn(user)) !== null) {
          return { document: null };
        }
        const { version, source } = await gatherPaper(
          transactions,
          folders.files,
          params.meetingId,
          { issuedOn: dayInChina(now), draft: false },
        );
        const bytes = await writePaper(minutesPaper(source));
        return { document: { version, kept: await keepBytes(folders, bytes) } };
      },
    },
  );

  serve(
    host,
    takeMinutes,
    async ({ prepared: { bytes, name, sha256 }, note: say }, { params: { meetingId } }) => {
      say({ target: { type: 'meeting', id: meetingId }, after: { sha256 } });
      return new Download(bytes, DOCX, `${name}.docx`, bytes.length);
    },
    {
      async before({ transactions, user, now }: BeforeContext, { params }: OfMeeting) {
        const meeting = await transactions.read((db) =>
          requireReadable(db, signedIn(user), params.meetingId),
        );
        const title = `${words.masthead(meeting.title)}${words.number(meeting.number)}`;
        const { documentSha256: sha256 } = meeting;
        if (sha256 !== null && minutesAreOut(meeting.state)) {
          const size = await transactions.read((db) => sizeOf(db, sha256));
          const file = await openWhole(folders.files, { sha256, size });
          if (file === null) throw new Problem('evidenceMissing');
          try {
            return { bytes: await file.readFile(), name: title, sha256 };
          } finally {
            await file.close();
          }
        }
        const { source } = await gatherPaper(transactions, folders.files, params.meetingId, {
          issuedOn: dayInChina(now),
          draft: true,
        });
        const bytes = await writePaper(minutesPaper(source));
        return { bytes, name: `${title}${words.draft}`, sha256: null };
      },
    },
  );
}

/** @throws Problem notFound for minutes that are somebody else's draft */
async function requireReadable(db: Reader, user: Principal, id: string): Promise<MeetingRow> {
  const meeting = await commands.requireMeeting(db, id);
  if (!maySeeMinutes(meeting.state, user)) throw new Problem('notFound');
  return meeting;
}

/** What was gathered before the transaction must be of the meeting that it changes. */
function requireSame(gathered: number | undefined, { version }: MeetingRow): void {
  if (gathered === version) return;
  throw new Problem('staleVersion', { currentVersion: version });
}

async function keep(
  { db, user, now }: Context<Writer, unknown>,
  meetingId: string,
  text: string,
  generated: boolean,
): Promise<void> {
  const { userId, name } = signedIn(user);
  await insertMinutes(db, meetingId, { text, generated }, { userId, name, at: now.toISOString() });
}

function signedIn<T>(user: T | null): T {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

/** Names the target first, so that a refused attempt is recorded with it. */
function note(context: Context<Writer, unknown>, id: string): commands.Acting {
  context.note({ target: { type: 'meeting', id } });
  return { db: context.db, user: signedIn(context.user), now: context.now };
}

async function answer(
  context: Context<Writer, unknown>,
  { before, after }: commands.Changed,
): Promise<Meeting> {
  context.note({
    target: { type: 'meeting', id: after.id },
    before: { state: before.state, version: before.version },
    after: { state: after.state, version: after.version, documentSha256: after.documentSha256 },
  });
  const { db, user, now } = context;
  await publishChange(db, { kind: 'meeting', subject: after.id, revision: after.version });
  return meetingFor(db, signedIn(user), after, now);
}
