import { can, type Permission, type Role } from './permissions.ts';
import { daysBetween } from './round-rules.ts';

/**
 * The life of a meeting (会议) and of its minutes. `presented`: the minutes lie before the chair;
 * `closed`: the paper is on file and its bytes stay.
 */
export const MEETING_STATES = [
  'planned',
  'calledOff',
  'running',
  'ended',
  'drafted',
  'presented',
  'confirmed',
  'closed',
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_STEPS = [
  'start',
  'callOff',
  'end',
  'draft',
  'present',
  'takeBack',
  'confirm',
  'close',
] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

interface MeetingTransition {
  readonly from: readonly MeetingState[];
  readonly to: MeetingState;
  readonly permission: Permission;
}

export const MEETING_TRANSITIONS = {
  start: { from: ['planned'], to: 'running', permission: 'meetings.manage' },
  callOff: { from: ['planned'], to: 'calledOff', permission: 'meetings.manage' },
  end: { from: ['running'], to: 'ended', permission: 'meetings.manage' },
  /** Written by rules; done again it is written anew, beside the versions before it. */
  draft: { from: ['ended', 'drafted'], to: 'drafted', permission: 'meetings.manage' },
  present: { from: ['drafted'], to: 'presented', permission: 'meetings.manage' },
  takeBack: { from: ['presented'], to: 'drafted', permission: 'meetings.manage' },
  confirm: { from: ['presented'], to: 'confirmed', permission: 'minutes.confirm' },
  close: { from: ['confirmed'], to: 'closed', permission: 'meetings.manage' },
} as const satisfies Record<MeetingStep, MeetingTransition>;

/** What of a meeting is written by hand, and until when it may be. */
export const MEETING_PARTS = [
  'details',
  'attendees',
  'agenda',
  'slides',
  'stage',
  'notes',
  'decisions',
  'minutes',
] as const;
export type MeetingPart = (typeof MEETING_PARTS)[number];

export const OPEN_FOR = {
  details: ['planned', 'running', 'ended', 'drafted'],
  attendees: ['planned', 'running', 'ended', 'drafted'],
  agenda: ['planned', 'running'],
  slides: ['planned', 'running'],
  /** The slide that the wall shows, and the moment that it shows it of. */
  stage: ['running'],
  notes: ['planned', 'running', 'ended', 'drafted'],
  decisions: ['running', 'ended', 'drafted'],
  minutes: ['drafted'],
} as const satisfies Record<MeetingPart, readonly MeetingState[]>;

/** Somebody who acts in a meeting. */
export interface MeetingPerson {
  readonly userId: string;
  readonly roles: readonly Role[];
}

export interface MeetingStanding {
  readonly state: MeetingState;
  /** The account of the chair, who alone confirms the minutes; null: every leader may. */
  readonly chairId: string | null;
}

export type MeetingRefusal = 'forbidden' | 'wrongState';

/**
 * Why a person may not take a step of a meeting now; null: they may.
 * @example refuseMeetingStep('confirm', { state: 'drafted', chairId: null }, leader) // 'wrongState'
 */
export function refuseMeetingStep(
  step: MeetingStep,
  { state, chairId }: MeetingStanding,
  { roles, userId }: MeetingPerson,
): MeetingRefusal | null {
  const { permission, from }: MeetingTransition = MEETING_TRANSITIONS[step];
  if (!can(roles, permission)) return 'forbidden';
  if (step === 'confirm' && chairId !== null && chairId !== userId) return 'forbidden';
  return from.includes(state) ? null : 'wrongState';
}

/** The steps open to a person, in the order of a meeting. */
export function openMeetingSteps(standing: MeetingStanding, person: MeetingPerson): MeetingStep[] {
  return MEETING_STEPS.filter((step) => refuseMeetingStep(step, standing, person) === null);
}

/**
 * Why a person may not write a part of a meeting now; null: they may.
 * @example refuseMeetingPart('agenda', 'ended', reviewer) // 'wrongState'
 */
export function refuseMeetingPart(
  part: MeetingPart,
  state: MeetingState,
  { roles }: Pick<MeetingPerson, 'roles'>,
): MeetingRefusal | null {
  if (!can(roles, 'meetings.manage')) return 'forbidden';
  const open: readonly MeetingState[] = OPEN_FOR[part];
  return open.includes(state) ? null : 'wrongState';
}

/** The parts that a person may write now. */
export function openMeetingParts(
  state: MeetingState,
  person: Pick<MeetingPerson, 'roles'>,
): MeetingPart[] {
  return MEETING_PARTS.filter((part) => refuseMeetingPart(part, state, person) === null);
}

/** Whether the text of the minutes is for everybody who may see the meeting, or still a draft. */
export function minutesAreOut(state: MeetingState): boolean {
  return state === 'confirmed' || state === 'closed';
}

/** Whether a person may read the minutes: a draft is the committee's and the chair's. */
export function maySeeMinutes(
  state: MeetingState,
  { roles }: Pick<MeetingPerson, 'roles'>,
): boolean {
  if (minutesAreOut(state)) return can(roles, 'meetings.see');
  return can(roles, 'meetings.manage') || can(roles, 'minutes.confirm');
}

/** What a decision still lacks before it can be confirmed. */
export type DecisionLack = 'leadDepartmentId' | 'dueOn';

/**
 * A decision is confirmed when it says who answers for it and by when.
 * @example decisionLacks({ leadDepartmentId: 'steb', dueOn: null }) // ['dueOn']
 */
export function decisionLacks({
  leadDepartmentId,
  dueOn,
}: {
  readonly leadDepartmentId: string | null;
  readonly dueOn: string | null;
}): DecisionLack[] {
  return [
    ...(leadDepartmentId === null ? (['leadDepartmentId'] as const) : []),
    ...(dueOn === null ? (['dueOn'] as const) : []),
  ];
}

/** How many days a meeting is away: 0 is today, −3 three days ago. */
export function daysToMeeting(heldOn: string, today: string): number {
  return daysBetween(today, heldOn);
}
