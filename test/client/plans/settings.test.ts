import { describe, expect, test } from 'vitest';
import { settingWords } from '../../../client/plans/checkWords.ts';
import { countOf, type Coverage, incompleteIndicators } from '../../../client/plans/gaps.ts';
import { baseYearOf, targetWords, type ToldTarget } from '../../../client/plans/targetWords.ts';
import {
  baselineBody,
  baselineIssues,
  blankBaseline,
  yearIn,
} from '../../../client/plans/typedBaseline.ts';
import {
  checkPointer,
  checksBody,
  checksIssues,
  isReset,
  resetCheck,
} from '../../../client/plans/typedChecks.ts';
import {
  checkpointsBody,
  checkpointsIssues,
  standingCheckpoints,
  withRow,
} from '../../../client/plans/typedCheckpoints.ts';
import { choosable, departmentsBody } from '../../../client/plans/typedDepartments.ts';
import {
  blankTarget,
  targetBody,
  targetIssues,
  targetPreview,
} from '../../../client/plans/typedTarget.ts';
import type { IndicatorCheck } from '../../../shared/checks.ts';
import { en } from '../../../shared/i18n/en.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import type { Indicator, TargetVersion } from '../../../shared/plans.ts';

const NOTHING = {
  value: null,
  lower: null,
  upper: null,
  reductionPct: null,
  tonnesCut: null,
  targetLevel: null,
  path: null,
} as const;
const entered = { enteredBy: '林志明', enteredAt: '2016-09-01T01:00:00.000Z' };

function version(changes: Partial<TargetVersion>): TargetVersion {
  return {
    ...NOTHING,
    version: 1,
    kind: 'reduction',
    expression: 'document',
    pending: true,
    basis: null,
    documentNumber: null,
    effectiveDate: null,
    conditions: [],
    ...entered,
    ...changes,
  };
}

const COD: Indicator = {
  id: 'qb-cod-reduction',
  planId: 'qetdz-2016',
  code: 'C4',
  themeId: 'quality-brand',
  nameZh: 'COD排放量',
  nameEn: 'COD emissions',
  unitZh: '吨',
  unitEn: 'tonnes',
  decimals: 2,
  direction: 'down',
  kind: 'reduction',
  deadlineYear: 2020,
  deadlineSource: 'document',
  baselineYearSuggested: 2015,
  incremental: false,
  tentative: false,
  ratio: null,
  quote: '',
  quoteSpan: { start: 0, end: 0 },
  ambiguities: [],
  expressions: ['percentage', 'tonnesCut', 'ceiling'],
  levels: [],
  measures: [],
  departmentVersions: [],
  leadDepartmentIds: [],
  supportingDepartmentIds: [],
  targets: [version({})],
  baselines: [],
  checkpointSets: [],
  version: 1,
};
const BASED: Indicator = {
  ...COD,
  baselines: [
    {
      version: 1,
      year: 2015,
      value: 120,
      basis: 'entered',
      basisZh: '环境统计年报',
      basisEn: null,
      documentNumber: null,
      restated: false,
      ...entered,
    },
  ],
};
const LEVELS: Indicator = {
  ...COD,
  kind: 'rating',
  unitZh: null,
  unitEn: null,
  decimals: null,
  expressions: ['value'],
  levels: [
    { level: 0, nameZh: '未启动', nameEn: 'Not started' },
    { level: 3, nameZh: '完成', nameEn: 'Complete' },
  ],
};
const SHARE: Indicator = {
  ...COD,
  kind: 'atLeast',
  unitZh: '%',
  unitEn: '%',
  decimals: 1,
  direction: 'up',
  expressions: ['value'],
  targets: [version({ kind: 'atLeast', value: 60, pending: false })],
};

