import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_CODES, type CheckCode } from '../../../shared/checks/codes.ts';
import { checksOf, limitsOf, settingsOf, standardOf } from '../../../shared/checks/catalogue.ts';
import { findings, lacksReason } from '../../../shared/checks/findings.ts';
import type { CheckContext, Finding } from '../../../shared/checks/types.ts';
import type { Figures, ReadingSubject } from '../../../shared/reading-rules.ts';
import {
  ALONE,
  COUNT,
  DENSITY,
  EMISSION,
  figures,
  found,
  INDEX,
  lastYear,
  LEVEL,
  MILESTONE,
  PERCENTAGE,
  SHARE,
} from './looks.ts';

type Limits = Parameters<typeof found>[4];
interface Case {
  readonly why: string;
  readonly subject: ReadingSubject;
  readonly typed: Partial<Figures>;
  readonly context?: Partial<CheckContext>;
  readonly limits?: Limits;
  /** The pointers of what is found; empty: nothing. */
  readonly at: readonly string[];
}

const condition = (id: string, metOn: string | null, documentNumber: string | null = null) => ({
  id,
  metOn,
  lostOn: null,
  documentNumber,
});
const list = (lists: Partial<CheckContext['lists']>): Partial<CheckContext> => ({
  lists: { ...ALONE.lists, ...lists },
});
const ten: Limits = { upper: 10 };

