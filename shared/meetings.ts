import * as z from 'zod/mini';
import { ACTION_STATES, URGENCIES } from './action-rules.ts';
import { slideKey } from './deck.ts';
import { endpoint } from './endpoint.ts';
import { MEETING_PARTS, MEETING_STATES, MEETING_STEPS } from './meeting-rules.ts';
import { DOCX } from './paper.ts';
import { day, id, instant, line, optionalLine, paragraph, text, version, year } from './values.ts';

/** `member` 出席, `observer` 列席. */
export const ATTENDEE_KINDS = ['member', 'observer'] as const;
/** `absent` 请假; `deputised`: somebody came instead, whose name stands beside. */
export const PRESENCES = ['present', 'absent', 'deputised'] as const;
export type Presence = (typeof PRESENCES)[number];

/** An hour of the day in China, `14:30`. */
const hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const attendee = z.object({
  name: z.string(),
  /** What they are there for: 区管委会主任, 科技经济发展局局长. */
  office: z.string(),
  kind: z.enum(ATTENDEE_KINDS),
  presence: z.enum(PRESENCES),
  /** Who came instead; '' unless deputised. */
  deputy: z.string(),
});
export type Attendee = z.output<typeof attendee>;

const typedAttendee = z.strictObject({
  name: line(60),
  office: optionalLine(80),
  kind: z.enum(ATTENDEE_KINDS),
  presence: z.enum(PRESENCES),
  deputy: optionalLine(60),
});

/** An item of the agenda as it is typed: in words, or as the slide that it is about, or both. */
export const typedAgendaItem = z.strictObject({
  /** Keeps the notes of an item that was there before; absent: a new one. */
  id: z.optional(id),
  title: z.nullable(line(200)),
  slideKey: z.nullable(slideKey),
});
export type TypedAgendaItem = z.output<typeof typedAgendaItem>;

export const agendaItem = z.object({
  id: z.string(),
  /** null: it is called after its slide. */
  title: z.nullable(z.string()),
  slideKey: z.nullable(z.string()),
  /** What the secretary wrote down; null: not for the one who asks. */
  notes: z.nullable(z.string()),
  /** The version that the next notes are saved on. */
  notesVersion: version,
});
export type AgendaItem = z.output<typeof agendaItem>;

export const arrangedSlide = z.strictObject({ slideKey, shown: z.boolean() });
export type ArrangedSlide = z.output<typeof arrangedSlide>;

const act = z.nullable(z.object({ name: z.string(), at: instant }));

/** A decision (议定事项) of a meeting; confirmed it lives on as the action item of the same id. */
export const decision = z.object({
  id: z.string(),
  meetingId: z.string(),
  agendaItemId: z.nullable(z.string()),
  text: z.string(),
  /** null: not named yet; then it cannot be confirmed. */
  leadDepartmentId: z.nullable(z.string()),
  supportingDepartmentIds: z.array(z.string()),
  dueOn: z.nullable(day),
  indicatorIds: z.array(z.string()),
  measureIds: z.array(z.string()),
  confirmed: act,
  /** Where its action item stands; null: it is not confirmed. */
  action: z.nullable(
    z.object({
      year: z.int(),
      number: z.int(),
      state: z.enum(ACTION_STATES),
      dueOn: day,
      urgency: z.enum(URGENCIES),
    }),
  ),
  /** Whether its wording may still be mended. */
  editable: z.boolean(),
  version,
});
export type Decision = z.output<typeof decision>;

export const meetingSummary = z.object({
  id: z.string(),
  planId: z.string(),
  /** 1, 2, 3 … within the plan. */
  number: z.int(),
  title: z.string(),
  /** The year whose figures are shown. */
  year: z.int(),
  heldOn: day,
  startsAt: z.nullable(hour),
  place: z.string(),
  state: z.enum(MEETING_STATES),
  /** Days until it: 0 is today, −3 three days ago. As of the server's clock. */
  daysLeft: z.int(),
  /** Confirmed ones, and how many of them are still open. */
  decided: z.int(),
  open: z.int(),
  version,
});
export type MeetingSummary = z.output<typeof meetingSummary>;

