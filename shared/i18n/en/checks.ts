import type { Part } from '../../checks/types.ts';
import type { CheckWords } from '../../checks/words.ts';
import { numeral, placesOf } from '../../figures.ts';
import { date } from '../format.ts';
import type { Messages } from '../zh-CN.ts';

const PARTS: Readonly<Record<Part, string>> = {
  value: 'the figure of this year',
  numerator: 'the numerator',
  denominator: 'the denominator',
};

/** What each check is called. */
export const names: CheckWords['names'] = {
  zeroFigure: 'Figure is 0',
  zeroAfterFigure: '0 after a figure',
  outsideRange: 'Outside the range',
  partsNotWhole: 'Parts must be whole',
  unitSlip: 'Wrong unit or digit',
  yearOnYearChange: 'Change on last year',
  yearOnYearDifference: 'Difference from last year',
  cumulativeFalls: 'Cumulative count falls',
  valueFalls: 'Lower than last year',
  growthPerYear: 'Many new ones in one year',
  identicalToLastYear: 'Same as last year',
  differsFromPlan: 'Far from the plan',
  worseThanBaseline: 'Worse than the baseline',
  numeratorFalls: 'Numerator falls',
  denominatorFalls: 'Denominator falls',
  denominatorChange: 'Change of the denominator',
  componentDiffers: 'Same name, other figure',
  listDiffers: 'Differs from the list',
  listOutsideRoster: 'List goes beyond the roster',
  listMissing: 'No named list',
  conditionOrder: 'Order of the conditions',
  conditionDocument: 'Document number missing',
  levelGround: 'Grounds too thin',
  priceBasis: 'Price basis not given',
  figureOfOtherYear: 'Figure of an earlier year',
  evidenceMissing: 'No evidence',
  evidenceUsedTwice: 'Evidence used twice',
};

const plain = (value: number): string => numeral(value, placesOf(value));
const percent = (value: number): string => `${numeral(Math.abs(value), 1)}%`;
const limit = (value: number): string => `${plain(value)}%`;
const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);

