import type { Block, Paper } from '../../shared/paper.ts';

const SENTENCE =
  '截至2018年底，规上制造企业实现自动化、数字化制造的比例为49.0%，完成2020年目标的60.7%，超序时进度0.7个百分点。';

const BLOCKS: Block[] = [
  { kind: 'contents', title: '目　录', depth: 2 },
  { kind: 'pageBreak' },
  { kind: 'title', lines: ['科技经济发展局', '关于2018年度推动发展智能制造工作进展情况的报告'] },
  { kind: 'addressee', text: '管委会：' },
  { kind: 'paragraph', text: '现将2018年度工作进展情况报告如下：' },
  { kind: 'heading', level: 1, text: '一、目标任务完成情况' },
  { kind: 'heading', level: 2, text: '（一）智能制造方面' },
  { kind: 'heading', level: 3, text: '1. 自动化、数字化制造' },
  ...Array.from({ length: 12 }, (): Block => ({ kind: 'paragraph', text: SENTENCE })),
  {
    kind: 'chart',
    caption: '图1　每万名产业工人机器人使用量',
    type: 'line',
    categories: ['2015年', '2016年', '2017年', '2018年'],
    series: [
      { name: '实际', role: 'actual', values: [30, 41, null, 61] },
      { name: '目标', role: 'target', values: [100, 100, 100, 100] },
    ],
    numberFormat: '0',
    unit: '台/万人',
    description: '折线图：2015年30台，2016年41台，2018年61台；目标100台。',
  },
  { kind: 'heading', level: 1, text: '二、主要措施及成效' },
  {
    kind: 'paragraph',
    text: [
      { text: '资金。', strong: true },
      { text: '兑现 < & >' },
      { text: '（财政局）', aside: true },
    ],
  },
  { kind: 'attachments', label: '附件：', items: ['主要指标完成情况表', '佐证材料清单'] },
  { kind: 'signature', department: '科技经济发展局', date: '2019年1月15日' },
  { kind: 'note', text: '联系人：张三' },
];

/** Every kind of block that a report has. */
export const SAMPLE_PAPER: Paper = {
  layout: 'official',
  fonts: 'gb2312',
  draft: null,
  mark: null,
  properties: {
    title: '关于2018年度工作进展情况的报告',
    author: '科技经济发展局',
    date: '2019-01-15T00:00:00.000Z',
    custom: { SealedPackageSHA256: 'ab'.repeat(32) },
  },
  sections: [
    { blocks: BLOCKS },
    {
      landscape: true,
      blocks: [
        { kind: 'annex', label: '附件1', title: '主要指标完成情况表' },
        {
          kind: 'table',
          caption: '表1　主要指标',
          unit: '单位：万元',
          columns: [
            { head: '序号', width: 15, align: 'center' },
            { head: '指标', width: 140 },
            { head: '完成值', width: 70, align: 'right' },
          ],
          rows: ['智能制造', ['1', '机器人', '61'], ['2', '数控化率', '—']],
          notes: ['注：—为不适用。'],
        },
      ],
    },
  ],
};
