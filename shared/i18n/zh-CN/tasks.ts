import type { TaskField, TASK_CELL_PROBLEMS } from '../../tasks.ts';

const fields: Record<TaskField, string> = {
  leadDepartmentId: '牵头单位',
  supportingDepartmentIds: '配合单位',
  principalLeader: '主要领导',
  leaderInCharge: '分管领导',
  handler: '经办人',
  task: '年度任务',
  target: '目标值',
  unit: '单位',
  dueOn: '完成时限',
  requirement: '工作要求',
};

const problems: Record<(typeof TASK_CELL_PROBLEMS)[number], string> = {
  unknownCode: '没有这个编号',
  repeatedCode: '这个编号重复出现',
  unknownDepartment: '没有这个单位',
  notANumber: '不是数字',
  notADay: '不是日期，请写成2018-12-31',
  tooLong: '文字过长',
  notYours: '您不能修改这一项',
  formula: '是公式，请改为填写结果',
};

/** 任务分解表：定人员、定任务、定时间、定要求。 */
export const tasks = {
  fields,
  problems,
  heads: [
    '编号',
    '目标任务',
    fields.leadDepartmentId,
    fields.supportingDepartmentIds,
    fields.principalLeader,
    fields.leaderInCharge,
    fields.handler,
    fields.task,
    fields.target,
    fields.unit,
    fields.dueOn,
    fields.requirement,
  ],
  sheet: '任务分解表',
  fill: '黄色单元格可填写；多个配合单位用顿号隔开；完成时限如2018-12-31。编号不要改动。',
  illustrative: '示例数据 · illustrative data',
  measureCode: (number: string) => `措施${number}`,

  page: {
    title: (year: number) => `${year}年度任务分解表`,
    lead: '定人员、定任务、定时间、定要求。牵头单位填写本单位的任务，管委会审核人可以修改全部。',
    caption: (year: number) => `${year}年度任务分解表`,
    code: '编号',
    name: '目标任务',
    show: '显示',
    shows: { all: '全部任务', mine: '我可以填写的', incomplete: '未填全的' },
    save: (count: number) => (count === 0 ? '保存' : `保存（${count}行）`),
    saved: '已保存',
    export: '导出 xlsx',
    import: '上传 xlsx…',
    print: '打印',
    complete: '已填全',
    missing: (list: string) => `缺：${list}`,
    missingSome: (count: number) => `缺${count}项`,
    missingTitle: (rows: number) => `${rows}项任务没有填全`,
    missingNone: '全部任务都已填全。',
    answering: (department: string) => `现由${department}办理`,
    cell: (code: string, field: string) => `${code} ${field}`,
    none: '—',
    emptyTitle: '没有任务',
    emptyBody: '在“显示”中选择全部任务。',
    indicators: '主要指标',
    measures: '实施措施',
    keys: '上下方向键换行；可从电子表格粘贴多行。',
  },

  history: {
    open: (count: number) => `修改记录${count}`,
    openNamed: (code: string, count: number) => `${code} 修改记录${count}`,
    title: (code: string, name: string, year: number) => `${code} ${name}：${year}年度修改记录`,
    by: (name: string, department: string, when: string) =>
      department === '' ? `${name}，${when}` : `${name}（${department}），${when}`,
  },

  compare: {
    title: '与上传的表格比较',
    none: '上传的表格与现有内容相同，没有需要修改的。',
    problems: (count: number) => `${count}处不能采用，请改正后重新上传；没有作任何修改`,
    problem: (cell: string, text: string, what: string) =>
      text === '' ? `${cell}：${what}` : `${cell}「${text}」：${what}`,
    changes: (count: number) => `共${count}处修改，核对后采用`,
    code: '编号',
    field: '项目',
    before: '现有',
    after: '上传的',
    accept: '采用',
  },
};
