import { describe, expect, it, test } from 'vitest';
import {
  ACTION_STATES,
  ACTION_STEPS,
  ACTION_TRANSITIONS,
  type ActionPerson,
  type ActionStanding,
  type ActionState,
  type ActionStep,
  mayAmend,
  maySeeActionFiles,
  refuseActionStep,
  stateAfter,
  type Urgency,
  urgencyOf,
} from '../../shared/action-rules.ts';
import { ROLES, type Role } from '../../shared/permissions.ts';

const PLACES = { lead: 'steb', supporting: 'finance', other: 'quality', none: null } as const;
type Place = keyof typeof PLACES;
const ALL_PLACES = Object.keys(PLACES) as Place[];

const person = (role: Role, place: Place): ActionPerson => ({
  userId: 'me',
  roles: [role],
  departmentId: PLACES[place],
});

/** What has been done before the one who tries. */
interface Before {
  /** Whether the own department signed for it. */
  readonly received: boolean;
  /** Who waits for more time. */
  readonly asked: 'me' | 'she' | null;
  readonly reported: 'me' | 'she' | null;
}
interface Way extends Before {
  readonly step: ActionStep;
  readonly role: Role;
  readonly state: ActionState;
  readonly place: Place;
}

const standing = ({ state, place, received, asked, reported }: Omit<Way, 'step' | 'role'>) =>
  ({
    state,
    leadDepartmentId: 'steb',
    supportingDepartmentIds: ['finance'],
    receivedBy: received && PLACES[place] !== null ? [PLACES[place]] : [],
    extensionAskedBy: asked,
    reportedBy: reported,
  }) satisfies ActionStanding;

const PEOPLE = ['me', 'she', null] as const;
const WAYS: readonly Way[] = ACTION_STEPS.flatMap((step) =>
  ROLES.flatMap((role) =>
    ACTION_STATES.flatMap((state) =>
      ALL_PLACES.flatMap((place) =>
        [true, false].flatMap((received) =>
          PEOPLE.flatMap((asked) =>
            PEOPLE.map((reported) => ({ step, role, state, place, received, asked, reported })),
          ),
        ),
      ),
    ),
  ),
);

interface Allowed {
  readonly steps: readonly ActionStep[];
  readonly roles: readonly Role[];
  readonly from: readonly ActionState[];
  readonly places: readonly Place[];
  readonly when: (way: Way) => boolean;
  readonly why: string;
}
const DEPARTMENT: readonly Role[] = ['reporter', 'departmentHead'];
/** Everything that is allowed; whatever is not in this list must be refused. */
const ALLOWED: readonly Allowed[] = [
  {
    steps: ['receive'],
    roles: DEPARTMENT,
    from: ['issued', 'received', 'sentBack', 'reported'],
    places: ['lead', 'supporting'],
    when: ({ received, place, state }) => !received || (place === 'lead' && state === 'issued'),
    why: 'every department named signs for it once, the supporting ones even late; as the lead again',
  },
  {
    steps: ['note', 'attach', 'detach', 'reattach'],
    roles: DEPARTMENT,
    from: ['received', 'sentBack'],
    places: ['lead', 'supporting'],
    when: ({ received }) => received,
    why: 'who signed for it says how far it is, while it is worked on',
  },
  {
    steps: ['askExtension'],
    roles: DEPARTMENT,
    from: ['received', 'sentBack'],
    places: ['lead'],
    when: ({ received, asked }) => received && asked === null,
    why: 'the lead answers for the date; one request at a time',
  },
  {
    steps: ['report'],
    roles: DEPARTMENT,
    from: ['received', 'sentBack'],
    places: ['lead'],
    when: ({ received }) => received,
    why: 'the lead reports for all',
  },
  {
    steps: ['grantExtension', 'refuseExtension'],
    roles: ['reviewer'],
    from: ['received', 'sentBack'],
    places: ALL_PLACES,
    when: ({ asked }) => asked === 'she',
    why: 'the committee answers what somebody else asked',
  },
  {
    steps: ['verify', 'sendBack'],
    roles: ['reviewer'],
    from: ['reported'],
    places: ALL_PLACES,
    when: ({ reported }) => reported !== 'me',
    why: 'nobody verifies what they reported themselves',
  },
  {
    steps: ['close'],
    roles: ['reviewer'],
    from: ['verified'],
    places: ALL_PLACES,
    when: () => true,
    why: 'what was verified is crossed off',
  },
  {
    steps: ['withdraw'],
    roles: ['reviewer'],
    from: ['issued', 'received', 'sentBack', 'reported'],
    places: ALL_PLACES,
    when: () => true,
    why: 'the committee takes back what is not verified',
  },
];

describe('step × role × state × department × what was done before', () => {
  test('every combination, open exactly where the list says so', () => {
    expect(WAYS).toHaveLength(13 * 8 * 7 * 4 * 2 * 3 * 3);
    const wrong = WAYS.filter((way) => {
      // Somebody without a department has not signed for one.
      const received = way.received && PLACES[way.place] !== null;
      const listed = ALLOWED.some(
        ({ steps, roles, from, places, when }) =>
          steps.includes(way.step) &&
          roles.includes(way.role) &&
          from.includes(way.state) &&
          places.includes(way.place) &&
          when({ ...way, received }),
      );
      return (
        (refuseActionStep(way.step, standing(way), person(way.role, way.place)) === null) !== listed
      );
    });
    expect(wrong).toEqual([]);
  });

  it('a stranger to the step or to the item learns nothing of its state', () => {
    const told = WAYS.filter(
      ({ step, role, place }) =>
        !ALLOWED.some(
          (one) =>
            one.steps.includes(step) && one.roles.includes(role) && one.places.includes(place),
        ),
    ).filter(
      (way) =>
        refuseActionStep(way.step, standing(way), person(way.role, way.place)) !== 'forbidden',
    );
    expect(told).toEqual([]);
  });

  it('nobody answers what they asked or verifies what they reported, whatever else they are', () => {
    const everything: ActionPerson = { userId: 'me', roles: ROLES, departmentId: 'steb' };
    const mine = { place: 'lead', received: true, asked: 'me', reported: 'me' } as const;
    const refusalOf = (step: ActionStep, state: ActionState) =>
      refuseActionStep(step, standing({ ...mine, state }), everything);
    expect(refusalOf('grantExtension', 'received')).toBe('ownEntry');
    expect(refusalOf('refuseExtension', 'received')).toBe('ownEntry');
    expect(refusalOf('verify', 'reported')).toBe('ownEntry');
    expect(refusalOf('sendBack', 'reported')).toBe('ownEntry');
  });
});

