import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { numeral, unitFor } from '../../shared/figures.ts';
import { type NumberField, type NumberProblem, parseNumber } from '../../shared/number-input.ts';

interface Case {
  readonly typed: string;
  readonly is: number | null | NumberProblem;
  readonly field?: NumberField;
  readonly why: string;
}

const TONNES = { unit: ['吨', 'tonnes'] };
const SHARE = { unit: '%' };
const DENSITY = { unit: ['台/万人', 'robots per 10,000 workers'] };

const CASES: readonly Case[] = [
  { typed: '12', is: 12, why: 'a plain number' },
  { typed: '12.50', is: 12.5, why: 'trailing zeros say nothing' },
  { typed: '0', is: 0, why: 'zero is a figure' },
  { typed: '0.0', is: 0, why: 'zero with decimals is still zero' },
  { typed: '-0', is: 0, why: 'a negative zero is zero' },
  { typed: '007', is: 7, why: 'leading zeros say nothing' },
  { typed: '.5', is: 0.5, why: 'a point may come first' },
  { typed: '5.', is: 5, why: 'a point may come last' },
  { typed: '', is: null, why: 'nothing typed is no figure' },
  { typed: ' \u00a0\u3000\t', is: null, why: 'spaces of every kind are nothing typed' },
  { typed: '１２３．４５', is: 123.45, why: 'full-width digits and point of a Chinese keyboard' },
  { typed: '12。5', is: 12.5, why: 'the full stop key of a Chinese keyboard' },
  { typed: '12｡5', is: 12.5, why: 'the half-width full stop' },
  { typed: '1，234，567', is: 1234567, why: 'full-width commas in groups' },
  { typed: '1,234,567.8', is: 1234567.8, why: 'groups of three' },
  { typed: '1 234 567', is: 1234567, why: 'spaces in groups of three' },
  { typed: '1\u00a0234\u202f567,', is: 'grouping', why: 'a comma that groups nothing' },
  { typed: '\u3000 12 \u00a0', is: 12, why: 'spaces around' },
  { typed: '\ufeff12\u200b', is: 12, why: 'invisible characters of a paste' },
  { typed: '12\r\n', is: 12, why: 'one pasted cell ends with a line end' },
  { typed: '12\t', is: 12, why: 'one pasted cell with an empty neighbour' },
  { typed: '-5', is: -5, why: 'a hyphen as minus' },
  { typed: '－5', is: -5, why: 'a full-width minus' },
  { typed: '−5', is: -5, why: 'a mathematical minus' },
  { typed: '– 5', is: -5, why: 'a dash that a word processor made of a hyphen' },
  { typed: '＋5', is: 5, why: 'a plus is allowed' },
  { typed: '85%', is: 85, field: SHARE, why: 'the percent sign of a percentage' },
  { typed: '８５％', is: 85, field: SHARE, why: 'the same, full width' },
  { typed: '85 ％', is: 85, field: { percent: true }, why: 'asked for by name' },
  { typed: '0.85', is: 0.85, field: SHARE, why: 'never multiplied by a guess' },
  { typed: '12.5吨', is: 12.5, field: TONNES, why: 'the unit behind it' },
  { typed: '12.5 Tonnes', is: 12.5, field: TONNES, why: 'the unit in the other language' },
  { typed: '46.1 台／万人', is: 46.1, field: DENSITY, why: 'a unit with a full-width stroke' },
  {
    typed: '7台（套）',
    is: 7,
    field: { unit: '台（套）' },
    why: 'a unit with full-width brackets',
  },
  { typed: '1 centre', is: 1, field: { unit: 'centres' }, why: 'the unit in the singular' },
  { typed: '3万人', is: 3, field: { unit: ['人', '万人'] }, why: 'the longest unit first' },
  { typed: '1.5万元', is: 1.5, field: { unit: '万元' }, why: 'here 万 belongs to the unit' },
  { typed: '12', is: 12, field: { unit: null }, why: 'a field without a unit' },
  { typed: '123456789012345', is: 123456789012345, why: '15 digits are held exactly' },
  { typed: '0.000000000000001', is: 1e-15, why: 'leading zeros are not significant' },
  { typed: '1,000,000,000,000,000', is: 1e15, why: 'the largest that is taken' },

  { typed: '12,34', is: 'grouping', why: 'not a group of three: 12.34 or 1,234?' },
  { typed: '1,2345', is: 'grouping', why: 'a group of four' },
  { typed: '1234,567', is: 'grouping', why: 'groups that begin too late' },
  { typed: '0,123', is: 'grouping', why: 'nobody groups below a thousand: a decimal comma?' },
  { typed: '3,5', is: 'grouping', why: 'a decimal comma' },
  { typed: '12 34', is: 'grouping', why: 'two cells, or a slip; never 1234' },
  { typed: '1.2.3', is: 'notANumber', why: 'two points' },
  { typed: '1.234.567', is: 'notANumber', why: 'points as separators' },
  { typed: '1.5万', is: 'magnitudeWord', why: '15000, to be written out' },
  { typed: '3亿', is: 'magnitudeWord', why: '300000000, to be written out' },
  { typed: '3万吨', is: 'magnitudeWord', field: TONNES, why: 'the unit is 吨, not 万吨' },
  { typed: '十二', is: 'notANumber', why: 'Chinese numerals' },
  { typed: '—', is: 'absentMark', why: 'a dash is not a figure' },
  { typed: '——', is: 'absentMark', why: 'a Chinese dash' },
  { typed: '-', is: 'absentMark', why: 'a hyphen alone' },
  { typed: '－', is: 'absentMark', why: 'a full-width hyphen alone' },
  { typed: '/', is: 'absentMark', why: 'a struck-out cell' },
  { typed: '／', is: 'absentMark', why: 'the same, full width' },
  { typed: '无', is: 'absentMark', why: 'none: but why?' },
  { typed: '不适用', is: 'absentMark', why: 'a reason, in the wrong field' },
  { typed: 'N/A', is: 'absentMark', why: 'the same in English' },
  { typed: '3-5', is: 'severalNumbers', why: 'a range' },
  { typed: '3～5', is: 'severalNumbers', why: 'a range with a wave dash' },
  { typed: '3至5', is: 'severalNumbers', why: 'a range in words' },
  { typed: '12\t13', is: 'severalNumbers', why: 'two cells of a row' },
  { typed: '12\n13', is: 'severalNumbers', why: 'two cells of a column' },
  { typed: '1.23E+05', is: 'scientific', why: 'already rounded by the spreadsheet' },
  { typed: '1e309', is: 'scientific', why: 'never infinite' },
  { typed: '#DIV/0!', is: 'spreadsheetError', why: 'a formula that failed' },
  { typed: '#N/A', is: 'spreadsheetError', why: 'a look-up that failed' },
  { typed: '########', is: 'spreadsheetError', why: 'a column that was too narrow' },
  { typed: '85%', is: 'otherUnit', field: TONNES, why: 'a percent sign on tonnes' },
  { typed: '12家', is: 'otherUnit', field: { unit: '个' }, why: 'another unit' },
  { typed: '12', is: 12, field: { unit: '' }, why: 'an empty unit is no unit' },
  { typed: '85‰', is: 'otherUnit', field: SHARE, why: 'per mille is ten times less' },
  { typed: '(1,234)', is: 'parentheses', why: 'bookkeeping for a negative' },
  { typed: '（5）', is: 'parentheses', why: 'the same, full width' },
  { typed: '1234567890123456', is: 'inexact', why: '16 digits' },
  { typed: '0.1234567890123456', is: 'inexact', why: '16 digits behind the point' },
  { typed: '9007199254740993', is: 'inexact', why: '2^53 + 1 would silently become another' },
  { typed: `0.${'0'.repeat(400)}1`, is: 'inexact', why: 'would silently become 0' },
  { typed: '1000000000000001', is: 'inexact', why: 'above 10^15, all digits count' },
  { typed: '2,000,000,000,000,000', is: 'tooLarge', why: 'above 10^15' },
  { typed: '10²', is: 'notANumber', why: 'must not become 102' },
  { typed: '①', is: 'notANumber', why: 'must not become 1' },
  { typed: '½', is: 'notANumber', why: 'must not become 1/2' },
  { typed: '٣', is: 'notANumber', why: 'digits of another script' },
  { typed: 'NaN', is: 'notANumber', why: 'not a number by its own words' },
  { typed: 'Infinity', is: 'notANumber', why: 'not finite' },
  { typed: '0x10', is: 'notANumber', why: 'no hexadecimal' },
  { typed: '约12', is: 'notANumber', why: 'about twelve is no figure' },
  { typed: '=1+1', is: 'notANumber', why: 'a formula is never computed' },
  { typed: '--5', is: 'notANumber', why: 'two signs' },
  { typed: '.', is: 'notANumber', why: 'a point alone' },
];

