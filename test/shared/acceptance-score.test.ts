import { describe, expect, it } from 'vitest';
import {
  EMPTY_SHEET,
  openPoints,
  refuseSheet,
  type SheetContent,
  type SheetItem,
} from '../../shared/acceptance-rules.ts';
import {
  type Facts,
  gradeAt,
  roundMarks,
  score,
  type TargetFact,
} from '../../shared/acceptance-score.ts';
import type { MeasureState } from '../../shared/measures.ts';

const item = (more: Partial<SheetItem> = {}): SheetItem => ({
  id: 'a',
  part: 'base',
  subject: 'indicator',
  indicatorId: 'one',
  measureId: null,
  title: '',
  departmentId: null,
  weight: 20,
  rule: 'fullWhenMet',
  basis: null,
  points: [],
  standard: '',
  ...more,
});
const fact = (more: Partial<TargetFact> = {}): TargetFact => ({
  verdict: 'notMet',
  why: null,
  status: 'behind',
  attainment: 0.75,
  completion: 0.5,
  value: 60,
  targetValue: 80,
  deadline: 2020,
  tentative: false,
  late: false,
  departmentId: 'steb',
  ...more,
});
const facts = (one: TargetFact | null, state: MeasureState | null = null): Facts => ({
  targets: new Map(one === null ? [] : [['one', one]]),
  measures: new Map([['m1', state]]),
});
const sheet = (items: SheetItem[], more: Partial<SheetContent> = {}): SheetContent => ({
  ...EMPTY_SHEET,
  title: '评分表',
  items,
  ...more,
});

const MET = fact({ verdict: 'met', status: 'achieved', attainment: 1.2, completion: 1.5 });
const PENDING = fact({
  verdict: 'cannotJudge',
  why: 'targetPending',
  status: 'targetPending',
  attainment: null,
});
const NO_DATA = fact({ verdict: 'cannotJudge', why: 'noData', status: 'noData', attainment: null });
const proportional = { rule: 'proportional', basis: 'attainment' } as const;
const measure = { subject: 'measure', indicatorId: null, measureId: 'm1' } as const;

describe('the marks of an item', () => {
  it.each<
    [string, Partial<SheetItem>, TargetFact | MeasureState | null, Partial<SheetContent>, string]
  >([
    ['met: all of them', {}, MET, {}, '20..20'],
    ['full when met: short of it is nothing', {}, fact(), {}, '0..0'],
    ['in proportion to value ÷ target', proportional, fact(), {}, '15..15'],
    ['in proportion to the way', { ...proportional, basis: 'completion' }, fact(), {}, '10..10'],
    ['more than all of it is still the weight', proportional, MET, {}, '20..20'],
    ['a share below nothing is nothing', proportional, fact({ attainment: -0.3 }), {}, '0..0'],
    [
      'two decimals, rounded once',
      { ...proportional, weight: 10 },
      fact({ attainment: 2 / 3 }),
      {},
      '6.67..6.67',
    ],
    ['the basis of the proportion is open', { rule: 'proportional' }, fact(), {}, '0..20 noBasis'],
    [
      'no share was computed',
      proportional,
      fact({ attainment: null, completion: null }),
      {},
      '0..20 notComputed',
    ],
    ['a milestone has only a completion', proportional, fact({ attainment: null }), {}, '10..10'],
    [
      'so many per status',
      { rule: 'perStatus', points: [{ status: 'behind', marks: 8 }] },
      fact(),
      {},
      '8..8',
    ],
    [
      'a status that the sheet does not name',
      { rule: 'perStatus' },
      fact(),
      {},
      '0..20 statusWithoutPoints',
    ],
    ['no rule', { rule: null }, MET, {}, '0..20 noRule'],
    ['no weight', { weight: null }, MET, {}, '0..0 noWeight'],
    ['by hand', { rule: 'byHand' }, MET, {}, '0..20 byHand'],
    ['pending, and the sheet is silent', {}, PENDING, {}, '0..20 targetPending'],
    ['pending, left out', {}, PENDING, { pendingRule: 'excluded' }, '0..0 excluded'],
    ['pending, counted as nothing', {}, PENDING, { pendingRule: 'zero' }, '0..0'],
    ['pending, counted in full', {}, PENDING, { pendingRule: 'full' }, '20..20'],
    [
      'the rule for pending is not that for missing data',
      {},
      NO_DATA,
      { pendingRule: 'full' },
      '0..20 noData',
    ],
    ['no data, counted as nothing', {}, NO_DATA, { noDataRule: 'zero' }, '0..0'],
    [
      '力争 left out',
      {},
      fact({ tentative: true }),
      { tentativeRule: 'excluded' },
      '0..0 excluded',
    ],
    ['力争 counts when the sheet is silent', {}, fact({ tentative: true }), {}, '0..0'],
    ['a measure done', measure, 'done', {}, '20..20'],
    ['a measure mostly done is not done', measure, 'mostlyDone', {}, '0..0'],
    [
      'a measure by its state',
      { ...measure, rule: 'perStatus', points: [{ status: 'mostlyDone', marks: 15 }] },
      'mostlyDone',
      {},
      '15..15',
    ],
    ['a measure that nobody reported on', measure, null, {}, '0..20 noReport'],
  ])('%s', (_why, more, known, rules, expected) => {
    const given = typeof known === 'string' || known === null ? facts(null, known) : facts(known);
    const [scored] = score(sheet([item(more)], rules), given).items;
    const mark = scored?.excluded === true ? 'excluded' : scored?.gap;
    expect(`${scored?.low}..${scored?.high} ${mark ?? ''}`.trim()).toBe(expected);
  });

  it('are those that an assessor gave, whatever the rule says', () => {
    const { items } = score(sheet([item()]), facts(fact()), new Map([['a', 12.5]]));
    expect(items[0]).toMatchObject({ low: 12.5, high: 12.5, gap: null });
  });
});

