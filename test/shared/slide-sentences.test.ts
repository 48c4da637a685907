import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../shared/assessment/assess.ts';
import type { Reading, Status, Target } from '../../shared/assessment/types.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { DeckDecision } from '../../shared/deck.ts';
import { speaker } from '../../shared/figures.ts';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { DataStatus } from '../../shared/readings.ts';
import {
  decisionCounts,
  movesOf,
  slideDecimals,
  slideSentence,
} from '../../shared/slide-sentences.ts';

type Figure = readonly [year: number, value: number, dataStatus?: DataStatus];

/** As much of a board's indicator as a sentence is made from. */
function indicatorOf(target: Target, figures: readonly Figure[], year: number): BoardIndicator {
  const readings = figures.map(([of, value, dataStatus = 'final']) => ({
    year: of,
    value,
    dataStatus,
    provisional: dataStatus !== 'final',
    figureYear: null,
  }));
  return {
    target,
    readings,
    assessment: assess(target, readings, year),
  } as unknown as BoardIndicator;
}

const LEVELS = {
  zh: new Map([
    [0, '未起步'],
    [1, '起步'],
    [2, '普及'],
    [3, '全面普及'],
  ]),
  en: new Map([
    [0, 'none'],
    [1, 'begun'],
    [2, 'common'],
    [3, 'universal'],
  ]),
};

/** The sentence in both languages. */
function said(
  target: Target,
  unit: readonly [string | null, string | null],
  figures: readonly Figure[],
  year: number,
): { zh: string; en: string } {
  const indicator = indicatorOf(target, figures, year);
  const say = (name: string | null, levels: ReadonlyMap<number, string>, words: typeof zhCN) =>
    speaker(
      { kind: target.kind, unit: name, decimals: target.decimals ?? null },
      { levels, conditions: new Map() },
      words.explain.figures,
    );
  return {
    zh: slideSentence(zhCN, indicator, year, say(unit[0], LEVELS.zh, zhCN)),
    en: slideSentence(en, indicator, year, say(unit[1], LEVELS.en, en)),
  };
}

const at = (year: number, value: number | null) => ({ year, value });
const share: Target = { kind: 'atLeast', value: 60, deadline: 2020, baseline: at(2015, 30) };
const density: Target = {
  kind: 'atLeast',
  value: 100,
  deadline: 2020,
  baseline: at(2015, 44),
  decimals: 0,
};
const ceiling: Target = { kind: 'atMost', value: 7, deadline: 2020, baseline: at(2015, 9) };
const kept: Target = { kind: 'atLeast', value: 80, deadline: 2020, baseline: at(2015, 82) };
const count: Target = {
  kind: 'countRange',
  lower: 3,
  upper: 5,
  deadline: 2020,
  baseline: at(2015, 0),
};
const energy: Target = {
  kind: 'reduction',
  reductionPct: 16,
  deadline: 2020,
  baseline: at(2015, 0.5),
  decimals: 4,
};
const rating: Target = {
  kind: 'rating',
  targetLevel: 3,
  deadline: 2020,
  baseline: at(2015, 0),
};
const better: Target = {
  kind: 'directional',
  direction: 'up',
  deadline: 2020,
  baseline: at(2015, 50),
};
const opened = (metYear: number | null, more: object = {}): Target => ({
  kind: 'milestone',
  deadline: 2016,
  conditions: [
    { id: 'built', metYear: 2016 },
    { id: 'open', metYear, ...more },
  ],
});
const PERCENT = ['%', '%'] as const;
const SHOPS = ['个', 'workshops'] as const;
const ROBOTS = ['台/万人', 'robots per 10,000 workers'] as const;
const ENERGY = ['吨标准煤/万元', 'tce per 10,000 yuan'] as const;
const NONE = [null, null] as const;

interface Case {
  readonly why: string;
  readonly target: Target;
  readonly unit: readonly [string | null, string | null];
  readonly figures: readonly Figure[];
  readonly year: number;
  readonly zh: string;
  readonly en: string;
}

