import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from '../../shared/assessment/round.ts';
import { date, dateTime, number, percent, year } from '../../shared/i18n/format.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';

describe('a number on the page', () => {
  it.each([
    { value: 2.5, decimals: 0, shown: '3', why: 'a tie goes away from zero' },
    { value: -2.5, decimals: 0, shown: '-3', why: 'below zero too' },
    { value: 1.005, decimals: 2, shown: '1.01', why: 'binary noise does not decide a tie' },
    { value: 0.45, decimals: 1, shown: '0.5', why: 'where Intl alone could say 0.4' },
    { value: -0.04, decimals: 1, shown: '0.0', why: 'nothing is a negative nothing' },
    { value: 49, decimals: 1, shown: '49.0', why: 'the decimals of the indicator, always' },
    { value: 1234567.891, decimals: 2, shown: '1,234,567.89', why: 'thousands are grouped' },
    {
      value: 4345435577.97,
      decimals: 6,
      shown: '4,345,435,577.970000',
      why: 'no digit is made up',
    },
  ])('$value to $decimals places is $shown: $why', ({ value, decimals, shown }) => {
    for (const language of LANGUAGES) expect(number(language, value, decimals)).toBe(shown);
  });

  it('is written as Intl writes it, in both languages', () => {
    const figures = fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
      fc.integer(),
    );
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        for (const language of LANGUAGES) {
          const written = new Intl.NumberFormat(language, places);
          expect(number(language, value, decimals)).toBe(
            written.format(roundHalfAway(value, decimals)),
          );
        }
      }),
    );
  });

  it('is a percentage of a share', () => {
    expect(percent('zh-CN', 0.485, 1)).toBe('48.5%');
    expect(percent('en', 0.125)).toBe('13%');
    expect(percent('en', -0.005)).toBe('-1%');
  });
});

describe('a time on the page', () => {
  it.each([
    { given: '2018-12-31', zh: '2018年12月31日', en: '31 Dec 2018', why: 'a day is a day' },
    {
      given: '2018-12-31T15:59:59.999Z',
      zh: '2018年12月31日',
      en: '31 Dec 2018',
      why: 'the last moment of the year in Beijing',
    },
    {
      given: '2018-12-31T16:00:00.000Z',
      zh: '2019年1月1日',
      en: '1 Jan 2019',
      why: 'midnight in Beijing',
    },
  ])('$given is $zh: $why', ({ given, zh, en }) => {
    expect(date('zh-CN', given)).toBe(zh);
    expect(date('en', given)).toBe(en);
  });

  it('is told to the minute on the clock of Beijing, with 24 hours', () => {
    expect(dateTime('zh-CN', '2019-01-12T08:30:00.000Z')).toBe('2019年1月12日 16:30');
    expect(dateTime('en', '2019-01-12T08:30:00.000Z')).toBe('12 Jan 2019, 16:30');
    expect(dateTime('en', '2019-01-11T16:05:00.000Z')).toBe('12 Jan 2019, 00:05');
  });

  it('is a year in running text', () => {
    expect(year('zh-CN', 2018)).toBe('2018年');
    expect(year('en', 2018)).toBe('2018');
  });
});