/** First what was found, then what to do about it. */
const words: CheckWords = {
  names,
  about: {
    zeroFigure: 'This figure cannot be 0.',
    zeroAfterFigure: 'Above 0 last year, 0 this year.',
    outsideRange: 'Below the lower or above the upper limit; exactly at it is inside.',
    partsNotWhole: 'Enterprises, machines and people are whole numbers.',
    unitSlip: 'About 10, 100, 1,000 or 10,000 times last year, or that much less.',
    yearOnYearChange: 'Up or down on last year by more than so many percent.',
    yearOnYearDifference:
      'Up or down on last year by more than so much (percentage points where the unit is %).',
    cumulativeFalls: 'The cumulative count is lower than last year.',
    valueFalls: 'The figure or the level is lower than last year.',
    growthPerYear: 'More than so many new ones in one year.',
    identicalToLastYear: 'The same as last year to the last digit.',
    differsFromPlan: 'More than so many percent away from the plan of the year.',
    worseThanBaseline: 'Above the baseline where it is to fall, below it where it is to rise.',
    numeratorFalls: 'The numerator is lower than last year.',
    denominatorFalls: 'The denominator is lower than last year.',
    denominatorChange: 'The denominator moved by more than so many percent on last year.',
    componentDiffers: 'Another indicator of the plan gives another figure under the same name.',
    listDiffers: 'The figure is not what its named list counts.',
    listOutsideRoster: 'The list of the numerator has names that the roster below does not.',
    listMissing: 'There is a figure and no named list behind it.',
    conditionOrder: 'A condition is met before the one listed ahead of it: running before built.',
    conditionDocument: 'From which condition on a document number is needed, once it is met.',
    levelGround: 'The grounds of the level do not say anything.',
    priceBasis: 'Note or source do not say whether prices are constant or current.',
    figureOfOtherYear: 'The figure is more than so many years older than the report.',
    evidenceMissing: 'No evidence was uploaded.',
    evidenceUsedTwice: 'The same file serves another indicator or another year.',
  },
  grades: { hard: 'Must be right', soft: 'Needs a reason', off: 'Not checked' },
  found: {
    zeroFigure: () => 'This figure cannot be 0. Check it.',
    zeroAfterFigure: ({ last }, say) =>
      `0 this year, and ${say.figure(last)} last year. Check that it is 0.`,
    outsideRange: ({ value, limit: bound, side }, say) => {
      const [shown, edge] = say.pair(value, bound, side === 1 ? -1 : 1);
      return `${shown} is ${side === 1 ? 'above the upper' : 'below the lower'} limit of ${edge}. Check it.`;
    },
    partsNotWhole: ({ value }) => `${plain(value)} is not a whole number. Check it.`,
    unitSlip: ({ part, value, last, factor, side }) =>
      `${capital(PARTS[part])} (${plain(value)}) is about ${
        side === 1 ? `${plain(factor)} times` : `a ${plain(factor)}th of`
      } last year's (${plain(last)}). Check the unit and the number of digits.`,
    yearOnYearChange: ({ value, last, percent: change, limit: bound }, say) =>
      `${say.figure(value)} this year, ${say.figure(last)} last year: ${
        change < 0 ? 'down' : 'up'
      } ${percent(change)}, more than ${limit(bound)}. Check it.`,
    yearOnYearDifference: ({ value, last, difference, limit: bound }, say) =>
      `${say.figure(value)} this year, ${say.figure(last)} last year: ${
        difference < 0 ? 'down' : 'up'
      } ${say.difference(difference)}, more than ${say.difference(bound)}. Check it.`,
    cumulativeFalls: ({ value, last }, say) =>
      `The cumulative count (${say.figure(value)}) is lower than last year (${say.figure(last)}). Check whether some were missed or revoked.`,
    valueFalls: ({ value, last }, say) =>
      `Lower this year (${say.figure(value)}) than last year (${say.figure(last)}). Check it.`,
    growthPerYear: ({ difference, limit: bound }, say) =>
      `${say.figure(difference)} more in one year, above ${say.figure(bound)}. Check it.`,
    identicalToLastYear: ({ value }, say) =>
      `The same as last year (${say.figure(value)}) to the last digit. Check that it is this year's.`,
    differsFromPlan: ({ value, planned, percent: away, limit: bound }, say) =>
      `${say.figure(value)} is ${percent(away)} ${
        away < 0 ? 'below' : 'above'
      } the plan of the year (${say.planned(planned)}), more than ${limit(bound)}. Check it.`,
    worseThanBaseline: ({ value, baseline }, say) =>
      `${say.figure(value)} is ${value > baseline ? 'above' : 'below'} the baseline (${say.figure(baseline)}). Check it.`,
    numeratorFalls: ({ value, last }) =>
      `The numerator (${plain(value)}) is lower than last year (${plain(last)}). Check it.`,
    denominatorFalls: ({ value, last }) =>
      `The denominator (${plain(value)}) is lower than last year (${plain(last)}). Check the scope.`,
    denominatorChange: ({ value, last, percent: change, limit: bound }) =>
      `The denominator went ${change < 0 ? 'down' : 'up'} ${percent(change)} on last year (${plain(last)} → ${plain(value)}), more than ${limit(bound)}. Check the scope.`,
    componentDiffers: ({ value, other, code }) =>
      `${plain(value)} here, and ${plain(other)} under the same name in ${code}. Make them agree.`,
    listDiffers: ({ part, value, listed }) =>
      `${capital(PARTS[part])} (${plain(value)}) is not what the list counts (${plain(listed)}). Check the list or the figure.`,
    listOutsideRoster: ({ count, name }) =>
      count === 1
        ? `A name on the numerator's list is not on the roster below: “${name}”. Check both lists.`
        : `${count} names on the numerator's list are not on the roster below (such as “${name}”). Check both lists.`,
    listMissing: ({ part }) => `There is no named list behind ${PARTS[part]}. Add it.`,
    conditionOrder: ({ condition, metOn, earlier, earlierMetOn }, say) =>
      earlierMetOn === ''
        ? `“${say.condition(condition)}” is met and “${say.condition(earlier)}” is not. Check the dates.`
        : `“${say.condition(condition)}” (${date('en', metOn)}) comes before “${say.condition(earlier)}” (${date('en', earlierMetOn)}). Check the dates.`,
    conditionDocument: ({ condition }, say) =>
      `“${say.condition(condition)}” needs the number of its document. Enter it.`,
    levelGround: () =>
      'The grounds are too thin. Name the facts, documents or results that the level rests on.',
    priceBasis: () => 'Say in the note whether prices are constant (comparable) or current.',
    figureOfOtherYear: ({ year, figureYear }) =>
      `This is the figure of ${figureYear}, not of ${year}. Check it.`,
    evidenceMissing: () => 'There is no evidence. Upload it.',
    evidenceUsedTwice: ({ name, code, year, more }) =>
      `The evidence “${name}” also serves ${code} in ${year}${
        more === 0 ? '' : ` and ${more} more`
      }. Check it.`,
  },
  ends: {
    hard: (said) => said,
    soft: (said) => `${said} If it is right as it is, say why in the note.`,
  },
};

const settings: Messages['checks']['settings'] = {
  title: 'Checks',
  note: 'In a year with a reporting round, what must be right holds a figure back, and what needs a reason asks for one in the note. Years entered from paper are only reminded.',
  standing: (hard, soft) =>
    hard + soft === 0 ? 'Not checked' : `${hard} must be right, ${soft} need a reason`,
  off: (names) => `Not checked: ${names.join(', ')}`,
  caption: 'The checks that stand',
  check: 'Check',
  grade: 'Strictness',
  limits: 'Limit',
  source: 'Set by',
  sources: { standard: 'Default', plan: 'Plan file' },
  form: 'Set the checks',
  fieldOf: (check, field) => `${check} · ${field}`,
  limitNames: (code) => {
    if (code === 'outsideRange') return { lower: 'From', upper: 'To' };
    if (code === 'unitSlip') return { lower: '', upper: 'Tolerance' };
    if (code === 'conditionDocument') return { lower: 'From condition', upper: '' };
    return { lower: '', upper: code === 'figureOfOtherYear' ? 'Years at most' : 'More than' };
  },
  points: 'points',
  yearUnit: 'years',
  years: (count) => (count === 1 ? '1 year' : `${count} years`),
  fromCondition: (nth) => `from condition ${nth}`,
  atLeast: (figure) => `at least ${figure}`,
  atMost: (figure) => `at most ${figure}`,
  between: (lower, upper) => `${lower} to ${upper}`,
  gradeWith: (grade, limits) => `${grade}, ${limits}`,
  standard: (said) => `Default: ${said}.`,
  reset: 'Back to default',
  resetOf: (check) => `Back to default: ${check}`,
  save: 'Save the checks',
  saved: (code) => `The checks of ${code} are saved.`,
};

export const checks: Messages['checks'] = {
  ...words,
  settings,
  reminders: 'Please check',
  reasonWanted: 'Where a reason is needed and the figure is right, say why in the note.',
};
