import { can, type Permission, type Role } from './permissions.ts';
import type { RoundState } from './rounds.ts';

/** The life of a reading. In a year without a round `submitted` may be approved directly (补录). */
export const READING_STATUSES = [
  'draft',
  'submitted',
  'signed',
  'approved',
  'returned',
  'sealed',
] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

export const STEPS = ['submit', 'sign', 'return', 'approve'] as const;
export type Step = (typeof STEPS)[number];

interface Transition {
  readonly from: readonly ReadingStatus[];
  readonly to: ReadingStatus;
  readonly permission: Permission;
  /** Nobody signs or approves what they typed themselves. */
  readonly otherPerson: boolean;
}

export const TRANSITIONS = {
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'readings.enter',
    otherPerson: false,
  },
  sign: { from: ['submitted'], to: 'signed', permission: 'readings.sign', otherPerson: true },
  return: {
    from: ['submitted', 'signed'],
    to: 'returned',
    permission: 'readings.return',
    otherPerson: false,
  },
  approve: {
    from: ['submitted', 'signed'],
    to: 'approved',
    permission: 'readings.approve',
    otherPerson: true,
  },
} as const satisfies Record<Step, Transition>;

/** The states in which the lead department may type. */
export const EDITABLE: readonly ReadingStatus[] = ['draft', 'returned'];

/** The desks that send a reading back. Handed in again it goes straight to the one that did. */
export const RETURNING_DUTIES = ['head', 'reviewer'] as const;
export type ReturningDuty = (typeof RETURNING_DUTIES)[number];

