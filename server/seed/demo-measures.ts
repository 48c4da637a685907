/**
 * Illustrative progress of the measures: invented, like the figures beside it. Each sentence says so.
 * The technology bureau and the quality sub-bureau report; the others stay unreported.
 */
type State = 'notStarted' | 'inProgress' | 'mostlyDone' | 'done';

export interface ToldMeasure {
  readonly number: number;
  /** What was done, without the mark of an illustration. */
  readonly done: string;
  /** A result in figures: what, how many in 2019, of what. */
  readonly result?: readonly [name: string, amount: number, unit: string];
  /** Money paid by the technology bureau in 2019, in 万元. */
  readonly paid?: number;
  readonly state: State;
}

export const MEASURES_TOLD: readonly ToldMeasure[] = [
  {
    number: 1,
    done: '认定示范企业3家、示范项目1个，均已公示。',
    result: ['新增示范企业', 3, '家'],
    state: 'mostlyDone',
  },
  {
    number: 2,
    done: '完成两个产业的梳理报告，对接关键环节项目6个，签约2个。',
    result: ['签约项目', 2, '个'],
    state: 'inProgress',
  },
  {
    number: 3,
    done: '引入咨询机构4家，为12家企业开展管理诊断。',
    result: ['诊断企业', 12, '家'],
    state: 'inProgress',
  },
  {
    number: 4,
    done: '1项首台（套）数控装备经认定，兑现开发补助。',
    paid: 60.15,
    state: 'inProgress',
  },
  {
    number: 5,
    done: '1个数字化车间经认定，补助按程序兑现。',
    result: ['新认定车间', 1, '个'],
    paid: 50,
    state: 'mostlyDone',
  },
  {
    number: 6,
    done: '会同税务部门辅导9家企业申报研发费用加计扣除。',
    result: ['享受企业', 9, '家'],
    paid: 0,
    state: 'done',
  },
  {
    number: 7,
    done: '兑现专利奖2项、主导行业标准1项。',
    result: ['获奖专利', 2, '项'],
    paid: 35,
    state: 'inProgress',
  },
  { number: 8, done: '研究院挂牌，公共技术服务平台通过市级认定。', paid: 100, state: 'done' },
  { number: 9, done: '与一所高校共建新型科研机构，完成市级评估。', paid: 80, state: 'mostlyDone' },
  {
    number: 10,
    done: '新认定省级技术中心1家、市级2家。',
    result: ['新认定中心', 3, '家'],
    paid: 70,
    state: 'inProgress',
  },
  {
    number: 11,
    done: '5家企业采购本市生产线38台（套），补贴到位。',
    result: ['采购设备', 38, '台（套）'],
    paid: 286.5,
    state: 'inProgress',
  },
  {
    number: 12,
    done: '众创空间入驻团队21个，投入资金补贴已兑现。',
    result: ['入驻团队', 21, '个'],
    paid: 90,
    state: 'done',
  },
  { number: 13, done: '1家定制平台年销售额超过1亿元，奖励兑现。', paid: 50, state: 'inProgress' },
  {
    number: 14,
    done: '2家网络品牌符合条件，奖励兑现。',
    result: ['奖励品牌', 2, '家'],
    paid: 40,
    state: 'inProgress',
  },
  { number: 15, done: '1家跨境电商企业获补助。', paid: 20, state: 'inProgress' },
  {
    number: 16,
    done: '新增市级工业设计中心1家。',
    result: ['新增设计中心', 1, '家'],
    paid: 10,
    state: 'mostlyDone',
  },
  {
    number: 17,
    done: '举办设计工坊4场，获二等奖项目1个。',
    result: ['工坊', 4, '场'],
    paid: 40,
    state: 'inProgress',
  },
  { number: 18, done: '与一家设计机构达成入驻意向，尚未签约。', paid: 0, state: 'inProgress' },
  {
    number: 19,
    done: '新认定商业模式创新典型示范企业1家。',
    result: ['新认定企业', 1, '家'],
    paid: 10,
    state: 'mostlyDone',
  },
  { number: 20, done: '', paid: 0, state: 'notStarted' },
  {
    number: 21,
    done: '认定服务型制造转型示范企业2家。',
    result: ['示范企业', 2, '家'],
    paid: 40,
    state: 'inProgress',
  },
  {
    number: 22,
    done: '3家企业参与行业标准制定，1家通过标准化良好行为评价。',
    result: ['参与标准', 3, '项'],
    state: 'inProgress',
  },
  {
    number: 23,
    done: '规上企业质量责任书签订率达到九成。',
    result: ['签订企业', 108, '家'],
    state: 'mostlyDone',
  },
  {
    number: 24,
    done: '组织QC小组活动26次，成果发布会1场。',
    result: ['QC小组', 26, '个'],
    state: 'inProgress',
  },
  {
    number: 25,
    done: '7家企业建成质量信息追溯系统。',
    result: ['建成系统', 7, '家'],
    state: 'inProgress',
  },
  {
    number: 26,
    done: '4家企业导入卓越绩效模式。',
    result: ['导入企业', 4, '家'],
    state: 'mostlyDone',
  },
  {
    number: 27,
    done: '完成规上企业质量信用分级。',
    result: ['分级企业', 118, '家'],
    state: 'done',
  },
  {
    number: 28,
    done: '培训品牌经理45人，建立危机预警联络机制。',
    result: ['培训', 45, '人'],
    state: 'inProgress',
  },
  {
    number: 29,
    done: '新增发明专利31件，2家企业通过知识产权贯标。',
    result: ['新增专利', 31, '件'],
    state: 'inProgress',
  },
  {
    number: 30,
    done: '组织9家企业参加境外品牌展，3个商标完成境外注册。',
    result: ['境外注册', 3, '个'],
    state: 'inProgress',
  },
];

