import { STATUSES, type Status } from './assessment/types.ts';
import { MEASURE_STATES } from './measures.ts';
import { can, type Permission } from './permissions.ts';
import type { FieldIssue } from './reading-rules.ts';
import type { Person } from './workflow.ts';

/** The life of a score sheet (评分表): drafted, presented to the leading group, approved and frozen. */
export const SHEET_STATES = ['draft', 'presented', 'approved'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export const SHEET_STEPS = ['present', 'takeBack', 'approve'] as const;
export type SheetStep = (typeof SHEET_STEPS)[number];

/** `base` 基本分, `bonus` 加分, `veto` 一票否决. */
export const ITEM_PARTS = ['base', 'bonus', 'veto'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

export const ITEM_SUBJECTS = ['indicator', 'measure', 'free'] as const;
export type ItemSubject = (typeof ITEM_SUBJECTS)[number];

/**
 * How an item earns its marks: all of them when met and none otherwise; in proportion; so many per
 * status; or by the assessors, because no figure says it.
 */
export const ITEM_RULES = ['fullWhenMet', 'proportional', 'perStatus', 'byHand'] as const;
export type ItemRule = (typeof ITEM_RULES)[number];

/** In proportion to value ÷ target (完成值/目标值), or to the way from the baseline to the target. */
export const PROPORTION_BASES = ['attainment', 'completion'] as const;
export type ProportionBasis = (typeof PROPORTION_BASES)[number];

/** What becomes of an item that cannot be judged: left out and the rest scaled up, nothing, or all. */
export const CANNOT_JUDGE_RULES = ['excluded', 'zero', 'full'] as const;
export type CannotJudgeRule = (typeof CANNOT_JUDGE_RULES)[number];

/** Whether targets that are only striven for (力争) count. */
export const TENTATIVE_RULES = ['counts', 'excluded'] as const;
export type TentativeRule = (typeof TENTATIVE_RULES)[number];

/** Which end of a range (3—5个) is the pass line. */
export const PASS_LINES = ['lower', 'upper'] as const;
export type PassLine = (typeof PASS_LINES)[number];

export interface SheetItem {
  readonly id: string;
  readonly part: ItemPart;
  readonly subject: ItemSubject;
  readonly indicatorId: string | null;
  readonly measureId: string | null;
  /** '' unless the subject is free. */
  readonly title: string;
  /** null: the lead department of the indicator. */
  readonly departmentId: string | null;
  /** Marks in all; null: not decided. A veto has none. */
  readonly weight: number | null;
  readonly rule: ItemRule | null;
  readonly basis: ProportionBasis | null;
  /** Marks by status of the indicator, or by state of the measure. */
  readonly points: readonly { readonly status: string; readonly marks: number }[];
  /** 评分标准, in words. */
  readonly standard: string;
}

export interface SheetGrade {
  readonly nameZh: string;
  readonly nameEn: string;
  /** The least score of the grade, itself included. */
  readonly lower: number;
}

/** What a score sheet says. null everywhere is "the sheet does not say". */
export interface SheetContent {
  readonly title: string;
  readonly items: readonly SheetItem[];
  /** The best first. */
  readonly grades: readonly SheetGrade[];
  readonly pendingRule: CannotJudgeRule | null;
  readonly noDataRule: CannotJudgeRule | null;
  readonly tentativeRule: TentativeRule | null;
  readonly passLine: PassLine | null;
  /** The most that all bonus items bring together. */
  readonly bonusCap: number | null;
  /** The place of the grade that a veto brings down to. */
  readonly vetoGrade: number | null;
}

export const EMPTY_SHEET: SheetContent = {
  title: '',
  items: [],
  grades: [],
  pendingRule: null,
  noDataRule: null,
  tentativeRule: null,
  passLine: null,
  bonusCap: null,
  vetoGrade: null,
};

const TRANSITIONS: Record<
  SheetStep,
  { readonly from: SheetState; readonly to: SheetState; readonly permission: Permission }
> = {
  present: { from: 'draft', to: 'presented', permission: 'acceptance.draft' },
  takeBack: { from: 'presented', to: 'draft', permission: 'acceptance.draft' },
  approve: { from: 'presented', to: 'approved', permission: 'acceptance.approve' },
};

export const stateAfter = (step: SheetStep): SheetState => TRANSITIONS[step].to;

export interface SheetStanding {
  readonly state: SheetState;
  /** Loaded as an example and not yet made somebody's own. */
  readonly example: boolean;
  /** Who presented it; null: nobody has. */
  readonly presentedBy: string | null;
}

export type SheetRefusal = 'forbidden' | 'ownEntry' | 'wrongState';

/**
 * Why a person may not take a step with a score sheet; null: they may. An example is nobody's
 * proposal until somebody has saved it as theirs.
 * @example refuseSheetStep('approve', { state: 'draft', … }, leader) // 'wrongState'
 */
export function refuseSheetStep(
  step: SheetStep,
  { state, example, presentedBy }: SheetStanding,
  { roles, userId }: Pick<Person, 'roles' | 'userId'>,
): SheetRefusal | null {
  const { from, permission } = TRANSITIONS[step];
  if (!can(roles, permission)) return 'forbidden';
  if (state !== from || (step === 'present' && example)) return 'wrongState';
  return step === 'approve' && presentedBy === userId ? 'ownEntry' : null;
}

export function openSheetSteps(
  standing: SheetStanding,
  person: Pick<Person, 'roles' | 'userId'>,
): SheetStep[] {
  return SHEET_STEPS.filter((step) => refuseSheetStep(step, standing, person) === null);
}

/** Whether a person may see a sheet: a draft is the committee's, a presented one the leaders', too. */
export function maySeeSheet(state: SheetState, { roles }: Pick<Person, 'roles'>): boolean {
  if (state === 'approved') return can(roles, 'acceptance.see');
  if (can(roles, 'acceptance.draft') || roles.includes('auditor')) return true;
  return state === 'presented' && can(roles, 'acceptance.approve');
}

/** The statuses that marks per status can name, by what the item is about. */
export function statusesOf(subject: ItemSubject): readonly string[] {
  if (subject === 'indicator') return STATUSES satisfies readonly Status[];
  return subject === 'measure' ? MEASURE_STATES : [];
}

/** What rules an item of a subject can have. */
export function rulesOf(subject: ItemSubject): readonly ItemRule[] {
  if (subject === 'indicator') return ITEM_RULES;
  return subject === 'measure' ? ['fullWhenMet', 'perStatus', 'byHand'] : ['byHand'];
}

/** What a sheet says that contradicts itself; [] is a sheet that may be kept, finished or not. */
export function refuseSheet(content: SheetContent): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const ids = new Set<string>();
  content.items.forEach((item, at) => {
    const pointer = `/items/${at}`;
    if (ids.has(item.id)) issues.push({ pointer: `${pointer}/id`, code: 'duplicateKey' });
    ids.add(item.id);
    if ((item.indicatorId !== null) !== (item.subject === 'indicator')) {
      issues.push({ pointer: `${pointer}/indicatorId`, code: 'notThisKind' });
    }
    if ((item.measureId !== null) !== (item.subject === 'measure')) {
      issues.push({ pointer: `${pointer}/measureId`, code: 'notThisKind' });
    }
    if ((item.title !== '') !== (item.subject === 'free')) {
      issues.push({
        pointer: `${pointer}/title`,
        code: item.title === '' ? 'required' : 'notThisKind',
      });
    }
    if (item.rule !== null && !rulesOf(item.subject).includes(item.rule)) {
      issues.push({ pointer: `${pointer}/rule`, code: 'notAllowed' });
    }
    const known = statusesOf(item.subject);
    item.points.forEach(({ status, marks }, point) => {
      if (!known.includes(status)) {
        issues.push({ pointer: `${pointer}/points/${point}/status`, code: 'notAllowed' });
      }
      if (item.weight !== null && marks > item.weight) {
        issues.push({ pointer: `${pointer}/points/${point}/marks`, code: 'tooLarge' });
      }
    });
  });
  content.grades.forEach(({ lower }, at) => {
    const above = content.grades[at - 1];
    if (above !== undefined && lower >= above.lower) {
      issues.push({ pointer: `/grades/${at}/lower`, code: 'tooLarge' });
    }
  });
  if (content.vetoGrade !== null && content.vetoGrade >= content.grades.length) {
    issues.push({ pointer: '/vetoGrade', code: 'notAllowed' });
  }
  return issues;
}

/** What a sheet leaves open: listed for whoever approves it, and said beside every dry run. */
export const OPEN_POINTS = [
  'noItems',
  'noWeight',
  'noRule',
  'noBasis',
  'weightsNotHundred',
  'noGrades',
  'noPendingRule',
  'noNoDataRule',
  'noTentativeRule',
  'noPassLine',
  'noBonusCap',
  'noVetoGrade',
] as const;
export type OpenPoint = (typeof OPEN_POINTS)[number];

/**
 * The points that a sheet does not decide.
 * @param about what the plan has: targets that are pending, ranges, 力争
 * @example openPoints(EMPTY_SHEET, { pending: 3, ranges: 10, tentative: 4 })[0] // 'noItems'
 */
export function openPoints(
  { items, grades, ...content }: SheetContent,
  about: { readonly pending: number; readonly ranges: number; readonly tentative: number },
): OpenPoint[] {
  const scored = items.filter(({ part }) => part !== 'veto');
  const base = items.filter(({ part }) => part === 'base');
  const sum = base.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 100), 0);
  const is: Record<OpenPoint, boolean> = {
    noItems: base.length === 0,
    noWeight: scored.some(({ weight }) => weight === null),
    noRule: items.some(({ rule }) => rule === null),
    noBasis: items.some(({ rule, basis }) => rule === 'proportional' && basis === null),
    weightsNotHundred: base.length > 0 && sum !== 10_000,
    noGrades: grades.length === 0,
    noPendingRule: about.pending > 0 && content.pendingRule === null,
    noNoDataRule: content.noDataRule === null,
    noTentativeRule: about.tentative > 0 && content.tentativeRule === null,
    noPassLine: about.ranges > 0 && content.passLine === null,
    noBonusCap: items.some(({ part }) => part === 'bonus') && content.bonusCap === null,
    noVetoGrade: items.some(({ part }) => part === 'veto') && content.vetoGrade === null,
  };
  return OPEN_POINTS.filter((point) => is[point]);
}
