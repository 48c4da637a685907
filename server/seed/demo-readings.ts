/**
 * Illustrative figures for 2015–2019: invented, to show every status and every kind that the plan
 * uses. They live in the demo's own folder only and are marked on every screen and export.
 */
export type Figures = Readonly<Record<string, unknown>>;

/** The answer to whatever the checks ask of made-up figures. */
export const NOTE = '（示例）已与企业报表和认定文件逐项核对，变动均有对应材料。';

export interface Told {
  readonly code: string;
  /** The reporter who enters it, by user name. */
  readonly by: 'reporter' | 'reporter-quality' | 'reporter-environment';
  readonly readings: Readonly<Record<number, Figures>>;
}

const ratio = (numerator: number, denominator: number): Figures => ({ numerator, denominator });
const value = (figure: number, more: Figures = {}): Figures => ({ value: figure, ...more });
/** An output value says at which prices. */
const priced = (figures: Figures): Figures => ({
  ...figures,
  note: `${NOTE}产值按2015年不变价计算。`,
});
const level = (step: number, ground: string): Figures => ({ level: step, ground });
const met = (...conditions: readonly (readonly [id: string, on: string, document?: string])[]) => ({
  conditions: conditions.map(([id, metOn, documentNumber]) => ({
    id,
    metOn,
    ...(documentNumber === undefined ? {} : { documentNumber }),
  })),
});

/** Reported, and not there yet. */
const notYet = (id: string): Figures => ({ conditions: [{ id, metOn: null }] });

export const TOLD: readonly Told[] = [
  {
    code: 'A1',
    by: 'reporter',
    readings: {
      2015: ratio(90, 300),
      2016: ratio(108, 300),
      2017: ratio(127, 302),
      2018: ratio(147, 300),
      2019: ratio(166, 304),
    },
  },
  {
    code: 'A2',
    by: 'reporter',
    readings: {
      2015: ratio(48, 24000),
      2016: ratio(76, 24500),
      2017: ratio(112, 24800),
      2018: ratio(145, 25000),
      2019: ratio(155, 25200),
    },
  },
  {
    code: 'A3',
    by: 'reporter',
    readings: { 2016: value(0), 2017: value(1), 2018: value(2), 2019: value(3) },
  },
  {
    code: 'A4',
    by: 'reporter',
    readings: {
      2016: level(1, '（示例）完成摸底，12家企业启动。'),
      2017: level(1, '（示例）累计启动45家。'),
      2018: level(2, '（示例）多数规上企业已应用。'),
      2019: level(2, '（示例）覆盖面继续扩大，尚有少数企业未应用。'),
    },
  },
  {
    code: 'A5',
    by: 'reporter',
    readings: {
      2015: ratio(900, 2000),
      2016: ratio(960, 2040),
      2017: ratio(1010, 2060),
      2018: ratio(1082, 2080),
      2019: ratio(1155, 2100),
    },
  },
  {
    code: 'A6',
    by: 'reporter',
    readings: { 2016: value(0), 2017: value(1), 2018: value(2), 2019: value(3) },
  },
  {
    code: 'A7',
    by: 'reporter',
    readings: {
      2016: met(['built', '2016-06-30'], ['operating', '2016-11-15']),
      2017: met(
        ['built', '2016-06-30'],
        ['operating', '2016-11-15'],
        ['recognised', '2017-08-20', '示例〔2017〕8号'],
      ),
      2018: met(
        ['built', '2016-06-30'],
        ['operating', '2016-11-15'],
        ['recognised', '2017-08-20', '示例〔2017〕8号'],
      ),
      2019: met(
        ['built', '2016-06-30'],
        ['operating', '2016-11-15'],
        ['recognised', '2017-08-20', '示例〔2017〕8号'],
      ),
    },
  },
  {
    code: 'A8',
    by: 'reporter',
    readings: { 2015: value(4), 2016: value(6), 2017: value(8), 2018: value(10), 2019: value(11) },
  },
  {
    code: 'A9',
    by: 'reporter',
    readings: { 2015: value(5), 2016: value(7), 2017: value(9), 2018: value(11), 2019: value(14) },
  },
  {
    code: 'A10',
    by: 'reporter',
    readings: {
      2016: met(['batch2016', '2016-09-12']),
      2017: met(['batch2016', '2016-09-12'], ['batch2017', '2017-10-20']),
      2018: met(
        ['batch2016', '2016-09-12'],
        ['batch2017', '2017-10-20'],
        ['batch2018', '2018-09-28'],
      ),
      2019: met(
        ['batch2016', '2016-09-12'],
        ['batch2017', '2017-10-20'],
        ['batch2018', '2018-09-28'],
        ['batch2019', '2019-11-05'],
      ),
    },
  },
  {
    code: 'A11',
    by: 'reporter',
    readings: {
      2016: notYet('biomedicine'),
      2017: met(['biomedicine', '2017-05-31']),
      2018: met(['biomedicine', '2017-05-31'], ['internetPlus', '2018-04-16']),
      2019: met(['biomedicine', '2017-05-31'], ['internetPlus', '2018-04-16']),
    },
  },
  {
    code: 'A13',
    by: 'reporter',
    readings: { 2016: value(0), 2017: value(0), 2018: value(0), 2019: value(0) },
  },
  {
    code: 'A14',
    by: 'reporter',
    readings: { 2016: value(1), 2017: value(1), 2018: value(1), 2019: value(1) },
  },
  {
    code: 'B1',
    by: 'reporter',
    readings: { 2016: value(0), 2017: value(0), 2018: value(1), 2019: value(1) },
  },
  {
    code: 'B2',
    by: 'reporter',
    readings: {
      2016: notYet('built'),
      2017: notYet('built'),
      2018: notYet('built'),
      2019: met(['built', '2019-10-18']),
    },
  },
  {
    code: 'B3',
    by: 'reporter',
    readings: { 2016: value(0), 2017: value(1), 2018: value(1), 2019: value(1) },
  },
  {
    code: 'B4',
    by: 'reporter',
    readings: {
      2016: level(1, '（示例）选出8个重点培育品牌。'),
      2017: level(1, '（示例）培育工作继续。'),
      2018: level(1, '（示例）2个品牌网上销售额增长。'),
      2019: level(1, '（示例）尚未形成一批有影响的品牌。'),
    },
  },
  {
    code: 'B5',
    by: 'reporter',
    readings: {
      2016: level(1, '（示例）招商启动。'),
      2017: level(1, '（示例）部分商户入驻。'),
      2018: { absence: { kind: 'unavailable', reason: '（示例）运营方更换，当年资料未移交。' } },
    },
  },
  {
    code: 'B6',
    by: 'reporter',
    readings: { 2016: value(1), 2017: value(2), 2018: value(4), 2019: value(6) },
  },
  {
    code: 'C1',
    by: 'reporter-quality',
    readings: {
      2015: value(81.9),
      2016: value(82.4),
      2017: value(83.1),
      2018: value(83.95),
      2019: value(84.6, { dataStatus: 'preliminary' }),
    },
  },
  {
    code: 'C2',
    by: 'reporter-quality',
    readings: { 2016: value(0), 2017: value(1), 2018: value(1), 2019: value(2) },
  },
  {
    code: 'C3',
    by: 'reporter',
    readings: {
      2015: priced(ratio(85000, 1000000)),
      2016: priced(ratio(88600, 1080000)),
      2017: priced(ratio(91300, 1160000)),
      2018: priced(ratio(94200, 1235000)),
      2019: priced(ratio(96700, 1310000)),
    },
  },
  {
    code: 'C4',
    by: 'reporter-environment',
    readings: {
      2016: value(61.2),
      2017: value(59.8),
      2018: value(58.1),
      2019: value(57.4),
    },
  },
  {
    code: 'C5',
    by: 'reporter-environment',
    readings: {
      2015: value(120),
      2016: value(116.4),
      2017: value(112.9),
      2018: value(109.3),
      2019: value(105.2),
    },
  },
  {
    code: 'C6',
    by: 'reporter-quality',
    readings: {
      2016: level(0, '（示例）制定方案。'),
      2017: level(1, '（示例）开展品牌价值评价。'),
      2018: level(1, '（示例）新增注册商标。'),
      2019: level(2, '（示例）第三方调查显示知名度提高。'),
    },
  },
];

