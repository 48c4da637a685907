import { randomUUID } from 'node:crypto';
import {
  MEETING_TRANSITIONS,
  type MeetingPart,
  type MeetingRefusal,
  type MeetingStep,
  refuseMeetingPart,
  refuseMeetingStep,
} from '../../shared/meeting-rules.ts';
import type {
  ArrangedSlide,
  Attendee,
  MeetingChanges,
  NewMeeting,
  TypedAgendaItem,
} from '../../shared/meetings.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { findPlanYears } from '../rounds/store.ts';
import {
  agendaOf,
  type AgendaRow,
  findChairs,
  findMeeting,
  findRunning,
  insertMeeting,
  type MeetingRow,
  moveStage,
  nextMeetingNumber,
  replaceAgenda,
  replaceAttendees,
  replaceSlides,
  updateMeeting,
  updateNotes,
} from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** The meeting that a change names, as long as nobody changed it since. */
export interface Naming {
  readonly id: string;
  readonly expectedVersion: number;
}

/** A meeting before and after. */
export interface Changed {
  readonly before: MeetingRow;
  readonly after: MeetingRow;
}

/** @throws Problem notFound */
export async function requireMeeting(db: Reader, id: string): Promise<MeetingRow> {
  const meeting = await findMeeting(db, id);
  if (meeting === null) throw new Problem('notFound');
  return meeting;
}

/** Calls a meeting. @throws Problem notFound without such a plan, invalid */
export async function callMeeting(
  { db, user, now }: Acting,
  planId: string,
  { attendees = [], agenda = [], chair, ...typed }: NewMeeting,
): Promise<MeetingRow> {
  const meeting: MeetingRow = {
    id: randomUUID(),
    planId,
    number: await nextMeetingNumber(db, planId),
    ...typed,
    chairName: chair.name,
    chairOffice: chair.office,
    chairId: chair.userId,
    state: 'planned',
    stage: null,
    momentId: null,
    documentSha256: null,
    createdBy: user.userId,
    createdAt: now.toISOString(),
    startedBy: null,
    startedAt: null,
    endedBy: null,
    endedAt: null,
    presentedBy: null,
    presentedAt: null,
    confirmedBy: null,
    confirmedAt: null,
    closedBy: null,
    closedAt: null,
    version: 1,
  };
  refuse([
    ...(await refuseDetails(db, meeting, null, now)),
    ...refuseAttendees(attendees),
    ...refuseAgenda(agenda, []),
  ]);
  await insertMeeting(db, meeting);
  await replaceAttendees(db, meeting.id, attendees.map(attendeeOf));
  await replaceAgenda(db, meeting.id, agendaRows(meeting.id, agenda, []));
  return meeting;
}

/**
 * Changes what a meeting says of itself, its attendees, agenda or slides.
 * @throws Problem notFound, forbidden, staleVersion, wrongState for a part that is not open, invalid
 */
export async function changeMeeting(
  { db, user, now }: Acting,
  naming: Naming,
  { attendees, agenda, slides, chair, ...details }: MeetingChanges,
): Promise<Changed> {
  const before = await requireMeeting(db, naming.id);
  const touched: readonly (readonly [MeetingPart, boolean])[] = [
    ['details', chair !== undefined || Object.keys(details).length > 0],
    ['attendees', attendees !== undefined],
    ['agenda', agenda !== undefined],
    ['slides', slides !== undefined],
  ];
  const refusals = touched
    .filter(([, is]) => is)
    .map(([part]) => refuseMeetingPart(part, before.state, user));
  requireAllowed(refusals, before, naming);
  const { title = before.title, year = before.year, heldOn = before.heldOn } = details;
  const { startsAt = before.startsAt, place = before.place, recorder = before.recorder } = details;
  const after: MeetingRow = {
    ...before,
    title,
    year,
    heldOn,
    startsAt,
    place,
    recorder,
    ...(chair === undefined
      ? {}
      : { chairName: chair.name, chairOffice: chair.office, chairId: chair.userId }),
    version: before.version + 1,
  };
  const standing = await agendaOf(db, before.id);
  refuse([
    ...(await refuseDetails(db, after, before, now)),
    ...refuseAttendees(attendees ?? []),
    ...refuseAgenda(agenda ?? [], standing),
    ...(agenda === undefined ? [] : refuseStriking(agenda, standing)),
    ...refuseSlides(slides ?? []),
  ]);
  await updateMeeting(db, after);
  if (attendees !== undefined) await replaceAttendees(db, before.id, attendees.map(attendeeOf));
  if (agenda !== undefined) {
    await replaceAgenda(db, before.id, agendaRows(before.id, agenda, standing));
  }
  if (slides !== undefined) await replaceSlides(db, before.id, slides);
  return { before, after };
}

