import { type Entry, entryOf, type ReadingSubject } from '../reading-rules.ts';
import { CHECK_CODES, type CheckCode, type SettableGrade } from './codes.ts';
import type { CheckSetting } from './types.ts';

/**
 * What a limit counts. `percent` of the figure that is compared with, `unit` of the indicator
 * (percentage points where that is %), `years`, or the `condition` of a milestone, from 1.
 */
export type LimitUnit = 'percent' | 'unit' | 'years' | 'condition';

interface Description {
  /** What must be typed for an indicator so that the check can be asked of it. */
  readonly entries: readonly Entry[];
  /** null: the check has no such limit. */
  readonly lower: LimitUnit | null;
  readonly upper: LimitUnit | null;
  /** A range may be open on one side; every other limit must be there while the check is on. */
  readonly open?: true;
  /** As long as neither the plan file nor an administrator says otherwise. */
  readonly standard: (subject: ReadingSubject) => Standard;
}
type Standard = Omit<CheckSetting, 'code'>;

const NUMBERS = ['value', 'count', 'ratio'] as const;
const AMOUNTS = ['value', 'ratio'] as const;

const so = (grade: SettableGrade, lower: number | null = null, upper: number | null = null) => ({
  grade,
  lower,
  upper,
});
const isShare = ({ unitZh }: ReadingSubject): boolean => unitZh === '%';
const isCount = (subject: ReadingSubject): boolean => entryOf(subject) === 'count';

const plain = (entries: readonly Entry[], grade: SettableGrade): Description => ({
  entries,
  lower: null,
  upper: null,
  standard: () => so(grade),
});

const CATALOGUE: Readonly<Record<CheckCode, Description>> = {
  zeroFigure: plain(AMOUNTS, 'off'),
  zeroAfterFigure: plain(NUMBERS, 'soft'),
  outsideRange: {
    entries: NUMBERS,
    lower: 'unit',
    upper: 'unit',
    open: true,
    standard: () => so('off'),
  },
  partsNotWhole: plain(['ratio'], 'off'),
  unitSlip: {
    entries: NUMBERS,
    lower: null,
    // How far from ten times, a hundred times … still counts as such.
    upper: 'percent',
    standard: () => so('soft', null, 2),
  },
  yearOnYearChange: {
    entries: NUMBERS,
    lower: null,
    upper: 'percent',
    // A share moves by percentage points, and one more of two is half again as many.
    standard: (subject) => so(isShare(subject) || isCount(subject) ? 'off' : 'soft', null, 50),
  },
  yearOnYearDifference: {
    entries: NUMBERS,
    lower: null,
    upper: 'unit',
    standard: (subject) => (isShare(subject) ? so('soft', null, 15) : so('off')),
  },
  cumulativeFalls: plain(['count'], 'soft'),
  valueFalls: {
    ...plain(['value', 'ratio', 'level'], 'off'),
    standard: (subject) => so(entryOf(subject) === 'level' ? 'soft' : 'off'),
  },
  growthPerYear: {
    entries: ['count'],
    lower: null,
    upper: 'unit',
    standard: () => so('off', null, 2),
  },
  identicalToLastYear: {
    ...plain(NUMBERS, 'soft'),
    // A count of few things stays as it is in most years.
    standard: (subject) => so(isCount(subject) ? 'off' : 'soft'),
  },
  differsFromPlan: {
    entries: NUMBERS,
    lower: null,
    upper: 'percent',
    standard: () => so('soft', null, 30),
  },
  worseThanBaseline: {
    ...plain(AMOUNTS, 'off'),
    standard: ({ kind }) => so(kind === 'reduction' ? 'soft' : 'off'),
  },
  numeratorFalls: plain(['ratio'], 'off'),
  denominatorFalls: plain(['ratio'], 'off'),
  denominatorChange: {
    entries: ['ratio'],
    lower: null,
    upper: 'percent',
    standard: () => so('soft', null, 20),
  },
  componentDiffers: plain(['ratio'], 'soft'),
  listDiffers: plain(NUMBERS, 'hard'),
  listOutsideRoster: plain(['ratio'], 'soft'),
  listMissing: {
    ...plain(['count', 'ratio'], 'soft'),
    standard: (subject) => so(isCount(subject) ? 'soft' : 'off'),
  },
  conditionOrder: plain(['conditions'], 'soft'),
  conditionDocument: {
    entries: ['conditions'],
    lower: 'condition',
    upper: null,
    standard: () => so('off', 1),
  },
  levelGround: plain(['level'], 'hard'),
  priceBasis: plain(AMOUNTS, 'off'),
  figureOfOtherYear: {
    entries: ['value', 'count', 'ratio', 'level'],
    lower: null,
    upper: 'years',
    standard: () => so('soft', null, 0),
  },
  evidenceMissing: {
    ...plain(['value', 'count', 'ratio', 'level', 'conditions'], 'off'),
    // What no figure proves is proved by a paper.
    standard: (subject) => {
      const entry = entryOf(subject);
      return so(entry === 'level' || entry === 'conditions' ? 'soft' : 'off');
    },
  },
  evidenceUsedTwice: plain(['value', 'count', 'ratio', 'level', 'conditions'], 'soft'),
};

/** What the limits of a check count; null: it has no such limit. */
export function limitsOf(code: CheckCode): Pick<Description, 'lower' | 'upper'> {
  const { lower, upper } = CATALOGUE[code];
  return { lower, upper };
}

/** Whether a check that is on can do without one of its limits. */
export function mayBeOpen(code: CheckCode): boolean {
  return CATALOGUE[code].open === true;
}

/**
 * The checks that can be asked of an indicator, in the order in which they are told.
 * @example checksOf({ kind: 'rating', … }) // ['valueFalls', 'levelGround', …]
 */
export function checksOf(subject: ReadingSubject): CheckCode[] {
  const entry = entryOf(subject);
  return CHECK_CODES.filter((code) => CATALOGUE[code].entries.includes(entry));
}

/** How a check is asked where nobody says otherwise. */
export function standardOf(subject: ReadingSubject, code: CheckCode): CheckSetting {
  return { code, ...CATALOGUE[code].standard(subject) };
}

/** Every check of an indicator as it is asked: what is set, else the default. */
export function settingsOf(
  subject: ReadingSubject,
  set: readonly CheckSetting[],
): readonly CheckSetting[] {
  return checksOf(subject).map(
    (code) => set.find((setting) => setting.code === code) ?? standardOf(subject, code),
  );
}