describe('the sum', () => {
  it('hands the weight of what is left out on to the rest', () => {
    const items = [item(), item({ id: 'b', indicatorId: 'two', weight: 30, ...proportional })];
    const known: Facts = {
      targets: new Map([
        ['one', PENDING],
        ['two', fact()],
      ]),
      measures: new Map(),
    };
    const { total } = score(sheet(items, { pendingRule: 'excluded' }), known);
    // 22.5 of 30, of 50 in all.
    expect(total).toEqual({ low: 37.5, high: 37.5, of: 50 });
  });

  it('adds a bonus up to its cap and names departments that answer', () => {
    const items = [
      item({ rule: 'byHand' }),
      item({ id: 'b', part: 'bonus', weight: 10 }),
      item({ id: 'c', weight: 5, departmentId: 'finance' }),
    ];
    const scored = score(sheet(items, { bonusCap: 3 }), facts(MET));
    expect(scored.total).toEqual({ low: 8, high: 28, of: 25 });
    expect(scored.departments).toEqual([
      { departmentId: 'steb', low: 0, high: 20, of: 20 },
      { departmentId: 'finance', low: 5, high: 5, of: 5 },
    ]);
  });

  it('gives a grade at each end, and a veto brings down to the one that the sheet names', () => {
    const grades = [
      { nameZh: '优秀', nameEn: 'Excellent', lower: 18 },
      { nameZh: '合格', nameEn: 'Passed', lower: 10 },
      { nameZh: '不合格', nameEn: 'Not passed', lower: 0 },
    ];
    const veto = item({ id: 'v', part: 'veto', weight: null });
    const base = item({ ...measure, id: 'm', rule: 'byHand' });
    const struck = (more: Partial<SheetContent>, known: TargetFact) => {
      const { gradeLow, gradeHigh } = score(sheet([base, veto], { grades, ...more }), facts(known));
      return [gradeLow, gradeHigh];
    };
    expect(struck({ vetoGrade: 2 }, MET), 'met: no veto').toEqual([2, 0]);
    expect(struck({ vetoGrade: 1 }, fact()), 'missed: never better than its grade').toEqual([2, 1]);
    expect(struck({ vetoGrade: 2 }, PENDING), 'pending: it may strike').toEqual([2, 0]);
    expect(struck({ vetoGrade: null }, fact()), 'the sheet does not say').toEqual([null, null]);
    expect(gradeAt(grades, 18), 'the bound belongs to the grade').toBe(0);
    expect(gradeAt(grades, 17.99)).toBe(1);
    expect(roundMarks(1.005)).toBe(1.01);
  });
});

describe('a score sheet', () => {
  it('leaves open what it does not say, and says so', () => {
    const about = { pending: 3, ranges: 10, tentative: 4 };
    expect(openPoints(EMPTY_SHEET, about)).toEqual([
      'noItems',
      'noGrades',
      'noPendingRule',
      'noNoDataRule',
      'noTentativeRule',
      'noPassLine',
    ]);
    const grades = [{ nameZh: '合格', nameEn: 'Passed', lower: 60 }];
    const decided = { pendingRule: 'zero', noDataRule: 'zero', grades } as const;
    const full = sheet([item({ weight: 100 })], decided);
    expect(openPoints(full, { pending: 1, ranges: 0, tentative: 0 })).toEqual([]);
    const half = sheet(
      [item({ weight: null, rule: 'proportional' }), item({ id: 'v', part: 'veto' })],
      decided,
    );
    expect(openPoints(half, { pending: 0, ranges: 0, tentative: 0 })).toEqual([
      'noWeight',
      'noBasis',
      'weightsNotHundred',
      'noVetoGrade',
    ]);
  });

  it('does not contradict itself', () => {
    const wrong = sheet(
      [
        item({
          measureId: 'm1',
          points: [
            { status: 'done', marks: 1 },
            { status: 'behind', marks: 21 },
          ],
        }),
        item({ subject: 'free', indicatorId: null, title: '', rule: 'fullWhenMet' }),
      ],
      {
        grades: [
          { nameZh: '合格', nameEn: 'P', lower: 60 },
          { nameZh: '优秀', nameEn: 'E', lower: 90 },
        ],
        vetoGrade: 2,
      },
    );
    expect(refuseSheet(wrong).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/items/0/measureId notThisKind',
      '/items/0/points/0/status notAllowed',
      '/items/0/points/1/marks tooLarge',
      '/items/1/id duplicateKey',
      '/items/1/title required',
      '/items/1/rule notAllowed',
      '/grades/1/lower tooLarge',
      '/vetoGrade notAllowed',
    ]);
    expect(refuseSheet(sheet([item()]))).toEqual([]);
  });
});