describe('a target in words', () => {
  const say = (target: Partial<ToldTarget>, indicator = COD) => {
    const told = { ...NOTHING, kind: indicator.kind, conditions: [], ...target };
    return [
      targetWords(indicator, told, 2015, { language: 'zh-CN', messages: zhCN }),
      targetWords(indicator, told, 2015, { language: 'en', messages: en }),
    ];
  };
  test.each<
    [why: string, target: Partial<ToldTarget>, indicator: Indicator, zh: string, en: string]
  >([
    ['no figure is pending, not 0', {}, COD, '目标待下达', 'Target pending'],
    [
      '0 % is a target',
      { reductionPct: 0 },
      COD,
      '不高于2015年的水平',
      'not above the level of 2015',
    ],
    [
      'a percentage counts from the base year',
      { reductionPct: 15.5 },
      COD,
      '比2015年下降15.5%以上',
      'at least 15.5% below 2015',
    ],
    [
      'a cut shows the sum that it comes from',
      { kind: 'atMost', value: 102, tonnesCut: 18 },
      COD,
      '不高于102.00吨（2015年 120.00吨 − 18.00吨）',
      'at most 102.00 tonnes (2015: 120.00 tonnes − 18.00 tonnes)',
    ],
    [
      'binary noise is no figure: 0.1 + 0.2',
      { kind: 'atMost', value: 0.1, tonnesCut: 0.2 },
      COD,
      '不高于0.10吨（2015年 0.30吨 − 0.20吨）',
      'at most 0.10 tonnes (2015: 0.30 tonnes − 0.20 tonnes)',
    ],
    [
      'a ceiling stands for itself, with every place that was written',
      { kind: 'atMost', value: 99.125 },
      COD,
      '不高于99.125吨',
      'at most 99.125 tonnes',
    ],
    ['', { kind: 'atLeast', value: 60 }, SHARE, '不低于60.0%', 'at least 60.0%'],
    ['a level has its name', { targetLevel: 3 }, LEVELS, '达到“完成”', 'reach the level Complete'],
  ])('%s %s', (_why, target, indicator, zh, english) => {
    expect(say(target, indicator)).toEqual([zh, english]);
  });

  test('a cut names the year of the baseline that it was cut from, not of a later one', () => {
    const restated = { ...BASED.baselines[0], version: 2, year: 2016, value: 130 };
    const both = { ...BASED, baselines: [restated, ...BASED.baselines] } as Indicator;
    expect(baseYearOf(both, { value: 102, tonnesCut: 18 })).toBe(2015);
    expect(baseYearOf(both, null)).toBe(2016);
    expect(baseYearOf(COD, null)).toBe(2015);
  });
});

describe('a target that is typed', () => {
  const cut = { ...blankTarget('tonnesCut'), tonnes: '１８ 吨', basis: '任务书' };

  test('is sent as the number that was meant, and an empty document number as none', () => {
    expect(targetBody(BASED, cut)).toEqual({
      expression: 'tonnesCut',
      tonnes: 18,
      effectiveDate: '',
      basis: '任务书',
      documentNumber: null,
    });
  });

  test('means nothing before there is a baseline to cut from', () => {
    expect(targetPreview(COD, cut)).toBeNull();
    expect(targetIssues(COD, cut)).toContainEqual({
      pointer: '/tonnes',
      in: 'body',
      code: 'baselineRequired',
    });
    expect(targetPreview(BASED, cut)).toMatchObject({ kind: 'atMost', value: 102, tonnesCut: 18 });
  });

  test.each([
    ['', 'required', 'an empty box is no zero'],
    ['1.5万', 'badFormat', 'magnitudes are not guessed'],
    ['130', 'tooLarge', 'more than there is cannot be cut'],
  ])('of %j tonnes is refused as %s: %s', (tonnes, code) => {
    const issues = targetIssues(BASED, { ...cut, tonnes, effectiveDate: '2016-09-01' });
    expect(issues.map((issue) => [issue.pointer, issue.code])).toEqual([['/tonnes', code]]);
  });

  test('of a share stays within the whole', () => {
    const typed = { ...blankTarget('value'), value: '120%', effectiveDate: '2016-09-01' };
    expect(targetIssues(SHARE, typed).map(({ code }) => code)).toEqual(['aboveHundred']);
  });

  test('of a rating is one of its levels', () => {
    const typed = { ...blankTarget('value'), effectiveDate: '2016-09-01' };
    expect(targetIssues(LEVELS, typed).map(({ pointer }) => pointer)).toEqual(['/targetLevel']);
    expect(targetPreview(LEVELS, { ...typed, targetLevel: '3' })).toMatchObject({ targetLevel: 3 });
  });
});

