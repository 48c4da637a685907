import { can, type Permission, type Role } from './permissions.ts';

/** The life of a reading. Until the year-end desk exists, `submitted` may be approved directly. */
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

/** Somebody who looks at a reading. */
export interface Person {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
}

/** What decides about a step: where the reading stands, who typed it, who leads the indicator. */
export interface Standing {
  readonly status: ReadingStatus;
  /** Everybody who typed something into it. */
  readonly typedBy: readonly string[];
  /** The one named lead department; null: 牵头待定 or 无责任单位. */
  readonly leadDepartmentId: string | null;
}

export type StepRefusal = 'forbidden' | 'ownEntry' | 'wrongState';

/**
 * Why a person may not take a step now; null: they may. Permission comes before state, so that a
 * stranger to the department learns nothing of the state.
 * @example refuseStep('approve', { status: 'draft', … }, reviewer) // 'wrongState'
 */
export function refuseStep(step: Step, standing: Standing, person: Person): StepRefusal | null {
  const transition: Transition = TRANSITIONS[step];
  if (!can(person.roles, transition.permission)) return 'forbidden';
  if (!actsHere(step, standing, person)) return 'forbidden';
  if (!transition.from.includes(standing.status)) return 'wrongState';
  if (transition.otherPerson && standing.typedBy.includes(person.userId)) return 'ownEntry';
  return null;
}

/** A reviewer acts for the whole committee, everybody else for their own lead department. */
function actsHere(step: Step, standing: Standing, person: Person): boolean {
  const own = person.departmentId !== null && person.departmentId === standing.leadDepartmentId;
  if (step === 'approve') return true;
  if (step === 'return' && person.roles.includes('reviewer')) return true;
  // The department head returns what has not been signed yet; after that it is the committee's.
  if (step === 'return') return own && standing.status !== 'signed';
  return own;
}

/** The steps open to a person, in the order of the desk. */
export function openSteps(standing: Standing, person: Person): Step[] {
  return STEPS.filter((step) => refuseStep(step, standing, person) === null);
}

/** Whether a person may type into a reading now. */
export function mayEdit(standing: Standing, person: Person): boolean {
  return (
    can(person.roles, 'readings.enter') &&
    person.departmentId !== null &&
    person.departmentId === standing.leadDepartmentId &&
    EDITABLE.includes(standing.status)
  );
}

/** Whether a person may see a reading: approved ones everybody, the rest as design.md decides. */
export function maySee(standing: Standing, person: Person): boolean {
  if (standing.status === 'approved' || standing.status === 'sealed') return true;
  if (!can(person.roles, 'readings.seeUnapproved')) return false;
  const own = person.departmentId !== null && person.departmentId === standing.leadDepartmentId;
  const handedIn = standing.status === 'submitted' || standing.status === 'signed';
  return own || (handedIn && person.roles.includes('reviewer'));
}

/**
 * Whether a person may see one version of a reading's history: who could have seen the reading then.
 * The reviewer sees why one went back, because the committee said it.
 */
export function maySeeRevision(
  reading: Standing,
  revision: { readonly status: ReadingStatus; readonly action: string },
  person: Person,
): boolean {
  if (revision.action === 'return' && person.roles.includes('reviewer')) return true;
  return maySee({ ...reading, status: revision.status }, person);
}
