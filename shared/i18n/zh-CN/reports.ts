import type { FontScheme } from '../../paper.ts';
import type { Language } from '../languages.ts';
import type { CheckCode, ReportSection } from '../../reports.ts';

const sections: Record<ReportSection, string> = {
  opening: '开头部分的补充',
  results: '目标任务完成情况的说明',
  measures: '主要措施及成效',
  problems: '存在的主要问题',
  nextSteps: '下一步工作打算',
  addressee: '主送',
  signatory: '落款单位',
  signedOn: '成文日期',
  contact: '附注（联系人、电话）',
};

const prompts: Partial<Record<ReportSection, string>> = {
  opening: '一年来的总体做法，二三句即可。数据和“现将……报告如下”由系统写好。',
  results: '对完成情况作必要的解释：为什么超额、为什么滞后，哪些是一次性因素。',
  measures: '抓了哪几件事、怎么抓的、受益企业有哪些。各项措施的进展和资金由系统列在后面。',
  problems: '滞后和未完成的指标由系统列出；这里写原因，讲具体、讲关键。',
  nextSteps: '针对上面的问题，写明做什么、谁来做、何时完成。',
  addressee: '不填为默认。',
  signatory: '不填为默认。',
  contact: '例：联系人：张三，电话：0595-00000000',
};

const fonts: Record<FontScheme, string> = {
  gb2312: '国标常用（方正小标宋简体、仿宋_GB2312）',
  windows: 'Windows 自带（宋体、仿宋、楷体、黑体）',
  xinchuang: '信创（方正 GBK 系列）',
};

const checks: Record<CheckCode, string> = {
  unsealed: '年度数据尚未封存：只能出草稿',
  notReported: '未报送',
  undecided: '已报送，尚未审结',
  returned: '已退回，尚未重报',
  unexplained: '滞后或未完成，未说明原因',
  noLead: '无责任单位或牵头待定',
  measureNotReported: '措施进展未报送或未审核',
};

/** 年度报告：清单、编辑、预览、印发。 */
export const reports = {
  title: '年度报告',
  lead: '数据、表格和标准语句由系统按已审核的数据写成；文字由各单位编写。',
  zone: '全区汇总报告',
  write: '编写报告',
  year: '年度',
  scope: '报告',
  open: '打开',
  issuedTitle: '已印发的报告',
  issuedCaption: '已印发的报告，按年度排列',
  none: '还没有印发过报告。封存年度数据后，汇总报告由管委会审核人印发，单位报告由单位负责人印发。',
  columns: {
    year: '年度',
    name: '报告',
    issued: '印发',
    notices: '印发后更正',
    files: '下载',
  },
  issuedBy: (name: string, on: string) => `${name}，${on}`,
  notice: (name: string, on: string) => `${name}（${on}更正）`,
  measureNotice: (number: number, said: string) => `措施${number} ${said}`,
  noNotice: '无',
  noticeHint: '报告保持印发时的原样；更正见指标页和措施进展报告。',
  docx: 'Word 文档',
  xlsx: '附表（Excel）',

  one: {
    title: (year: number, scope: string) => `${year}年度报告 · ${scope}`,
    back: '全部报告',
    download: '下载草稿（Word）',
    annex: '下载附表（Excel）',
    print: '打印或存为 PDF',
    language: '报告语言',
    languageNames: { 'zh-CN': '中文', en: '英文' } satisfies Record<Language, string>,
    english: '下载英文版（Word）',
    fonts: '字体方案',
    fontNames: fonts,
    making: '正在生成…',
    issue: '印发…',
    issueTitle: '印发报告',
    issueBody:
      '印发后文字不能再改。文件由封存的数据包生成，永久保存；此后数据如有更正，报告保持原样，只加注说明。',
    issueOpen: (count: number) => `检查清单上还有${count}项，确认仍要印发吗？`,
    confirm: '确认印发',
    cancel: '取消',
    done: '报告已印发',
    issuedAt: (name: string, on: string) => `已由${name}于${on}印发，文字不能再改。`,
    unsealed: '年度数据尚未封存，现在只能出草稿。',
    notFound: '没有这份报告',
    notFoundBody: '单位或年度不存在。',
  },
  check: {
    title: '检查清单',
    clean: '没有未了事项。',
    names: checks,
    count: (count: number) => `${count}项`,
    item: (code: string, name: string) => `${code} ${name}`,
  },
  editor: {
    title: '文字',
    sections,
    prompts,
    saved: (at: string) => `已保存 ${at}`,
    saving: '正在保存…',
    unsaved: '尚未保存',
    untouched: '输入后自动保存',
    failed: '没有保存成功，文字还在框里；稍后会再试。',
    clash: (by: string) => `${by}同时改了这一段。您的文字还在框里。`,
    theirs: '对方的文字',
    keepMine: '保留我的',
    takeTheirs: '采用对方的',
    asideTitle: '落款和附注',
  },
  comments: {
    title: '批注',
    none: '没有批注。',
    section: '对哪一部分',
    text: '批注内容',
    add: '添加批注',
    by: (name: string, at: string) => `${name}，${at}`,
    settle: '办结',
    settled: (name: string) => `已由${name}办结`,
  },
  versions: {
    title: '修改记录',
    none: '还没有写过文字。',
    option: (version: number, by: string, at: string) => `第${version}版 ${by} ${at}`,
    from: '从',
    to: '到',
    same: '两版文字相同。',
    added: '增加',
    removed: '删去',
    compare: '与上一稿相比',
  },
  paper: {
    label: '报告预览',
    page: '第',
    chartData: (caption: string) => `${caption}的数据`,
  },
};
