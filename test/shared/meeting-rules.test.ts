import { describe, expect, it, test } from 'vitest';
import {
  decisionLacks,
  maySeeMinutes,
  MEETING_PARTS,
  MEETING_STATES,
  MEETING_STEPS,
  MEETING_TRANSITIONS,
  type MeetingPart,
  type MeetingState,
  type MeetingStep,
  openMeetingParts,
  refuseMeetingPart,
  refuseMeetingStep,
} from '../../shared/meeting-rules.ts';
import { ROLES, type Role } from '../../shared/permissions.ts';

/** Whose account the meeting names as its chair: nobody's, the one who tries, another's. */
const CHAIRS = [null, 'me', 'she'] as const;
type Chair = (typeof CHAIRS)[number];

interface Allowed {
  readonly step: MeetingStep;
  readonly role: Role;
  readonly from: readonly MeetingState[];
  readonly chairs: readonly Chair[];
  readonly why: string;
}
/** Everything that is allowed; whatever is not in this list must be refused. */
const ALLOWED: readonly Allowed[] = [
  ...(
    [
      ['start', ['planned'], 'the committee begins what it called'],
      ['callOff', ['planned'], 'what has begun is held to its end'],
      ['end', ['running'], 'the committee ends it'],
      ['draft', ['ended', 'drafted'], 'the minutes follow the meeting, and may be written anew'],
      ['present', ['drafted'], 'a draft is laid before the chair'],
      ['takeBack', ['presented'], 'until the chair confirms, it is taken back to be mended'],
      ['close', ['confirmed'], 'the file is closed when the chair has confirmed'],
    ] as const
  ).map(([step, from, why]) => ({ step, from, why, role: 'reviewer' as const, chairs: CHAIRS })),
  {
    step: 'confirm',
    role: 'leader',
    from: ['presented'],
    chairs: [null, 'me'],
    why: 'the chair confirms; without an account of the chair any leader does',
  },
];

const WAYS = MEETING_STEPS.flatMap((step) =>
  ROLES.flatMap((role) =>
    MEETING_STATES.flatMap((state) => CHAIRS.map((chairId) => ({ step, role, state, chairId }))),
  ),
);

describe('step × role × state × chair', () => {
  test('every combination, open exactly where the list says so', () => {
    expect(WAYS).toHaveLength(8 * 8 * 8 * 3);
    const wrong = WAYS.filter(({ step, role, state, chairId }) => {
      const listed = ALLOWED.some(
        (one) =>
          one.step === step &&
          one.role === role &&
          one.from.includes(state) &&
          one.chairs.includes(chairId),
      );
      const refusal = refuseMeetingStep(step, { state, chairId }, { userId: 'me', roles: [role] });
      return (refusal === null) !== listed;
    });
    expect(wrong).toEqual([]);
  });

  it('who may not take a step learns nothing of the state', () => {
    const told = MEETING_STATES.map((state) =>
      refuseMeetingStep('confirm', { state, chairId: 'she' }, { userId: 'me', roles: ['leader'] }),
    );
    expect(new Set(told)).toEqual(new Set(['forbidden']));
  });

  it('nothing leads back from what the chair confirmed, and nothing on from what is closed', () => {
    const all = { userId: 'me', roles: ROLES };
    const open = (state: MeetingState) =>
      MEETING_STEPS.filter(
        (step) => refuseMeetingStep(step, { state, chairId: null }, all) === null,
      );
    expect(open('confirmed')).toEqual(['close']);
    expect(open('closed')).toEqual([]);
    expect(open('calledOff')).toEqual([]);
  });

  it('every state is reached from a planned meeting', () => {
    const reached = new Set<MeetingState>(['planned']);
    for (const _round of MEETING_STATES) {
      for (const { from, to } of Object.values(MEETING_TRANSITIONS)) {
        if (from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...MEETING_STATES].sort());
  });
});

describe('what is written by hand', () => {
  test.each<[MeetingPart, readonly MeetingState[], string]>([
    ['details', ['planned', 'running', 'ended', 'drafted'], 'until the minutes go to the chair'],
    ['attendees', ['planned', 'running', 'ended', 'drafted'], 'who came is known at the door'],
    ['agenda', ['planned', 'running'], 'what was not on it before its end was not on it'],
    ['slides', ['planned', 'running'], 'as the agenda'],
    ['stage', ['running'], 'the wall shows a meeting that runs'],
    ['notes', ['planned', 'running', 'ended', 'drafted'], 'notes are filled in after the meeting'],
    ['decisions', ['running', 'ended', 'drafted'], 'nothing is decided before it begins'],
    ['minutes', ['drafted'], 'what lies before the chair does not move'],
  ])('%s: in %o (%s)', (part, states) => {
    const open = ROLES.flatMap((role) =>
      MEETING_STATES.filter(
        (state) => refuseMeetingPart(part, state, { roles: [role] }) === null,
      ).map((state) => `${role} ${state}`),
    );
    expect(open.sort()).toEqual(states.map((state) => `reviewer ${state}`).sort());
  });

  it('is nothing for those who do not run meetings', () => {
    const others = ROLES.filter((role) => role !== 'reviewer');
    const open = MEETING_STATES.flatMap((state) => openMeetingParts(state, { roles: others }));
    expect(open).toEqual([]);
    expect(openMeetingParts('drafted', { roles: ['reviewer'] })).toHaveLength(
      MEETING_PARTS.length - 3,
    );
  });
});

describe('reading the minutes', () => {
  test.each<[MeetingState, readonly Role[], string]>([
    ['drafted', ['reviewer', 'leader'], 'a draft is the committee’s and the leading group’s'],
    ['presented', ['reviewer', 'leader'], 'and so is what waits for the chair'],
    [
      'confirmed',
      ['auditor', 'reporter', 'departmentHead', 'reviewer', 'leader'],
      'confirmed minutes go to everybody who may see the meeting',
    ],
  ])('%s: %o (%s)', (state, expected) => {
    expect(ROLES.filter((role) => maySeeMinutes(state, { roles: [role] }))).toEqual(expected);
  });
});

describe('confirming a decision', () => {
  test.each([
    ['steb', '2019-03-31', []],
    [null, '2019-03-31', ['leadDepartmentId']],
    ['steb', null, ['dueOn']],
    [null, null, ['leadDepartmentId', 'dueOn']],
  ])('lead %s, due %s: lacks %o', (leadDepartmentId, dueOn, expected) => {
    expect(decisionLacks({ leadDepartmentId, dueOn })).toEqual(expected);
  });
});
