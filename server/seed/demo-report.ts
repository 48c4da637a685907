import type { ReportSection } from '../../shared/reports.ts';

/** What the demo's reviewer writes into the merged report of a sealed year, and issues. */
export const WRITTEN: Readonly<Partial<Record<ReportSection, string>>> = {
  opening:
    '一年来，全区围绕实施意见确定的目标任务，健全联席会议调度、按季通报、逐项督办的工作机制，各责任单位协同推进，总体进展平稳。（示例文字）',
  results:
    '机器人密度和关键装备数控化率滞后，主要是部分鞋服企业设备更新计划推迟到下一年度实施，并非政策兑现不足。（示例文字）',
  measures:
    '一是抓项目带动，滚动实施示范项目和示范企业；二是抓平台支撑，推动众创空间和公共服务平台补齐短板；三是抓政策兑现，简化申报材料、缩短拨付周期。（示例文字）',
  problems:
    '离散制造企业规模偏小，一次性投入能力不足；检测、设计等服务机构数量少，专业人才引进难。（示例文字）',
  nextSteps:
    '对滞后指标列出企业清单，由科技经济发展局牵头，按月调度设备更新进度；对到期未完成事项提请联席会议研究，明确补救措施和时限。（示例文字）',
  signedOn: '2019-05-06',
  contact: '联系人：示例联系人，电话：0595-00000000',
};

/** What a department begins to write for the year after. */
export const BEGUN: Readonly<Partial<Record<ReportSection, string>>> = {
  problems: '部分企业对数字化改造的投入回报预期不足。（示例文字）',
};