const CASES: readonly Case[] = [
  {
    why: 'below its plan: the plan is of the year judged, and the unit is said once, in full',
    target: density,
    unit: ROBOTS,
    figures: [
      [2016, 48],
      [2017, 52],
      [2018, 61],
    ],
    year: 2018,
    zh: '低于2018年计划17台/万人，按现速度2020年约71',
    en: '17 robots per 10,000 workers below the plan for 2018, heading for about 71 in 2020',
  },
  {
    why: 'on track, in percentage points',
    target: share,
    unit: PERCENT,
    figures: [
      [2016, 36],
      [2017, 42],
      [2018, 49],
    ],
    year: 2018,
    zh: '高于2018年计划1.0个百分点，按现速度2020年约61.3%',
    en: '1.0 percentage points above the plan for 2018, heading for about 61.3% in 2020',
  },
  {
    why: 'rounding would put it on its plan: the difference gets the places that show it',
    target: share,
    unit: PERCENT,
    figures: [[2018, 47.98]],
    year: 2018,
    zh: '低于2018年计划0.02个百分点，按现速度2020年约60.0%',
    en: '0.02 percentage points below the plan for 2018, heading for about 60.0% in 2020',
  },
  {
    why: 'exactly on its plan is neither above nor below',
    target: share,
    unit: PERCENT,
    figures: [[2018, 48]],
    year: 2018,
    zh: '与2018年计划48.0%持平，按现速度2020年约60.0%',
    en: 'Equal to the plan for 2018, 48.0%, heading for about 60.0% in 2020',
  },
  {
    why: 'the figure of the year before: its own plan, and said',
    target: share,
    unit: PERCENT,
    figures: [[2017, 38]],
    year: 2018,
    zh: '低于2017年计划4.0个百分点，按现速度2020年约50.0%（据2017年数据）',
    en: '4.0 percentage points below the plan for 2017, heading for about 50.0% in 2020 (figure of 2017)',
  },
  {
    why: 'a preliminary figure is called one',
    target: share,
    unit: PERCENT,
    figures: [[2018, 49, 'preliminary']],
    year: 2018,
    zh: '高于2018年计划1.0个百分点，按现速度2020年约61.7%（据快报数）',
    en: '1.0 percentage points above the plan for 2018, heading for about 61.7% in 2020 (preliminary figure)',
  },
  {
    why: 'an estimate of the year before is both',
    target: share,
    unit: PERCENT,
    figures: [[2017, 42, 'estimate']],
    year: 2018,
    zh: '与2017年计划42.0%持平，按现速度2020年约60.0%（据2017年预计数）',
    en: 'Equal to the plan for 2017, 42.0%, heading for about 60.0% in 2020 (estimate of 2017)',
  },
  {
    why: 'missed by less than a reported place is missed, and by how much is seen',
    target: share,
    unit: PERCENT,
    figures: [[2020, 59.96]],
    year: 2020,
    zh: '距2020年目标差0.04个百分点，未完成',
    en: '0.04 percentage points short of the 2020 target',
  },
  {
    why: 'after the deadline nothing is forecast, and what came later is told as later',
    target: share,
    unit: PERCENT,
    figures: [
      [2020, 55],
      [2021, 61],
    ],
    year: 2021,
    zh: '距2020年目标差5.0个百分点，未完成，2020年后才达到',
    en: '5.0 percentage points short of the 2020 target, met only after 2020',
  },
  {
    why: 'a ceiling is passed upwards',
    target: ceiling,
    unit: PERCENT,
    figures: [[2020, 7.5]],
    year: 2020,
    zh: '高于2020年目标0.5个百分点，未完成',
    en: '0.5 percentage points above the 2020 target',
  },
  {
    why: 'farther from a ceiling than at the baseline',
    target: ceiling,
    unit: PERCENT,
    figures: [[2018, 9.6]],
    year: 2018,
    zh: '比2015年基期离目标更远，高于2018年计划1.8个百分点，按现速度2020年约10.0%',
    en: 'Farther from the target than in 2015, 1.8 percentage points above the plan for 2018, heading for about 10.0% in 2020',
  },
  {
    why: 'met from the start: it is to be kept, and fell back',
    target: kept,
    unit: PERCENT,
    figures: [
      [2017, 81],
      [2018, 78],
    ],
    year: 2018,
    zh: '低于应保持的水平2.0个百分点，按现速度2020年约75.3%，曾达到目标，后又回落',
    en: '2.0 percentage points below the level to be kept, heading for about 75.3% in 2020, fallen back after the target had been met',
  },
  {
    why: 'early',
    target: count,
    unit: SHOPS,
    figures: [[2018, 3]],
    year: 2018,
    zh: '提前完成2020年目标',
    en: '2020 target achieved early',
  },
  {
    why: 'beyond the upper end of a range',
    target: count,
    unit: SHOPS,
    figures: [[2020, 6]],
    year: 2020,
    zh: '超额完成2020年目标',
    en: '2020 target exceeded',
  },
  {
    why: 'one workshop is singular',
    target: count,
    unit: SHOPS,
    figures: [[2019, 1]],
    year: 2019,
    zh: '低于2019年计划1个，按现速度2020年约1个',
    en: '1 workshop below the plan for 2019, heading for about 1 in 2020',
  },
  {
    why: 'zero is a figure, and nothing is due yet',
    target: count,
    unit: SHOPS,
    figures: [[2016, 0]],
    year: 2016,
    zh: '按计划尚无应完成量',
    en: 'Nothing is due yet under the plan',
  },
  {
    why: 'met at the deadline and lost since',
    target: share,
    unit: PERCENT,
    figures: [
      [2020, 60],
      [2021, 58],
    ],
    year: 2021,
    zh: '完成2020年目标，此后又低于目标',
    en: '2020 target achieved, below the target since then',
  },
  {
    why: 'no baseline: how far the target itself is, and no progress',
    target: { ...share, baseline: at(2015, null) },
    unit: PERCENT,
    figures: [[2018, 49]],
    year: 2018,
    zh: '达到目标值的81.7%，缺基期值，不判进度',
    en: 'At 81.7% of the target, progress is not judged without a baseline',
  },
  {
    why: 'no baseline: a share just under the target is not rounded up to all of it',
    target: { ...share, baseline: at(2015, null) },
    unit: PERCENT,
    figures: [[2018, 59.98]],
    year: 2018,
    zh: '达到目标值的99.97%，缺基期值，不判进度',
    en: 'At 99.97% of the target, progress is not judged without a baseline',
  },
  {
    why: 'a reduction speaks of its cut',
    target: energy,
    unit: ENERGY,
    figures: [[2018, 0.47]],
    year: 2018,
    zh: '累计降幅比2018年计划少3.93个百分点，按现速度2020年约累计下降9.80%',
    en: 'The cut is 3.93 percentage points short of the plan for 2018, heading for a cut of about 9.80% in 2020',
  },
  {
    why: 'a reduction that rises',
    target: energy,
    unit: ENERGY,
    figures: [[2018, 0.52]],
    year: 2018,
    zh: '比2015年基期离目标更远，累计降幅比2018年计划少13.93个百分点，按现速度2020年约累计上升6.76%',
    en: 'Farther from the target than in 2015, the cut is 13.93 percentage points short of the plan for 2018, heading for a rise of about 6.76% in 2020',
  },
  {
    why: 'a reduction that was not made',
    target: energy,
    unit: ENERGY,
    figures: [[2020, 0.45]],
    year: 2020,
    zh: '累计降幅距2020年目标差6.00个百分点，未完成',
    en: 'The cut is 6.00 percentage points short of the 2020 target',
  },
  {
    why: 'pending: nothing is judged, however good the figure',
    target: { ...energy, reductionPct: null },
    unit: ENERGY,
    figures: [[2018, 0.3]],
    year: 2018,
    zh: '2020年目标待下达',
    en: 'The target for 2020 has not been assigned yet',
  },
  {
    why: 'pending after its deadline',
    target: { ...energy, reductionPct: null },
    unit: ENERGY,
    figures: [],
    year: 2020,
    zh: '2020年期限已过，目标仍未下达',
    en: 'The 2020 deadline has passed and no target was assigned',
  },
  {
    why: 'nothing reported: no number is invented',
    target: { ...share, baseline: at(2015, null) },
    unit: PERCENT,
    figures: [],
    year: 2018,
    zh: '尚无已审核的年度数据',
    en: 'No approved figure yet',
  },
  {
    why: 'too old to be judged',
    target: share,
    unit: PERCENT,
    figures: [[2016, 36]],
    year: 2018,
    zh: '最近数据为2016年，过旧，不判定',
    en: 'The latest figure, of 2016, is too old to be judged',
  },
  {
    why: 'the figure of the deadline is missing: no verdict',
    target: share,
    unit: PERCENT,
    figures: [[2019, 58]],
    year: 2021,
    zh: '缺2020年数据，不能作到期判定',
    en: 'No figure for 2020, so no verdict',
  },
  {
    why: 'met, and the figure of the deadline is still to come',
    target: share,
    unit: PERCENT,
    figures: [[2019, 61]],
    year: 2020,
    zh: '已达到目标，待2020年数据确认（据2019年数据）',
    en: 'Target met, to be confirmed by the figure of 2020 (figure of 2019)',
  },
  {
    why: 'a level that was due',
    target: rating,
    unit: NONE,
    figures: [[2019, 1]],
    year: 2019,
    zh: '2019年应达“普及”，尚未达到',
    en: '"common" was due in 2019 and is not reached',
  },
  {
    why: 'a level that is reached in time',
    target: rating,
    unit: NONE,
    figures: [[2019, 2]],
    year: 2019,
    zh: '达到2019年应达的“普及”',
    en: 'The level due in 2019 is reached: "common"',
  },
  {
    why: 'a level that was not reached',
    target: rating,
    unit: NONE,
    figures: [[2020, 2]],
    year: 2020,
    zh: '未完成2020年底的目标',
    en: 'Target for the end of 2020 missed',
  },
  {
    why: 'a direction says the side only',
    target: better,
    unit: PERCENT,
    figures: [[2018, 48]],
    year: 2018,
    zh: '差于基期',
    en: 'Worse than the baseline',
  },
  {
    why: 'built and open in time',
    target: opened(2016),
    unit: NONE,
    figures: [],
    year: 2016,
    zh: '完成2016年目标',
    en: '2016 target achieved',
  },
  {
    why: 'opened a year late: missed stays missed, and that it came is said',
    target: opened(2017),
    unit: NONE,
    figures: [],
    year: 2018,
    zh: '2016年底2项条件成立1项，未完成2016年底的目标，2016年后才达到',
    en: '1 of 2 conditions met by the end of 2016, target for the end of 2016 missed, met only after 2016',
  },
  {
    why: 'opened and closed again before the deadline',
    target: opened(2015, { lostYear: 2016 }),
    unit: NONE,
    figures: [],
    year: 2016,
    zh: '2016年底2项条件成立1项，未完成2016年底的目标，曾达到目标，后又回落',
    en: '1 of 2 conditions met by the end of 2016, target for the end of 2016 missed, fallen back after the target had been met',
  },
];

