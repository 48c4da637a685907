import type { CellProblem, Export, ExportFormat, ImportField } from '../../exchange.ts';

const cellProblems: Record<CellProblem, string> = {
  formula: '这里是公式，系统不计算公式。请复制后用“粘贴为数值”填入。',
  otherWord: '不是可选的内容，请从下拉列表中选择。',
  notADay: '不是日期，请写成 2018-12-31 的样子。',
  notAYear: '不是年份，请写成 2017 的样子。',
  reasonMissing: '选了“无法提供”或“不适用”，请写明原因。',
  locked: '这项数据已提交、已审核，或现在不能填报，没有读取这一行的改动。',
  twice: '同一编号在表中出现了两次，只读取了第一次出现的一行。',
};

const fields: Record<ImportField, string> = {
  numerator: '分子',
  denominator: '分母',
  value: '本年值',
  level: '评定等级',
  ground: '评定依据',
  conditions: '各项条件',
  absence: '无法提供',
  dataStatus: '数据状态',
  source: '来源',
  note: '情况说明',
  scopeChange: '口径变化说明',
  figureYear: '数据所属年份',
  paper: '补录依据',
};

const what: Record<Export, string> = {
  readings: '年度数据',
  history: '数据的历次版本',
  lists: '名单',
  measures: '措施进展报告（含未报）',
};

const formats: Record<ExportFormat, string> = {
  xlsx: 'Excel / WPS 表格（.xlsx）',
  csv: 'CSV 文本（.csv）',
  json: 'JSON（供程序读取）',
};

/** 用表格填报，以及数据的导出。 */
export const exchange = {
  cellProblems,
  fields,

  /** 页面。 */
  page: {
    title: (year: number) => `用表格填报${year}年度数据`,
    open: '用 Excel / WPS 填报',
    back: '返回填报页面',
    download: '下载填报表',
    downloadHint: '表中带有系统里现在的数据，可用 Excel、WPS 或 LibreOffice 离线填写。',
    upload: '上传填好的表',
    uploadHint: '只收 .xlsx，不超过 2 MB。上传后先看对照，接受以前不改动任何数据。',
    choose: '选择文件',
    chooseOther: '换一个文件',
    reading: (name: string) => `正在读取 ${name}`,
    sent: (percent: number) => `已上传 ${percent}%`,
    comparing: '正在核对…',
    nothing: '没有改动',
    nothingBody: '这张表与系统里的数据完全一致，不需要接受任何内容。',
    onlyBad: '没有可以接受的改动',
    summary: (changes: number, rows: number) => `${rows}项指标，共${changes}处改动`,
    conflicts: (count: number) => `其中${count}处在您下载之后已有人在系统里改过，请逐一选择`,
    bad: (count: number) => `${count}个格子无法读取或不能接受`,
    badCaption: '无法读取的格子',
    where: '位置',
    typed: '表中所填',
    why: '原因',
    annotated: '下载标注了问题的表',
    unknown: (codes: string) => `表中有本单位没有的编号，未读取：${codes}`,
    ignored: (columns: string) => `不认识的列，未读取：${columns}`,
    madeAt: (moment: string) => `填报表下载于${moment}`,
    caption: '对照：系统里现在的数据与表中的数据',
    code: '编号',
    indicator: '指标',
    field: '项目',
    before: '系统里现在',
    after: '表中',
    take: '接受',
    takeThis: (code: string, field: string) => `接受 ${code} 的${field}`,
    takeAll: '全选',
    takeNone: '全不选',
    conflict: '有冲突',
    conflictHint: '您下载之后，有人在系统里改成了现在的数。选中表示用表中的数替换。',
    begins: '新填报',
    blank: '空',
    accept: (count: number) => `接受选中的${count}处`,
    accepting: '正在保存…',
    accepted: (count: number) => `已保存为草稿：${count}项指标。`,
    acceptedNothing: '系统里的数据与所选内容一致，没有需要保存的。',
    stale: '核对之后又有人改过其中的数据，这次没有保存任何内容。请重新对照，看现在的数据。',
    again: '重新对照',
    noneChosen: '还没有选中任何改动。',
    blocked: '不能接受，请改正后重新上传',
    otherPlan: '这是另一个方案的填报表。',
    otherYear: (found: string, wanted: string) => `这是${found}年度的填报表，本页是${wanted}年度。`,
    otherDepartment: '这是其他单位的填报表。',
  },

  /** 导出窗口。 */
  save: {
    open: '导出数据',
    title: '导出数据',
    what: '内容',
    whats: what,
    format: '格式',
    formats,
    years: '年度',
    everyYear: '全部年度',
    hint: '只导出您有权查看的数据，不含佐证材料。每次导出都会记入审计日志。',
    go: '导出',
    working: '正在导出…',
    cancel: '取消',
    done: '已导出，请在浏览器的下载中查看。',
  },
};
