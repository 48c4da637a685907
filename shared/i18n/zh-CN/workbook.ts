/** 填报表的列。 */
const columns = {
  code: '编号',
  indicator: '指标',
  unit: '单位',
  lastYear: '上年值',
  plan: '本年计划',
  numerator: '分子',
  denominator: '分母',
  value: '本年值',
  dataStatus: '数据状态',
  source: '来源',
  note: '情况说明',
  absence: '无法提供',
  absenceReason: '无法提供的原因',
  scopeChange: '口径变化说明',
  figureYear: '数据所属年份',
  paper: '补录依据',
  condition: '条件',
  conditionId: '条件代码',
  metOn: '达成日期',
  lostOn: '失去日期',
  documentNumber: '认定文号',
  level: '评定等级',
  ground: '评定依据',
  definition: '口径',
  quote: '条文原文',
  open: '文件未明确之处',
  problem: '问题',
};
export type SheetColumn = keyof typeof columns;

/** 下载的填报表、导出的文件里的文字：只有服务器用到，不进页面。 */
export const workbook = {
  columns,

  /** 下载的填报表。 */
  sheet: {
    fileName: (year: number, department: string) => `${year}年度填报表-${department}`,
    main: (year: number) => `${year}年`,
    more: '里程碑与评级',
    about: '填报说明',
    title: (plan: string, year: number, department: string) =>
      `${plan} · ${year}年度填报表 · ${department}`,
    howTo: '只填浅黄色的格子；灰色的不用填，比率由分子、分母自动算出。填好后保存，回到系统上传。',
    illustrative: '示例数据',
    numeratorIs: (name: string) => `分子：${name}`,
    denominatorIs: (name: string) => `分母：${name}`,
    sharedWith: (code: string) => `与 ${code} 共用，在那一行填写`,
    onOtherSheet: '见“里程碑与评级”',
    missing: '…',
    ratio: (numerator: string, denominator: string, multiplier: number) =>
      multiplier === 1
        ? `${numerator} ÷ ${denominator}`
        : `${numerator} ÷ ${denominator} × ${multiplier}`,
    rules: [
      '系统按编号认行，不按位置。请不要改动编号和表头。',
      '空格子表示没有填，不等于 0。确实没有数据，请选“无法提供”或“不适用”并写明原因。',
      '数字只写数，不写“万”“亿”；百分比写 49，不写 0.49。',
      '日期写成 2018-12-31。',
      '上传后先看对照，再决定接受哪些改动；在此之前系统里的数据不变。',
    ],
    problemAt: (sentence: string) => `标尺：${sentence}`,
  },

  /** 导出的数据文件里的列名。 */
  table: {
    year: '年度',
    theme: '主题',
    department: '责任单位',
    status: '状态',
    corrections: '更正次数',
    conditions: '各项条件',
    absence: '无数据',
    version: '版本',
    action: '操作',
    at: '时间',
    by: '人员',
    reason: '理由',
    list: '名单',
    name: '名称',
    documentNumber: '认定文件',
    recognisedOn: '认定日期',
    quantity: '数量',
    baseline: '基期已有',
    yes: '是',
    mark: '标记',
    illustrative: '示例数据',
    levelIs: '等级',
    met: (name: string, day: string) => `${name} ${day} 达成`,
    lost: (name: string, day: string) => `${name} ${day} 失去`,
    actions: {
      enter: '开始填报',
      change: '修改',
      submit: '提交',
      sign: '签审',
      return: '退回',
      approve: '审核通过',
      seal: '封存',
      correct: '更正',
    },
  },
};
export type WorkbookWords = typeof workbook;