/**
 * Takes a step of a meeting.
 * @param changes what the step writes beside the state
 * @throws Problem notFound, forbidden, staleVersion, wrongState; conflict when another meeting of the
 * plan runs
 */
export async function takeMeetingStep(
  { db, user, now }: Acting,
  step: MeetingStep,
  naming: Naming,
  changes: Partial<MeetingRow> = {},
): Promise<Changed> {
  const before = await requireMeeting(db, naming.id);
  requireAllowed([refuseMeetingStep(step, before, user)], before, naming);
  if (step === 'start' && (await findRunning(db, before.planId)) !== null) {
    throw new Problem('conflict');
  }
  const after: MeetingRow = {
    ...before,
    ...actOf(step, user.userId, now.toISOString()),
    ...changes,
    state: MEETING_TRANSITIONS[step].to,
    version: before.version + 1,
  };
  await updateMeeting(db, after);
  return { before, after };
}

function actOf(step: MeetingStep, by: string, at: string): Partial<MeetingRow> {
  switch (step) {
    case 'start':
      return { startedBy: by, startedAt: at };
    case 'end':
      return { endedBy: by, endedAt: at };
    case 'present':
      return { presentedBy: by, presentedAt: at };
    case 'takeBack':
      return { presentedBy: null, presentedAt: null };
    case 'confirm':
      return { confirmedBy: by, confirmedAt: at };
    case 'close':
      return { closedBy: by, closedAt: at };
    case 'callOff':
    case 'draft':
      return {};
  }
}

/**
 * Shows newer figures from now on.
 * @param momentId of the board as it is now; null: it was not frozen
 * @throws Problem notFound, forbidden, staleVersion, wrongState
 */
export async function takeInFigures(
  { db, user }: Acting,
  naming: Naming,
  momentId: string | null,
): Promise<Changed> {
  const before = await requireMeeting(db, naming.id);
  requireAllowed([refuseMeetingPart('stage', before.state, user)], before, naming);
  // It began to run after the board would have been frozen.
  if (momentId === null) throw new Problem('wrongState');
  const after = { ...before, momentId, version: before.version + 1 };
  await updateMeeting(db, after);
  return { before, after };
}

/**
 * Moves the wall to a slide. The last press counts.
 * @throws Problem notFound, forbidden, wrongState
 */
export async function setStage(
  { db, user }: Acting,
  id: string,
  slideKey: string,
): Promise<MeetingRow> {
  const meeting = await requireMeeting(db, id);
  const refusal = refuseMeetingPart('stage', meeting.state, user);
  if (refusal !== null) throw new Problem(refusal);
  await moveStage(db, id, slideKey);
  return { ...meeting, stage: slideKey };
}

/**
 * Saves the notes of an agenda item, on its own version: nobody else's work on the meeting is
 * touched by it.
 * @returns the version after it
 * @throws Problem notFound, forbidden, staleVersion, wrongState
 */
export async function saveNotes(
  { db, user }: Acting,
  { id, itemId, expectedVersion }: Naming & { readonly itemId: string },
  notes: string,
): Promise<number> {
  const meeting = await requireMeeting(db, id);
  const item = (await agendaOf(db, id)).find((one) => one.id === itemId);
  if (item === undefined) throw new Problem('notFound');
  const refusal = refuseMeetingPart('notes', meeting.state, user);
  requireAllowed([refusal], { version: item.notesVersion }, { id, expectedVersion });
  const version = item.notesVersion + 1;
  await updateNotes(db, itemId, notes, version);
  return version;
}

