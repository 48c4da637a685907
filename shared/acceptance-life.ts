import { hasSubstance } from './checks/substance.ts';
import { can, type Permission } from './permissions.ts';
import type { FieldIssue } from './reading-rules.ts';
import type { Person } from './workflow.ts';

/**
 * The life of an acceptance (验收考核): departments assess themselves (自评), assessors verify (核验), the
 * verified marks are announced and departments may object (异议), the result is laid before the leading
 * group (送审), which concludes it (定论). Opened by mistake it is withdrawn and stays on record.
 */
export const ACCEPTANCE_STATES = [
  'selfAssessment',
  'verification',
  'disputes',
  'presented',
  'concluded',
  'withdrawn',
] as const;
export type AcceptanceState = (typeof ACCEPTANCE_STATES)[number];

export const ACCEPTANCE_STEPS = [
  'beginVerification',
  'announce',
  'present',
  'takeBack',
  'conclude',
  'withdraw',
] as const;
export type AcceptanceStep = (typeof ACCEPTANCE_STEPS)[number];

/**
 * Where the self-assessment of one department stands. `submitted`: typed, and the head has not signed
 * yet; `handedIn`: with the assessors; `absent`: verification began without it.
 */
export const SELF_STATES = ['draft', 'submitted', 'handedIn', 'returned', 'absent'] as const;
export type SelfState = (typeof SELF_STATES)[number];

/** `recall`: its typist takes it back from the head. `sendBack`: the head, or an assessor, does not take it. */
export const SELF_STEPS = ['submit', 'recall', 'handIn', 'sendBack'] as const;
export type SelfStep = (typeof SELF_STEPS)[number];

export const ITEM_STEPS = [
  'assess',
  'attach',
  'verify',
  'dispute',
  'withdrawDispute',
  'answer',
] as const;
export type ItemStep = (typeof ITEM_STEPS)[number];

