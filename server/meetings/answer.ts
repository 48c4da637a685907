import { urgencyOf } from '../../shared/action-rules.ts';
import {
  daysToMeeting,
  type MeetingPerson,
  openMeetingParts,
  openMeetingSteps,
  refuseMeetingPart,
} from '../../shared/meeting-rules.ts';
import type { Decision, Meeting, MeetingSummary, Stage } from '../../shared/meetings.ts';
import { can } from '../../shared/permissions.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Reader } from '../db/transaction.ts';
import { namesOf } from '../rounds/store.ts';
import { decisionsOf, isAmendable, type StoredDecision } from './decision-store.ts';
import { agendaOf, attendeesOf, countDecided, type MeetingRow, slidesOf } from './store.ts';

const NONE = { decided: 0, open: 0 };

/** A meeting as the list shows it. */
export function summaryOf(
  meeting: MeetingRow,
  counts: Awaited<ReturnType<typeof countDecided>>,
  now: Date,
): MeetingSummary {
  return {
    id: meeting.id,
    planId: meeting.planId,
    number: meeting.number,
    title: meeting.title,
    year: meeting.year,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt,
    place: meeting.place,
    state: meeting.state,
    daysLeft: daysToMeeting(meeting.heldOn, dayInChina(now)),
    ...(counts.get(meeting.id) ?? NONE),
    version: meeting.version,
  };
}

/** A meeting as the one who asks may see it: notes and drafts are the committee's. */
export async function meetingFor(
  db: Reader,
  person: MeetingPerson,
  meeting: MeetingRow,
  now: Date,
): Promise<Meeting> {
  const manages = can(person.roles, 'meetings.manage');
  const decisions = await decisionsOf(db, meeting.id);
  const names = await namesOf(db, [
    meeting.createdBy,
    meeting.startedBy,
    meeting.endedBy,
    meeting.presentedBy,
    meeting.confirmedBy,
    meeting.closedBy,
    ...decisions.map(({ confirmedBy }) => confirmedBy),
  ]);
  const act = actIn(names);
  return {
    ...summaryOf(meeting, await countDecided(db, meeting.planId), now),
    chair: {
      name: meeting.chairName,
      office: meeting.chairOffice,
      userId: meeting.chairId,
    },
    recorder: meeting.recorder,
    attendees: await attendeesOf(db, meeting.id),
    agenda: (await agendaOf(db, meeting.id)).map(
      ({ id, title, slideKey, notes, notesVersion }) => ({
        id,
        title,
        slideKey,
        notes: manages ? notes : null,
        notesVersion,
      }),
    ),
    slides: await slidesOf(db, meeting.id),
    stage: meeting.stage,
    momentId: meeting.momentId,
    decisions: decisions
      .filter(({ confirmedAt }) => manages || confirmedAt !== null)
      .map((decision) => decisionFor(person, meeting, decision, names, now)),
    created: act(meeting.createdBy, meeting.createdAt),
    started: act(meeting.startedBy, meeting.startedAt),
    ended: act(meeting.endedBy, meeting.endedAt),
    presented: act(meeting.presentedBy, meeting.presentedAt),
    confirmed: act(meeting.confirmedBy, meeting.confirmedAt),
    closed: act(meeting.closedBy, meeting.closedAt),
    steps: openMeetingSteps(meeting, person),
    parts: openMeetingParts(meeting.state, person),
  };
}

type Names = ReadonlyMap<string, string>;

const actIn = (names: Names) => (userId: string | null, at: string | null) =>
  userId === null || at === null ? null : { name: names.get(userId) ?? '', at };

/** A decision, with where its action item stands on a day. */
export function decisionFor(
  person: Pick<MeetingPerson, 'roles'>,
  { state }: Pick<MeetingRow, 'state'>,
  decision: StoredDecision,
  names: Names,
  now: Date,
): Decision {
  const { action } = decision;
  return {
    id: decision.id,
    meetingId: decision.meetingId,
    agendaItemId: decision.agendaItemId,
    text: decision.text,
    leadDepartmentId: decision.leadDepartmentId,
    supportingDepartmentIds: decision.supportingDepartmentIds,
    dueOn: decision.dueOn,
    indicatorIds: decision.indicatorIds,
    measureIds: decision.measureIds,
    confirmed: actIn(names)(decision.confirmedBy, decision.confirmedAt),
    action:
      action === null
        ? null
        : {
            year: action.year,
            number: action.number,
            state: action.state,
            dueOn: action.dueOn,
            urgency: urgencyOf(action, dayInChina(now)),
          },
    editable: refuseMeetingPart('decisions', state, person) === null && isAmendable(decision),
    version: decision.version,
  };
}

/** What a wall shows of a meeting. */
export async function stageOf(db: Reader, meeting: MeetingRow): Promise<Stage> {
  return {
    meetingId: meeting.id,
    planId: meeting.planId,
    title: meeting.title,
    year: meeting.year,
    heldOn: meeting.heldOn,
    state: meeting.state,
    slideKey: meeting.stage,
    momentId: meeting.momentId,
    slides: await slidesOf(db, meeting.id),
  };
}
