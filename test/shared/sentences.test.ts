import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../shared/assessment/assess.ts';
import { explain } from '../../shared/assessment/explain.ts';
import type { Reading, Status, Target } from '../../shared/assessment/types.ts';
import { numeral, speaker, unitFor } from '../../shared/figures.ts';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { finding, headline } from '../../shared/sentences.ts';
import { findingSentence, STEP_GROUP, STEP_GROUPS, stepSentence } from '../../shared/wording.ts';

const many = (status: Status, count: number): Status[] =>
  Array.from({ length: count }, () => status);

describe('the headline of a board', () => {
  const cases: { why: string; statuses: Status[]; zh: string; en: string }[] = [
    {
      why: 'good news, trouble, what is open: three blocks, counts that add up',
      statuses: [
        ...many('achieved', 6),
        ...many('onTrack', 11),
        ...many('behind', 3),
        ...many('farBehind', 2),
        'missed',
        ...many('targetPending', 3),
      ],
      zh: '26项指标中，17项已完成或达到序时；3项滞后，2项严重滞后，1项到期未完成；3项目标待下达',
      en: 'Of 26 indicators, 17 are achieved or on track; 3 are behind, 2 are far behind, 1 has missed its deadline; 3 await their target',
    },
    {
      why: 'nothing on track: nobody is called on track',
      statuses: [...many('achieved', 2), 'exceeded', 'missed'],
      zh: '4项指标中，3项已完成；1项到期未完成',
      en: 'Of 4 indicators, 3 are achieved; 1 has missed its deadline',
    },
    {
      why: 'nothing achieved: nobody is called achieved, and one is singular',
      statuses: ['onTrack', 'behind', 'noData', 'inProgress'],
      zh: '4项指标中，1项达到序时；1项滞后；1项推进中，1项暂无数据',
      en: 'Of 4 indicators, 1 is on track; 1 is behind; 1 is in progress, 1 has no data',
    },
    {
      why: 'all the same',
      statuses: many('noData', 26),
      zh: '26项指标全部暂无数据',
      en: 'All 26 indicators have no data',
    },
    {
      why: 'only one there is',
      statuses: ['targetPending'],
      zh: '1项指标目标待下达',
      en: 'The only indicator awaits its target',
    },
    { why: 'an empty plan says so', statuses: [], zh: '没有指标', en: 'No indicators' },
  ];
  it.each(cases)('$why', ({ statuses, zh, en: english }) => {
    const said = headline(statuses);
    expect(zhCN.explain.headline(said)).toBe(zh);
    expect(en.explain.headline(said)).toBe(english);
    const counted = said.blocks.flat().reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(statuses.length);
  });
});

describe('the finding about an indicator', () => {
  const share: Target = {
    kind: 'atLeast',
    value: 60,
    deadline: 2020,
    baseline: { year: 2015, value: 30 },
  };
  const count: Target = {
    kind: 'countRange',
    lower: 3,
    upper: 5,
    deadline: 2020,
    baseline: { year: 2015, value: 0 },
  };
  const energy: Target = {
    kind: 'reduction',
    reductionPct: 16,
    deadline: 2020,
    baseline: { year: 2015, value: 0.5 },
    decimals: 4,
  };
  const yearly = (...pairs: [number, number][]): Reading[] =>
    pairs.map(([year, value]) => ({ year, value }));
  const cases: {
    why: string;
    target: Target;
    unit: [string, string];
    readings: Reading[];
    year: number;
    zh: string;
    en: string;
  }[] = [
    {
      why: 'ahead of the plan, in percentage points',
      target: share,
      unit: ['%', '%'],
      readings: yearly([2016, 36], [2017, 42], [2018, 49]),
      year: 2018,
      zh: '2018年为49.0%，高于本年计划1.0个百分点，按现速度2020年约61.3%',
      en: "49.0% in 2018, 1.0 percentage points above this year's plan, heading for about 61.3% in 2020",
    },
    {
      why: 'behind a count: whole things, and the unit of one is singular',
      target: count,
      unit: ['个', 'workshops'],
      readings: yearly([2019, 1]),
      year: 2019,
      zh: '2019年为1个，低于本年计划1个，按现速度2020年约1个',
      en: "1 workshop in 2019, 1 below this year's plan, heading for about 1 in 2020",
    },
    {
      why: 'achieved before its deadline',
      target: count,
      unit: ['个', 'workshops'],
      readings: yearly([2018, 3]),
      year: 2018,
      zh: '2018年为3个，提前完成2020年目标',
      en: '3 workshops in 2018, 2020 target achieved early',
    },
    {
      why: 'beyond the upper end',
      target: count,
      unit: ['个', 'workshops'],
      readings: yearly([2020, 6]),
      year: 2020,
      zh: '2020年为6个，超额完成2020年目标',
      en: '6 workshops in 2020, 2020 target exceeded',
    },
    {
      why: 'missed by little is missed',
      target: share,
      unit: ['%', '%'],
      readings: yearly([2020, 59.96]),
      year: 2020,
      zh: '2020年为60.0%，距2020年目标差0.04个百分点，未完成',
      en: '60.0% in 2020, 0.04 percentage points short of the 2020 target',
    },
    {
      why: 'a reduction says the level and the fall; above the plan is worse',
      target: energy,
      unit: ['吨标准煤/万元', 'tce per 10,000 yuan'],
      readings: yearly([2018, 0.47]),
      year: 2018,
      zh: '2018年为0.4700吨标准煤/万元，累计下降6.00%，高于本年计划0.0197，按现速度2020年约0.4510',
      en: "0.4700 tce per 10,000 yuan in 2018, 6.00% below the baseline, 0.0197 above this year's plan, heading for about 0.4510 in 2020",
    },
    {
      why: 'pending: what is known is said, nothing is judged',
      target: { ...energy, reductionPct: null },
      unit: ['吨标准煤/万元', 'tce per 10,000 yuan'],
      readings: yearly([2018, 0.47]),
      year: 2018,
      zh: '2020年目标待下达，2018年为0.4700吨标准煤/万元，累计下降6.00%',
      en: 'The target for 2020 has not been assigned yet, 0.4700 tce per 10,000 yuan in 2018, 6.00% below the baseline',
    },
    {
      why: 'no figure: no number is invented',
      target: share,
      unit: ['%', '%'],
      readings: [],
      year: 2016,
      zh: '2015年为30.0%，是基期年，尚未起算',
      en: '30.0% in 2015, the baseline year, where the count begins',
    },
    {
      why: 'zero is a figure',
      target: count,
      unit: ['个', 'workshops'],
      readings: yearly([2016, 0]),
      year: 2016,
      zh: '2016年为0个，按计划尚无应完成量',
      en: '0 workshops in 2016, nothing is due yet under the plan',
    },
  ];
  it.each(cases)('$why', ({ target, unit, readings, year, zh, en: english }) => {
    const clauses = finding(target, assess(target, readings, year));
    const nothing = { levels: new Map<number, string>(), conditions: new Map<string, string>() };
    const say = (name: string, words: typeof zhCN.explain.figures) =>
      speaker({ kind: target.kind, unit: name, decimals: target.decimals ?? null }, nothing, words);
    expect(findingSentence(zhCN.explain, clauses, say(unit[0], zhCN.explain.figures))).toBe(zh);
    expect(findingSentence(en.explain, clauses, say(unit[1], en.explain.figures))).toBe(english);
  });
});

