import { describe, expect, it, test } from 'vitest';
import { ROLES, type Role } from '../../shared/permissions.ts';
import { ROUND_STATES, type RoundState } from '../../shared/rounds.ts';
import {
  ALLOWED,
  isListed,
  type Place,
  PLACES,
  type Way,
  WAYS,
} from '../support/workflow-rules.ts';
import {
  mayEdit,
  maySee,
  openSteps,
  type Person,
  READING_STATUSES,
  type ReadingStatus,
  refuseStep,
  refuseTyping,
  returningDuty,
  type ReturningDuty,
  type Standing,
  STEPS,
  type Step,
} from '../../shared/workflow.ts';

const LEAD = 'steb';
const placeOf: Readonly<Record<Place, string | null>> = { own: LEAD, other: 'finance', none: null };

function person(role: Role, place: Place): Person {
  return { userId: 'me', roles: [role], departmentId: placeOf[place] };
}
function standing(
  status: ReadingStatus,
  typed: boolean,
  lead: string | null = LEAD,
  round: RoundState = 'none',
  returnedByDuty: ReturningDuty | null = null,
): Standing {
  const typedBy = typed ? ['she', 'me', 'he'] : ['she', 'he'];
  return { status, typedBy, leadDepartmentId: lead, round, returnedByDuty };
}

const refusalOf = ({ step, role, status, round, place, typed, duty }: Way) =>
  refuseStep(step, standing(status, typed, LEAD, round, duty), person(role, place));

describe('role × state × round × step × department × own entry × who sent it back', () => {
  it('tries every combination', () => {
    expect(WAYS).toHaveLength(4 * 8 * 6 * 5 * 3 * 2 * 3);
  });

  test.each(STEPS)('%s is open exactly where the list says so', (step) => {
    const wrong = WAYS.filter((way) => way.step === step).filter(
      (way) => (refusalOf(way) === null) !== isListed(way),
    );
    expect(wrong).toEqual([]);
  });

  it('a stranger to the step learns nothing of the state', () => {
    const told = WAYS.filter(({ step, role, place }) => {
      const knows = ALLOWED.some(
        (allowed) =>
          allowed.step === step && allowed.role === role && allowed.departments.includes(place),
      );
      return !knows;
    }).filter((way) => refusalOf(way) !== 'forbidden');
    expect(told).toEqual([]);
  });

  test.each<[RoundState, ReadingStatus, Step, Role, string]>([
    ['planned', 'draft', 'submit', 'reporter', 'roundNotOpen'],
    ['closed', 'draft', 'submit', 'reporter', 'roundClosed'],
    ['sealed', 'draft', 'submit', 'reporter', 'roundSealed'],
    ['sealed', 'sealed', 'return', 'reviewer', 'roundSealed'],
    ['none', 'sealed', 'return', 'reviewer', 'wrongState'],
    ['open', 'submitted', 'approve', 'reviewer', 'signatureNeeded'],
    ['open', 'draft', 'approve', 'reviewer', 'wrongState'],
  ])('%s round, %s: %s by a %s is told %s', (round, status, step, role, expected) => {
    expect(refuseStep(step, standing(status, false, LEAD, round), person(role, 'own'))).toBe(
      expected,
    );
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

describe('whose turn it is after a return', () => {
  const REVIEWER: readonly Role[] = ['reviewer'];
  const HEAD: readonly Role[] = ['departmentHead'];
  test.each<
    [readonly Role[], ReadingStatus, RoundState, ReturningDuty | null, ReturningDuty, string]
  >([
    [REVIEWER, 'signed', 'open', null, 'reviewer', 'it was signed'],
    [REVIEWER, 'submitted', 'open', null, 'head', 'nobody signed it yet'],
    [REVIEWER, 'submitted', 'open', 'reviewer', 'reviewer', 'signed before the first return'],
    [REVIEWER, 'submitted', 'open', 'head', 'head', 'the head has still to see it again'],
    [REVIEWER, 'signed', 'closed', null, 'reviewer', 'after the close as before'],
    [REVIEWER, 'submitted', 'none', null, 'head', 'from paper, and a round may come'],
    [REVIEWER, 'signed', 'none', null, 'head', 'that signature was of no round'],
    [REVIEWER, 'submitted', 'none', 'reviewer', 'head', 'whatever an older version wrote down'],
    [HEAD, 'submitted', 'open', null, 'head', 'whoever returned it'],
    [HEAD, 'submitted', 'none', null, 'head', 'whoever returned it'],
  ])(
    '%j returns what is %s, round %s, after %s: %s, %s',
    (roles, status, round, duty, expected) => {
      const found = returningDuty({ status, round, returnedByDuty: duty }, { roles });
      expect(found).toBe(expected);
    },
  );

  it('a return in a year without a round never spares the signature of a later one', () => {
    for (const status of ['submitted', 'signed'] as const) {
      const duty = returningDuty(
        { status, round: 'none', returnedByDuty: null },
        { roles: REVIEWER },
      );
      const again = standing('submitted', false, LEAD, 'open', duty);
      expect(refuseStep('approve', again, person('reviewer', 'none'))).toBe('signatureNeeded');
    }
  });
});

describe('typing', () => {
  it('is open to reporters of the lead department, in drafts and returned ones, while the round lets them', () => {
    const open = ROLES.flatMap((role) =>
      READING_STATUSES.flatMap((status) =>
        ROUND_STATES.flatMap((round) =>
          PLACES.filter((place) =>
            mayEdit(standing(status, false, LEAD, round), person(role, place)),
          ).map((place) => `${role} ${status} ${round} ${place}`),
        ),
      ),
    );
    expect(open).toEqual([
      'reporter draft none own',
      'reporter draft open own',
      'reporter returned none own',
      'reporter returned open own',
      'reporter returned closed own',
    ]);
  });

  it('is begun without a round or in an open one only', () => {
    expect(ROUND_STATES.map((round) => refuseTyping(round, null))).toEqual([
      null,
      'roundNotOpen',
      null,
      'roundClosed',
      'roundSealed',
    ]);
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
