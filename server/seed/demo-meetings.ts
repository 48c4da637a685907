/** What became of a decision of the sample meeting, in the order of its life. */
export type DemoStep =
  | { readonly step: 'receive'; readonly by: string; readonly day: number }
  | {
      readonly step: 'notes' | 'report' | 'send-back' | 'withdraw';
      readonly by: string;
      readonly day: number;
      readonly text: string;
    }
  | { readonly step: 'verify' | 'close'; readonly by: string; readonly day: number }
  | {
      readonly step: 'extension';
      readonly by: string;
      readonly day: number;
      readonly reason: string;
      /** Days after today. */
      readonly until: number;
    };

export interface DemoDecision {
  readonly text: string;
  readonly lead: string;
  readonly supporting: readonly string[];
  /** Days after today; negative is before. */
  readonly due: number;
  /** Codes of the indicators that it serves. */
  readonly about: readonly string[];
  /** Ids of the measures that it serves; absent: none. */
  readonly measures?: readonly string[];
  readonly life: readonly DemoStep[];
}

/** When the first sample meeting was held: its decision is due before the axes of the charts end. */
export const EARLIER = new Date('2020-05-20T01:00:00.000Z');
/** Days before today on which the sample meeting was held. */
export const HELD = -45;
/** Days after today for which the next one is called. */
export const NEXT = 9;

export const CHAIR = { name: '（示例）陈主任', office: '管委会主任', userId: null } as const;
export const PLACE = '（示例）管委会三楼会议室';
export const TITLE = '领导小组成员联席会议';

export const ATTENDEES = [
  {
    name: '（示例）陈主任',
    office: '管委会主任',
    kind: 'member',
    presence: 'present',
    deputy: '',
  },
  {
    name: '（示例）林副主任',
    office: '管委会副主任',
    kind: 'member',
    presence: 'present',
    deputy: '',
  },
  {
    name: '（示例）张局长',
    office: '科技经济发展局',
    kind: 'member',
    presence: 'present',
    deputy: '',
  },
  {
    name: '（示例）黄局长',
    office: '质量技术监督分局',
    kind: 'member',
    presence: 'deputised',
    deputy: '（示例）吴副局长',
  },
  {
    name: '（示例）郑局长',
    office: '财政局',
    kind: 'member',
    presence: 'absent',
    deputy: '',
  },
  {
    name: '（示例）王主任',
    office: '管委会办公室',
    kind: 'observer',
    presence: 'present',
    deputy: '',
  },
] as const;

/** Notes of the sample meeting, by the place of the agenda item. */
export const NOTES: Readonly<Record<number, string>> = {
  0: '（示例）科经局通报总体完成情况。会议认为多数指标进展正常，滞后指标要逐项落实责任单位和时限。',
  1: '（示例）逐项研究滞后原因，明确补救措施。',
};

/** Their days count from the meeting. */
export const FIRST_DECISIONS: readonly DemoDecision[] = [
  {
    text: '（示例）逐项倒排智能制造滞后指标的推进时序，按月通报',
    lead: 'steb',
    supporting: ['finance'],
    due: 133,
    about: ['A2', 'A8', 'A10'],
    life: [
      { step: 'receive', by: 'reporter', day: 6 },
      { step: 'notes', by: 'reporter', day: 60, text: '（示例）已倒排到月，通报两期' },
      { step: 'report', by: 'head', day: 120, text: '（示例）各项时序全部落实到户，通报四期' },
      { step: 'verify', by: 'reviewer-second', day: 127 },
      { step: 'close', by: 'reviewer-second', day: 127 },
    ],
  },
];

export const DECISIONS: readonly DemoDecision[] = [
  {
    text: '（示例）补齐机器换工企业台账，逐户核对机器人台数和职工人数',
    lead: 'steb',
    supporting: ['finance'],
    due: -20,
    about: ['A4', 'A2'],
    life: [
      { step: 'receive', by: 'reporter', day: -40 },
      { step: 'notes', by: 'reporter', day: -35, text: '（示例）已完成32户，尚余8户' },
      { step: 'report', by: 'head', day: -24, text: '（示例）40户台账全部建立，名单附后' },
      { step: 'verify', by: 'reviewer-second', day: -22 },
      { step: 'close', by: 'reviewer-second', day: -22 },
    ],
  },
  {
    text: '（示例）组织3家企业申报数字化车间，提出奖补资金安排意见',
    lead: 'steb',
    supporting: ['finance', 'quality'],
    due: -6,
    about: ['A6'],
    measures: ['m05'],
    life: [
      { step: 'receive', by: 'reporter', day: -40 },
      { step: 'receive', by: 'head-quality', day: -40 },
      { step: 'notes', by: 'reporter', day: -12, text: '（示例）2家已申报，1家材料未齐' },
    ],
  },
  {
    text: '（示例）约谈质量竞争力指数下降的重点企业，提出整改清单',
    lead: 'quality',
    supporting: ['steb'],
    due: 4,
    about: ['C1'],
    measures: ['m23'],
    life: [
      { step: 'receive', by: 'reporter-quality', day: -40 },
      { step: 'receive', by: 'head', day: -40 },
      { step: 'notes', by: 'reporter-quality', day: -9, text: '（示例）已约谈5家' },
      {
        step: 'extension',
        by: 'reporter-quality',
        day: -3,
        reason: '（示例）2家企业整改方案需重新论证',
        until: 34,
      },
    ],
  },
  {
    text: '（示例）向市生态环境局对接二氧化硫减排目标值，落实后书面报告',
    lead: 'environment-demo',
    supporting: [],
    due: 15,
    about: ['C4', 'C5'],
    life: [
      { step: 'receive', by: 'reporter-environment', day: -40 },
      { step: 'report', by: 'head-environment', day: -5, text: '（示例）已函报市局，待复函' },
    ],
  },
  {
    text: '（示例）梳理卓越绩效模式导入企业名单，年底前新增2家',
    lead: 'quality',
    supporting: [],
    due: 35,
    about: ['C2'],
    measures: ['m24'],
    life: [{ step: 'receive', by: 'head-quality', day: -40 }],
  },
];