describe('a typed number is understood or refused with a code of its own', () => {
  test.each(CASES)('$typed → $is ($why)', ({ typed, is, field }) => {
    const expected = typeof is === 'string' ? { ok: false, problem: is } : { ok: true, value: is };
    expect(parseNumber(typed, field)).toEqual(expected);
  });
});

describe('what is printed can be typed back', () => {
  const figure = fc
    .tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.nat({ max: 6 }))
    .map(([units, places]) => Number((units / 10 ** places).toPrecision(12)));

  test.each(['zh-CN', 'en'])('with the separators of %s', (locale) => {
    const print = new Intl.NumberFormat(locale, { maximumFractionDigits: 15 });
    fc.assert(
      fc.property(figure, (value) => {
        expect(parseNumber(print.format(value))).toEqual({ ok: true, value: value + 0 });
      }),
    );
  });

  it('as every page prints it, with its unit in either language', () => {
    const units = ['台/万人', '吨标准煤/万元', 'centres', 'institutes/platforms', '%'];
    fc.assert(
      fc.property(figure, fc.constantFrom(...units), (value, unit) => {
        const shown = numeral(value, 6);
        const read = parseNumber(`${shown} ${unitFor(shown, unit)}`, { unit });
        expect(read).toEqual({ ok: true, value: Number(value.toFixed(6)) + 0 });
      }),
    );
  });

  it('in full width, with a unit, and with spaces around', () => {
    fc.assert(
      fc.property(figure, (value) => {
        const text = value.toFixed(7).replace(/\.?0+$/, '');
        const wide = text.replaceAll(/[\d.-]/g, (c) =>
          String.fromCharCode(c.charCodeAt(0) + 0xfee0),
        );
        expect(parseNumber(`\u3000${wide} 吨\u00a0`, TONNES)).toEqual(parseNumber(text));
      }),
    );
  });
});

it('never throws and never answers with a number that is not finite', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (typed, unit) => {
      const parsed = parseNumber(typed, { unit });
      expect(!parsed.ok || parsed.value === null || Number.isFinite(parsed.value)).toBe(true);
    }),
  );
});