describe('where it goes', () => {
  test.each<[ActionStep, ActionState, string | null, ActionState, string]>([
    ['receive', 'issued', 'steb', 'received', 'the lead has it'],
    ['receive', 'issued', 'finance', 'issued', 'a supporting department does not take it over'],
    ['receive', 'sentBack', 'finance', 'sentBack', 'a late receipt moves nothing'],
    ['note', 'sentBack', 'steb', 'sentBack', 'a word is not the thing'],
    ['grantExtension', 'received', null, 'received', 'more time, the same work'],
    ['report', 'sentBack', 'steb', 'reported', 'mended'],
    ['sendBack', 'reported', null, 'sentBack', 'not done yet'],
    ['verify', 'reported', null, 'verified', 'done'],
    ['close', 'verified', null, 'closed', 'crossed off'],
    ['withdraw', 'issued', null, 'withdrawn', 'taken back'],
  ])('%s in %s by %s: %s (%s)', (step, state, departmentId, expected) => {
    expect(stateAfter(step, { state, leadDepartmentId: 'steb' }, departmentId)).toBe(expected);
  });

  it('every state is reached, and nothing leads out of what is closed or withdrawn', () => {
    const reached = new Set<ActionState>(['issued']);
    for (const _round of ACTION_STATES) {
      for (const step of ACTION_STEPS) {
        for (const state of ACTION_STATES) {
          const { from }: { readonly from: readonly ActionState[] } = ACTION_TRANSITIONS[step];
          if (!reached.has(state) || !from.includes(state)) continue;
          reached.add(stateAfter(step, { state, leadDepartmentId: 'steb' }, 'steb'));
        }
      }
    }
    expect([...reached].sort()).toEqual([...ACTION_STATES].sort());
    const out = ACTION_STEPS.filter((step) => {
      const { from }: { readonly from: readonly ActionState[] } = ACTION_TRANSITIONS[step];
      return from.includes('closed') || from.includes('withdrawn');
    });
    expect(out).toEqual([]);
  });

  it('its wording is mended until the first department signed for it', () => {
    const open = ACTION_STATES.filter((state) => mayAmend({ state, receivedBy: [] }));
    expect(open).toEqual(['issued']);
    expect(mayAmend({ state: 'issued', receivedBy: ['finance'] })).toBe(false);
  });
});

describe('临期 and 逾期', () => {
  test.each<[ActionState, string, string | null, string, Urgency, string]>([
    ['received', '2018-12-31', null, '2018-12-23', 'running', 'eight days are left'],
    ['received', '2018-12-31', null, '2018-12-24', 'near', 'a week is near'],
    ['issued', '2018-12-31', null, '2018-12-31', 'near', 'the due day counts to its end'],
    ['issued', '2018-12-31', null, '2019-01-01', 'overdue', 'the first day after it'],
    ['sentBack', '2018-12-31', null, '2019-01-01', 'overdue', 'what was sent back is owed again'],
    ['received', '2020-03-01', null, '2020-02-23', 'near', 'a leap year has a 29 February'],
    ['received', '2019-03-01', null, '2019-02-21', 'running', 'eight days in a common year'],
    ['reported', '2018-12-31', '2018-12-31', '2019-02-01', 'inTime', 'reported on the day itself'],
    ['verified', '2018-12-31', '2019-01-02', '2019-02-01', 'late', 'reported after it'],
    ['closed', '2018-12-31', '2018-11-05', '2025-01-01', 'inTime', 'it stays what it was'],
    ['withdrawn', '2018-12-31', null, '2019-02-01', 'void', 'nobody owes it any more'],
  ])(
    '%s due %s, reported %s, asked on %s: %s (%s)',
    (state, dueOn, reportedOn, today, expected) => {
      expect(urgencyOf({ state, dueOn, reportedOn }, today)).toBe(expected);
    },
  );
});

describe('opening its files', () => {
  it('is for the departments named, the committee, the leading group and the auditor', () => {
    const item = { leadDepartmentId: 'steb', supportingDepartmentIds: ['finance'] };
    const open = ROLES.flatMap((role) =>
      ALL_PLACES.filter((place) => maySeeActionFiles(item, person(role, place))).map(
        (place) => `${role} ${place}`,
      ),
    );
    const everywhere = (role: Role) => ALL_PLACES.map((place) => `${role} ${place}`);
    expect(open).toEqual([
      // Administrators belong to no department; one that did would see its own.
      'administrator lead',
      'administrator supporting',
      ...everywhere('auditor'),
      'reporter lead',
      'reporter supporting',
      'departmentHead lead',
      'departmentHead supporting',
      ...everywhere('reviewer'),
      ...everywhere('leader'),
    ]);
  });
});
