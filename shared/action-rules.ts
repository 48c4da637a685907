import { type DepartmentLife, heirOn } from './department-rules.ts';
import { can, type Permission, type Role } from './permissions.ts';
import { daysBetween } from './round-rules.ts';

/**
 * The life of an action item (督办事项): a decision of a meeting in the hands of its departments.
 * `sentBack` is worked on again like `received`; `verified` is only left to be crossed off (销号).
 */
export const ACTION_STATES = [
  'issued',
  'received',
  'reported',
  'sentBack',
  'verified',
  'closed',
  'withdrawn',
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What somebody does about an action item. Each leaves a row that is never changed. */
export const ACTION_STEPS = [
  'receive',
  'note',
  'attach',
  'detach',
  'reattach',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'report',
  'sendBack',
  'verify',
  'close',
  'withdraw',
] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

/** Rows that no button makes: it was issued with the decision, or its wording was mended. */
export const ACTION_RECORDS = ['issue', 'amend', ...ACTION_STEPS] as const;
export type ActionRecord = (typeof ACTION_RECORDS)[number];

/** States in which the departments work on it. */
export const AT_WORK: readonly ActionState[] = ['received', 'sentBack'];
/** States in which something is still owed. What is reported waits for the committee. */
export const UNSETTLED: readonly ActionState[] = ['issued', 'received', 'sentBack'];
/** What the next meeting opens with: all that is not crossed off. */
export const STILL_OPEN: readonly ActionState[] = [
  'issued',
  'received',
  'reported',
  'sentBack',
  'verified',
];

interface ActionTransition {
  readonly from: readonly ActionState[];
  /** null: it stays where it is. */
  readonly to: ActionState | null;
  readonly permission: Permission;
  /** Whose step it is: the lead department's, that of every department named, the committee's. */
  readonly whose: 'lead' | 'named' | 'committee';
}

export const ACTION_TRANSITIONS = {
  /** Every department named receives it once; it is `received` when the lead has. */
  receive: {
    from: ['issued', 'received', 'sentBack', 'reported'],
    to: null,
    permission: 'actions.report',
    whose: 'named',
  },
  note: { from: AT_WORK, to: null, permission: 'actions.report', whose: 'named' },
  attach: { from: AT_WORK, to: null, permission: 'actions.report', whose: 'named' },
  detach: { from: AT_WORK, to: null, permission: 'actions.report', whose: 'named' },
  reattach: { from: AT_WORK, to: null, permission: 'actions.report', whose: 'named' },
  askExtension: { from: AT_WORK, to: null, permission: 'actions.report', whose: 'lead' },
  grantExtension: { from: AT_WORK, to: null, permission: 'actions.verify', whose: 'committee' },
  refuseExtension: { from: AT_WORK, to: null, permission: 'actions.verify', whose: 'committee' },
  report: { from: AT_WORK, to: 'reported', permission: 'actions.report', whose: 'lead' },
  sendBack: {
    from: ['reported'],
    to: 'sentBack',
    permission: 'actions.verify',
    whose: 'committee',
  },
  verify: {
    from: ['reported'],
    to: 'verified',
    permission: 'actions.verify',
    whose: 'committee',
  },
  close: { from: ['verified'], to: 'closed', permission: 'actions.verify', whose: 'committee' },
  withdraw: {
    from: ['issued', 'received', 'sentBack', 'reported'],
    to: 'withdrawn',
    permission: 'actions.verify',
    whose: 'committee',
  },
} as const satisfies Record<ActionStep, ActionTransition>;

/** Somebody who looks at an action item. */
export interface ActionPerson {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
}

/** What decides about a step. */
export interface ActionStanding {
  readonly state: ActionState;
  readonly leadDepartmentId: string;
  readonly supportingDepartmentIds: readonly string[];
  /** Departments that have signed for it (签收). */
  readonly receivedBy: readonly string[];
  /** Who asked for more time and waits for an answer; null: nobody does. */
  readonly extensionAskedBy: string | null;
  /** Who reported it done last; null: nobody did. */
  readonly reportedBy: string | null;
}

export type ActionRefusal = 'forbidden' | 'wrongState' | 'ownEntry';

/**
 * Why a person may not take a step now; null: they may. Permission comes before state. Nobody
 * decides about what they asked for or reported themselves.
 * @example refuseActionStep('report', { state: 'issued', … }, headOfTheLead) // 'wrongState'
 */
export function refuseActionStep(
  step: ActionStep,
  standing: ActionStanding,
  person: ActionPerson,
): ActionRefusal | null {
  const transition: ActionTransition = ACTION_TRANSITIONS[step];
  if (!can(person.roles, transition.permission)) return 'forbidden';
  if (!isTheirs(transition.whose, standing, person)) return 'forbidden';
  if (!transition.from.includes(standing.state)) return 'wrongState';
  const received = standing.receivedBy.includes(person.departmentId ?? '');
  // One that supported it and took over from the lead signs for it once more.
  const again =
    step === 'receive' &&
    standing.state === 'issued' &&
    person.departmentId === standing.leadDepartmentId;
  if (transition.whose !== 'committee' && !again && received === (step === 'receive')) {
    return 'wrongState';
  }
  const asked = standing.extensionAskedBy;
  if (step === 'askExtension' && asked !== null) return 'wrongState';
  if (step === 'grantExtension' || step === 'refuseExtension') {
    if (asked === null) return 'wrongState';
    if (asked === person.userId) return 'ownEntry';
  }
  const own = standing.reportedBy === person.userId;
  return (step === 'verify' || step === 'sendBack') && own ? 'ownEntry' : null;
}

function isTheirs(
  whose: ActionTransition['whose'],
  standing: ActionStanding,
  { departmentId }: ActionPerson,
): boolean {
  if (whose === 'committee') return true;
  if (departmentId === null) return false;
  if (departmentId === standing.leadDepartmentId) return true;
  return whose === 'named' && standing.supportingDepartmentIds.includes(departmentId);
}

/** The steps open to a person, in the order of its life. */
export function openActionSteps(standing: ActionStanding, person: ActionPerson): ActionStep[] {
  return ACTION_STEPS.filter((step) => refuseActionStep(step, standing, person) === null);
}

/**
 * Where an action item stands after a step of somebody's department.
 * @example stateAfter('receive', { state: 'issued', leadDepartmentId: 'steb', … }, 'steb')
 * // 'received'
 */
export function stateAfter(
  step: ActionStep,
  { state, leadDepartmentId }: Pick<ActionStanding, 'state' | 'leadDepartmentId'>,
  departmentId: string | null,
): ActionState {
  if (step === 'receive') {
    return state === 'issued' && departmentId === leadDepartmentId ? 'received' : state;
  }
  return ACTION_TRANSITIONS[step].to ?? state;
}

/** Whether the wording of a decision may still be mended: nobody has signed for it yet. */
export function mayAmend({ state, receivedBy }: Pick<ActionStanding, 'state' | 'receivedBy'>) {
  return state === 'issued' && receivedBy.length === 0;
}

/**
 * Whether a person may open the files of an action item: the departments named, the committee, the
 * leading group and the auditor.
 */
export function maySeeActionFiles(
  standing: Pick<ActionStanding, 'leadDepartmentId' | 'supportingDepartmentIds'>,
  { roles, departmentId }: ActionPerson,
): boolean {
  if (!can(roles, 'evidence.see')) return false;
  if (roles.some((role) => role === 'reviewer' || role === 'leader' || role === 'auditor')) {
    return true;
  }
  const { leadDepartmentId, supportingDepartmentIds } = standing;
  const named = [leadDepartmentId, ...supportingDepartmentIds];
  return departmentId !== null && named.includes(departmentId);
}

/** Who is charged with an action item. */
export interface Charged {
  readonly leadDepartmentId: string;
  readonly supportingDepartmentIds: readonly string[];
}

/**
 * Who answers for an action item on a day: the departments that were charged with it, or those that
 * have taken over from them by then. What is settled keeps the names of those that did it.
 * @example answeringOn({ state: 'issued', leadDepartmentId: 'stateTax', supportingDepartmentIds: ['localTax'] },
 *   '2018-12-31', offices) // both merged into tax: { leadDepartmentId: 'tax', supportingDepartmentIds: [] }
 */
export function answeringOn(
  { state, leadDepartmentId, supportingDepartmentIds }: Charged & { readonly state: ActionState },
  day: string,
  offices: ReadonlyMap<string, Pick<DepartmentLife, 'validTo' | 'successorId'>>,
): Charged {
  if (!STILL_OPEN.includes(state)) return { leadDepartmentId, supportingDepartmentIds };
  const lead = heirOn(leadDepartmentId, day, offices);
  const others = new Set(supportingDepartmentIds.map((id) => heirOn(id, day, offices)));
  return {
    leadDepartmentId: lead,
    supportingDepartmentIds: [...others].filter((id) => id !== lead),
  };
}

/** Days before the due day from which an action item is near it (临期). */
export const NEAR_DAYS = 7;

/**
 * How an action item stands to its due day. `running`: time is left; `near` 临期: a week or less, the
 * due day included; `overdue` 逾期; reported done or crossed off: `inTime` or `late` by the day it was
 * reported; `void`: withdrawn.
 */
export const URGENCIES = ['running', 'near', 'overdue', 'inTime', 'late', 'void'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * A pure function of days: the due day that stands, when it was reported done (null: not, or it was
 * sent back), and the day on which one asks.
 * @example urgencyOf({ state: 'received', dueOn: '2018-12-31', reportedOn: null }, '2018-12-25')
 * // 'near'
 */
export function urgencyOf(
  action: {
    readonly state: ActionState;
    readonly dueOn: string;
    readonly reportedOn: string | null;
  },
  today: string,
): Urgency {
  const { state, dueOn, reportedOn } = action;
  if (state === 'withdrawn') return 'void';
  if (!UNSETTLED.includes(state) && reportedOn !== null) {
    return reportedOn <= dueOn ? 'inTime' : 'late';
  }
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'overdue';
  return left <= NEAR_DAYS ? 'near' : 'running';
}
