import { STILL_OPEN, urgencyOf } from '../../shared/action-rules.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { actions } from '../../shared/i18n/zh-CN/actions.ts';
import { meetings } from '../../shared/i18n/zh-CN/meetings.ts';
import { statuses } from '../../shared/i18n/zh-CN/statuses.ts';
import type { MinutesPaperSource } from '../../shared/minutes-paper.ts';
import type { MinutesSource } from '../../shared/minutes-text.ts';
import type { Moment } from '../../shared/moments.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { slideName } from '../../shared/slide-names.ts';
import { findActions } from '../action-items/store.ts';
import { findMoment, readMoment } from '../dashboard/moment-store.ts';
import type { Reader, Transactions } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { findIssuer } from '../rounds/notice-store.ts';
import { requireMeeting } from './commands.ts';
import { decisionsOf } from './decision-store.ts';
import { minutesOf } from './minutes-store.ts';
import { agendaOf, attendeesOf, type MeetingRow } from './store.ts';

interface Frozen {
  readonly moment: Moment;
  readonly board: Dashboard;
}

/** The board that a meeting was held on, of its kept bytes. @throws Problem wrongState, evidenceMissing */
async function frozenBoard(
  transactions: Transactions,
  filesFolder: string,
  { momentId }: MeetingRow,
): Promise<Frozen> {
  const moment = await transactions.read((db) => findMoment(db, momentId ?? ''));
  if (moment === null) throw new Problem('wrongState');
  const bytes = await readMoment(filesFolder, moment);
  return { moment, board: JSON.parse(bytes.toString()) as Dashboard };
}

/** What a draft is made of, and the version of the meeting that it was read at. */
export interface Gathered<T> {
  readonly version: number;
  readonly source: T;
}

/** Reads everything that the first draft of the minutes says. @throws Problem notFound, wrongState */
export async function gatherDraft(
  transactions: Transactions,
  filesFolder: string,
  meetingId: string,
  now: Date,
): Promise<Gathered<MinutesSource>> {
  const meeting = await transactions.read((db) => requireMeeting(db, meetingId));
  const frozen = await frozenBoard(transactions, filesFolder, meeting);
  return transactions.read(async (db) => ({
    version: meeting.version,
    source: await draftSource(db, meeting, frozen, now),
  }));
}

async function draftSource(
  db: Reader,
  meeting: MeetingRow,
  { moment, board }: Frozen,
  now: Date,
): Promise<MinutesSource> {
  const today = dayInChina(now);
  const departments = await findDepartments(db);
  const nameOf = (id: string): string =>
    departments.find((one) => one.id === id)?.shortNameZh ?? id;
  const all = await findActions(db, { planId: meeting.planId });
  const told = all.map((action) => ({ ...action, urgency: urgencyOf(action, today) }));
  const earlier = told.filter(
    ({ meeting: { number }, state }) => number < meeting.number && state !== 'withdrawn',
  );
  const open = earlier.filter(({ state }) => STILL_OPEN.includes(state));
  const speech = { language: 'zh-CN', messages: { actions, meetings, statuses } } as const;
  const decisions = await decisionsOf(db, meeting.id);
  return {
    number: meeting.number,
    title: meeting.title,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt,
    place: meeting.place,
    chair: { name: meeting.chairName, office: meeting.chairOffice },
    board,
    takenAt: moment.takenAt,
    agenda: (await agendaOf(db, meeting.id)).map(({ title, slideKey, notes }) => ({
      name: title ?? slideName(slideKey ?? '', { board, actions: told, speech }),
      slideKey,
      notes,
    })),
    decisions: decisions
      .filter(({ action }) => action !== null && action.state !== 'withdrawn')
      .map(({ text, leadDepartmentId, supportingDepartmentIds, dueOn }) => ({
        text,
        lead: nameOf(leadDepartmentId ?? ''),
        supporting: supportingDepartmentIds.map(nameOf),
        dueOn: dueOn ?? meeting.heldOn,
      })),
    earlier: {
      total: earlier.length,
      closed: earlier.length - open.length,
      open: open.length,
      overdue: open.filter(({ urgency }) => urgency === 'overdue').length,
    },
  };
}

/**
 * Reads what the document of the minutes shows.
 * @param issuedOn the day that it bears
 * @throws Problem notFound while nothing is written, wrongState, evidenceMissing
 */
export async function gatherPaper(
  transactions: Transactions,
  filesFolder: string,
  meetingId: string,
  { issuedOn, draft }: { readonly issuedOn: string; readonly draft: boolean },
): Promise<Gathered<MinutesPaperSource>> {
  const read = await transactions.read(async (db) => {
    const meeting = await requireMeeting(db, meetingId);
    const [latest] = await minutesOf(db, meetingId);
    if (latest === undefined) throw new Problem('notFound');
    const issuer = await findIssuer(db, meeting.planId);
    return { meeting, latest, issuer, attendees: await attendeesOf(db, meetingId) };
  });
  const { meeting, latest, issuer, attendees } = read;
  const { moment, board } = await frozenBoard(transactions, filesFolder, meeting);
  return {
    version: meeting.version,
    source: {
      number: meeting.number,
      title: meeting.title,
      text: latest.text,
      attendees,
      board,
      takenAt: moment.takenAt,
      issuer: issuer?.zh ?? '',
      issuedOn,
      draft,
    },
  };
}
