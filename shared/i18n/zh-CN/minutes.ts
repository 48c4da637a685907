/**
 * 会议纪要的句子。纪要是正式公文，只有中文；界面上的话在 meetings.ts。数字和日期由调用者写好。
 */
export const minutes = {
  masthead: (title: string) => `${title}纪要`,
  number: (number: number) => `（第${number}次）`,
  opening: (facts: {
    readonly when: string;
    readonly place: string;
    readonly chair: string;
    readonly title: string;
    readonly number: number;
  }) => {
    const { when, place, chair, title, number } = facts;
    const held = place === '' ? '' : `在${place}`;
    return chair === ''
      ? `${when}，${held}召开第${number}次${title}。`
      : `${when}，${chair}${held}主持召开第${number}次${title}。`;
  },
  heard: (year: number, decided: number) =>
    `会议听取了${year}年度各项指标进展情况的汇报，分析了存在问题，研究了下一步工作${
      decided === 0 ? '' : `，议定了${decided}项事项`
    }。现纪要如下：`,
  parts: {
    figures: '总体进展情况',
    talks: '研究的问题',
    decisions: '议定事项',
    earlier: '前次会议议定事项办理情况',
  },
  asOf: (year: number, moment: string, sentence: string) =>
    `截至${year}年底，${sentence}（数据截至${moment}）。`,
  concerned: (names: readonly string[]) => `涉及${names.join('、')}。`,
  decided: '会议议定以下事项：',
  noDecisions: '本次会议没有议定事项。',
  duty: (lead: string, supporting: readonly string[], dueOn: string) =>
    `（牵头单位：${lead}${
      supporting.length === 0 ? '' : `；配合单位：${supporting.join('、')}`
    }；完成时限：${dueOn}）`,
  earlier: (total: number, closed: number, open: number, overdue: number) =>
    `前次会议议定事项共${total}项，已办结${closed}项${open === 0 ? '' : `，在办${open}项`}${
      overdue === 0 ? '' : `，其中逾期${overdue}项`
    }。`,
  stop: '。',
  people: { present: '出席：', absent: '请假：', observers: '列席：' },
  person: (office: string, name: string) => `${office}${name}`,
  deputy: (office: string, deputy: string, name: string) => `${office}${deputy}（代${name}）`,
  and: '、',
  draft: '草稿',
  attachments: '附件：',
  annexLabel: '附件',
  annex: '主要指标完成情况表',
  columns: {
    code: '编号',
    name: '指标',
    target: '目标',
    figure: '完成值',
    unit: '单位',
    completion: '完成率（%）',
    planned: '序时（%）',
    status: '状态',
    department: '责任单位',
  },
  source: (moment: string) => `注：数据截至${moment}；“…”表示未报，“—”表示不适用。`,
};
