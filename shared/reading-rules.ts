import type { Kind } from './assessment/types.ts';
import type { Issue } from './problems.ts';
import type { Absence, DataStatus, ReadingChanges } from './readings.ts';

/** What the rules must know of an indicator to judge a reading of it. */
export interface ReadingSubject {
  /** Of the document's wording: the figures that are asked for do not change with a target. */
  readonly kind: Kind;
  readonly unitZh: string | null;
  /** value = numerator × multiplier ÷ denominator; null: not a ratio. */
  readonly multiplier: number | null;
  readonly levels: readonly number[];
  readonly conditionIds: readonly string[];
}

/** One condition of a milestone, with the days on which it was met and lost again. */
export interface ConditionFigures {
  readonly id: string;
  readonly metOn: string | null;
  readonly lostOn: string | null;
  readonly documentNumber: string | null;
}

/**
 * All that a reading says. `numerator` and `denominator` are the shared components as they are
 * stored; under an absence they stay stored and are not part of the reading.
 */
export interface Figures {
  readonly dataStatus: DataStatus;
  readonly source: string;
  readonly note: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly level: number | null;
  readonly ground: string | null;
  readonly conditions: readonly ConditionFigures[];
  readonly absence: { readonly kind: Absence; readonly reason: string } | null;
  readonly scopeChange: string | null;
  /** The paper that a figure older than the system was taken from (补录); null: entered here. */
  readonly paper: string | null;
  /** The year that the figure is about, where it is older than the report; null: the report's own. */
  readonly figureYear: number | null;
}

/** Before anybody typed. An estimate is the weakest claim that a figure can make. */
export const BLANK: Figures = {
  dataStatus: 'estimate',
  source: '',
  note: '',
  value: null,
  numerator: null,
  denominator: null,
  level: null,
  ground: null,
  conditions: [],
  absence: null,
  scopeChange: null,
  paper: null,
  figureYear: null,
};

export type FieldIssue = Omit<Issue, 'in'>;

/** What a person types for an indicator. */
export type Entry = 'value' | 'count' | 'ratio' | 'level' | 'conditions';

/** @example entryOf({ kind: 'atLeast', multiplier: 100, … }) // 'ratio' */
export function entryOf(subject: ReadingSubject): Entry {
  if (subject.multiplier !== null) return 'ratio';
  if (subject.kind === 'countRange') return 'count';
  if (subject.kind === 'milestone') return 'conditions';
  return subject.kind === 'rating' ? 'level' : 'value';
}

const FIELDS: Readonly<Record<Entry, readonly (keyof ReadingChanges)[]>> = {
  value: ['value'],
  count: ['value'],
  ratio: ['numerator', 'denominator'],
  level: ['level', 'ground'],
  conditions: ['conditions'],
};
const FIGURES = ['value', 'numerator', 'denominator', 'level', 'ground', 'conditions'] as const;

/** Beyond this no figure is taken; the same bound as `amount` in values.ts. */
const LARGEST = 1e15;

/**
 * A ratio, unrounded, in the indicator's unit; null where a part is missing or nothing is below the
 * line. Multiplied first: 57 ÷ 100 × 100 is 57, and (57 ÷ 100) × 100 is not.
 * @example computeRatio(57, 100, 100) // 57
 */
export function computeRatio(
  numerator: number | null,
  denominator: number | null,
  multiplier: number,
): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  const value = (numerator * multiplier) / denominator;
  return Number.isFinite(value) ? value + 0 : null;
}

/** The figure of a reading in the indicator's unit; null: none, or a level or conditions say it. */
export function valueOf(
  subject: Pick<ReadingSubject, 'multiplier'>,
  figures: Pick<Figures, 'value' | 'numerator' | 'denominator'> & { readonly absence: unknown },
): number | null {
  if (figures.absence !== null) return null;
  if (subject.multiplier === null) return figures.value;
  return computeRatio(figures.numerator, figures.denominator, subject.multiplier);
}

/**
 * What a change names although it may not: fields of another kind of indicator, a computed value,
 * figures beside an absence. A null takes back what was never there and is let through.
 */
