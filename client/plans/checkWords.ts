import { limitsOf } from '../../shared/checks/catalogue.ts';
import type { CheckCode } from '../../shared/checks/codes.ts';
import type { IndicatorCheck } from '../../shared/checks.ts';
import { numeral, placesOf } from '../../shared/figures.ts';
import type { Indicator } from '../../shared/plans.ts';
import { exactly, sayOf, type Speech } from './targetWords.ts';

const plain = (value: number): string => numeral(value, placesOf(value));

/**
 * The limits of a check in words, with their unit; '': it has none.
 * @example limitWords(a1, 'outsideRange', { lower: 10, upper: 95 }, chinese) // '10.0%至95.0%'
 */
export function limitWords(
  indicator: Indicator,
  code: CheckCode,
  { lower, upper }: Pick<IndicatorCheck['reset'], 'lower' | 'upper'>,
  speech: Speech,
): string {
  const words = speech.messages.checks.settings;
  const say = sayOf(indicator, speech);
  if (code === 'outsideRange') {
    const figure = (value: number) => exactly(indicator, say, value);
    if (lower === null) return upper === null ? '' : words.atMost(figure(upper));
    return upper === null
      ? words.atLeast(figure(lower))
      : words.between(figure(lower), figure(upper));
  }
  const limit = upper ?? lower;
  if (limit === null) return '';
  switch (limitsOf(code)[upper === null ? 'lower' : 'upper']) {
    case 'percent':
      return `${plain(limit)}%`;
    case 'unit':
      return say.difference(limit);
    case 'years':
      return words.years(limit);
    case 'condition':
      return words.fromCondition(limit);
    case null:
      return '';
  }
}

/** How a check is asked, in a few words: "核实性，15%". */
export function settingWords(
  indicator: Indicator,
  code: CheckCode,
  setting: IndicatorCheck['reset'],
  speech: Speech,
): string {
  const { checks } = speech.messages;
  const limits = setting.grade === 'off' ? '' : limitWords(indicator, code, setting, speech);
  const grade = checks.grades[setting.grade];
  return limits === '' ? grade : checks.settings.gradeWith(grade, limits);
}
