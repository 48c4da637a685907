import { describe, expect, it } from 'vitest';
import type { Target } from '../../shared/assessment/types.ts';
import type { BoardReading } from '../../shared/dashboard.ts';
import { addMoney } from '../../shared/reports/annexes.ts';
import { indicatorSentence } from '../../shared/reports/model.ts';
import { titleLines } from '../../shared/reports/title.ts';
import { CHINESE, ENGLISH, indicatorAt } from '../support/report-indicator.ts';

const at = (year: number, value: number | null) => ({ year, value });
const share: Target = {
  kind: 'atLeast',
  value: 60,
  deadline: 2020,
  baseline: at(2015, 42),
  decimals: 1,
};
const no: Target = { ...share, baseline: at(2015, null) };
const density: Target = {
  kind: 'atLeast',
  value: 100,
  deadline: 2020,
  baseline: at(2015, 44),
  decimals: 0,
};
const kept: Target = { kind: 'atLeast', value: 80, deadline: 2020, baseline: at(2015, 82) };
const count: Target = {
  kind: 'countRange',
  lower: 3,
  upper: 5,
  deadline: 2020,
  baseline: at(2015, 0),
};
const early: Target = {
  kind: 'countRange',
  lower: 1,
  upper: null,
  deadline: 2016,
  baseline: at(2015, 0),
};
const energy: Target = {
  kind: 'reduction',
  reductionPct: 16,
  deadline: 2020,
  baseline: at(2015, 0.08),
  decimals: 4,
};
const pend: Target = { ...energy, reductionPct: null };
const rating: Target = { kind: 'rating', targetLevel: 3, deadline: 2020, baseline: at(2015, 0) };
const c = (id: string, metYear: number | null) => ({
  id,
  metYear,
  lostYear: null,
  plannedYear: null,
});
const ms = (conditions: ReturnType<typeof c>[]): Target => ({
  kind: 'milestone',
  deadline: 2016,
  baseline: at(2015, null),
  reportedThrough: 2018,
  conditions,
});

interface Case {
  readonly why: string;
  readonly target: Target;
  readonly reports: readonly (Partial<BoardReading> & { readonly year: number })[];
  readonly year: number;
  readonly unit?: readonly [string | null, string | null];
  readonly zh: string;
  readonly en: string;
}