/** Forbidden before stale before wrong state: a stranger learns nothing. */
export function requireAllowed(
  refusals: readonly (MeetingRefusal | null)[],
  { version }: { readonly version: number },
  { expectedVersion }: Naming,
): void {
  if (refusals.includes('forbidden')) throw new Problem('forbidden');
  if (version !== expectedVersion) throw new Problem('staleVersion', { currentVersion: version });
  if (refusals.includes('wrongState')) throw new Problem('wrongState');
}

type FieldIssue = Omit<Issue, 'in'>;

export function refuse(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw Problem.fields(...issues);
}

/**
 * What has changed must fit: the year the plan, the account of the chair a leader's.
 * @throws Problem notFound without such a plan
 */
async function refuseDetails(
  db: Reader,
  { planId, year, chairId }: MeetingRow,
  before: MeetingRow | null,
  now: Date,
): Promise<FieldIssue[]> {
  const plan = await findPlanYears(db, planId);
  if (plan === null) throw new Problem('notFound');
  const named = chairId !== null && chairId !== before?.chairId;
  const known = !named || (await findChairs(db)).some(({ userId }) => userId === chairId);
  return [
    ...(year === before?.year ? [] : refuseReadingYear(plan, year, now)),
    ...(known ? [] : [{ pointer: '/chair/userId', code: 'unknownReference' as const }]),
  ];
}

/** A deputy stands where somebody is deputised, and nowhere else. */
const attendeeOf = ({ deputy, ...attendee }: Attendee): Attendee => ({
  ...attendee,
  deputy: attendee.presence === 'deputised' ? deputy : '',
});

function refuseAttendees(attendees: readonly Attendee[]): FieldIssue[] {
  return attendees.flatMap(({ presence, deputy }, at) =>
    presence === 'deputised' && deputy === ''
      ? [{ pointer: `/attendees/${at}/deputy`, code: 'required' as const }]
      : [],
  );
}

function refuseAgenda(
  items: readonly TypedAgendaItem[],
  standing: readonly AgendaRow[],
): FieldIssue[] {
  const known = new Set(standing.map(({ id }) => id));
  return items.flatMap(({ id, title, slideKey }, at): FieldIssue[] => {
    const twice = items.findIndex((one) => one.id === id) !== at;
    if (id !== undefined && (twice || !known.has(id))) {
      return [{ pointer: `/agenda/${at}/id`, code: 'unknownReference' }];
    }
    if (title !== null || slideKey !== null) return [];
    return [{ pointer: `/agenda/${at}/title`, code: 'required' }];
  });
}

/** What was written down is not struck with its item, least of all by somebody who has not seen it. */
function refuseStriking(
  items: readonly TypedAgendaItem[],
  standing: readonly AgendaRow[],
): FieldIssue[] {
  const staying = new Set(items.map(({ id }) => id));
  return standing.some(({ id, notes }) => notes !== '' && !staying.has(id))
    ? [{ pointer: '/agenda', code: 'notesWritten' }]
    : [];
}

function refuseSlides(slides: readonly ArrangedSlide[]): FieldIssue[] {
  return slides.flatMap(({ slideKey }, at) =>
    slides.findIndex((one) => one.slideKey === slideKey) === at
      ? []
      : [{ pointer: `/slides/${at}/slideKey`, code: 'taken' as const }],
  );
}

function agendaRows(
  meetingId: string,
  items: readonly TypedAgendaItem[],
  standing: readonly AgendaRow[],
): AgendaRow[] {
  return items.map(({ id, title, slideKey }, position) => {
    const before = standing.find((one) => one.id === id);
    return {
      id: before?.id ?? randomUUID(),
      meetingId,
      position,
      title,
      slideKey,
      notes: before?.notes ?? '',
      notesVersion: before?.notesVersion ?? 1,
    };
  });
}