export const meeting = z.extend(meetingSummary, {
  chair: z.object({
    name: z.string(),
    office: z.string(),
    /** The account that confirms the minutes; null: that of every leader. */
    userId: z.nullable(z.string()),
  }),
  recorder: z.string(),
  attendees: z.array(attendee),
  agenda: z.array(agendaItem),
  /** In their order, with what is left out; empty: as the deck makes itself. */
  slides: z.array(arrangedSlide),
  /** The slide on the wall; null: none was chosen yet. */
  stage: z.nullable(z.string()),
  /** The frozen moment of the board that it is held on; null: it has not begun. */
  momentId: z.nullable(z.string()),
  /** Drafts of decisions are the committee's alone. */
  decisions: z.array(decision),
  created: act,
  started: act,
  ended: act,
  presented: act,
  confirmed: act,
  closed: act,
  /** What the one who asks may do now, and which parts they may write. */
  steps: z.array(z.enum(MEETING_STEPS)),
  parts: z.array(z.enum(MEETING_PARTS)),
});
export type Meeting = z.output<typeof meeting>;

/** What a wall shows of a meeting; also for displays, so no notes, drafts or names of people. */
export const stage = z.object({
  meetingId: z.string(),
  planId: z.string(),
  title: z.string(),
  year: z.int(),
  heldOn: day,
  state: z.enum(MEETING_STATES),
  slideKey: z.nullable(z.string()),
  momentId: z.nullable(z.string()),
  slides: z.array(arrangedSlide),
});
export type Stage = z.output<typeof stage>;

/** The minutes (会议纪要) as text: one paragraph a line, headed 一、（一） as an office writes. */
export const minutes = z.object({
  /** 1, 2, 3 …: every save is kept. */
  number: z.int(),
  text: z.string(),
  /** Written by rules; false: by hand. */
  generated: z.boolean(),
  saved: z.object({ name: z.string(), at: instant }),
  /** SHA-256, hex, of the document on file; null: the minutes are not confirmed. */
  sha256: z.nullable(z.string()),
  /** The body that issues them; '' where the plan names none. */
  issuer: z.string(),
  /** The day that they bear: that of the chair's confirmation, before it today. */
  issuedOn: day,
  /** The frozen moment of their figures. */
  figuresAsOf: instant,
  /** Earlier ones, latest first. */
  earlier: z.array(
    z.object({
      number: z.int(),
      generated: z.boolean(),
      saved: z.object({ name: z.string(), at: instant }),
    }),
  ),
  /** Of the meeting. */
  version,
});
export type Minutes = z.output<typeof minutes>;

const onePlan = z.strictObject({ planId: id });
const oneMeeting = z.strictObject({ meetingId: id });
const oneDecision = z.strictObject({ decisionId: id });

export const listMeetings = endpoint({
  operationId: 'listMeetings',
  method: 'GET',
  path: '/api/plans/{planId}/meetings',
  summary: 'The meetings of a plan, latest first',
  access: 'meetings.see',
  params: onePlan,
  response: z.object({ items: z.array(meetingSummary) }),
});

const details = {
  title: line(80),
  /** The year whose figures are shown. */
  year,
  heldOn: day,
  startsAt: z.nullable(hour),
  place: optionalLine(80),
  chair: z.strictObject({
    name: optionalLine(60),
    office: optionalLine(80),
    userId: z.nullable(id),
  }),
  recorder: optionalLine(60),
} as const;
const parts = {
  attendees: z.array(typedAttendee).check(z.maxLength(100)),
  agenda: z.array(typedAgendaItem).check(z.maxLength(60)),
  slides: z.array(arrangedSlide).check(z.maxLength(200)),
} as const;

export const newMeeting = z.strictObject({
  ...details,
  attendees: z.optional(parts.attendees),
  agenda: z.optional(parts.agenda),
});
export type NewMeeting = z.output<typeof newMeeting>;