/** What came of an objection: the mark stands, or is another now. */
export const DISPUTE_ANSWERS = ['upheld', 'changed'] as const;
export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];
export const DISPUTE_STATES = ['open', ...DISPUTE_ANSWERS] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** What a file beside an item is to show: the self-assessment, or an objection. */
export const FILE_PURPOSES = ['self', 'dispute'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** Every row of its journal: only ever added. */
export const ACCEPTANCE_RECORDS = [
  'open',
  ...ACCEPTANCE_STEPS,
  ...SELF_STEPS,
  ...ITEM_STEPS,
  'detach',
  'reattach',
] as const;
export type AcceptanceRecord = (typeof ACCEPTANCE_RECORDS)[number];

/** States in which nothing of it changes any more. */
export const SETTLED: readonly AcceptanceState[] = ['concluded', 'withdrawn'];

export type AcceptanceRefusal =
  | 'forbidden'
  | 'ownEntry'
  | 'ownDepartment'
  | 'wrongState'
  | 'acceptanceNotReady';

const STEPS: Record<
  AcceptanceStep,
  {
    readonly from: readonly AcceptanceState[];
    readonly to: AcceptanceState;
    readonly permission: Permission;
  }
> = {
  beginVerification: {
    from: ['selfAssessment'],
    to: 'verification',
    permission: 'acceptance.manage',
  },
  announce: { from: ['verification'], to: 'disputes', permission: 'acceptance.manage' },
  present: { from: ['disputes'], to: 'presented', permission: 'acceptance.manage' },
  takeBack: { from: ['presented'], to: 'disputes', permission: 'acceptance.manage' },
  conclude: { from: ['presented'], to: 'concluded', permission: 'acceptance.approve' },
  withdraw: {
    from: ['selfAssessment', 'verification', 'disputes'],
    to: 'withdrawn',
    permission: 'acceptance.manage',
  },
};

export const acceptanceStateAfter = (step: AcceptanceStep): AcceptanceState => STEPS[step].to;

/** What of an acceptance decides about its steps. */
export interface AcceptanceStanding {
  readonly state: AcceptanceState;
  /** Departments whose self-assessment is on the way back, or with them still. */
  readonly atDepartments: number;
  /** Items that must have a mark and have none. */
  readonly unverified: number;
  readonly openDisputes: number;
  /** Who presented it, verified something of it, or answered an objection. */
  readonly workedOnBy: readonly string[];
}

/**
 * Why a person may not take a step with a whole acceptance; null: they may.
 * @example refuseAcceptanceStep('announce', { state: 'verification', unverified: 3, … }, reviewer)
 * // 'acceptanceNotReady'
 */
export function refuseAcceptanceStep(
  step: AcceptanceStep,
  { state, atDepartments, unverified, openDisputes, workedOnBy }: AcceptanceStanding,
  { roles, userId }: Pick<Person, 'roles' | 'userId'>,
): AcceptanceRefusal | null {
  const { from, permission } = STEPS[step];
  if (!can(roles, permission)) return 'forbidden';
  if (!from.includes(state)) return 'wrongState';
  if (step === 'announce' && atDepartments + unverified > 0) return 'acceptanceNotReady';
  if (step === 'present' && openDisputes > 0) return 'acceptanceNotReady';
  return step === 'conclude' && workedOnBy.includes(userId) ? 'ownEntry' : null;
}

/** What of a department's self-assessment decides about its steps. */
export interface SelfStanding {
  readonly acceptance: AcceptanceState;
  readonly state: SelfState;
  /** The department that answers today. */
  readonly departmentId: string;
  readonly typedBy: readonly string[];
  /** Items that need an own mark and have none. */
  readonly unmarked: number;
}

/** Departments work on it until the marks are announced; during verification on what came back. */
const OPEN_TO_DEPARTMENTS: readonly AcceptanceState[] = ['selfAssessment', 'verification'];

/**
 * Why a person may not take a step with a department's self-assessment; null: they may. Who typed does
 * not hand in, and nobody sends their own department's work back as an assessor.
 * @example refuseSelfStep('handIn', { state: 'submitted', typedBy: ['me'], … }, me) // 'ownEntry'
 */
export function refuseSelfStep(
  step: SelfStep,
  { acceptance, state, departmentId, typedBy, unmarked }: SelfStanding,
  person: Person,
): AcceptanceRefusal | null {
  const own = person.departmentId === departmentId;
  const assess = own && can(person.roles, 'acceptance.assess');
  const signs = own && can(person.roles, 'acceptance.handIn');
  const open = OPEN_TO_DEPARTMENTS.includes(acceptance);
  switch (step) {
    case 'submit':
      if (!assess) return 'forbidden';
      if (!open || (state !== 'draft' && state !== 'returned')) return 'wrongState';
      return unmarked > 0 ? 'acceptanceNotReady' : null;
    case 'recall':
      if (!assess) return 'forbidden';
      return open && state === 'submitted' ? null : 'wrongState';
    case 'handIn':
      if (!signs) return 'forbidden';
      if (!open || state !== 'submitted') return 'wrongState';
      return typedBy.includes(person.userId) ? 'ownEntry' : null;
    case 'sendBack':
      if (signs && open && state === 'submitted') return null;
      if (!can(person.roles, 'acceptance.verify')) return signs ? 'wrongState' : 'forbidden';
      if (own) return 'ownDepartment';
      return open && state === 'handedIn' ? null : 'wrongState';
  }
}

export const selfStateAfter = (step: SelfStep): SelfState =>
  (
    {
      submit: 'submitted',
      recall: 'draft',
      handIn: 'handedIn',
      sendBack: 'returned',
    } as const satisfies Record<SelfStep, SelfState>
  )[step];

/** What of one item decides about what is done with it. */
export interface ItemStanding {
  readonly acceptance: AcceptanceState;
  /** null: nobody answers for the item, and nobody assesses it but the assessors. */
  readonly self: { readonly state: SelfState; readonly typedBy: readonly string[] } | null;
  /** The department that answers today; null: none. */
  readonly departmentId: string | null;
  /** Whether an assessor must mark it: not what the sheet itself leaves out. */
  readonly marked: boolean;
  readonly verified: boolean;
  /** null: no objection, or it was withdrawn. */
  readonly dispute: DisputeState | null;
}

/**
 * Why a person may not do something with an item; null: they may. Assessors never judge what their own
 * department, or they themselves, assessed. One objection an item, answered once.
 */
export function refuseItemStep(
  step: ItemStep,
  item: ItemStanding,
  person: Person,
): AcceptanceRefusal | null {
  const own = person.departmentId !== null && person.departmentId === item.departmentId;
  switch (step) {
    case 'assess':
      if (!own || !can(person.roles, 'acceptance.assess')) return 'forbidden';
      return isTyped(item) ? null : 'wrongState';
    case 'attach':
      if (!own || !can(person.roles, 'acceptance.assess')) return 'forbidden';
      return isTyped(item) || isObjected(item) ? null : 'wrongState';
    case 'verify':
      if (!can(person.roles, 'acceptance.verify')) return 'forbidden';
      if (own) return 'ownDepartment';
      if (item.self?.typedBy.includes(person.userId) === true) return 'ownEntry';
      return item.acceptance === 'verification' && item.marked && isWithAssessors(item)
        ? null
        : 'wrongState';
    case 'dispute':
      if (!own || !can(person.roles, 'acceptance.dispute')) return 'forbidden';
      return isDisputable(item) ? null : 'wrongState';
    case 'withdrawDispute':
      if (!own || !can(person.roles, 'acceptance.dispute')) return 'forbidden';
      return isObjected(item) ? null : 'wrongState';
    case 'answer':
      if (!can(person.roles, 'acceptance.verify')) return 'forbidden';
      if (own) return 'ownDepartment';
      return isObjected(item) ? null : 'wrongState';
  }
}

function isTyped({ acceptance, self }: ItemStanding): boolean {
  if (self === null || !OPEN_TO_DEPARTMENTS.includes(acceptance)) return false;
  return self.state === 'draft' || self.state === 'returned';
}

const isWithAssessors = ({ self }: ItemStanding): boolean =>
  self === null || self.state === 'handedIn' || self.state === 'absent';

const isObjected = ({ acceptance, dispute }: ItemStanding): boolean =>
  acceptance === 'disputes' && dispute === 'open';

const isDisputable = ({ acceptance, verified, dispute }: ItemStanding): boolean =>
  acceptance === 'disputes' && verified && dispute === null;

/** The steps open to a person, in the order of its life. */
export const openItemSteps = (item: ItemStanding, person: Person): ItemStep[] =>
  ITEM_STEPS.filter((step) => refuseItemStep(step, item, person) === null);
export const openSelfSteps = (self: SelfStanding, person: Person): SelfStep[] =>
  SELF_STEPS.filter((step) => refuseSelfStep(step, self, person) === null);
export const openAcceptanceSteps = (
  standing: AcceptanceStanding,
  person: Pick<Person, 'roles' | 'userId'>,
): AcceptanceStep[] =>
  ACCEPTANCE_STEPS.filter((step) => refuseAcceptanceStep(step, standing, person) === null);

/**
 * Whether a person may see what a department wrote about itself: it always, assessors, leaders and the
 * auditor what was handed in, everybody else what was concluded.
 */
export function maySeeSelf(
  item: Pick<ItemStanding, 'acceptance' | 'departmentId' | 'self'>,
  person: Person,
): boolean {
  if (person.departmentId !== null && person.departmentId === item.departmentId) return true;
  if (item.acceptance === 'concluded') return can(person.roles, 'acceptance.see');
  return seesAll(person) && item.self?.state === 'handedIn';
}

/**
 * Whether a person may see an item's verified mark: assessors, leaders and the auditor at once, its
 * department once the marks are announced, everybody else when it is concluded.
 */
export function maySeeVerified(
  { acceptance, departmentId }: Pick<ItemStanding, 'acceptance' | 'departmentId'>,
  person: Person,
): boolean {
  if (acceptance === 'concluded') return can(person.roles, 'acceptance.see');
  if (seesAll(person)) return true;
  const own = person.departmentId !== null && person.departmentId === departmentId;
  return own && (acceptance === 'disputes' || acceptance === 'presented');
}

/**
 * Whether a person may open a file beside an item: what proves an objection as they may see the mark,
 * what belongs to the self-assessment as they may see that.
 */
export const maySeeFile = (
  item: Pick<ItemStanding, 'acceptance' | 'departmentId' | 'self'>,
  { purpose }: { readonly purpose: FilePurpose },
  person: Person,
): boolean => (purpose === 'dispute' ? maySeeVerified(item, person) : maySeeSelf(item, person));

/** Assessors, leaders and the auditor see every department's. */
export const seesAll = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => role === 'reviewer' || role === 'leader' || role === 'auditor');