describe('the figures in a sentence', () => {
  it.each([
    [-1234.5, 0, '−1,235'],
    [-0.04, 1, '0.0'],
    [1.005, 2, '1.01'],
    [0, 0, '0'],
  ])('numeral(%f, %i) is %s', (value, decimals, text) => {
    expect(numeral(value, decimals)).toBe(text);
  });

  it.each([
    ['1', 'centres', 'centre'],
    ['1', 'institutes/platforms', 'institute/platform'],
    ['1', 'robots per 10,000 workers', 'robot per 10,000 workers'],
    ['1', 'tce per 10,000 yuan', 'tce per 10,000 yuan'],
    ['2', 'centres', 'centres'],
    ['1', '个', '个'],
  ])('%s of "%s" reads "%s"', (shown, unit, text) => {
    expect(unitFor(shown, unit)).toBe(text);
  });

  it('shows as many decimals as it takes not to make an unmet figure look met', () => {
    const say = speaker(
      { kind: 'atLeast', unit: '%', decimals: 1 },
      { levels: new Map(), conditions: new Map() },
      zhCN.explain.figures,
    );
    expect(say.pair(79.96, 80, 1)).toEqual(['79.96%', '80.0%']);
  });
});

describe('every worked case of the method', () => {
  const file = readFileSync(new URL('cases.json', import.meta.url), 'utf8');
  const { cases } = JSON.parse(file) as {
    cases: { id: string; input?: { target: Target; readings: Reading[]; asOf: number } }[];
  };
  const assessed = cases.flatMap(({ id, input }) => (input === undefined ? [] : [{ id, input }]));
  const languages = [
    { name: 'Chinese', words: zhCN.explain, foreign: /[A-Za-z]{3,}/ },
    { name: 'English', words: en.explain, foreign: /[\u4e00-\u9fff，。；：]/ },
  ];

  it.each(assessed)('$id is explained in both languages', ({ input }) => {
    const { target, readings, asOf } = input;
    const assessment = assess(target, readings, asOf);
    for (const { name, words, foreign } of languages) {
      const nothing = { levels: new Map<number, string>(), conditions: new Map<string, string>() };
      const scale = { kind: target.kind, unit: null, decimals: target.decimals ?? null };
      const say = speaker(scale, nothing, words.figures);
      const steps = explain(target, assessment);
      const said = [
        ...steps
          // Conditions of the file have ids for names, which are no language.
          .filter(({ code }) => code !== 'condition' && code !== 'neededConditions')
          .map((step) => stepSentence(words, step, say)),
        findingSentence(words, finding(target, assessment), say),
      ];
      for (const sentence of said) {
        expect(sentence, name).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
        expect(sentence, name).not.toMatch(foreign);
        expect(sentence.length, name).toBeGreaterThan(1);
      }
      const headings = steps.map(({ code }) => STEP_GROUPS.indexOf(STEP_GROUP[code]));
      expect(headings[0], 'the rule comes first').toBe(0);
      expect(headings.at(-1), 'the conclusion comes last').toBe(STEP_GROUPS.length - 1);
    }
  });
});
