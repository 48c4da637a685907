import { can } from './permissions.ts';
import { maySee, ownDepartment, type Person, type Seen, type Standing } from './workflow.ts';

/**
 * The life of a request to correct what was approved (申请更正), a figure or the report on a measure.
 * Only the first state is open.
 */
export const CORRECTION_STATUSES = ['requested', 'approved', 'refused', 'withdrawn'] as const;
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

export const CORRECTION_STEPS = ['approve', 'refuse', 'withdraw'] as const;
export type CorrectionStep = (typeof CORRECTION_STEPS)[number];

/** What decides about a request: where it stands, who asked, who sealed the year. */
export interface CorrectionStanding {
  readonly status: CorrectionStatus;
  readonly requestedBy: string;
  /** The reading or the report that it is about. */
  readonly subject: Seen & Pick<Standing, 'typedBy'>;
  /** null: the year is not sealed. */
  readonly sealedBy: string | null;
}

export type CorrectionRefusal = 'forbidden' | 'wrongState' | 'ownEntry' | 'ownSeal';

/**
 * Why a person may not ask for a correction of a reading or a report; null: they may. Asked is by a
 * reporter of the department that answers for it, and only about what can no longer be returned.
 * @example refuseAsking({ status: 'signed', leadDepartmentId: 'steb' }, reporterOfSteb)
 * // 'wrongState'
 */
export function refuseAsking(subject: Seen, person: Person): 'forbidden' | 'wrongState' | null {
  if (!can(person.roles, 'corrections.request')) return 'forbidden';
  if (!ownDepartment(subject, person)) return 'forbidden';
  return subject.status === 'approved' || subject.status === 'sealed' ? null : 'wrongState';
}

/**
 * Why a person may not decide about a request or take it back; null: they may. Decided is by a
 * reviewer who did not seal the year, did not ask, and typed nothing into what it is about.
 */
export function refuseDeciding(
  step: CorrectionStep,
  standing: CorrectionStanding,
  person: Person,
): CorrectionRefusal | null {
  const { status, requestedBy, subject, sealedBy } = standing;
  if (step === 'withdraw') {
    const own = can(person.roles, 'corrections.request') && ownDepartment(subject, person);
    if (!own) return 'forbidden';
    return status === 'requested' ? null : 'wrongState';
  }
  if (!can(person.roles, 'corrections.decide')) return 'forbidden';
  if (status !== 'requested') return 'wrongState';
  if (sealedBy === person.userId) return 'ownSeal';
  const own = requestedBy === person.userId || subject.typedBy.includes(person.userId);
  return own ? 'ownEntry' : null;
}

/** The steps open to a person. */
export function openDecisions(standing: CorrectionStanding, person: Person): CorrectionStep[] {
  return CORRECTION_STEPS.filter((step) => refuseDeciding(step, standing, person) === null);
}

/**
 * Whether a person may see a request. What came of it is as public as the thing itself; what is only
 * asked for, or was refused, is seen like something that was handed in.
 */
export function maySeeCorrection(
  { status, subject }: Pick<CorrectionStanding, 'status' | 'subject'>,
  person: Person,
): boolean {
  return maySee(status === 'approved' ? subject : { ...subject, status: 'submitted' }, person);
}
