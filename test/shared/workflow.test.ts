import { describe, expect, it, test } from 'vitest';
import { ROLES, type Role } from '../../shared/permissions.ts';
import {
  mayEdit,
  maySee,
  openSteps,
  type Person,
  READING_STATUSES,
  type ReadingStatus,
  refuseStep,
  type Standing,
  STEPS,
  type Step,
} from '../../shared/workflow.ts';

/**
 * Everything that is allowed, written out; whatever is not in these lists must be refused. A rule
 * that grew by mistake shows here, because every combination is tried.
 */
interface Allowed {
  readonly step: Step;
  readonly role: Role;
  readonly from: readonly ReadingStatus[];
  readonly departments: readonly Place[];
  readonly ownEntry: boolean;
  readonly why: string;
}
type Place = 'own' | 'other' | 'none';
const PLACES: readonly Place[] = ['own', 'other', 'none'];

const ALLOWED: readonly Allowed[] = [
  {
    step: 'submit',
    role: 'reporter',
    from: ['draft', 'returned'],
    departments: ['own'],
    ownEntry: true,
    why: 'the lead department hands in what it typed',
  },
  {
    step: 'sign',
    role: 'departmentHead',
    from: ['submitted'],
    departments: ['own'],
    ownEntry: false,
    why: 'a second person of the department signs',
  },
  {
    step: 'return',
    role: 'departmentHead',
    from: ['submitted'],
    departments: ['own'],
    ownEntry: true,
    why: 'the head sends back what has not been signed',
  },
  {
    step: 'return',
    role: 'reviewer',
    from: ['submitted', 'signed'],
    departments: PLACES,
    ownEntry: true,
    why: 'the committee sends back what was handed in',
  },
  {
    step: 'approve',
    role: 'reviewer',
    from: ['submitted', 'signed'],
    departments: PLACES,
    ownEntry: false,
    why: 'the committee approves what somebody else typed',
  },
];

const LEAD = 'steb';
const placeOf: Readonly<Record<Place, string | null>> = { own: LEAD, other: 'finance', none: null };

function person(role: Role, place: Place): Person {
  return { userId: 'me', roles: [role], departmentId: placeOf[place] };
}
function standing(status: ReadingStatus, typed: boolean, lead: string | null = LEAD): Standing {
  return { status, typedBy: typed ? ['she', 'me', 'he'] : ['she', 'he'], leadDepartmentId: lead };
}

const WAYS = STEPS.flatMap((step) =>
  ROLES.flatMap((role) =>
    READING_STATUSES.flatMap((status) =>
      PLACES.flatMap((place) =>
        [true, false].map((typed) => ({ step, role, status, place, typed })),
      ),
    ),
  ),
);

describe('role × state × step × department × own entry', () => {
  it('tries every combination', () => {
    expect(WAYS).toHaveLength(4 * 8 * 6 * 3 * 2);
  });

  test.each(STEPS)('%s is open exactly where the list says so', (step) => {
    const wrong = WAYS.filter((way) => way.step === step).filter((way) => {
      const open = refuseStep(step, standing(way.status, way.typed), person(way.role, way.place));
      const listed = ALLOWED.some(
        (allowed) =>
          allowed.step === step &&
          allowed.role === way.role &&
          allowed.from.includes(way.status) &&
          allowed.departments.includes(way.place) &&
          (allowed.ownEntry || !way.typed),
      );
      return (open === null) !== listed;
    });
    expect(wrong).toEqual([]);
  });

  it('a stranger to the step learns nothing of the state', () => {
    const told = WAYS.filter(({ step, role, place }) => {
      const knows = ALLOWED.some(
        (allowed) =>
          allowed.step === step && allowed.role === role && allowed.departments.includes(place),
      );
      return !knows;
    }).filter(
      ({ step, role, status, place, typed }) =>
        refuseStep(step, standing(status, typed), person(role, place)) !== 'forbidden',
    );
    expect(told).toEqual([]);
  });

  it('nobody signs or approves what they typed, even when somebody typed after them', () => {
    expect(refuseStep('approve', standing('submitted', true), person('reviewer', 'none'))).toBe(
      'ownEntry',
    );
    expect(refuseStep('sign', standing('submitted', true), person('departmentHead', 'own'))).toBe(
      'ownEntry',
    );
  });

  it('nobody acts for an indicator without one named lead, not even those without a department', () => {
    for (const place of PLACES) {
      const draft = standing('draft', true, null);
      expect(refuseStep('submit', draft, person('reporter', place))).toBe('forbidden');
      expect(mayEdit(draft, person('reporter', place))).toBe(false);
    }
  });

  it('an approved or sealed reading is closed to every step of everybody', () => {
    const everything: Person = { userId: 'me', roles: ROLES, departmentId: LEAD };
    expect(openSteps(standing('approved', false), everything)).toEqual([]);
    expect(openSteps(standing('sealed', false), everything)).toEqual([]);
    expect(openSteps(standing('submitted', false), everything)).toEqual([
      'sign',
      'return',
      'approve',
    ]);
  });
});

describe('typing', () => {
  it('is open to reporters of the lead department, in drafts and returned ones', () => {
    const open = ROLES.flatMap((role) =>
      READING_STATUSES.flatMap((status) =>
        PLACES.filter((place) => mayEdit(standing(status, false), person(role, place))).map(
          (place) => `${role} ${status} ${place}`,
        ),
      ),
    );
    expect(open).toEqual(['reporter draft own', 'reporter returned own']);
  });
});

describe('seeing', () => {
  test.each<[ReadingStatus, readonly string[], string]>([
    ['draft', ['reporter own', 'departmentHead own', 'reviewer own'], 'the own department'],
    ['returned', ['reporter own', 'departmentHead own', 'reviewer own'], 'the own department'],
    [
      'submitted',
      ['reporter own', 'departmentHead own', 'reviewer own', 'reviewer other', 'reviewer none'],
      'the own department and the reviewer',
    ],
    [
      'signed',
      ['reporter own', 'departmentHead own', 'reviewer own', 'reviewer other', 'reviewer none'],
      'the own department and the reviewer',
    ],
    ['approved', ROLES.flatMap((role) => PLACES.map((place) => `${role} ${place}`)), 'everybody'],
    ['sealed', ROLES.flatMap((role) => PLACES.map((place) => `${role} ${place}`)), 'everybody'],
  ])('%s: %o (%s)', (status, expected) => {
    const seen = ROLES.flatMap((role) =>
      PLACES.filter((place) => maySee(standing(status, true), person(role, place))).map(
        (place) => `${role} ${place}`,
      ),
    );
    expect(seen).toEqual(expected);
  });
});