describe('the sentence on the slide of an indicator', () => {
  it.each(CASES)('$why', ({ target, unit, figures, year, zh, en: english }) => {
    expect(said(target, unit, figures, year)).toEqual({ zh, en: english });
  });

  it('can be said of every worked case of the method, in both languages', () => {
    const file = readFileSync(new URL('cases.json', import.meta.url), 'utf8');
    const { cases } = JSON.parse(file) as {
      cases: { input?: { target: Target; readings: Reading[]; asOf: number } }[];
    };
    for (const { input } of cases) {
      if (input === undefined) continue;
      const { target, readings, asOf } = input;
      const figures = readings.flatMap(({ year, value }): Figure[] =>
        value === null ? [] : [[year, value]],
      );
      const sentence = said(target, NONE, figures, asOf);
      for (const text of Object.values(sentence)) {
        expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
        expect(text.length).toBeGreaterThan(3);
      }
      expect(sentence.en).not.toMatch(/[\u4e00-\u9fff，。；：（）]/);
    }
  });
});

describe('the places of the figure on a slide', () => {
  it.each([
    ['as reported', share, 49, 1],
    ['one more, because 60.0 would look met', share, 59.96, 2],
    ['one more, because 48.0 would look on plan', share, 47.98, 2],
  ] as const)('%s', (_why, target, value, places) => {
    const year = value > 50 ? 2020 : 2018;
    const judged = assess(target, [{ year, value }], year);
    expect(slideDecimals(target, judged, 1)).toBe(places);
  });
});