export const callMeeting = endpoint({
  operationId: 'callMeeting',
  method: 'POST',
  path: '/api/plans/{planId}/meetings',
  summary: 'Call a meeting of the leading group',
  access: 'meetings.manage',
  params: onePlan,
  body: newMeeting,
  response: meeting,
  status: 201,
});

export const listChairs = endpoint({
  operationId: 'listChairs',
  method: 'GET',
  path: '/api/meetings/chairs',
  summary: 'The accounts that may confirm minutes as the chair',
  access: 'meetings.manage',
  response: z.object({ items: z.array(z.object({ userId: z.string(), name: z.string() })) }),
});

export const getMeeting = endpoint({
  operationId: 'getMeeting',
  method: 'GET',
  path: '/api/meetings/{meetingId}',
  summary: 'A meeting with its agenda, attendees and decisions',
  access: 'meetings.see',
  params: oneMeeting,
  response: meeting,
});

export const meetingChanges = z.strictObject(
  z.partial(z.strictObject({ ...details, ...parts })).shape,
);
export type MeetingChanges = z.output<typeof meetingChanges>;

export const changeMeeting = endpoint({
  operationId: 'changeMeeting',
  method: 'PATCH',
  path: '/api/meetings/{meetingId}',
  summary: 'Change what a meeting says of itself, its attendees, agenda or slides',
  access: 'meetings.manage',
  params: oneMeeting,
  body: meetingChanges,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const startMeeting = endpoint({
  operationId: 'startMeeting',
  method: 'POST',
  path: '/api/meetings/{meetingId}/start',
  summary: 'Begin a meeting: the board of its year is frozen at this moment',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState', 'conflict'],
});

export const takeInFigures = endpoint({
  operationId: 'takeInFigures',
  method: 'POST',
  path: '/api/meetings/{meetingId}/moment',
  summary: 'Take the figures in that were approved since the meeting began, all at once',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const callOffMeeting = endpoint({
  operationId: 'callOffMeeting',
  method: 'POST',
  path: '/api/meetings/{meetingId}/call-off',
  summary: 'Call a planned meeting off',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const endMeeting = endpoint({
  operationId: 'endMeeting',
  method: 'POST',
  path: '/api/meetings/{meetingId}/end',
  summary: 'End a running meeting',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const getStage = endpoint({
  operationId: 'getStage',
  method: 'GET',
  path: '/api/meetings/{meetingId}/stage',
  summary: 'What the wall shows of a meeting now',
  access: 'signedIn',
  params: oneMeeting,
  response: stage,
});

export const getRunningStage = endpoint({
  operationId: 'getRunningStage',
  method: 'GET',
  path: '/api/plans/{planId}/stage',
  summary: 'The meeting of a plan that is running, for a wall; null: none is',
  access: 'signedIn',
  params: onePlan,
  response: z.object({ stage: z.nullable(stage) }),
});

export const setStage = endpoint({
  operationId: 'setStage',
  method: 'PUT',
  path: '/api/meetings/{meetingId}/stage',
  summary: 'Move the wall to a slide; the last press counts',
  access: 'meetings.manage',
  params: oneMeeting,
  body: z.strictObject({ slideKey }),
  response: stage,
  problems: ['wrongState'],
});

export const saveNotes = endpoint({
  operationId: 'saveNotes',
  method: 'PUT',
  path: '/api/meetings/{meetingId}/agenda/{itemId}/notes',
  summary: 'Save the notes of an agenda item',
  access: 'meetings.manage',
  params: z.strictObject({ meetingId: id, itemId: id }),
  body: z.strictObject({ text: text(8000) }),
  response: z.object({ version }),
  versioned: true,
  problems: ['wrongState'],
});

const decided = {
  text: paragraph(1000),
  agendaItemId: z.nullable(id),
  leadDepartmentId: z.nullable(id),
  supportingDepartmentIds: z.array(id).check(z.maxLength(30)),
  dueOn: z.nullable(day),
  indicatorIds: z.array(id).check(z.maxLength(60)),
  measureIds: z.array(id).check(z.maxLength(60)),
} as const;
export const newDecision = z.strictObject(decided);
export type NewDecision = z.output<typeof newDecision>;

export const addDecision = endpoint({
  operationId: 'addDecision',
  method: 'POST',
  path: '/api/meetings/{meetingId}/decisions',
  summary: 'Take a decision down as a draft',
  access: 'meetings.manage',
  params: oneMeeting,
  body: newDecision,
  response: decision,
  status: 201,
  problems: ['wrongState'],
});

export const decisionChanges = z.strictObject(z.partial(newDecision).shape);
export type DecisionChanges = z.output<typeof decisionChanges>;

export const changeDecision = endpoint({
  operationId: 'changeDecision',
  method: 'PATCH',
  path: '/api/decisions/{decisionId}',
  summary: 'Mend a decision, confirmed or not, while no department has signed for it',
  access: 'meetings.manage',
  params: oneDecision,
  body: decisionChanges,
  response: decision,
  versioned: true,
  problems: ['wrongState'],
});

export const dropDecision = endpoint({
  operationId: 'dropDecision',
  method: 'DELETE',
  path: '/api/decisions/{decisionId}',
  summary: 'Drop the draft of a decision',
  access: 'meetings.manage',
  params: oneDecision,
  versioned: true,
  problems: ['wrongState'],
});

export const confirmDecision = endpoint({
  operationId: 'confirmDecision',
  method: 'POST',
  path: '/api/decisions/{decisionId}/confirm',
  summary: 'Confirm a decision: it appears on the wall and goes to its departments',
  access: 'meetings.manage',
  params: oneDecision,
  response: decision,
  versioned: true,
  problems: ['wrongState'],
});

export const getMinutes = endpoint({
  operationId: 'getMinutes',
  method: 'GET',
  path: '/api/meetings/{meetingId}/minutes',
  summary: 'The minutes as text; a draft is for the committee and the chair alone',
  access: 'meetings.see',
  params: oneMeeting,
  response: minutes,
});

export const draftMinutes = endpoint({
  operationId: 'draftMinutes',
  method: 'POST',
  path: '/api/meetings/{meetingId}/minutes/draft',
  summary: 'Write the minutes by rules, beside whatever was written before',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState', 'evidenceMissing'],
});

export const saveMinutes = endpoint({
  operationId: 'saveMinutes',
  method: 'PUT',
  path: '/api/meetings/{meetingId}/minutes',
  summary: 'Save the text of the minutes as a new version; If-Match names that of the meeting',
  access: 'meetings.manage',
  params: oneMeeting,
  body: z.strictObject({ text: text(60_000) }),
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const presentMinutes = endpoint({
  operationId: 'presentMinutes',
  method: 'POST',
  path: '/api/meetings/{meetingId}/minutes/present',
  summary: 'Lay the minutes before the chair (送签)',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const takeBackMinutes = endpoint({
  operationId: 'takeBackMinutes',
  method: 'POST',
  path: '/api/meetings/{meetingId}/minutes/take-back',
  summary: 'Take the minutes back from the chair to mend them',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});

export const confirmMinutes = endpoint({
  operationId: 'confirmMinutes',
  method: 'POST',
  path: '/api/meetings/{meetingId}/minutes/confirm',
  summary: 'The chair confirms the minutes: their document is kept, byte for byte',
  access: 'minutes.confirm',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState', 'evidenceMissing', 'busy'],
});

export const takeMinutes = endpoint({
  operationId: 'takeMinutes',
  method: 'GET',
  path: '/api/meetings/{meetingId}/minutes/document',
  summary: 'The minutes as a Word document: the one on file, or a draft that says it is one',
  access: 'meetings.see',
  params: oneMeeting,
  file: [DOCX],
  recorded: true,
  problems: ['wrongState', 'evidenceMissing', 'busy'],
});

export const closeMeeting = endpoint({
  operationId: 'closeMeeting',
  method: 'POST',
  path: '/api/meetings/{meetingId}/close',
  summary: 'Close the file of a meeting whose minutes are confirmed',
  access: 'meetings.manage',
  params: oneMeeting,
  response: meeting,
  versioned: true,
  problems: ['wrongState'],
});
