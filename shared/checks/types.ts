import type { ConditionFigures } from '../reading-rules.ts';
import type { CheckCode, Grade, SettableGrade } from './codes.ts';

/** How strictly one check is asked of one indicator. */
export interface CheckSetting {
  readonly code: CheckCode;
  readonly grade: SettableGrade;
  /** In the unit of the check (see catalogue.ts); null: it has none, or none is set. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A field that takes a number, and the named list that may stand behind it. */
export type Part = 'value' | 'numerator' | 'denominator';

/** What was reported a year earlier, handed in at least. */
export interface LastFigures {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly level: number | null;
  readonly conditions: readonly ConditionFigures[];
}

/**
 * All that the checks of one reading must know beside its own figures. The server gathers it in one
 * go (server/checks/), and the client checks with the same while somebody types.
 */
export interface CheckContext {
  /** The year of the reading. */
  readonly year: number;
  /** null: nothing was reported for the year before. */
  readonly last: LastFigures | null;
  /** The figure of the year before in the indicator's unit: reported, else the baseline's own. */
  readonly lastValue: number | null;
  /** What the planned path asks for at the end of the year; null: there is no such thing. */
  readonly planned: number | null;
  /** The figure that progress is counted from; null: none is entered. */
  readonly baseline: number | null;
  /** Other components of the plan that are called the same, with their figure of this year. */
  readonly sameName: readonly {
    readonly part: 'numerator' | 'denominator';
    readonly value: number;
    /** The shown code of an indicator that uses the other one. */
    readonly code: string;
  }[];
  /** What the named lists of the year count, in the unit of the figure; null: there is no list. */
  readonly lists: Readonly<Record<Part, number | null>>;
  /** Names on the numerator's list that are missing on the denominator's; null: none are. */
  readonly outsideRoster: { readonly count: number; readonly name: string } | null;
  readonly evidence: {
    readonly count: number;
    /** Files of this reading that lie with another one, too. */
    readonly usedElsewhere: readonly {
      readonly name: string;
      readonly code: string;
      readonly year: number;
    }[];
  };
  /** What the plan file or an administrator sets; a check without one here keeps its default. */
  readonly settings: readonly CheckSetting[];
}

/** What a finding tells its sentence, by check. Figures are unrounded, shares in percent. */
export interface FindingValues {
  readonly zeroFigure: Nothing;
  readonly zeroAfterFigure: { readonly last: number };
  readonly outsideRange: {
    readonly value: number;
    readonly limit: number;
    /** -1: below the lower limit, 1: above the upper. */
    readonly side: -1 | 1;
  };
  readonly partsNotWhole: { readonly value: number };
  readonly unitSlip: {
    readonly part: Part;
    readonly value: number;
    readonly last: number;
    readonly factor: number;
    /** 1: so many times more, -1: so many times less. */
    readonly side: -1 | 1;
  };
  readonly yearOnYearChange: Change & { readonly percent: number };
  readonly yearOnYearDifference: Change & { readonly difference: number };
  readonly cumulativeFalls: Moved;
  readonly valueFalls: Moved;
  readonly growthPerYear: Change & { readonly difference: number };
  readonly identicalToLastYear: { readonly value: number };
  readonly differsFromPlan: {
    readonly value: number;
    readonly planned: number;
    readonly percent: number;
    readonly limit: number;
  };
  readonly worseThanBaseline: { readonly value: number; readonly baseline: number };
  readonly numeratorFalls: Moved;
  readonly denominatorFalls: Moved;
  readonly denominatorChange: Change & { readonly percent: number };
  readonly componentDiffers: {
    readonly value: number;
    readonly other: number;
    readonly code: string;
  };
  readonly listDiffers: { readonly part: Part; readonly value: number; readonly listed: number };
  readonly listOutsideRoster: { readonly count: number; readonly name: string };
  readonly listMissing: { readonly part: Part };
  readonly conditionOrder: {
    readonly condition: string;
    readonly metOn: string;
    readonly earlier: string;
    /** '': the earlier condition is not met. */
    readonly earlierMetOn: string;
  };
  readonly conditionDocument: { readonly condition: string };
  readonly levelGround: Nothing;
  readonly priceBasis: Nothing;
  readonly figureOfOtherYear: { readonly year: number; readonly figureYear: number };
  readonly evidenceMissing: Nothing;
  readonly evidenceUsedTwice: {
    readonly name: string;
    readonly code: string;
    readonly year: number;
    /** How many more there are. */
    readonly more: number;
  };
}

/** The sentence needs no figure. */
type Nothing = Readonly<Record<string, never>>;
interface Moved {
  readonly value: number;
  readonly last: number;
}
interface Change extends Moved {
  readonly limit: number;
}

/** One thing to look at before a figure is handed in. */
export interface FindingOf<Code extends CheckCode> {
  readonly code: Code;
  readonly grade: Grade;
  /** JSON pointer to the field that would mend it; `/evidence` for the files. */
  readonly pointer: string;
  readonly values: FindingValues[Code];
}
export type Finding = { readonly [Code in CheckCode]: FindingOf<Code> }[CheckCode];
