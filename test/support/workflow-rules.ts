import { ROLES, type Role } from '../../shared/permissions.ts';
import { ROUND_STATES, type RoundState } from '../../shared/rounds.ts';
import {
  READING_STATUSES,
  type ReadingStatus,
  RETURNING_DUTIES,
  type ReturningDuty,
  STEPS,
  type Step,
} from '../../shared/workflow.ts';

/**
 * Everything that is allowed, written out; whatever is not in these lists must be refused. A rule
 * that grew by mistake shows here, because every combination is tried.
 */
export interface Allowed {
  readonly step: Step;
  readonly role: Role;
  readonly from: readonly ReadingStatus[];
  readonly rounds: readonly RoundState[];
  readonly departments: readonly Place[];
  readonly ownEntry: boolean;
  /** Who must have sent it back before; absent: that decides nothing. */
  readonly returnedBy?: readonly (ReturningDuty | null)[];
  readonly why: string;
}
export type Place = 'own' | 'other' | 'none';
export const PLACES: readonly Place[] = ['own', 'other', 'none'];
export const DUTIES = [null, ...RETURNING_DUTIES] as const;
const BEFORE_SEALING: readonly RoundState[] = ['none', 'planned', 'open', 'closed'];
const WITH_ROUND: readonly RoundState[] = ['planned', 'open', 'closed'];

export const ALLOWED: readonly Allowed[] = [
  {
    step: 'submit',
    role: 'reporter',
    from: ['draft', 'returned'],
    rounds: ['none', 'open'],
    departments: ['own'],
    ownEntry: true,
    why: 'the lead department hands in what it typed',
  },
  {
    step: 'submit',
    role: 'reporter',
    from: ['returned'],
    rounds: ['closed'],
    departments: ['own'],
    ownEntry: true,
    why: 'after the close what was sent back is still mended',
  },
  {
    step: 'sign',
    role: 'departmentHead',
    from: ['submitted'],
    rounds: BEFORE_SEALING,
    departments: ['own'],
    ownEntry: false,
    why: 'a second person of the department signs',
  },
  {
    step: 'return',
    role: 'departmentHead',
    from: ['submitted'],
    rounds: BEFORE_SEALING,
    departments: ['own'],
    ownEntry: true,
    why: 'the head sends back what has not been signed',
  },
  {
    step: 'return',
    role: 'reviewer',
    from: ['submitted', 'signed'],
    rounds: BEFORE_SEALING,
    departments: PLACES,
    ownEntry: true,
    why: 'the committee sends back what was handed in',
  },
  {
    step: 'approve',
    role: 'reviewer',
    from: ['submitted', 'signed'],
    rounds: ['none'],
    departments: PLACES,
    ownEntry: false,
    why: 'a year entered from paper needs no signature',
  },
  {
    step: 'approve',
    role: 'reviewer',
    from: ['signed'],
    rounds: WITH_ROUND,
    departments: PLACES,
    ownEntry: false,
    why: 'in a round the committee approves what was signed',
  },
  {
    step: 'approve',
    role: 'reviewer',
    from: ['submitted'],
    rounds: WITH_ROUND,
    departments: PLACES,
    ownEntry: false,
    returnedBy: ['reviewer'],
    why: 'what the reviewer sent back comes straight back',
  },
];

export interface Way {
  readonly step: Step;
  readonly role: Role;
  readonly status: ReadingStatus;
  readonly round: RoundState;
  readonly place: Place;
  /** Whether the one who tries typed something into it. */
  readonly typed: boolean;
  /** Who sent it back last. */
  readonly duty: ReturningDuty | null;
}

/** Every combination there is. */
export const WAYS: readonly Way[] = STEPS.flatMap((step) =>
  ROLES.flatMap((role) =>
    READING_STATUSES.flatMap((status) =>
      ROUND_STATES.flatMap((round) =>
        PLACES.flatMap((place) =>
          [true, false].flatMap((typed) =>
            DUTIES.map((duty) => ({ step, role, status, round, place, typed, duty })),
          ),
        ),
      ),
    ),
  ),
);

/** What the list above says of one combination. */
export function isListed(way: Way): boolean {
  return ALLOWED.some(
    (allowed) =>
      allowed.step === way.step &&
      allowed.role === way.role &&
      allowed.from.includes(way.status) &&
      allowed.rounds.includes(way.round) &&
      allowed.departments.includes(way.place) &&
      (allowed.returnedBy ?? DUTIES).includes(way.duty) &&
      (allowed.ownEntry || !way.typed),
  );
}