const CASES: Readonly<Record<CheckCode, readonly Case[]>> = {
  zeroFigure: [
    { why: 'nothing is there', subject: INDEX, typed: { value: 0 }, at: ['/value'] },
    {
      why: 'a numerator of 0 makes a ratio of 0',
      subject: DENSITY,
      typed: { numerator: 0, denominator: 9 },
      at: ['/numerator'],
    },
    { why: 'not typed yet is not 0', subject: INDEX, typed: { value: null }, at: [] },
    { why: 'a little is not nothing', subject: INDEX, typed: { value: 1e-9 }, at: [] },
  ],
  zeroAfterFigure: [
    {
      why: '0 this year, 3 last year',
      subject: COUNT,
      typed: { value: 0 },
      context: { lastValue: 3 },
      at: ['/value'],
    },
    {
      why: '0 in both years',
      subject: COUNT,
      typed: { value: 0 },
      context: { lastValue: 0 },
      at: [],
    },
    { why: 'no last year', subject: COUNT, typed: { value: 0 }, at: [] },
    { why: 'a blank is never 0', subject: COUNT, typed: {}, context: { lastValue: 3 }, at: [] },
    {
      why: 'below 0 last year there was no figure to lose',
      subject: INDEX,
      typed: { value: 0 },
      context: { lastValue: -2 },
      at: [],
    },
  ],
  outsideRange: [
    {
      why: 'above the upper limit',
      subject: INDEX,
      typed: { value: 100.01 },
      limits: { lower: 60, upper: 100 },
      at: ['/value'],
    },
    {
      why: 'exactly at the upper limit',
      subject: INDEX,
      typed: { value: 100 },
      limits: { lower: 60, upper: 100 },
      at: [],
    },
    {
      why: 'exactly at the lower limit',
      subject: INDEX,
      typed: { value: 60 },
      limits: { lower: 60, upper: 100 },
      at: [],
    },
    {
      why: 'below the lower limit',
      subject: INDEX,
      typed: { value: 59.99 },
      limits: { lower: 60, upper: 100 },
      at: ['/value'],
    },
    {
      why: 'open below',
      subject: DENSITY,
      typed: { numerator: 0, denominator: 9 },
      limits: { upper: 600 },
      at: [],
    },
    {
      why: 'of a ratio, the numerator is typed',
      subject: DENSITY,
      typed: { numerator: 601, denominator: 10_000 },
      limits: { upper: 600 },
      at: ['/numerator'],
    },
    { why: 'no figure yet', subject: INDEX, typed: {}, limits: { lower: 60 }, at: [] },
    {
      why: 'arithmetic is not over the limit',
      subject: INDEX,
      typed: { value: 0.1 + 0.2 },
      limits: { upper: 0.3 },
      at: [],
    },
  ],
  partsNotWhole: [
    {
      why: 'half an enterprise',
      subject: SHARE,
      typed: { numerator: 147.5, denominator: 300 },
      at: ['/numerator'],
    },
    {
      why: 'both',
      subject: SHARE,
      typed: { numerator: 1.5, denominator: 2.5 },
      at: ['/numerator', '/denominator'],
    },
    { why: 'whole', subject: SHARE, typed: { numerator: 147, denominator: 300 }, at: [] },
    { why: 'not typed yet', subject: SHARE, typed: {}, at: [] },
  ],
  unitSlip: [
    {
      why: 'exactly ten times',
      subject: EMISSION,
      typed: { value: 120 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    {
      why: '2 % off is near',
      subject: EMISSION,
      typed: { value: 122.4 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    {
      why: 'more than 2 % off is not',
      subject: EMISSION,
      typed: { value: 122.5 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: [],
    },
    {
      why: '吨 for 万吨',
      subject: EMISSION,
      typed: { value: 121_000 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    {
      why: '万吨 for 吨',
      subject: EMISSION,
      typed: { value: 0.00121 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    {
      why: 'a hundredth',
      subject: EMISSION,
      typed: { value: 0.12 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    {
      why: 'five times is a change',
      subject: EMISSION,
      typed: { value: 60 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: [],
    },
    {
      why: 'a hundred thousand times is no unit',
      subject: EMISSION,
      typed: { value: 1_200_000 },
      context: { lastValue: 12 },
      limits: { upper: 2 },
      at: [],
    },
    {
      why: 'of a ratio, each part for itself',
      subject: DENSITY,
      typed: { numerator: 61, denominator: 100_000 },
      context: lastYear(60, 10_000),
      limits: { upper: 2 },
      at: ['/denominator'],
    },
    {
      why: 'from 0 there are no times',
      subject: EMISSION,
      typed: { value: 120 },
      context: { lastValue: 0 },
      limits: { upper: 2 },
      at: [],
    },
    { why: 'no last year', subject: EMISSION, typed: { value: 120 }, limits: { upper: 2 }, at: [] },
  ],
  yearOnYearChange: [
    {
      why: 'exactly at the limit',
      subject: INDEX,
      typed: { value: 110 },
      context: { lastValue: 100 },
      limits: ten,
      at: [],
    },
    {
      why: 'over it',
      subject: INDEX,
      typed: { value: 110.1 },
      context: { lastValue: 100 },
      limits: ten,
      at: ['/value'],
    },
    {
      why: 'down as well as up',
      subject: INDEX,
      typed: { value: 89 },
      context: { lastValue: 100 },
      limits: ten,
      at: ['/value'],
    },
    {
      why: 'exactly at it after arithmetic',
      subject: INDEX,
      typed: { value: 0.33 },
      context: { lastValue: 0.3 },
      limits: ten,
      at: [],
    },
    {
      why: 'a loss that doubles is a change',
      subject: INDEX,
      typed: { value: -20 },
      context: { lastValue: -10 },
      limits: ten,
      at: ['/value'],
    },
    {
      why: 'from 0 there is no percentage',
      subject: INDEX,
      typed: { value: 5 },
      context: { lastValue: 0 },
      limits: ten,
      at: [],
    },
    { why: 'no last year', subject: INDEX, typed: { value: 5 }, limits: ten, at: [] },
    {
      why: 'no figure yet',
      subject: INDEX,
      typed: {},
      context: { lastValue: 100 },
      limits: ten,
      at: [],
    },
    {
      why: 'of a ratio, the rate',
      subject: DENSITY,
      typed: { numerator: 90, denominator: 10_000 },
      context: { lastValue: 52 },
      limits: ten,
      at: ['/numerator'],
    },
  ],
  yearOnYearDifference: [
    {
      why: 'exactly 15 percentage points',
      subject: SHARE,
      typed: { numerator: 60, denominator: 100 },
      context: { lastValue: 45 },
      limits: { upper: 15 },
      at: [],
    },
    {
      why: 'more than 15',
      subject: SHARE,
      typed: { numerator: 61, denominator: 100 },
      context: { lastValue: 45 },
      limits: { upper: 15 },
      at: ['/numerator'],
    },
    {
      why: 'down as well as up',
      subject: PERCENTAGE,
      typed: { value: 20 },
      context: { lastValue: 45 },
      limits: { upper: 15 },
      at: ['/value'],
    },
    {
      why: 'marks of an index',
      subject: INDEX,
      typed: { value: 85.2 },
      context: { lastValue: 82 },
      limits: { upper: 3 },
      at: ['/value'],
    },
    {
      why: 'from 0 there is a difference',
      subject: INDEX,
      typed: { value: 4 },
      context: { lastValue: 0 },
      limits: { upper: 3 },
      at: ['/value'],
    },
    {
      why: 'exactly at it after arithmetic',
      subject: INDEX,
      typed: { value: 82.3 + 3 },
      context: { lastValue: 82.3 },
      limits: { upper: 3 },
      at: [],
    },
    { why: 'no last year', subject: INDEX, typed: { value: 85 }, limits: { upper: 3 }, at: [] },
  ],
  cumulativeFalls: [
    {
      why: 'one fewer',
      subject: COUNT,
      typed: { value: 2 },
      context: { lastValue: 3 },
      at: ['/value'],
    },
    { why: 'as many', subject: COUNT, typed: { value: 3 }, context: { lastValue: 3 }, at: [] },
    { why: 'no last year', subject: COUNT, typed: { value: 0 }, at: [] },
    { why: 'not typed yet', subject: COUNT, typed: {}, context: { lastValue: 3 }, at: [] },
  ],
  valueFalls: [
    {
      why: 'a rate',
      subject: SHARE,
      typed: { numerator: 49, denominator: 100 },
      context: { lastValue: 49.1 },
      at: ['/numerator'],
    },
    {
      why: 'a level',
      subject: LEVEL,
      typed: { level: 1 },
      context: { last: { numerator: null, denominator: null, level: 2, conditions: [] } },
      at: ['/level'],
    },
    {
      why: 'the same level',
      subject: LEVEL,
      typed: { level: 2 },
      context: { last: { numerator: null, denominator: null, level: 2, conditions: [] } },
      at: [],
    },
    { why: 'up', subject: INDEX, typed: { value: 83 }, context: { lastValue: 82 }, at: [] },
    { why: 'no last year', subject: LEVEL, typed: { level: 0 }, at: [] },
  ],
  growthPerYear: [
    {
      why: 'exactly at the limit',
      subject: COUNT,
      typed: { value: 5 },
      context: { lastValue: 3 },
      limits: { upper: 2 },
      at: [],
    },
    {
      why: 'three in a year',
      subject: COUNT,
      typed: { value: 6 },
      context: { lastValue: 3 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    {
      why: 'a fall is no growth',
      subject: COUNT,
      typed: { value: 0 },
      context: { lastValue: 3 },
      limits: { upper: 2 },
      at: [],
    },
    {
      why: 'from none',
      subject: COUNT,
      typed: { value: 3 },
      context: { lastValue: 0 },
      limits: { upper: 2 },
      at: ['/value'],
    },
    { why: 'no last year', subject: COUNT, typed: { value: 9 }, limits: { upper: 2 }, at: [] },
  ],
  identicalToLastYear: [
    {
      why: 'to the last digit',
      subject: INDEX,
      typed: { value: 82.35 },
      context: { lastValue: 82.35 },
      at: ['/value'],
    },
    {
      why: 'the last digit moved',
      subject: INDEX,
      typed: { value: 82.36 },
      context: { lastValue: 82.35 },
      at: [],
    },
    {
      why: 'a rate that comes out the same',
      subject: SHARE,
      typed: { numerator: 57, denominator: 100 },
      context: { lastValue: 57 },
      at: ['/numerator'],
    },
    {
      why: 'nothing in both years',
      subject: INDEX,
      typed: { value: 0 },
      context: { lastValue: 0 },
      at: [],
    },
    { why: 'no last year', subject: INDEX, typed: { value: 82.35 }, at: [] },
  ],
  differsFromPlan: [
    {
      why: 'exactly 30 % below',
      subject: INDEX,
      typed: { value: 70 },
      context: { planned: 100 },
      limits: { upper: 30 },
      at: [],
    },
    {
      why: 'more than 30 % below',
      subject: INDEX,
      typed: { value: 69 },
      context: { planned: 100 },
      limits: { upper: 30 },
      at: ['/value'],
    },
    {
      why: 'more than 30 % above',
      subject: INDEX,
      typed: { value: 131 },
      context: { planned: 100 },
      limits: { upper: 30 },
      at: ['/value'],
    },
    {
      why: 'one of a count is as near as it comes',
      subject: COUNT,
      typed: { value: 1 },
      context: { planned: 2 },
      limits: { upper: 30 },
      at: [],
    },
    {
      why: 'two of a count',
      subject: COUNT,
      typed: { value: 1 },
      context: { planned: 3 },
      limits: { upper: 30 },
      at: ['/value'],
    },
    {
      why: 'nothing is planned yet',
      subject: COUNT,
      typed: { value: 3 },
      context: { planned: 0 },
      limits: { upper: 30 },
      at: [],
    },
    {
      why: 'there is no plan',
      subject: INDEX,
      typed: { value: 69 },
      limits: { upper: 30 },
      at: [],
    },
  ],
  worseThanBaseline: [
    {
      why: 'emissions above the base year',
      subject: EMISSION,
      typed: { value: 101 },
      context: { baseline: 100 },
      at: ['/value'],
    },
    {
      why: 'exactly at the base year (不超过)',
      subject: EMISSION,
      typed: { value: 100 },
      context: { baseline: 100 },
      at: [],
    },
    {
      why: 'what is to rise and fell',
      subject: INDEX,
      typed: { value: 80 },
      context: { baseline: 82 },
      at: ['/value'],
    },
    { why: 'no baseline', subject: EMISSION, typed: { value: 101 }, at: [] },
  ],
  numeratorFalls: [
    {
      why: 'robots fall',
      subject: DENSITY,
      typed: { numerator: 59, denominator: 10_000 },
      context: lastYear(60, 10_000),
      at: ['/numerator'],
    },
    {
      why: 'as many',
      subject: DENSITY,
      typed: { numerator: 60 },
      context: lastYear(60, 10_000),
      at: [],
    },
    {
      why: 'not given last year',
      subject: DENSITY,
      typed: { numerator: 60 },
      context: lastYear(null, 10_000),
      at: [],
    },
  ],
  denominatorFalls: [
    {
      why: 'fewer machines in all',
      subject: SHARE,
      typed: { denominator: 299 },
      context: lastYear(1, 300),
      at: ['/denominator'],
    },
    {
      why: 'as many',
      subject: SHARE,
      typed: { denominator: 300 },
      context: lastYear(1, 300),
      at: [],
    },
    { why: 'no last year', subject: SHARE, typed: { denominator: 1 }, at: [] },
  ],
  denominatorChange: [
    {
      why: 'exactly 15 %',
      subject: SHARE,
      typed: { denominator: 345 },
      context: lastYear(1, 300),
      limits: { upper: 15 },
      at: [],
    },
    {
      why: 'more than 15 % up',
      subject: SHARE,
      typed: { denominator: 346 },
      context: lastYear(1, 300),
      limits: { upper: 15 },
      at: ['/denominator'],
    },
    {
      why: 'more than 15 % down',
      subject: SHARE,
      typed: { denominator: 254 },
      context: lastYear(1, 300),
      limits: { upper: 15 },
      at: ['/denominator'],
    },
    {
      why: 'from 0',
      subject: SHARE,
      typed: { denominator: 10 },
      context: lastYear(0, 0),
      limits: { upper: 15 },
      at: [],
    },
    {
      why: 'no last year',
      subject: SHARE,
      typed: { denominator: 10 },
      limits: { upper: 15 },
      at: [],
    },
  ],
  componentDiffers: [
    {
      why: 'another figure under the same name',
      subject: SHARE,
      typed: { denominator: 300 },
      context: { sameName: [{ part: 'denominator', value: 310, code: 'C9' }] },
      at: ['/denominator'],
    },
    {
      why: 'the same figure',
      subject: SHARE,
      typed: { denominator: 300 },
      context: { sameName: [{ part: 'denominator', value: 300, code: 'C9' }] },
      at: [],
    },
    {
      why: 'of the other part',
      subject: SHARE,
      typed: { denominator: 300 },
      context: { sameName: [{ part: 'numerator', value: 310, code: 'C9' }] },
      at: [],
    },
    {
      why: 'not typed yet',
      subject: SHARE,
      typed: {},
      context: { sameName: [{ part: 'denominator', value: 310, code: 'C9' }] },
      at: [],
    },
  ],
  listDiffers: [
    {
      why: 'five, and four are named',
      subject: COUNT,
      typed: { value: 5 },
      context: list({ value: 4 }),
      at: ['/value'],
    },
    {
      why: 'all are named',
      subject: COUNT,
      typed: { value: 4 },
      context: list({ value: 4 }),
      at: [],
    },
    {
      why: 'both parts',
      subject: DENSITY,
      typed: { numerator: 60, denominator: 9_000 },
      context: list({ numerator: 61, denominator: 9_001 }),
      at: ['/numerator', '/denominator'],
    },
    { why: 'there is no list', subject: COUNT, typed: { value: 5 }, at: [] },
    {
      why: 'a list of nobody, and a figure',
      subject: COUNT,
      typed: { value: 1 },
      context: list({ value: 0 }),
      at: ['/value'],
    },
    { why: 'not typed yet', subject: COUNT, typed: {}, context: list({ value: 4 }), at: [] },
  ],
  listOutsideRoster: [
    {
      why: 'two that the roster does not know',
      subject: SHARE,
      typed: {},
      context: { outsideRoster: { count: 2, name: '某某公司' } },
      at: ['/numerator'],
    },
    { why: 'all are on it', subject: SHARE, typed: {}, at: [] },
  ],
  listMissing: [
    { why: 'a count without names', subject: COUNT, typed: { value: 3 }, at: ['/value'] },
    { why: 'of none there is nobody to name', subject: COUNT, typed: { value: 0 }, at: [] },
    {
      why: 'a numerator without names',
      subject: SHARE,
      typed: { numerator: 3 },
      context: list({ denominator: 9 }),
      at: ['/numerator'],
    },
    {
      why: 'a list, even one that differs',
      subject: COUNT,
      typed: { value: 3 },
      context: list({ value: 0 }),
      at: [],
    },
    { why: 'not typed yet', subject: COUNT, typed: {}, at: [] },
  ],
  conditionOrder: [
    {
      why: 'running before it is built',
      subject: MILESTONE,
      typed: {
        conditions: [condition('built', '2018-06-01'), condition('operating', '2018-05-31')],
      },
      at: ['/conditions/1/metOn'],
    },
    {
      why: 'on the same day',
      subject: MILESTONE,
      typed: {
        conditions: [condition('built', '2018-06-01'), condition('operating', '2018-06-01')],
      },
      at: [],
    },
    {
      why: 'running, and nothing was built',
      subject: MILESTONE,
      typed: { conditions: [condition('operating', '2018-06-01')] },
      at: ['/conditions/0/metOn'],
    },
    {
      why: 'it was built as last year said',
      subject: MILESTONE,
      typed: { conditions: [condition('operating', '2018-06-01')] },
      context: {
        last: {
          numerator: null,
          denominator: null,
          level: null,
          conditions: [condition('built', '2017-03-01')],
        },
      },
      at: [],
    },
    {
      why: 'typed in another order',
      subject: MILESTONE,
      typed: {
        conditions: [condition('operating', '2018-05-31'), condition('built', '2018-06-01')],
      },
      at: ['/conditions/0/metOn'],
    },
    {
      why: 'nothing is met',
      subject: MILESTONE,
      typed: { conditions: [condition('built', null), condition('operating', null)] },
      at: [],
    },
  ],
  conditionDocument: [
    {
      why: 'the third needs a document',
      subject: MILESTONE,
      typed: {
        conditions: [condition('built', '2018-01-01'), condition('recognised', '2018-06-01')],
      },
      limits: { lower: 3 },
      at: ['/conditions/1/documentNumber'],
    },
    {
      why: 'it has one',
      subject: MILESTONE,
      typed: { conditions: [condition('recognised', '2018-06-01', '泉科〔2018〕9号')] },
      limits: { lower: 3 },
      at: [],
    },
    {
      why: 'it is not met',
      subject: MILESTONE,
      typed: { conditions: [condition('recognised', null)] },
      limits: { lower: 3 },
      at: [],
    },
    {
      why: 'from the first on',
      subject: MILESTONE,
      typed: { conditions: [condition('built', '2018-01-01')] },
      limits: { lower: 1 },
      at: ['/conditions/0/documentNumber'],
    },
  ],
  levelGround: [
    { why: 'no ground', subject: LEVEL, typed: { level: 2 }, at: ['/ground'] },
    {
      why: 'a ground that says nothing',
      subject: LEVEL,
      typed: { level: 2, ground: '情况属实，已核实' },
      at: ['/ground'],
    },
    {
      why: 'a ground',
      subject: LEVEL,
      typed: { level: 2, ground: '全区二十家企业接入政务云平台' },
      at: [],
    },
    { why: 'no level yet', subject: LEVEL, typed: {}, at: [] },
  ],
  priceBasis: [
    { why: 'not said', subject: INDEX, typed: { value: 1, note: '能耗下降' }, at: ['/note'] },
    {
      why: 'constant prices',
      subject: INDEX,
      typed: { value: 1, note: '按2015年不变价计算' },
      at: [],
    },
    {
      why: 'current prices, in the source',
      subject: INDEX,
      typed: { value: 1, source: '统计年报（现价）' },
      at: [],
    },
    {
      why: 'in English',
      subject: INDEX,
      typed: { value: 1, note: 'At constant 2015 comparable prices.' },
      at: [],
    },
    { why: 'no figure yet', subject: INDEX, typed: {}, at: [] },
  ],
  figureOfOtherYear: [
    {
      why: 'a year old',
      subject: INDEX,
      typed: { value: 82, figureYear: 2017 },
      limits: { upper: 0 },
      at: ['/figureYear'],
    },
    {
      why: 'a year old where that is usual',
      subject: INDEX,
      typed: { value: 82, figureYear: 2017 },
      limits: { upper: 1 },
      at: [],
    },
    {
      why: 'two years old where one is usual',
      subject: INDEX,
      typed: { value: 82, figureYear: 2016 },
      limits: { upper: 1 },
      at: ['/figureYear'],
    },
    {
      why: 'its own year',
      subject: INDEX,
      typed: { value: 82, figureYear: 2018 },
      limits: { upper: 0 },
      at: [],
    },
    {
      why: 'not said: its own',
      subject: INDEX,
      typed: { value: 82 },
      limits: { upper: 0 },
      at: [],
    },
  ],
  evidenceMissing: [
    {
      why: 'a level without a paper',
      subject: LEVEL,
      typed: { level: 2 },
      context: { evidence: { count: 0, usedElsewhere: [] } },
      at: ['/evidence'],
    },
    { why: 'with one', subject: LEVEL, typed: { level: 2 }, at: [] },
    {
      why: 'a condition that is met',
      subject: MILESTONE,
      typed: { conditions: [condition('built', '2018-01-01')] },
      context: { evidence: { count: 0, usedElsewhere: [] } },
      at: ['/evidence'],
    },
    {
      why: 'nothing is met, nothing is to be proved',
      subject: MILESTONE,
      typed: { conditions: [condition('built', null)] },
      context: { evidence: { count: 0, usedElsewhere: [] } },
      at: [],
    },
    {
      why: 'none are counted',
      subject: COUNT,
      typed: { value: 0 },
      context: { evidence: { count: 0, usedElsewhere: [] } },
      at: [],
    },
  ],
  evidenceUsedTwice: [
    {
      why: 'the same file, two other places',
      subject: COUNT,
      typed: { value: 1 },
      context: {
        evidence: {
          count: 1,
          usedElsewhere: [
            { name: '认定.pdf', code: 'A6', year: 2017 },
            { name: '认定.pdf', code: 'A3', year: 2018 },
          ],
        },
      },
      at: ['/evidence'],
    },
    { why: 'nowhere else', subject: COUNT, typed: { value: 1 }, at: [] },
  ],
};

describe.each(CHECK_CODES)('the check %s', (code) => {
  it.each(CASES[code])('$why', ({ subject, typed, context = {}, limits = {}, at }) => {
    const told = found(code, subject, typed, context, limits);
    expect(told.map(({ pointer }) => pointer)).toEqual(at);
  });

  it('is silent where there is no figure on purpose', () => {
    for (const { subject, typed, context = {}, limits = {} } of CASES[code]) {
      const absent = { ...typed, absence: { kind: 'unavailable' as const, reason: '未统计' } };
      expect(found(code, subject, absent, context, limits)).toEqual([]);
    }
  });

  it('is silent when it is off', () => {
    for (const { subject, typed, context = {}, limits = {} } of CASES[code]) {
      expect(found(code, subject, typed, context, { ...limits, grade: 'off' })).toEqual([]);
    }
  });
});

describe('what a finding tells', () => {
  const told = (...asked: Parameters<typeof found>): readonly Finding['values'][] =>
    found(...asked).map(({ values }) => values);

  it('a change with its sign and the limit that it crossed', () => {
    const context = { lastValue: 100 };
    expect(told('yearOnYearChange', INDEX, { value: 80 }, context, ten)).toEqual([
      { value: 80, last: 100, limit: 10, percent: -20 },
    ]);
  });

  it('how many times, and which way', () => {
    const slip = (value: number) =>
      told('unitSlip', EMISSION, { value }, { lastValue: 12 }, { upper: 2 });
    expect(slip(1_200)).toEqual([{ part: 'value', value: 1_200, last: 12, factor: 100, side: 1 }]);
    expect(slip(1.2)).toEqual([{ part: 'value', value: 1.2, last: 12, factor: 10, side: -1 }]);
  });

  it('the first of the other places of a file, and how many more there are', () => {
    const usedElsewhere = [
      { name: '认定.pdf', code: 'A6', year: 2017 },
      { name: '名单.xlsx', code: 'A3', year: 2018 },
    ];
    const context = { evidence: { count: 2, usedElsewhere } };
    expect(told('evidenceUsedTwice', COUNT, { value: 1 }, context)).toEqual([
      { name: '认定.pdf', code: 'A6', year: 2017, more: 1 },
    ]);
  });
});

describe('all findings of a reading', () => {
  it('come hard ones first, then in the order of the catalogue', () => {
    const context: CheckContext = {
      ...ALONE,
      lastValue: 30,
      last: { numerator: 90, denominator: 300, level: null, conditions: [] },
      lists: { value: null, numerator: 150, denominator: null },
      planned: 33,
    };
    const all = findings(SHARE, figures({ numerator: 147, denominator: 200 }), context);
    expect(all.map(({ code, grade }) => `${grade} ${code}`)).toEqual([
      'hard listDiffers',
      'soft yearOnYearDifference',
      'soft differsFromPlan',
      'soft denominatorChange',
    ]);
  });

  it('are none for a figure like last year’s that keeps to the plan', () => {
    const context = { ...ALONE, ...lastYear(140, 300), lastValue: 46.7, planned: 48 };
    expect(findings(SHARE, figures({ numerator: 147, denominator: 300 }), context)).toEqual([]);
  });

  it('are none while nothing is typed, whatever the kind', () => {
    const context = { ...ALONE, ...lastYear(140, 300), lastValue: 46.7, planned: 48, baseline: 40 };
    for (const subject of [SHARE, DENSITY, INDEX, PERCENTAGE, EMISSION, COUNT, LEVEL, MILESTONE]) {
      expect(findings(subject, figures({}), context)).toEqual([]);
    }
  });

  it('wait for their reason while the note says nothing; hard ones ask for none', () => {
    const soft = [{ grade: 'soft' as const }];
    expect(lacksReason(soft, '核实无误')).toBe(true);
    expect(lacksReason(soft, '两条产线12月投产')).toBe(false);
    expect(lacksReason([{ grade: 'hard' }], '')).toBe(false);
    expect(lacksReason([], '')).toBe(false);
  });

  it('are the same for a series in another unit: no relative check knows the unit', () => {
    const relative = ['unitSlip', 'yearOnYearChange', 'identicalToLastYear', 'differsFromPlan'];
    const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const power = fc.constantFrom(0.001, 0.1, 10, 1_000, 10_000);
    const codes = (value: number, last: number, planned: number) =>
      findings(EMISSION, figures({ value }), { ...ALONE, lastValue: last, planned })
        .map(({ code }) => code)
        .filter((code) => relative.includes(code));
    fc.assert(
      fc.property(amount, amount, amount, power, (value, last, planned, times) => {
        expect(codes(value * times, last * times, planned * times)).toEqual(
          codes(value, last, planned),
        );
      }),
    );
  });

  it('do not grow when a limit is widened', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const limit = fc.double({ min: 0, max: 1e3, noNaN: true });
    const codes = ['yearOnYearChange', 'yearOnYearDifference', 'differsFromPlan'] as const;
    fc.assert(
      fc.property(amount, amount, limit, limit, (value, other, upper, more) => {
        for (const code of codes) {
          const context = { lastValue: other, planned: other };
          const narrow = found(code, INDEX, { value }, context, { upper });
          const wide = found(code, INDEX, { value }, context, { upper: upper + more });
          expect(wide.length).toBeLessThanOrEqual(narrow.length);
        }
      }),
    );
  });
});

describe('the catalogue', () => {
  const SUBJECTS = [SHARE, DENSITY, INDEX, PERCENTAGE, EMISSION, COUNT, LEVEL, MILESTONE];

  it('asks every check of some indicator', () => {
    const asked = new Set(SUBJECTS.flatMap(checksOf));
    expect(CHECK_CODES.filter((code) => !asked.has(code))).toEqual([]);
  });

  it('has a limit in every default that is on and needs one, and none that it does not take', () => {
    for (const subject of SUBJECTS) {
      for (const code of checksOf(subject)) {
        const { grade, lower, upper } = standardOf(subject, code);
        const takes = limitsOf(code);
        if (takes.lower === null) expect(lower, code).toBeNull();
        if (takes.upper === null) expect(upper, code).toBeNull();
        if (grade !== 'off' && takes.upper !== null) expect(upper, code).not.toBeNull();
      }
    }
  });

  it.each([
    ['a share moves by percentage points', SHARE, 'yearOnYearDifference', 'soft', 15],
    ['and not by percent', SHARE, 'yearOnYearChange', 'off', 50],
    ['an amount moves by percent', EMISSION, 'yearOnYearChange', 'soft', 50],
    ['a count of few things stays as it is', COUNT, 'identicalToLastYear', 'off', null],
    ['a count must be named', COUNT, 'listMissing', 'soft', null],
    ['what differs from its list is wrong', COUNT, 'listDiffers', 'hard', null],
    ['a level rests on its ground', LEVEL, 'levelGround', 'hard', null],
  ] as const)('by default: %s', (_why, subject, code, grade, upper) => {
    expect(standardOf(subject, code)).toMatchObject({ grade, upper });
  });

  it('lets a setting stand in place of the default, check by check', () => {
    const set = { code: 'cumulativeFalls', grade: 'hard', lower: null, upper: null } as const;
    const settings = settingsOf(COUNT, [set]);
    expect(settings.find(({ code }) => code === 'cumulativeFalls')).toEqual(set);
    expect(settings.find(({ code }) => code === 'unitSlip')).toEqual(standardOf(COUNT, 'unitSlip'));
  });
});