describe('a baseline that is typed', () => {
  test.each([
    ['2015', 2015],
    ['２０１５年', 2015],
    ['15', undefined],
    ['', undefined],
  ])('%j is the year %s', (text, year) => {
    expect(yearIn(text)).toBe(year);
  });

  test('0 is a figure, an empty box is none, and taking back is said', () => {
    const typed = { ...blankBaseline(COD), basis: '年报' };
    expect(baselineBody(COD, { ...typed, value: '0' }).value).toBe(0);
    expect(baselineBody(COD, typed).value).toBeUndefined();
    expect(baselineBody(COD, { ...typed, value: '5', withdrawn: true }).value).toBeNull();
  });

  test('does not lie in the future or after the deadline', () => {
    const typed = { ...blankBaseline(COD), value: '120', year: '2020' };
    expect(baselineIssues(COD, typed, 2018).map(({ code }) => code)).toContain('yearOutsidePlan');
    expect(baselineIssues(COD, { ...typed, year: '2019' }, 2018).map(({ code }) => code)).toEqual([
      'futureYear',
    ]);
  });
});

describe('checkpoints that are typed', () => {
  const one = withRow(BASED, standingCheckpoints(BASED));

  test('begin in the year after the baseline and go on from there', () => {
    expect(withRow(BASED, one).rows.map(({ year }) => year)).toEqual(['2016', '2017']);
  });

  test('are a percentage or a figure under a reduction, not both', () => {
    const row = { key: 0, year: '2017', value: '', reductionPct: '8％' };
    expect(checkpointsBody(BASED, { ...one, rows: [row] }).checkpoints).toEqual([
      { year: 2017, reductionPct: 8 },
    ]);
    const both = checkpointsIssues(BASED, { ...one, rows: [{ ...row, value: '110' }] });
    expect(both.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/checkpoints/0/reductionPct', 'notAllowed'],
    ]);
  });

  test('tell of a year that cannot be read once', () => {
    const rows = [
      { key: 0, year: '2017', value: '110', reductionPct: '' },
      { key: 1, year: '二〇一八', value: '105', reductionPct: '' },
    ];
    const issues = checkpointsIssues(BASED, { ...one, rows });
    expect(issues.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/checkpoints/1/year', 'badFormat'],
    ]);
  });

  test('none at all are refused where there is nothing to clear', () => {
    expect(checkpointsIssues(BASED, { ...one, rows: [] }).map(({ code }) => code)).toEqual([
      'required',
    ]);
  });
});

describe('departments', () => {
  const typed = { duties: new Map([['b', 'lead'] as const, ['a', 'lead'] as const]), note: '' };

  test('that had a duty keep their order, new ones stand behind them', () => {
    const standing = { ...COD, leadDepartmentIds: ['a'] };
    expect(departmentsBody(standing, typed).leadDepartmentIds).toEqual(['a', 'b']);
  });

  test('that have ended are offered only where they still have a duty', () => {
    const department = (id: string, validTo: string | null) => ({
      id,
      shortNameZh: id,
      fullNameZh: id,
      nameEn: id,
      kind: 'other',
      nameSource: 'entered' as const,
      validFrom: null,
      validTo,
      successorId: null,
      version: 1,
    });
    const all = [
      department('a', '2018-12-31'),
      department('c', '2018-12-31'),
      department('d', null),
    ];
    expect(choosable(all, typed).map(({ id }) => id)).toEqual(['a', 'd']);
  });
});