/** Handed in and not approved yet: the hollow mark of the board. */
export const WAITING: Told = {
  code: 'B5',
  by: 'reporter',
  readings: { 2019: level(2, '（示例）商户入驻过半，线上平台上线。') },
};

/** Who enters and who signs in each department that reports. */
export const DESKS = [
  { departmentId: 'steb', reporter: 'reporter', head: 'head' },
  { departmentId: 'quality', reporter: 'reporter-quality', head: 'head-quality' },
  {
    departmentId: 'environment-demo',
    reporter: 'reporter-environment',
    head: 'head-environment',
  },
] as const;

/** Who was late in which round, and came on which day, called in the day after the due day. */
export const HANDED_IN_LATE: Readonly<
  Record<number, { readonly reporter: Told['by']; readonly on: string }>
> = {
  2016: { reporter: 'reporter-environment', on: '2017-02-03' },
  2017: { reporter: 'reporter-quality', on: '2018-02-06' },
};

/** Where the figures of the base year were taken from. */
export const PAPER = '（示例）2015年度统计年报，纸质';

/** What is corrected after the seal of its year: reported on track, known to be behind. */
export const CORRECTED = {
  code: 'C1',
  by: 'reporter-quality',
  year: 2018,
  on: '2019-06-18',
  reason: '（示例）上级部门复核后修订了2018年指数，原报数据作废。',
  changes: { value: 83.6 },
} as const;

/** Illustrative owners by indicator code. A12 stays without one. */
export const LEADS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A13 A14 B1 B2 B3 B4 B5 B6 C3'
      .split(' ')
      .map((code) => [code, ['steb']]),
  ),
  C1: ['quality'],
  C2: ['quality'],
  C6: ['quality'],
  C4: ['environment-demo'],
  C5: ['environment-demo'],
};

/** Counts with a named list behind them, and what is on it. */
export const LISTED: Readonly<Record<string, string>> = {
  A3: '示例产品',
  A6: '示例车间',
  A8: '示例项目',
  A9: '示例企业',
  A14: '示例中心',
  B1: '示例平台',
  B3: '示例设计中心',
  B6: '示例企业',
  C2: '示例企业',
};

/** Illustrative baselines of 2015. C2 stays without one. */
export const BASELINES: Readonly<Record<string, number>> = {
  A1: 30,
  A2: 20,
  A5: 45,
  A8: 4,
  A9: 5,
  C1: 81.9,
  C3: 0.085,
  C5: 120,
};

/** Illustrative targets for two of the three pending ones; COD (C4) stays pending. */
export const TARGETS: Readonly<Record<string, Figures>> = {
  C3: { expression: 'percentage', reductionPct: 16 },
  C5: { expression: 'tonnesCut', tonnes: 18 },
};