/** Which measures were reported in which year; the last year of all, the earlier ones of a few. */
export const MEASURES_IN: Readonly<Record<number, readonly number[]>> = {
  2016: [1, 8, 12],
  2017: [1, 8, 11, 12],
  2018: [1, 5, 8, 11, 12, 16, 24, 26],
  2019: MEASURES_TOLD.map(({ number }) => number),
};

/** Departments that report on measures, with the accounts that write and sign. */
export const MEASURE_DESKS = [
  { departmentId: 'steb', reporter: 'reporter', head: 'head' },
  { departmentId: 'quality', reporter: 'reporter-quality', head: 'head-quality' },
] as const;

/** Reported and left waiting for the reviewer, so that the desk of the demo has something to do. */
export const MEASURES_WAITING: readonly number[] = [18, 25];

/** What a department writes about a measure in a year. */
export function reportOf(told: ToldMeasure, year: number, departmentId: string): object {
  const state = year === LAST_YEAR ? told.state : 'inProgress';
  const [name, amount, unit] = told.result ?? ['', 0, ''];
  const share = SHARES[year] ?? 1;
  const pays = departmentId === 'steb' && told.paid !== undefined;
  return {
    state,
    done: state === 'notStarted' ? '' : `（示例）${told.done}`,
    results:
      state === 'notStarted' || name === ''
        ? []
        : [{ name, amount: Math.max(1, Math.round(amount * share)), unit }],
    ...(told.paid === undefined ? {} : { paidWan: pays ? round(told.paid * share) : 0 }),
    problems:
      state === 'notStarted' ? '（示例）区内尚无企业剥离服务环节设立新企业，没有申报对象。' : '',
    nextSteps: state === 'done' ? '' : '（示例）明年上半年继续组织申报，六月底前完成初审。',
  };
}

const LAST_YEAR = 2019;
/** Of the results and the money of the last year. */
const SHARES: Readonly<Record<number, number>> = { 2016: 0.3, 2017: 0.5, 2018: 0.8 };

/** To a hundred yuan. */
const round = (wan: number): number => Math.round(wan * 100) / 100;

/** Illustrative entries of the ledger: rule, grade, enterprise, year, day, 万元, indicator. */
export const PAYMENTS_TOLD: readonly {
  readonly incentiveId: string;
  readonly tier?: number;
  readonly enterprise: string;
  readonly paidOn: string;
  readonly amountWan: number;
  readonly indicatorId: string;
  /** Entered wrongly and taken back. */
  readonly reversed?: true;
}[] = [
  pay('m12-i1', '（示例）众创空间运营公司', '2017-11-20', 90, 'im-maker-space'),
  pay('m08-i1', '（示例）研究院', '2018-06-15', 100, 'ms-research-platform'),
  pay('m16-i1', '（示例）设计中心一号', '2018-09-03', 10, 'so-design-centers', { tier: 2 }),
  pay('m11-i1', '（示例）纺织机械一厂', '2018-12-12', 180, 'im-robot-density', { tier: 1 }),
  pay('m11-i1', '（示例）纺织机械一厂', '2019-12-18', 156.5, 'im-robot-density', { tier: 1 }),
  pay('m04-i2', '（示例）数控装备公司', '2019-10-22', 60.15, 'im-cnc-rate'),
  pay('m05-i1', '（示例）电子二厂', '2019-11-08', 50, 'im-smart-workshops', { tier: 1 }),
  pay('m13-i1', '（示例）定制平台', '2019-12-02', 50, 'so-online-brands'),
  pay('m19-i1', '（示例）商业模式企业三号', '2019-12-05', 10, 'so-business-model-enterprises'),
  pay('m19-i1', '（示例）商业模式企业三号', '2019-12-06', 10, 'so-business-model-enterprises', {
    reversed: true,
  }),
];

function pay(
  incentiveId: string,
  enterprise: string,
  paidOn: string,
  amountWan: number,
  indicatorId: string,
  more: { readonly tier?: number; readonly reversed?: true } = {},
): (typeof PAYMENTS_TOLD)[number] {
  return { incentiveId, enterprise, paidOn, amountWan, indicatorId, ...more };
}

/** A row of the breakdown as the API tells it, as far as the demo fills it. */
export interface DemoTask {
  readonly subject: string;
  readonly subjectId: string;
  readonly version: number;
  readonly nameZh: string;
  readonly leadDepartmentId: string | null;
  readonly supportingDepartmentIds: readonly string[];
  readonly target: number | null;
  readonly unit: string;
  readonly editable: boolean;
}

/** An illustrative row: who, what, by when, to which requirement. */
export function taskOf(task: DemoTask, year: number): object {
  const { subject, subjectId, version, leadDepartmentId, supportingDepartmentIds } = task;
  return {
    subject,
    subjectId,
    version,
    leadDepartmentId,
    supportingDepartmentIds,
    principalLeader: '（示例）王主任',
    leaderInCharge: '（示例）李副主任',
    handler: subject === 'measure' ? '（示例）张三' : '',
    task: `（示例）完成${year}年度“${task.nameZh}”各项工作。`,
    target: task.target,
    unit: task.unit,
    dueOn: `${year}-12-20`,
    requirement: '（示例）按季度报送进度，年底前提交佐证材料。',
  };
}
