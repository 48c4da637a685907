import { describe, expect, it, test } from 'vitest';
import {
  CORRECTION_STATUSES,
  CORRECTION_STEPS,
  type CorrectionStatus,
  type CorrectionStep,
  maySeeCorrection,
  refuseAsking,
  refuseDeciding,
} from '../../shared/correction-rules.ts';
import { ROLES, type Role } from '../../shared/permissions.ts';
import { type Person, READING_STATUSES } from '../../shared/workflow.ts';
import { type Place, PLACES } from '../support/workflow-rules.ts';

const LEAD = 'steb';
const DEPARTMENT: Readonly<Record<Place, string | null>> = {
  own: LEAD,
  other: 'finance',
  none: null,
};
const person = (role: Role, place: Place): Person => ({
  userId: 'me',
  roles: [role],
  departmentId: DEPARTMENT[place],
});

describe('asking', () => {
  it('is for reporters of the lead department, about what is approved or sealed', () => {
    const open = ROLES.flatMap((role) =>
      READING_STATUSES.flatMap((status) =>
        PLACES.filter(
          (place) => refuseAsking({ status, leadDepartmentId: LEAD }, person(role, place)) === null,
        ).map((place) => `${role} ${status} ${place}`),
      ),
    );
    expect(open).toEqual(['reporter approved own', 'reporter sealed own']);
  });

  it('tells a stranger to the department nothing of the state', () => {
    const told = READING_STATUSES.map((status) =>
      refuseAsking({ status, leadDepartmentId: LEAD }, person('reporter', 'other')),
    );
    expect(new Set(told)).toEqual(new Set(['forbidden']));
  });

  it('is for nobody where no one department leads', () => {
    const reading = { status: 'approved', leadDepartmentId: null } as const;
    for (const place of PLACES) {
      expect(refuseAsking(reading, person('reporter', place))).toBe('forbidden');
    }
  });
});

describe('deciding: role × step × state × department × what one did before', () => {
  /** What the one who decides did before. */
  const DEEDS = ['nothing', 'asked', 'typed', 'sealed'] as const;
  type Deed = (typeof DEEDS)[number];
  interface Way {
    readonly step: CorrectionStep;
    readonly role: Role;
    readonly status: CorrectionStatus;
    readonly place: Place;
    readonly deed: Deed;
  }
  const WAYS: readonly Way[] = CORRECTION_STEPS.flatMap((step) =>
    ROLES.flatMap((role) =>
      CORRECTION_STATUSES.flatMap((status) =>
        PLACES.flatMap((place) => DEEDS.map((deed) => ({ step, role, status, place, deed }))),
      ),
    ),
  );
  const refusalOf = ({ step, role, status, place, deed }: Way) =>
    refuseDeciding(
      step,
      {
        status,
        requestedBy: deed === 'asked' ? 'me' : 'she',
        sealedBy: deed === 'sealed' ? 'me' : 'he',
        subject: {
          status: 'sealed',
          leadDepartmentId: LEAD,
          typedBy: deed === 'typed' ? ['she', 'me'] : ['she'],
        },
      },
      person(role, place),
    );

  test('every combination, open exactly where these three rules say so', () => {
    expect(WAYS).toHaveLength(3 * 8 * 4 * 3 * 4);
    const wrong = WAYS.filter((way) => {
      const { step, role, status, place, deed } = way;
      const decides = step !== 'withdraw' && role === 'reviewer' && deed === 'nothing';
      const takesBack = step === 'withdraw' && role === 'reporter' && place === 'own';
      const listed = status === 'requested' && (decides || takesBack);
      return (refusalOf(way) === null) !== listed;
    });
    expect(wrong).toEqual([]);
  });

  test.each<[Deed, string]>([
    ['asked', 'ownEntry'],
    ['typed', 'ownEntry'],
    ['sealed', 'ownSeal'],
  ])('who %s is told %s', (deed, expected) => {
    const way = { role: 'reviewer', status: 'requested', place: 'none', deed } as const;
    expect(refusalOf({ ...way, step: 'approve' })).toBe(expected);
    expect(refusalOf({ ...way, step: 'refuse' })).toBe(expected);
  });
});

describe('seeing', () => {
  test.each<[CorrectionStatus, readonly string[]]>([
    [
      'requested',
      ['reporter own', 'departmentHead own', 'reviewer own', 'reviewer other', 'reviewer none'],
    ],
    [
      'refused',
      ['reporter own', 'departmentHead own', 'reviewer own', 'reviewer other', 'reviewer none'],
    ],
    [
      'withdrawn',
      ['reporter own', 'departmentHead own', 'reviewer own', 'reviewer other', 'reviewer none'],
    ],
    ['approved', ROLES.flatMap((role) => PLACES.map((place) => `${role} ${place}`))],
  ])('%s: %o', (status, expected) => {
    const subject = { status: 'sealed', leadDepartmentId: LEAD, typedBy: [] } as const;
    const seen = ROLES.flatMap((role) =>
      PLACES.filter((place) => maySeeCorrection({ status, subject }, person(role, place))).map(
        (place) => `${role} ${place}`,
      ),
    );
    expect(seen).toEqual(expected);
  });
});
