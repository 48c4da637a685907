/**
 * The checks that a figure can meet before it is handed in, in the order in which they are told.
 * What is impossible (a numerator above its denominator, a negative count) is no check and cannot
 * be switched off: shared/reading-rules.ts refuses it, in a draft too.
 */
export const CHECK_CODES = [
  'zeroFigure',
  'zeroAfterFigure',
  'outsideRange',
  'partsNotWhole',
  'unitSlip',
  'yearOnYearChange',
  'yearOnYearDifference',
  'cumulativeFalls',
  'valueFalls',
  'growthPerYear',
  'identicalToLastYear',
  'differsFromPlan',
  'worseThanBaseline',
  'numeratorFalls',
  'denominatorFalls',
  'denominatorChange',
  'componentDiffers',
  'listDiffers',
  'listOutsideRoster',
  'listMissing',
  'conditionOrder',
  'conditionDocument',
  'levelGround',
  'priceBasis',
  'figureOfOtherYear',
  'evidenceMissing',
  'evidenceUsedTwice',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** 强制性 blocks handing in, 核实性 asks for a written reason. */
export const GRADES = ['hard', 'soft'] as const;
export type Grade = (typeof GRADES)[number];

/** The same for a setting: what is off is not asked. */
export const SETTABLE_GRADES = ['hard', 'soft', 'off'] as const;
export type SettableGrade = (typeof SETTABLE_GRADES)[number];