describe('the sentence about an indicator', () => {
  const cases: Case[] = [
    {
      why: 'completion and gap are those of the way, not of the value',
      target: share,
      reports: [at(2018, 55)],
      year: 2018,
      zh: '截至2018年底为55.0%，完成2020年目标的72.2%，超序时进度12.2个百分点。',
      en: 'At the end of 2018, it stood at 55.0%, 72.2% of the way to the 2020 target, 12.2 percentage points ahead of schedule.',
    },
    {
      why: 'what rounds to nothing is nothing to be ahead by',
      target: share,
      reports: [at(2018, 52.8)],
      year: 2018,
      zh: '截至2018年底为52.8%，完成2020年目标的60.0%，与序时进度持平。',
      en: 'At the end of 2018, it stood at 52.8%, 60.0% of the way to the 2020 target, level with the schedule.',
    },
    {
      why: 'a gap and the class it leads to',
      target: share,
      reports: [at(2018, 49)],
      year: 2018,
      zh: '截至2018年底为49.0%，完成2020年目标的38.9%，落后序时进度21.1个百分点，进度滞后。',
      en: 'At the end of 2018, it stood at 49.0%, 38.9% of the way to the 2020 target, 21.1 percentage points behind schedule, which is rated “behind”.',
    },
    {
      why: 'the unit is said with the figure',
      target: density,
      reports: [at(2016, 47), at(2018, 61)],
      year: 2018,
      unit: ['台/万人', 'robots per 10,000 workers'],
      zh: '截至2018年底为61台/万人，完成2020年目标的30.4%，落后序时进度29.6个百分点，进度严重滞后。',
      en: 'At the end of 2018, it stood at 61 robots per 10,000 workers, 30.4% of the way to the 2020 target, 29.6 percentage points behind schedule, which is rated “far behind”.',
    },
    {
      why: 'who moves away has completed nothing',
      target: share,
      reports: [at(2018, 40)],
      year: 2018,
      zh: '截至2018年底为40.0%，比2015年基期离目标更远，落后序时进度71.1个百分点，进度严重滞后。',
      en: 'At the end of 2018, it stood at 40.0%, further from the target than the 2015 baseline, 71.1 percentage points behind schedule, which is rated “far behind”.',
    },
    {
      why: 'an unmet figure never looks met, nor does its share',
      target: share,
      reports: [at(2019, 59.996)],
      year: 2019,
      zh: '截至2019年底为59.996%，完成2020年目标的99.98%，超序时进度20.0个百分点。',
      en: 'At the end of 2019, it stood at 59.996%, 99.98% of the way to the 2020 target, 20.0 percentage points ahead of schedule.',
    },
    {
      why: 'met at the baseline and kept',
      target: kept,
      reports: [at(2018, 81)],
      year: 2018,
      zh: '截至2018年底为81.0%，提前完成2020年目标。',
      en: 'At the end of 2018, it stood at 81.0%; the 2020 target was met early.',
    },
    {
      why: 'what is to be kept has no way, so attainment is said and no schedule',
      target: kept,
      reports: [at(2018, 70)],
      year: 2018,
      zh: '截至2018年底为70.0%，达到目标值的87.5%，低于应保持的目标水平，进度滞后。',
      en: 'At the end of 2018, it stood at 70.0%, 87.5% of the target value, below the level that is to be kept, which is rated “behind”.',
    },
    {
      why: 'without a baseline attainment, and no schedule',
      target: no,
      reports: [at(2018, 49)],
      year: 2018,
      zh: '截至2018年底为49.0%，达到目标值的81.7%，缺少基期值，不判定进度。',
      en: 'At the end of 2018, it stood at 49.0%, 81.7% of the target value; progress is not judged without a baseline.',
    },
    {
      why: 'a figure of an earlier year says so',
      target: share,
      reports: [at(2017, 50)],
      year: 2018,
      zh: '截至2017年底为50.0%（最新数据），完成2020年目标的44.4%，超序时进度4.4个百分点。',
      en: 'At the end of 2017, it stood at 50.0% (the latest figure), 44.4% of the way to the 2020 target, 4.4 percentage points ahead of schedule.',
    },
    {
      why: 'a preliminary figure says so',
      target: share,
      reports: [{ year: 2018, value: 52.8, dataStatus: 'preliminary' }],
      year: 2018,
      zh: '截至2018年底为52.8%（快报数），完成2020年目标的60.0%，与序时进度持平。',
      en: 'At the end of 2018, it stood at 52.8% (preliminary), 60.0% of the way to the 2020 target, level with the schedule.',
    },
    {
      why: 'a corrected figure says so',
      target: share,
      reports: [{ year: 2018, value: 52.8, corrections: 1 }],
      year: 2018,
      zh: '截至2018年底为52.8%（经更正），完成2020年目标的60.0%，与序时进度持平。',
      en: 'At the end of 2018, it stood at 52.8% (corrected), 60.0% of the way to the 2020 target, level with the schedule.',
    },
    {
      why: 'before the deadline',
      target: count,
      reports: [at(2017, 3)],
      year: 2018,
      unit: ['个', 'workshops'],
      zh: '截至2017年底为3个（最新数据），提前完成2020年目标。',
      en: 'At the end of 2017, it stood at 3 workshops (the latest figure); the 2020 target was met early.',
    },
    {
      why: 'more than the upper bound',
      target: count,
      reports: [at(2020, 6)],
      year: 2020,
      unit: ['个', 'workshops'],
      zh: '截至2020年底为6个，超额完成2020年目标。',
      en: 'At the end of 2020, it stood at 6 workshops; the 2020 target was exceeded.',
    },
    {
      why: 'the deadline year has not reported',
      target: count,
      reports: [at(2019, 3)],
      year: 2020,
      unit: ['个', 'workshops'],
      zh: '截至2019年底为3个（最新数据），已达到2020年目标，待2020年数据核定。',
      en: 'At the end of 2019, it stood at 3 workshops (the latest figure); the 2020 target is met, subject to the 2020 figure.',
    },
    {
      why: 'met, and lost later',
      target: share,
      reports: [at(2020, 61), at(2021, 58)],
      year: 2021,
      zh: '截至2020年底为61.0%，超额完成2020年目标，此后未能保持。',
      en: 'At the end of 2020, it stood at 61.0%; the 2020 target was exceeded and not sustained since.',
    },
    {
      why: 'the verdict of the deadline',
      target: early,
      reports: [at(2016, 0)],
      year: 2016,
      unit: ['个', 'centres'],
      zh: '截至2016年底为0个，完成2016年目标的0.0%，未完成2016年底的目标。',
      en: 'At the end of 2016, it stood at 0 centres, 0.0% of the way to the 2016 target; the target for the end of 2016 was missed.',
    },
    {
      why: 'late completion does not change the verdict',
      target: early,
      reports: [at(2016, 0), at(2018, 1)],
      year: 2018,
      unit: ['个', 'centres'],
      zh: '截至2016年底为0个，完成2016年目标的0.0%，未完成2016年底的目标，期限过后方才达到（逾期完成）。',
      en: 'At the end of 2016, it stood at 0 centres, 0.0% of the way to the 2016 target; the target for the end of 2016 was missed and reached only after the deadline.',
    },
    {
      why: '59.96 is not 60',
      target: share,
      reports: [at(2020, 59.96)],
      year: 2020,
      zh: '截至2020年底为59.96%，完成2020年目标的99.8%，未完成2020年底的目标。',
      en: 'At the end of 2020, it stood at 59.96%, 99.8% of the way to the 2020 target; the target for the end of 2020 was missed.',
    },
    {
      why: 'a whole unit that is not due yet',
      target: count,
      reports: [at(2016, 0)],
      year: 2016,
      unit: ['个', 'workshops'],
      zh: '截至2016年底为0个，本年尚无应完成的任务。',
      en: 'At the end of 2016, it stood at 0 workshops; nothing was due this year.',
    },
    {
      why: 'a reduction says its cut',
      target: energy,
      reports: [at(2018, 0.075)],
      year: 2018,
      unit: ['吨标准煤/万元', 'tce per 10,000 yuan'],
      zh: '截至2018年底为0.0750吨标准煤/万元，比基期累计下降6.25%，完成2020年目标的37.0%，落后序时进度23.0个百分点，进度滞后。',
      en: 'At the end of 2018, it stood at 0.0750 tce per 10,000 yuan, down 6.25% in all from the baseline, 37.0% of the way to the 2020 target, 23.0 percentage points behind schedule, which is rated “behind”.',
    },
    {
      why: 'a rise is no cut',
      target: energy,
      reports: [at(2018, 0.085)],
      year: 2018,
      unit: ['吨标准煤/万元', 'tce per 10,000 yuan'],
      zh: '截至2018年底为0.0850吨标准煤/万元，比基期上升6.25%，比2015年基期离目标更远，落后序时进度94.8个百分点，进度严重滞后。',
      en: 'At the end of 2018, it stood at 0.0850 tce per 10,000 yuan, up 6.25% from the baseline, further from the target than the 2015 baseline, 94.8 percentage points behind schedule, which is rated “far behind”.',
    },
    {
      why: 'a pending target is not judged, its figure is said',
      target: pend,
      reports: [at(2018, 0.075)],
      year: 2018,
      unit: ['吨标准煤/万元', 'tce per 10,000 yuan'],
      zh: '截至2018年底为0.0750吨标准煤/万元，比基期累计下降6.25%，目标待上级下达，暂不评价进度。',
      en: 'At the end of 2018, it stood at 0.0750 tce per 10,000 yuan, down 6.25% in all from the baseline; its target is still to be assigned, so progress is not judged.',
    },
    {
      why: 'the baseline alone is no news',
      target: pend,
      reports: [],
      year: 2018,
      zh: '目标待上级下达，暂不评价进度。',
      en: 'Its target is still to be assigned, so progress is not judged.',
    },
    {
      why: 'levels are said in words, never in percent',
      target: rating,
      reports: [at(2018, 1)],
      year: 2018,
      unit: [null, null],
      zh: '截至2018年底，评价为“推进中”，达到本年应达的等级。',
      en: 'At the end of 2018, it was rated “In progress”, which is the level due this year.',
    },
    {
      why: 'above what is due',
      target: rating,
      reports: [at(2018, 2)],
      year: 2018,
      unit: [null, null],
      zh: '截至2018年底，评价为“大部”，达到本年应达的等级。',
      en: 'At the end of 2018, it was rated “Mostly”, which is the level due this year.',
    },
    {
      why: 'all conditions',
      target: ms([c('built', 2016), c('operating', 2016)]),
      reports: [{ year: 2016 }],
      year: 2016,
      unit: [null, null],
      zh: '截至2016年底，各项条件（建成、运营）均已成立，完成2016年目标。',
      en: 'At the end of 2016, both conditions were met (built and in operation); the 2016 target was met.',
    },
    {
      why: 'some conditions',
      target: ms([c('built', 2016), c('operating', null)]),
      reports: [{ year: 2016 }],
      year: 2016,
      unit: [null, null],
      zh: '截至2016年底，2项条件中1项成立（建成），未完成2016年底的目标。',
      en: 'At the end of 2016, 1 of 2 conditions was met (built); the target for the end of 2016 was missed.',
    },
    {
      why: 'no condition',
      target: ms([c('built', null)]),
      reports: [{ year: 2016 }],
      year: 2016,
      unit: [null, null],
      zh: '截至2016年底，条件尚未成立，未完成2016年底的目标。',
      en: 'At the end of 2016, the condition was not met; the target for the end of 2016 was missed.',
    },
    {
      why: 'nothing is not zero',
      target: share,
      reports: [],
      year: 2018,
      zh: '尚未报送数据。',
      en: 'Nothing was reported yet.',
    },
    {
      why: 'does not apply',
      target: share,
      reports: [{ year: 2018, absence: 'notApplicable' }],
      year: 2018,
      zh: '本年不适用。',
      en: 'It does not apply this year.',
    },
    {
      why: 'cannot be given',
      target: share,
      reports: [{ year: 2018, absence: 'unavailable' }],
      year: 2018,
      zh: '本年数据无法提供。',
      en: 'No figure can be given this year.',
    },
    {
      why: 'no verdict without the deadline year',
      target: share,
      reports: [at(2019, 55)],
      year: 2021,
      zh: '截至2019年底为55.0%（最新数据），期末年数据尚缺，不作评价。',
      en: 'At the end of 2019, it stood at 55.0% (the latest figure); the figure of the deadline year is missing.',
    },
    {
      why: 'two years old is no figure of this year',
      target: share,
      reports: [at(2016, 50)],
      year: 2018,
      zh: '截至2016年底为50.0%（最新数据），数据过旧，不作评价。',
      en: 'At the end of 2016, it stood at 50.0% (the latest figure); the figure is too old to judge.',
    },
  ];

  it.each(cases)('$why', ({ target, reports, year, unit, zh, en }) => {
    const indicator = indicatorAt(target, reports, year, unit);
    expect(indicatorSentence(indicator, year, CHINESE)).toBe(zh);
    expect(indicatorSentence(indicator, year, ENGLISH)).toBe(en);
  });
});

describe('a title', () => {
  it.each([
    { why: 'short ones stay whole', text: '关于2018年度工作进展情况的报告', lines: 1 },
    {
      why: 'two even lines',
      text: '关于2018年度智能制造、服务型制造和质量品牌专项行动工作进展情况的报告',
      lines: 2,
    },
    {
      why: 'three with the name of a department',
      text: '科技经济发展局关于2018年度智能制造、服务型制造和质量品牌专项行动工作进展情况的报告',
      lines: 3,
    },
  ])('$why', ({ text, lines }) => {
    const broken = titleLines(text);
    expect(broken.join('')).toBe(text);
    expect(broken).toHaveLength(lines);
    const widths = broken.map((line) => line.replaceAll(/[\x20-\x7e]{2}/g, '字').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(20);
    expect(broken.filter((line) => /^[、，的和]/.test(line))).toEqual([]);
  });
});

describe('money', () => {
  it('is added in fen, so that binary noise never becomes money', () => {
    expect(addMoney([0.1, 0.2])).toBe(0.3);
    expect(addMoney([12.345678, 0.000001])).toBe(12.345679);
  });
});