/** What of an item decides about its marks. */
export interface ItemMarks {
  readonly part: 'base' | 'bonus' | 'veto';
  readonly weight: number | null;
  /** As the sheet's rules compute it; equal where nothing is open. */
  readonly low: number;
  readonly high: number;
  readonly excluded: boolean;
  /** Why it is not one number; null: it is. */
  readonly gap: string | null;
  readonly selfMarks: number | null;
}

/** Whether a department gives an own mark: where no figure says it. A veto has none. */
export const takesOwnMark = ({ part, excluded, gap }: ItemMarks): boolean =>
  part !== 'veto' && !excluded && gap !== null;

/**
 * The mark that an assessor starts from: the department's own where it gives one, else the computed
 * one; null: there is neither.
 * @example claimOf({ part: 'base', low: 3.2, high: 3.2, gap: null, selfMarks: null, … }) // 3.2
 */
export function claimOf(item: ItemMarks): number | null {
  if (item.excluded) return null;
  return item.gap === null ? item.low : takesOwnMark(item) ? item.selfMarks : null;
}

/** Why a department's own mark cannot be so; [] is none. */
export function refuseOwnMark(item: ItemMarks, marks: number | null): FieldIssue[] {
  if (marks === null) return [];
  if (!takesOwnMark(item)) return [{ pointer: '/marks', code: 'computedValue' }];
  return aboveWeight(item, marks);
}