/** Why a reading goes back, in one word; the text beside it says the rest. */
export const RETURN_REASONS = [
  'figureWrong',
  'scopeMismatch',
  'evidenceLacking',
  'explanationLacking',
  'unitWrong',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Somebody who looks at a reading. */
export interface Person {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
}

/**
 * What decides about a step: where the thing on the desk (a reading, or the report on a measure) and
 * its round stand, who typed, who answers for it.
 */
export interface Standing {
  readonly status: ReadingStatus;
  /** Everybody who typed something into it. */
  readonly typedBy: readonly string[];
  /**
   * The one named lead department; null: 牵头待定 or 无责任单位. Of the report on a measure: the
   * department that writes it, or the one that took over from it.
   */
  readonly leadDepartmentId: string | null;
  /** Of the reading's plan and year. */
  readonly round: RoundState;
  /** Who sent it back last; null: nobody has. */
  readonly returnedByDuty: ReturningDuty | null;
}

/** What decides about seeing. */
export type Seen = Pick<Standing, 'status' | 'leadDepartmentId'>;

export type RoundRefusal = 'roundNotOpen' | 'roundClosed' | 'roundSealed';
export type StepRefusal =
  | 'forbidden'
  | 'ownEntry'
  | 'wrongState'
  | 'signatureNeeded'
  | RoundRefusal;

/**
 * Why a person may not take a step now; null: they may. Permission comes before state, so that a
 * stranger to the department learns nothing of the state.
 * @example refuseStep('approve', { status: 'draft', … }, reviewer) // 'wrongState'
 */
export function refuseStep(step: Step, standing: Standing, person: Person): StepRefusal | null {
  const transition: Transition = TRANSITIONS[step];
  if (!can(person.roles, transition.permission)) return 'forbidden';
  if (!actsHere(step, standing, person)) return 'forbidden';
  if (standing.round === 'sealed') return 'roundSealed';
  if (!transition.from.includes(standing.status)) return 'wrongState';
  const closed = step === 'submit' ? refuseTyping(standing.round, standing.status) : null;
  if (closed !== null) return closed;
  if (step === 'approve' && needsSignature(standing)) return 'signatureNeeded';
  if (transition.otherPerson && standing.typedBy.includes(person.userId)) return 'ownEntry';
  return null;
}

/**
 * Why the round lets nobody type into a reading or hand it in; null: it does. After the close only
 * what was sent back is still mended.
 * @param status null: the reading is only now begun
 * @example refuseTyping('closed', 'returned') // null
 */
export function refuseTyping(round: RoundState, status: ReadingStatus | null): RoundRefusal | null {
  switch (round) {
    case 'none':
    case 'open':
      return null;
    case 'planned':
      return 'roundNotOpen';
    case 'closed':
      return status === 'returned' ? null : 'roundClosed';
    case 'sealed':
      return 'roundSealed';
  }
}

/**
 * Whether the department head has to sign first: in a round always, but for what comes straight back
 * to the reviewer who returned it.
 */
export function needsSignature(
  standing: Pick<Standing, 'status' | 'round' | 'returnedByDuty'>,
): boolean {
  return (
    standing.round !== 'none' &&
    standing.status === 'submitted' &&
    standing.returnedByDuty !== 'reviewer'
  );
}

/**
 * Where a reading goes when what somebody sends back is handed in again: to whoever sent it back. What
 * the department head has still to sign goes to them all the same, so that a return never spares a
 * signature; nor does one from before the year had its round, where nobody had to sign.
 */
export function returningDuty(
  standing: Pick<Standing, 'status' | 'round' | 'returnedByDuty'>,
  person: Pick<Person, 'roles'>,
): ReturningDuty {
  const signed = standing.round !== 'none' && !needsSignature(standing);
  return person.roles.includes('reviewer') && signed ? 'reviewer' : 'head';
}

/** A reviewer acts for the whole committee, everybody else for their own lead department. */
function actsHere(step: Step, standing: Standing, person: Person): boolean {
  const own = ownDepartment(standing, person);
  if (step === 'approve') return true;
  if (step === 'return' && person.roles.includes('reviewer')) return true;
  // The department head returns what has not been signed yet; after that it is the committee's.
  if (step === 'return') return own && standing.status !== 'signed';
  return own;
}

/** Somebody and the moment they did it. */
export interface Act {
  readonly userId: string;
  readonly name: string;
  readonly at: string;
}

/** Why something goes back. */
export interface Back {
  readonly reason: string;
  readonly reasonCode: ReturnReason;
}

/** What the desk writes on a thing that goes over it. */
export interface Marks {
  readonly status: ReadingStatus;
  readonly version: number;
  readonly submitted: Act | null;
  readonly signed: Act | null;
  readonly approved: Act | null;
  /** The last time it came back. */
  readonly returned:
    | (Omit<Back, 'reasonCode'> & {
        readonly name: string;
        readonly at: string;
        readonly reasonCode: ReturnReason | null;
      })
    | null;
  readonly returnedByDuty: ReturningDuty | null;
  /** How often it came back, ever. */
  readonly returns: number;
}

/**
 * A thing on the desk after a step that was allowed. What is sent back begins anew: nobody has handed
 * it in or signed it any more.
 * @param standing of the same thing before the step
 * @param back for `return` only
 * @example afterStep('sign', reading, standing, { roles, userId, name, at }).status // 'signed'
 */
export function afterStep<T extends Marks>(
  step: Step,
  before: T,
  standing: Standing,
  { roles, ...by }: Act & Pick<Person, 'roles'>,
  back?: Back,
): T {
  return {
    ...before,
    version: before.version + 1,
    status: TRANSITIONS[step].to,
    ...(step === 'submit' ? { submitted: by } : {}),
    ...(step === 'sign' ? { signed: by } : {}),
    ...(step === 'approve' ? { approved: by, returnedByDuty: null } : {}),
    ...(back === undefined
      ? {}
      : {
          submitted: null,
          signed: null,
          returned: { name: by.name, at: by.at, ...back },
          returnedByDuty: returningDuty(standing, { roles }),
          returns: before.returns + 1,
        }),
  };
}

/** The steps open to a person, in the order of the desk. */
export function openSteps(standing: Standing, person: Person): Step[] {
  return STEPS.filter((step) => refuseStep(step, standing, person) === null);
}

/**
 * Why a person may not type into a reading now; null: they may.
 * @example refuseEdit({ status: 'draft', round: 'closed', … }, reporter) // 'roundClosed'
 */
export function refuseEdit(standing: Standing, person: Person): StepRefusal | null {
  if (!can(person.roles, 'readings.enter') || !ownDepartment(standing, person)) return 'forbidden';
  if (standing.round === 'sealed') return 'roundSealed';
  if (!EDITABLE.includes(standing.status)) return 'wrongState';
  return refuseTyping(standing.round, standing.status);
}

/** Whether a person may type into a reading now. */
export function mayEdit(standing: Standing, person: Person): boolean {
  return refuseEdit(standing, person) === null;
}

/** Whether a person may see a reading: approved ones everybody, the rest as design.md decides. */
export function maySee(reading: Seen, person: Person): boolean {
  if (reading.status === 'approved' || reading.status === 'sealed') return true;
  if (!can(person.roles, 'readings.seeUnapproved')) return false;
  const handedIn = reading.status === 'submitted' || reading.status === 'signed';
  return ownDepartment(reading, person) || (handedIn && person.roles.includes('reviewer'));
}

/** Whether a person belongs to the one lead department of a reading. */
export function ownDepartment(reading: Pick<Seen, 'leadDepartmentId'>, person: Person): boolean {
  return person.departmentId !== null && person.departmentId === reading.leadDepartmentId;
}

/**
 * Whether a person may see one version of a reading's history: who could have seen the reading then.
 * The reviewer sees why one went back, because the committee said it.
 */
export function maySeeRevision(
  reading: Seen,
  revision: { readonly status: ReadingStatus; readonly action: string },
  person: Person,
): boolean {
  if (revision.action === 'return' && person.roles.includes('reviewer')) return true;
  return maySee({ ...reading, status: revision.status }, person);
}
