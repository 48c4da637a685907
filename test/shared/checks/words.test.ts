import { describe, expect, it } from 'vitest';
import { CHECK_CODES, type CheckCode } from '../../../shared/checks/codes.ts';
import type { Finding, FindingValues } from '../../../shared/checks/types.ts';
import { checkSentence } from '../../../shared/checks/words.ts';
import { type Scale, speaker } from '../../../shared/figures.ts';
import { en } from '../../../shared/i18n/en.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';

const NAMED = {
  levels: new Map([
    [1, '部分普及'],
    [2, '基本普及'],
  ]),
  conditions: new Map([
    ['built', '建成'],
    ['operating', '运营'],
  ]),
};
const SHARE: Scale = { kind: 'atLeast', unit: '%', decimals: 1 };
const COUNT: Scale = { kind: 'countRange', unit: '个', decimals: 0 };
const INDEX: Scale = { kind: 'atLeast', unit: '分', decimals: 2 };
const LEVEL: Scale = { kind: 'rating', unit: null, decimals: null };

const of = <Code extends CheckCode>(
  code: Code,
  values: FindingValues[Code],
  grade: Finding['grade'] = 'hard',
): Finding => ({ code, grade, pointer: '', values }) as Finding;

const inChinese = (scale: Scale, finding: Finding): string =>
  checkSentence(zhCN.checks, finding, speaker(scale, NAMED, zhCN.explain.figures));
const inEnglish = (scale: Scale, finding: Finding): string =>
  checkSentence(en.checks, finding, speaker(scale, NAMED, en.explain.figures));

const SENTENCES: readonly [Scale, Finding, zh: string, english: string][] = [
  [
    COUNT,
    of('listDiffers', { part: 'value', value: 5, listed: 4 }),
    '本年值（5）与名单的数目（4）不一致，请核对名单或数值。',
    'The figure of this year (5) is not what the list counts (4). Check the list or the figure.',
  ],
  [
    SHARE,
    of('yearOnYearDifference', { value: 61.04, last: 45, difference: 16.04, limit: 15 }, 'soft'),
    '本年61.0%，上年45.0%，增加16.0个百分点，超过15.0个百分点，请核对；如确实如此，请在情况说明中写明原因。',
    '61.0% this year, 45.0% last year: up 16.0 percentage points, more than 15.0 percentage points. Check it. If it is right as it is, say why in the note.',
  ],
  [
    INDEX,
    of('outsideRange', { value: 100.001, limit: 100, side: 1 }),
    '本年值（100.001）高于上限（100.00），请核对。',
    '100.001 is above the upper limit of 100.00. Check it.',
  ],
  [
    COUNT,
    of('unitSlip', { part: 'numerator', value: 1_470_000, last: 147, factor: 10_000, side: 1 }),
    '分子（1,470,000）约为上年（147）的10,000倍，请核对单位（元、万元、亿元，吨、万吨）和位数。',
    "The numerator (1,470,000) is about 10,000 times last year's (147). Check the unit and the number of digits.",
  ],
  [
    LEVEL,
    of('valueFalls', { value: 1, last: 2 }),
    '本年（部分普及）低于上年（基本普及），请核对。',
    'Lower this year (部分普及) than last year (基本普及). Check it.',
  ],
  [
    LEVEL,
    of('conditionOrder', {
      condition: 'operating',
      metOn: '2018-05-31',
      earlier: 'built',
      earlierMetOn: '2018-06-01',
    }),
    '“运营”（2018年5月31日）早于“建成”（2018年6月1日），请核对日期。',
    '“运营” (31 May 2018) comes before “建成” (1 Jun 2018). Check the dates.',
  ],
];

describe('the sentence of a finding', () => {
  it.each(SENTENCES)('says what is wrong and what to do: %#', (scale, finding, zh, english) => {
    expect(inChinese(scale, finding)).toBe(zh);
    expect(inEnglish(scale, finding)).toBe(english);
  });

  it('asks for a reason where the check lets one count, and never where it blocks', () => {
    for (const grade of ['hard', 'soft'] as const) {
      const said = inChinese(COUNT, of('listMissing', { part: 'value' }, grade));
      expect(said.includes('写明原因')).toBe(grade === 'soft');
    }
  });

  it('is there for every check in both languages, with its name and what it looks for', () => {
    for (const { checks } of [zhCN, en]) {
      for (const code of CHECK_CODES) {
        expect(checks.names[code].length).toBeGreaterThan(3);
        expect(checks.about[code]).toMatch(/[。.]$/);
      }
      expect(new Set(Object.values(checks.names)).size).toBe(CHECK_CODES.length);
    }
  });
});
