import type {
  CannotJudgeRule,
  PassLine,
  SheetContent,
  SheetGrade,
  SheetItem,
} from './acceptance-rules.ts';
import type { BoardIndicator } from './dashboard.ts';
import type { MeasureState } from './measures.ts';

/** 完成 / 未完成 / 无法评价. */
export const VERDICTS = ['met', 'notMet', 'cannotJudge'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a target cannot be judged. */
export const VERDICT_REASONS = ['targetPending', 'noData', 'noBaseline'] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** What is known of one target at the end of a year, as far as a score sheet asks. */
export interface TargetFact {
  readonly verdict: Verdict;
  /** null unless it cannot be judged. */
  readonly why: VerdictReason | null;
  readonly status: string;
  /** Shares, 1 is all of it; null: not computed. */
  readonly attainment: number | null;
  readonly completion: number | null;
  readonly value: number | null;
  readonly targetValue: number | null;
  readonly deadline: number;
  readonly tentative: boolean;
  /** Reached after its deadline (逾期完成); the verdict is that of the deadline. */
  readonly late: boolean;
  /** The one named lead; null: undecided, or none. */
  readonly departmentId: string | null;
}

/** Why the marks of an item are not one number yet. */
export const ITEM_GAPS = [
  'byHand',
  'targetPending',
  'noData',
  'noBaseline',
  'noReport',
  'noWeight',
  'noRule',
  'noBasis',
  'statusWithoutPoints',
  'notComputed',
] as const;
export type ItemGap = (typeof ITEM_GAPS)[number];

export interface ScoredItem {
  readonly itemId: string;
  /** null: the item is not about a target. */
  readonly verdict: Verdict | null;
  readonly why: VerdictReason | null;
  /** Of the indicator, or the state of the measure; null: neither. */
  readonly status: string | null;
  readonly value: number | null;
  readonly targetValue: number | null;
  readonly deadline: number | null;
  readonly late: boolean;
  readonly departmentId: string | null;
  /** The share of the weight that the rule gives; null: it gives none. */
  readonly share: number | null;
  /** Marks, at least and at most; equal where nothing is open. Both 0 for what is left out. */
  readonly low: number;
  readonly high: number;
  /** Left out of the sum, by the sheet's own rule. */
  readonly excluded: boolean;
  readonly gap: ItemGap | null;
}

/** A score that may still be open between two ends. */
export interface Score {
  readonly low: number;
  readonly high: number;
  /** The marks that there were to earn. */
  readonly of: number;
}

export interface Scored {
  readonly items: readonly ScoredItem[];
  readonly total: Score;
  readonly base: Score;
  /** After the sheet's cap. */
  readonly bonus: Score;
  /** By place in the sheet; null: the sheet has none for that score. */
  readonly gradeLow: number | null;
  readonly gradeHigh: number | null;
  /** Items that strike the whole result; `certain` where nothing about them is open. */
  readonly vetoes: readonly { readonly itemId: string; readonly certain: boolean }[];
  /** By department in the order in which the sheet names them; null: nobody answers for it. */
  readonly departments: readonly (Score & { readonly departmentId: string | null })[];
}

/** What an assessor gave to an item, in marks. */
export type Given = ReadonlyMap<string, number>;

export interface Facts {
  readonly targets: ReadonlyMap<string, TargetFact>;
  /** What the departments report of a measure, approved; null or absent: nothing. */
  readonly measures: ReadonlyMap<string, MeasureState | null>;
}

const NO_BASELINE: readonly string[] = ['noBaseline', 'zeroBaseline', 'invalidBaseline'];

/**
 * The verdict on a target as if it were accepted at the end of the board's year: met when the figure
 * meets it by then, whenever it is due.
 * @param passLine of a range; null: its lower bound, as the method takes it
 * @example factOf(threeToFive, 'upper') // with 4: { verdict: 'notMet', … }
 */
export function factOf(indicator: BoardIndicator, passLine: PassLine | null): TargetFact {
  const { assessment, target, lead } = indicator;
  const { status, reason, value } = assessment;
  const upper = target.kind === 'countRange' && passLine === 'upper' ? target.upper : null;
  const why = whyNot(status, reason);
  const met =
    upper === null
      ? status === 'achieved' || status === 'exceeded'
      : value !== null && value >= upper;
  return {
    verdict: why !== null ? 'cannotJudge' : met ? 'met' : 'notMet',
    why,
    status,
    attainment:
      upper === null || value === null || upper === 0 ? assessment.attainment : value / upper,
    completion: assessment.completion,
    value,
    targetValue: upper ?? assessment.targetValue,
    deadline: target.deadline,
    tentative: indicator.tentative,
    late: assessment.flags.includes('achievedLate'),
    departmentId: lead.state === 'named' ? (lead.departmentIds[0] ?? null) : null,
  };
}

function whyNot(status: string, reason: string | null): VerdictReason | null {
  if (status === 'targetPending') return 'targetPending';
  if (status !== 'noData') return null;
  return reason !== null && NO_BASELINE.includes(reason) ? 'noBaseline' : 'noData';
}

/** Marks have two decimals: 四舍五入, once, at the end. */
export const roundMarks = (marks: number): number =>
  (Math.sign(marks) * Math.floor(Math.abs(marks) * 100 + 0.5 + 1e-9)) / 100;

/** Everything that a score sheet makes of the facts of a year. Pure; it decides nothing that is open. */
export function score(sheet: SheetContent, facts: Facts, given: Given = new Map()): Scored {
  const items = sheet.items.map((item) => scoreItem(sheet, item, facts, given));
  const of = (part: SheetItem['part']) => items.filter((_, at) => sheet.items[at]?.part === part);
  const base = sumOf(sheet, of('base'));
  const bonus = capped(sumOf(sheet, of('bonus')), sheet.bonusCap);
  const total = {
    low: roundMarks(base.low + bonus.low),
    high: roundMarks(base.high + bonus.high),
    of: base.of,
  };
  const vetoes = of('veto')
    .filter(({ high, excluded }) => !excluded && high > 0)
    .map(({ itemId, low }) => ({ itemId, certain: low > 0 }));
  return {
    items,
    total,
    base,
    bonus,
    ...gradesOf(sheet, total, vetoes),
    vetoes,
    departments: departmentsOf(sheet, items),
  };
}

/** The place of the grade that a score reaches; null: below all of them, or there are none. */
export function gradeAt(grades: readonly SheetGrade[], marks: number): number | null {
  const at = grades.findIndex(({ lower }) => marks >= lower - 1e-9);
  return at < 0 ? null : at;
}

function gradesOf(
  { grades, vetoGrade }: SheetContent,
  { low, high }: Score,
  vetoes: Scored['vetoes'],
): Pick<Scored, 'gradeLow' | 'gradeHigh'> {
  const struck = (grade: number | null): number | null =>
    vetoGrade === null || grade === null ? null : Math.max(grade, vetoGrade);
  const gradeLow = gradeAt(grades, low);
  const gradeHigh = gradeAt(grades, high);
  return {
    gradeLow: vetoes.length > 0 ? struck(gradeLow) : gradeLow,
    gradeHigh: vetoes.some(({ certain }) => certain) ? struck(gradeHigh) : gradeHigh,
  };
}

interface Marked {
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  readonly excluded?: boolean;
  readonly gap: ItemGap | null;
}

function scoreItem(sheet: SheetContent, item: SheetItem, facts: Facts, given: Given): ScoredItem {
  const fact = item.indicatorId === null ? undefined : facts.targets.get(item.indicatorId);
  const state = item.measureId === null ? null : (facts.measures.get(item.measureId) ?? null);
  const marks = given.get(item.id);
  const weight = item.part === 'veto' ? 1 : item.weight;
  const marked =
    marks === undefined || weight === null
      ? markedOf(sheet, item, weight, fact, state)
      : { share: null, low: marks, high: marks, gap: null };
  return {
    itemId: item.id,
    verdict: fact?.verdict ?? null,
    why: fact?.why ?? null,
    status: fact?.status ?? state,
    value: fact?.value ?? null,
    targetValue: fact?.targetValue ?? null,
    deadline: fact?.deadline ?? null,
    late: fact?.late ?? false,
    departmentId: item.departmentId ?? fact?.departmentId ?? null,
    excluded: false,
    ...marked,
  };
}

function markedOf(
  sheet: SheetContent,
  item: SheetItem,
  weight: number | null,
  fact: TargetFact | undefined,
  state: MeasureState | null,
): Marked {
  if (weight === null) return { share: null, low: 0, high: 0, gap: 'noWeight' };
  const open = (gap: ItemGap): Marked => ({ share: null, low: 0, high: weight, gap });
  if (fact?.tentative === true && sheet.tentativeRule === 'excluded') {
    return { share: null, low: 0, high: 0, excluded: true, gap: null };
  }
  if (item.rule === null) return open('noRule');
  if (item.rule === 'byHand') return open('byHand');
  if (fact !== undefined && fact.why !== null) {
    const rule = fact.why === 'targetPending' ? sheet.pendingRule : sheet.noDataRule;
    return item.part === 'veto' ? open(fact.why) : cannotJudge(rule, weight, fact.why);
  }
  if (item.subject === 'measure' && state === null) return open('noReport');
  // A veto strikes where the target is missed, and has no marks of its own.
  if (item.part === 'veto') {
    const strikes = fact === undefined ? state !== 'done' : fact.verdict === 'notMet';
    return { share: null, low: strikes ? 1 : 0, high: strikes ? 1 : 0, gap: null };
  }
  if (item.rule === 'perStatus') {
    const named = item.points.find(({ status }) => status === (fact?.status ?? state));
    if (named === undefined) return open('statusWithoutPoints');
    return { share: null, low: named.marks, high: named.marks, gap: null };
  }
  const met = fact === undefined ? state === 'done' : fact.verdict === 'met';
  if (met) return at(1, weight);
  if (item.rule === 'fullWhenMet') return at(0, weight);
  if (item.basis === null) return open('noBasis');
  const share =
    item.basis === 'attainment' ? (fact?.attainment ?? fact?.completion) : fact?.completion;
  if (share === null || share === undefined) return open('notComputed');
  return at(Math.min(1, Math.max(0, share)), weight);
}

const at = (share: number, weight: number): Marked => {
  const marks = roundMarks(share * weight);
  return { share, low: marks, high: marks, gap: null };
};

function cannotJudge(rule: CannotJudgeRule | null, weight: number, why: VerdictReason): Marked {
  switch (rule) {
    case 'excluded':
      return { share: null, low: 0, high: 0, excluded: true, gap: null };
    case 'zero':
      return at(0, weight);
    case 'full':
      return at(1, weight);
    case null:
      return { share: null, low: 0, high: weight, gap: why };
  }
}

/** What is left out hands its weight on to the rest: earned ÷ what could be earned × the whole. */
function sumOf(sheet: SheetContent, items: readonly ScoredItem[]): Score {
  const weights = new Map(sheet.items.map(({ id, weight }) => [id, weight ?? 0]));
  const sum = (list: readonly ScoredItem[], of: (item: ScoredItem) => number) =>
    list.reduce((total, item) => total + Math.round(of(item) * 100), 0) / 100;
  const counted = items.filter(({ excluded }) => !excluded);
  const whole = sum(items, ({ itemId }) => weights.get(itemId) ?? 0);
  const counts = sum(counted, ({ itemId }) => weights.get(itemId) ?? 0);
  const scale = counts === 0 ? 0 : whole / counts;
  return {
    low: roundMarks(sum(counted, ({ low }) => low) * scale),
    high: roundMarks(sum(counted, ({ high }) => high) * scale),
    of: counts === 0 ? 0 : whole,
  };
}

const capped = (bonus: Score, cap: number | null): Score =>
  cap === null
    ? bonus
    : { low: Math.min(bonus.low, cap), high: Math.min(bonus.high, cap), of: bonus.of };

/** Every department by the base items that it answers for, on their own weights. */
function departmentsOf(sheet: SheetContent, items: readonly ScoredItem[]): Scored['departments'] {
  const base = items.filter((_, index) => sheet.items[index]?.part === 'base');
  const departmentIds = new Set(base.map(({ departmentId }) => departmentId));
  return [...departmentIds].map((departmentId) => ({
    departmentId,
    ...sumOf(
      sheet,
      base.filter((item) => item.departmentId === departmentId),
    ),
  }));
}

/** How far a measure is as its departments report it: as the one that is least far. */
export function leastState(
  states: readonly (MeasureState | null)[],
  order: readonly MeasureState[],
): MeasureState | null {
  const places = states.flatMap((state) => (state === null ? [] : [order.indexOf(state)]));
  return places.length === 0 ? null : (order[Math.min(...places)] ?? null);
}