/**
 * Why an assessor's mark cannot be so; [] is none. What differs from the claim needs a reason that says
 * something, and so does less than full marks where there is no claim.
 * @example refuseVerifiedMark({ weight: 4, low: 4, high: 4, gap: null, … }, 3, '核实无误')
 * // [{ pointer: '/reason', code: 'reasonTooThin' }]
 */
export function refuseVerifiedMark(item: ItemMarks, marks: number, reason: string): FieldIssue[] {
  if (item.part === 'veto' && marks !== 0 && marks !== 1) {
    return [{ pointer: '/marks', code: 'notAllowed' }];
  }
  const issues = aboveWeight(item, marks);
  const expected = claimOf(item) ?? (item.part === 'veto' ? 0 : item.weight);
  if (marks !== expected) issues.push(...refuseReason(reason));
  return issues;
}

/** A reason says something: 「核实无误」 is none. */
export function refuseReason(reason: string): FieldIssue[] {
  if (reason === '') return [{ pointer: '/reason', code: 'required' }];
  return hasSubstance(reason) ? [] : [{ pointer: '/reason', code: 'reasonTooThin' }];
}

function aboveWeight({ part, weight }: ItemMarks, marks: number): FieldIssue[] {
  if (part === 'veto' || weight === null || marks <= weight) return [];
  return [{ pointer: '/marks', code: 'tooLarge', values: { maximum: weight } }];
}