export function refuseFields(
  subject: ReadingSubject,
  before: Figures,
  changes: ReadingChanges,
): FieldIssue[] {
  const entry = entryOf(subject);
  const absent = changes.absence === undefined ? before.absence !== null : changes.absence !== null;
  const issues = FIGURES.flatMap((field): FieldIssue[] => {
    const said = changes[field];
    const empty = said === undefined || said === null || said === '';
    if (empty || (Array.isArray(said) && said.length === 0)) return [];
    const pointer = `/${field}`;
    if (!FIELDS[entry].includes(field)) {
      const computed = field === 'value' && entry === 'ratio';
      return [{ pointer, code: computed ? 'computedValue' : 'notThisKind' }];
    }
    return absent ? [{ pointer, code: 'notAllowed' }] : [];
  });
  if (absent && (changes.figureYear ?? null) !== null) {
    issues.push({ pointer: '/figureYear', code: 'notAllowed' });
  }
  return issues;
}

/**
 * A reading after a change: what is not named stays, a list is replaced whole, and an absence takes
 * back the reading's own figures (never the components, which other readings may share).
 */
export function applyChanges(before: Figures, changes: ReadingChanges): Figures {
  const named = Object.fromEntries(
    Object.entries(changes).filter(([, said]) => said !== undefined),
  ) as Partial<Figures>;
  const after: Figures = {
    ...before,
    ...named,
    conditions: (changes.conditions ?? before.conditions).map((condition) => ({
      id: condition.id,
      metOn: condition.metOn ?? null,
      lostOn: condition.lostOn ?? null,
      documentNumber: condition.documentNumber ?? null,
    })),
  };
  if (after.absence === null) return after;
  return { ...after, value: null, level: null, ground: null, conditions: [], figureYear: null };
}

/** What can never be true, not even in a draft. All at once, with the field that says it. */
export function impossible(subject: ReadingSubject, year: number, figures: Figures): FieldIssue[] {
  if (figures.absence !== null) return [];
  switch (entryOf(subject)) {
    case 'ratio':
      return impossibleRatio(subject, figures);
    case 'count':
      return impossibleCount(figures.value);
    case 'value':
      return impossibleValue(subject, figures.value);
    case 'level': {
      const known = figures.level === null || subject.levels.includes(figures.level);
      return known ? [] : [{ pointer: '/level', code: 'notAllowed' }];
    }
    case 'conditions':
      return impossibleConditions(subject, year, figures.conditions);
  }
}

function impossibleRatio(subject: ReadingSubject, figures: Figures): FieldIssue[] {
  const { numerator, denominator } = figures;
  const issues: FieldIssue[] = [];
  if (numerator !== null && numerator < 0) issues.push({ pointer: '/numerator', code: 'negative' });
  if (denominator === 0) issues.push({ pointer: '/denominator', code: 'zeroDenominator' });
  if (denominator !== null && denominator < 0) {
    issues.push({ pointer: '/denominator', code: 'negative' });
  }
  if (issues.length > 0 || numerator === null || denominator === null) return issues;
  const multiplier = subject.multiplier ?? 1;
  // A share of something is at most all of it.
  if (subject.unitZh === '%' && multiplier === 100 && numerator > denominator) {
    return [{ pointer: '/numerator', code: 'numeratorAboveDenominator' }];
  }
  if (!((numerator * multiplier) / denominator <= LARGEST)) {
    return [{ pointer: '/numerator', code: 'tooLarge', values: { maximum: LARGEST } }];
  }
  return [];
}

function impossibleCount(value: number | null): FieldIssue[] {
  if (value === null) return [];
  if (value < 0) return [{ pointer: '/value', code: 'negative' }];
  return Number.isInteger(value) ? [] : [{ pointer: '/value', code: 'notWhole' }];
}

function impossibleValue(subject: ReadingSubject, value: number | null): FieldIssue[] {
  if (value === null) return [];
  // What is to be reduced is an amount. Elsewhere a figure may fall below zero: growth does.
  if (subject.kind === 'reduction' && value < 0) return [{ pointer: '/value', code: 'negative' }];
  if (subject.unitZh === '%' && value > 100) return [{ pointer: '/value', code: 'aboveHundred' }];
  return [];
}