describe('the checks of an indicator', () => {
  const check = (changes: Partial<IndicatorCheck>): IndicatorCheck => ({
    code: 'yearOnYearChange',
    grade: 'soft',
    lower: null,
    upper: 30,
    source: 'plan',
    enteredBy: null,
    enteredAt: null,
    reset: { grade: 'soft', lower: null, upper: 30 },
    ...changes,
  });
  const change = check({});
  const slip = check({
    code: 'unitSlip',
    grade: 'off',
    upper: 2,
    source: 'entered',
    enteredBy: '王主任',
    enteredAt: '2019-01-10T01:00:00.000Z',
    reset: { grade: 'soft', lower: null, upper: 2 },
  });
  const items = [change, slip];

  test('that stand as a reset would leave them are nobody’s setting and are not sent', () => {
    expect(checksBody(COD, items, null)).toEqual({
      checks: [{ code: 'unitSlip', grade: 'off', lower: null, upper: 2 }],
    });
    expect(isReset(change, null)).toBe(true);
    expect(checksBody(COD, items, { unitSlip: resetCheck(slip) })).toEqual({ checks: [] });
  });

  test('are sent as they are typed, and a pointer leads to the row that was sent', () => {
    const typed = { yearOnYearChange: { grade: 'hard', lower: '', upper: '４０%' } } as const;
    expect(checksBody(COD, items, typed).checks[0]).toEqual({
      code: 'yearOnYearChange',
      grade: 'hard',
      lower: null,
      upper: 40,
    });
    expect(checkPointer(items, typed, 'unitSlip')).toBe('/checks/1');
    expect(checkPointer(items, null, 'unitSlip')).toBe('/checks/0');
    expect(checkPointer(items, null, 'yearOnYearChange')).toBeUndefined();
  });

  test.each([
    ['no limit where one is needed', '', '/checks/0/upper required'],
    ['what is no number', 'dreissig', '/checks/0/upper badFormat'],
    ['less than nothing', '-3', '/checks/0/upper negative'],
  ])('are held back by %s', (_why, upper, said) => {
    const typed = { yearOnYearChange: { grade: 'soft', lower: '', upper } } as const;
    const [issue] = checksIssues(COD, items, typed);
    expect(`${issue?.pointer} ${issue?.code}`).toBe(said);
  });

  test.each([
    ['yearOnYearChange', { lower: null, upper: 30 }, '核实性，30%'],
    ['outsideRange', { lower: 0.5, upper: 100 }, '核实性，0.50吨至100.00吨'],
    ['outsideRange', { lower: null, upper: 100 }, '核实性，不高于100.00吨'],
    ['figureOfOtherYear', { lower: null, upper: 1 }, '核实性，1年'],
    ['conditionDocument', { lower: 3, upper: null }, '核实性，从第3项起'],
    ['cumulativeFalls', { lower: null, upper: null }, '核实性'],
  ] as const)('are told with their limits: %s', (code, limits, said) => {
    const speech = { language: 'zh-CN', messages: zhCN } as const;
    expect(settingWords(COD, code, { grade: 'soft', ...limits }, speech)).toBe(said);
  });
});

test('an indicator that lacks several things stands in the work list once, A2 before A10', () => {
  const named = (code: string) => ({ id: code, code, nameZh: code, nameEn: code });
  const coverage: Coverage = {
    indicatorsWithoutDepartment: [named('A10'), named('A2')],
    indicatorsWithUndecidedLead: [],
    indicatorsWithoutMeasure: [named('C4')],
    indicatorsWithoutBaseline: [named('A10')],
    indicatorsWithPendingTarget: [],
    measuresWithoutIndicator: [],
  };
  expect(incompleteIndicators(coverage).map(({ code, gaps }) => [code, gaps])).toEqual([
    ['A2', ['department']],
    ['A10', ['department', 'baseline']],
    ['C4', ['measure']],
  ]);
  expect(countOf(coverage, 'department')).toBe(2);
  expect(countOf(coverage, 'indicator')).toBe(0);
});