describe('the sentences of the other slides', () => {
  const history = (before: Status, now: Status) =>
    ({
      history: [
        { year: 2018, status: before, flags: [] },
        { year: 2019, status: now, flags: [] },
      ],
    }) as unknown as BoardIndicator;

  it.each([
    {
      why: 'better and worse, each counted; what was not judged is not compared',
      pairs: [
        ['behind', 'onTrack'],
        ['onTrack', 'achieved'],
        ['onTrack', 'farBehind'],
        ['noData', 'achieved'],
        ['onTrack', 'noData'],
      ],
      zh: '与2018年相比，2项状态转好，1项转差',
      en: 'Since 2018, 2 indicators have moved to a better status, 1 to a worse one',
    },
    {
      why: 'only worse, and one is singular',
      pairs: [['onTrack', 'behind']],
      zh: '与2018年相比，1项状态转差',
      en: 'Since 2018, 1 indicator has moved to a worse status',
    },
    {
      why: 'no change',
      pairs: [['onTrack', 'onTrack']],
      zh: '与2018年相比，可比指标的状态没有变化',
      en: 'No comparable indicator has changed its status since 2018',
    },
    {
      why: 'nothing to compare with claims nothing',
      pairs: [['noData', 'onTrack']],
      zh: '各项指标的逐年状态',
      en: 'The status of every indicator, year by year',
    },
  ] as const)('moves: $why', ({ pairs, zh, en: english }) => {
    const moves = movesOf({
      year: 2019,
      indicators: pairs.map(([before, now]) => history(before, now)),
    });
    expect(zhCN.slides.moves(moves)).toBe(zh);
    expect(en.slides.moves(moves)).toBe(english);
  });

  it.each([
    [
      { owed: 23, done: 20, unassigned: 3 },
      '2019年度应报23项，已审核20项，尚缺3项；另有3项未明确责任单位',
      'Of 23 figures due for 2019, 20 are approved and 3 are owed; 3 more indicators have no single lead',
    ],
    [
      { owed: 2, done: 1, unassigned: 1 },
      '2019年度应报2项，已审核1项，尚缺1项；另有1项未明确责任单位',
      'Of 2 figures due for 2019, 1 is approved and 1 is owed; 1 more indicator has no single lead',
    ],
    [
      { owed: 5, done: 5, unassigned: 0 },
      '2019年度应报5项，已全部审核',
      'All 5 figures due for 2019 are approved',
    ],
    [
      { owed: 0, done: 0, unassigned: 26 },
      '各项指标都还没有明确责任单位',
      'No indicator has a department that leads it yet',
    ],
  ])('duties: %j', (counts, zh, english) => {
    expect(zhCN.slides.duties(2019, counts)).toBe(zh);
    expect(en.slides.duties(2019, counts)).toBe(english);
  });

  it.each([
    [3, 0, '3项指标的目标待下达', '3 indicators await their target'],
    [
      3,
      1,
      '3项指标的目标待下达，其中1项期限已过',
      '3 indicators await their target, 1 of them past its deadline',
    ],
    [1, 0, '1项指标的目标待下达', '1 indicator awaits its target'],
  ])('pending targets: %i, %i past', (count_, passed, zh, english) => {
    expect(zhCN.slides.pending(count_, passed)).toBe(zh);
    expect(en.slides.pending(count_, passed)).toBe(english);
  });

  it.each([
    [2, 0, '2项指标无责任单位', '2 indicators have no department'],
    [1, 2, '1项指标无责任单位，2项牵头待定', '1 indicator has no department, 2 an undecided lead'],
    [0, 1, '1项指标牵头待定', '1 indicator has an undecided lead'],
  ])('without a lead: %i none, %i undecided', (none, undecided, zh, english) => {
    expect(zhCN.slides.ownerless(none, undecided)).toBe(zh);
    expect(en.slides.ownerless(none, undecided)).toBe(english);
  });

  it('counts every decision once', () => {
    const made = (standing: DeckDecision['standing'], overdue = false): DeckDecision => ({
      id: 'd',
      meeting: 1,
      text: '',
      leadDepartmentId: null,
      supportingDepartmentIds: [],
      dueOn: null,
      standing,
      overdue,
      indicatorIds: [],
      issued: { year: 2019, number: 1 },
    });
    const counts = decisionCounts({
      decisions: [made('closed'), made('done', true), made('open'), made('open', true)],
    });
    expect(zhCN.slides.decisions(counts)).toBe(
      '议定事项4项：已办结1项，报结待核1项，在办1项，逾期1项',
    );
    expect(en.slides.decisions(counts)).toBe(
      '4 decisions: 1 closed, 1 done and to be verified, 1 open, 1 overdue',
    );
    const one = decisionCounts({ decisions: [made('closed')] });
    expect(zhCN.slides.decisions(one)).toBe('议定事项1项：已办结1项');
    expect(en.slides.decisions(one)).toBe('1 decision: 1 closed');
  });

  it.each([
    ['open', true, '逾期未办结，应于2019年6月30日前办结', 'Overdue: it was due on 30 Jun 2019'],
    ['open', false, '在办，应于2019年6月30日前办结', 'Open, due on 30 Jun 2019'],
    // What was reported done, or closed, is not held to be late any more.
    ['done', true, '已报办结，待核实', 'Reported done, to be verified'],
    ['closed', false, '已办结', 'Closed'],
  ] as const)('a decision that is %s, overdue: %s', (standing, overdue, zh, english) => {
    expect(zhCN.slides.decision(standing, overdue, '2019年6月30日')).toBe(zh);
    expect(en.slides.decision(standing, overdue, '30 Jun 2019')).toBe(english);
    expect(zhCN.slides.decision('open', false, null)).toBe('在办，未定期限');
    expect(en.slides.decision('open', false, null)).toBe('Open, without a due date');
  });
});