function impossibleConditions(
  subject: ReadingSubject,
  year: number,
  conditions: readonly ConditionFigures[],
): FieldIssue[] {
  const seen = new Set<string>();
  return conditions.flatMap(({ id, metOn, lostOn }, index): FieldIssue[] => {
    const at = `/conditions/${index}`;
    if (!subject.conditionIds.includes(id)) {
      return [{ pointer: `${at}/id`, code: 'unknownReference' }];
    }
    if (seen.has(id)) return [{ pointer: `${at}/id`, code: 'duplicateKey' }];
    seen.add(id);
    const issues: FieldIssue[] = [];
    // A report of one year cannot know the next; what was never met cannot be lost.
    if (metOn !== null && yearOf(metOn) > year) {
      issues.push({ pointer: `${at}/metOn`, code: 'datesOutOfOrder' });
    }
    if (lostOn !== null && (metOn === null || lostOn < metOn || yearOf(lostOn) > year)) {
      issues.push({ pointer: `${at}/lostOn`, code: 'datesOutOfOrder' });
    }
    return issues;
  });
}

/**
 * What handing in still needs, all at once. A condition that is not named stands as it was reported
 * before, but a report that names none has said nothing. An absence needs its reason only, which it always has.
 */
export function missing(subject: ReadingSubject, figures: Figures): FieldIssue[] {
  if (figures.absence !== null) return [];
  const issues: FieldIssue[] = FIELDS[entryOf(subject)].flatMap((field): FieldIssue[] => {
    if (field === 'conditions') {
      return figures.conditions.length > 0 ? [] : [{ pointer: '/conditions', code: 'incomplete' }];
    }
    const said = figures[field as keyof Figures];
    return said === null || said === '' ? [{ pointer: `/${field}`, code: 'required' }] : [];
  });
  if (figures.source === '') issues.push({ pointer: '/source', code: 'required' });
  return issues;
}

/** How long after its end a plan is still reported on: figures and acceptance come late. */
export const YEARS_AFTER_END = 5;

export interface PlanYears {
  readonly baselineYear: number;
  readonly endYear: number;
}

/** Whether a year belongs to a plan, from its baseline to five years after its end. */
export function refuseYear(plan: PlanYears, year: number): FieldIssue[] {
  const last = plan.endYear + YEARS_AFTER_END;
  if (year >= plan.baselineYear && year <= last) return [];
  const values = { minimum: plan.baselineYear, maximum: last };
  return [{ pointer: '/year', code: 'yearOutsidePlan', values }];
}

/**
 * Whether a report of a year may carry a figure of an older one (the quality index comes out a year
 * late). A milestone says the days of its conditions.
 * @param figureYear null: the figure is of the report's own year
 */
export function refuseFigureYear(
  subject: Pick<ReadingSubject, 'kind'> & Pick<PlanYears, 'baselineYear'>,
  year: number,
  { figureYear }: Pick<Figures, 'figureYear'>,
): FieldIssue[] {
  const pointer = '/figureYear';
  if (figureYear === null) return [];
  if (subject.kind === 'milestone') return [{ pointer, code: 'notThisKind' }];
  if (figureYear >= subject.baselineYear && figureYear < year) return [];
  const values = { minimum: subject.baselineYear, maximum: year - 1 };
  return [{ pointer, code: 'yearOutsidePlan', values }];
}

/** Whether a figure is not comparable with the year before: it is then judged by itself. */
export function standsAlone(figures: Pick<Figures, 'scopeChange' | 'figureYear'>): boolean {
  return figures.scopeChange !== null || figures.figureYear !== null;
}

/** The same for what is entered and shown: nothing is of a year that has not begun in China. */
export function refuseReadingYear(plan: PlanYears, year: number, now: Date): FieldIssue[] {
  const outside = refuseYear(plan, year);
  if (outside.length > 0) return outside;
  const current = yearInChina(now);
  return year > current
    ? [{ pointer: '/year', code: 'futureYear', values: { maximum: current } }]
    : [];
}

/**
 * The last year that figures of a plan can be entered for and shown.
 * @example latestYear({ baselineYear: 2015, endYear: 2020 }, new Date('2019-01-10T01:00:00Z')) // 2019
 */
export function latestYear(plan: PlanYears, now: Date): number {
  return Math.min(plan.endYear + YEARS_AFTER_END, yearInChina(now));
}

/**
 * The calendar year in China, which has kept UTC+8 without summer time since 1991.
 * @example yearInChina(new Date('2018-12-31T16:00:00Z')) // 2019
 */
export function yearInChina(now: Date): number {
  return new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
}

/** @example yearOf('2018-12-31') // 2018 */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
