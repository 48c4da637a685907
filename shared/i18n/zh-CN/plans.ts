/** 文件原文中各类条款的称呼；编号在原文之外，由方案文件给出。 */
const numbered = {
  indicator: (code: string) => `指标 ${code}`,
  measure: (code: string) => `举措 ${code}`,
  incentive: (_code: string) => '扶持政策',
  safeguard: (code: string) => `保障措施 ${code}`,
  obligation: (_code: string) => '责任事项',
  body: (_code: string) => '机构',
};

const document = {
  title: '文件原文',
  lead: '以下按原文逐字照录，包括原文自身的错漏。带点线的文字是一项指标的出处，页边标出举措和保障措施，点击可看它对应什么。',
  contents: '条款目录',
  indicators: '指标',
  measures: '举措',
  safeguards: '保障措施',
  themeIndicators: (theme: string) => `${theme} · 指标`,
  themeMeasures: (theme: string) => `${theme} · 举措`,
  numbered,
  named: (label: string, title: string) => `${label}：${title}`,
  highlighted: (names: readonly string[]) => `已标出的原文，${names.join('；')}`,
  unknownClause: '地址中所指的条款在这份文件里找不到，下面是全文。',
  panel: '条款说明与文件信息',
  close: '取消标出',
  openIndicator: (code: string) => `查看指标 ${code}`,
  openSettings: '指标设置',
  tentative: '文件用语为“力争”。',
  departments: (names: string) => `责任单位：${names}`,
  alsoHere: '同一处原文还说到',
  standsIn: '所在条款',
  contains: '其中包括',
  money: (count: number) => `扶持政策（${count}条）`,
  supports: '支撑的指标',
  supportsNone: '文件没有把这项举措与任何指标对应起来。',
  facts: '文件信息',
  documentNumber: '发文字号',
  issueDate: '成文日期',
  notStated: '文件未载明',
  characters: '字数',
  checksumNote: '校验值由全文计算得出，可据此核对存档文本是否逐字一致。',
  legend: '编号（如A1）只在屏幕上显示，不是原文的文字，复制时不会带出。',
};

export const plans = {
  listed: (names: readonly string[]) => names.join('、'),
  document,
};
