import { owedWords } from './owed.ts';

/** 通知所催：只有指标、只有措施进展报告、两者都有。 */
export type Missing = 'figures' | 'reports' | 'both';
const WHAT: Record<Missing, string> = {
  figures: '指标数据',
  reports: '措施进展报告',
  both: '指标数据和措施进展报告',
};

/** 填报期、未报与逾期、催报。 */
export const rounds = {
  title: '填报期',
  lead: '每年开启一次：从哪一天起填报，哪一天为止报送。没有填报期的年度按补录办理。',
  caption: '各年度填报期',
  year: '年度',
  state: '状态',
  states: {
    none: '未开启',
    planned: '未到开始日',
    open: '填报中',
    closed: '已关闭',
    sealed: '已封存',
  },
  opensOn: '开始日期',
  dueOn: '截止日期',
  owed: '应报',
  handedIn: '已报',
  submitted: '待签审',
  signed: '待审核',
  returned: '退回待改',
  approved: '已审核',
  completeness: '报送率',
  punctuality: '按时率',
  /** 率以两个数表示，不修约。 */
  share: (done: number, of: number) => `${done}/${of}`,
  nothing: '—',
  unknown: '不公开',
  yearOf: (year: number) => `${year}年度`,
  emptyTitle: '还没有填报期',
  emptyBody: '由管委会审核人开启。开启后，各单位的待办中会出现应报的指标和截止日期。',

  one: {
    title: (year: number) => `${year}年度填报期`,
    days: (opensOn: string, dueOn: string) => `${opensOn}开始，${dueOn}截止（含当日）`,
    left: (days: number) => (days === 0 ? '今天截止' : `还剩${days}天`),
    past: (days: number) => `已过截止日${days}天`,
    closedBy: (name: string, when: string) => `${name}于${when}关闭`,
    sealedBy: (name: string, when: string) => `${name}于${when}封存`,
    back: '全部填报期',
    notFoundTitle: '这一年度没有填报期',
    notFoundBody: '没有填报期的年度按补录办理，填写时注明取自何种书面材料。',
    print: '打印',
  },

  departments: {
    title: '各单位报送情况',
    caption: (year: number) => `${year}年度各单位报送情况`,
    department: '单位',
    total: '合计',
    overdue: '逾期未报',
    callIn: '催报…',
    callInNamed: (department: string) => `催报：${department}`,
    empty: '还没有一项指标有明确的牵头单位，因此无人应报。',
    toCoverage: '查看完整性',
    note: '已报：至少提交过一次，退回后仍算已报；按时：首次提交在截止日（含当日，北京时间）以前。',
  },

  reports: {
    title: '措施进展报告报送情况',
    caption: (year: number) => `${year}年度措施进展报告报送情况`,
    open: '查看进展报告',
  },

  missing: {
    title: '未报与逾期',
    caption: '尚未报送的指标和措施进展报告',
    code: '编号',
    indicator: '指标',
    state: '状态',
    states: {
      notHandedIn: '未报',
      draft: '草稿，未提交',
    },
    due: (days: number) => (days === 0 ? '今天截止' : `剩${days}天`),
    overdue: (days: number) => `逾期${days}天`,
    /** 填报期已关闭，不再计天数。 */
    overdueAtClose: '逾期',
    none: '应报的都已报送。',
    reports: '措施进展报告',
    ownerless: '无人应报的指标',
    ownerlessNote: '没有牵头单位（无责任单位）或牵头待定，由系统管理员指定后才能填报。',
    undecided: '牵头待定',
    noLead: '无责任单位',
  },

  manage: {
    open: '开启填报期',
    openTitle: '开启一个年度的填报期',
    openBody:
      '填报期内，数据须由单位负责人签审后，管委会才能审核；属核实性的提醒须在情况说明中写明原因。',
    noYears: '方案的各年度都已有填报期。',
    days: '修改日期',
    daysTitle: (year: number) => `修改${year}年度填报期的日期`,
    dueHint: '截止日当天仍可报送（北京时间）',
    opened: (year: number) => `${year}年度填报期已开启`,
    moved: '日期已修改',
    close: '关闭填报期',
    closeTitle: (year: number) => `关闭${year}年度填报期`,
    closeBody: '关闭后不能再新填或提交，已退回的仍可修改后重新提交。封存以前可以重新打开。',
    closeMissing: (indicators: number, reports: number) =>
      `还有${owedWords(indicators, reports)}没有报送。`,
    closed: (year: number) => `${year}年度填报期已关闭`,
    reopen: '重新打开',
    chooseYear: '请选择年度',
    withdraw: '撤销填报期…',
    withdrawTitle: (year: number) => `撤销${year}年度填报期`,
    withdrawBody:
      '用于年度开错等情形。撤销后本年度没有填报期，各单位已开始填写的草稿保留，按补录办理。撤销及理由记入审计日志。',
    withdrawReason: '撤销理由',
    withdrawSubmit: '撤销填报期',
    withdrawn: (year: number) => `${year}年度填报期已撤销`,
    reopened: (year: number) => `${year}年度填报期已重新打开`,
  },

  notices: {
    title: '催报通知',
    caption: '已发出的催报通知',
    number: '编号',
    to: '主送单位',
    on: '日期',
    count: '未报项数',
    by: '经办人',
    show: '查看与打印',
    showNamed: (number: string) => `查看与打印 ${number}`,
    none: '还没有发出催报通知。',
    callInTitle: (department: string) => `向${department}发出催报通知`,
    callInBody: (indicators: number, reports: number) =>
      `通知将编号存档，列明该单位未报的${owedWords(indicators, reports)}。打印后送达，系统不发邮件或短信。`,
    issue: '编号并生成通知',
    issued: (number: string) => `已生成${number}`,
    /** 催报〔2018〕1号 */
    numberOf: (year: number, number: number) => `催报〔${year}〕${number}号`,
    notFoundTitle: '没有这份通知',
    notFoundBody: '地址可能有误，或通知不是发给贵单位的。',
  },

  paper: {
    title: (year: number, of: Missing) => `关于报送${year}年度${WHAT[of]}的催报通知`,
    to: (department: string) => `${department}：`,
    opening: (year: number, of: Missing, dueOn: string) =>
      `按照方案关于年底书面报告的要求，${year}年度${WHAT[of]}应于${dueOn}前（含当日）报送。`,
    overdue: (indicators: number, reports: number, days: number) =>
      `截至本通知发出之日，你单位尚有以下${owedWords(indicators, reports)}未报送，已逾期${days}天：`,
    notYet: (indicators: number, reports: number) =>
      `截至本通知发出之日，你单位尚有以下${owedWords(indicators, reports)}未报送：`,
    serial: '序号',
    code: '编号',
    indicator: '指标',
    measure: '措施进展报告',
    measureNumber: '条款',
    closing: '请抓紧填报，经单位负责人签审后报送。',
    closingFigures:
      '请抓紧填报，经单位负责人签审后报送；指标确无数据的，请选择“无法提供”并写明原因。',
    print: '打印',
  },
};
