import { owedWords } from './owed.ts';

/** 我的待办：每一项说什么、为什么、到哪里办。 */
export const todo = {
  title: '我的待办',
  lead: (count: number) => `共${count}项`,
  caption: '现在要办的事项',
  what: '事项',
  about: '说明',
  due: '期限',
  work: '操作',
  count: (count: number) => `${count}项待办`,
  left: (days: number) => (days === 0 ? '今天截止' : `还剩${days}天`),
  overdue: (days: number) => `逾期${days}天`,
  dueOn: (day: string) => day,
  ofPlan: (plan: string) => `（${plan}）`,
  list: (parts: readonly string[]) => parts.join('、'),

  items: {
    mend: {
      what: (year: number, code: string, name: string) => `${year}年度 ${code} ${name}：已退回`,
      about: (by: string, when: string, reason: string) => `${by}于${when}退回：${reason}`,
      go: '修改',
    },
    handIn: {
      what: (year: number, left: number, owed: number) =>
        `${year}年度：应报${owed}项，还有${left}项未报`,
      drafts: (count: number) => `其中${count}项已存草稿，尚未提交`,
      go: '去填报',
    },
    mendReport: {
      what: (year: number, number: number, title: string) =>
        `${year}年度 措施${number} ${title}：进展报告已退回`,
      go: '修改',
    },
    handInReports: {
      what: (year: number, left: number, owed: number) =>
        `${year}年度：应报${owed}份措施进展报告，还有${left}份未报`,
      go: '去填报',
    },
    signReports: {
      what: (year: number, count: number) => `${year}年度：${count}份措施进展报告待签审`,
      about: '签审后由管委会审核',
      go: '去签审',
    },
    reviewReports: {
      what: (year: number, count: number) => `${year}年度：${count}份措施进展报告待审核`,
      about: '审核通过后列入措施页面和年度报告',
      go: '去审核',
    },
    paperDrafts: {
      what: (year: number, count: number) => `${year}年度补录：${count}项草稿未提交`,
      about: '这一年度没有填报期，按补录办理',
      go: '去填报',
    },
    correctionRefused: {
      what: (year: number, code: string, name: string) =>
        `${year}年度 ${code} ${name}：更正申请未获同意`,
      about: (by: string, when: string, reason: string) => `${by}，${when}：${reason}`,
      unsaid: '未写明原因',
      go: '查看',
    },
    reportCorrectionRefused: {
      what: (year: number, number: number, title: string) =>
        `${year}年度 措施${number} ${title}：进展报告的更正申请未获同意`,
      go: '查看',
    },
    sign: {
      what: (year: number, count: number) => `${year}年度：${count}项数据待签审`,
      about: '签审后由管委会审核',
      go: '去签审',
    },
    review: {
      what: (year: number, count: number) => `${year}年度：${count}项数据待审核`,
      about: '审核通过后计入总览',
      go: '去审核',
    },
    decideCorrections: {
      what: (year: number, count: number) => `${year}年度：${count}项更正申请待审批`,
      about: '同意后，新值与旧值并列保存',
      go: '去审批',
    },
    callIn: {
      what: (year: number, departments: number, indicators: number, reports: number) =>
        `${year}年度：${departments}个单位逾期未报${owedWords(indicators, reports)}，待催报`,
      about: '生成编号的催报通知，打印送达',
      go: '去催报',
    },
    closeRound: {
      what: (year: number) => `${year}年度填报期待关闭`,
      past: (left: number, reports: number) => `已过截止日，还有${owedWords(left, reports)}未报`,
      complete: '应报的都已报送',
      go: '去办理',
    },
    sealRound: {
      what: (year: number) => `${year}年度填报期待封存`,
      about: (approved: number, left: number) =>
        left === 0 ? `${approved}项全部审核通过` : `${approved}项审核通过，${left}项始终未报`,
      go: '去办理',
    },
    issueReport: {
      what: (year: number) => `${year}年度报告待印发`,
      about: '年度数据已封存，可以编写并印发报告',
      go: '去办理',
    },
    nameLeads: {
      what: (count: number) => `${count}项指标没有明确的牵头单位`,
      about: '没有牵头单位，就没有人能填报',
      go: '去指定',
    },
    enterBaselines: {
      what: (count: number) => `${count}项指标没有基期值`,
      about: '没有基期值，不能计算完成率和序时进度',
      go: '去补充',
    },
    assignTargets: {
      what: (count: number) => `${count}项指标的目标值待下达`,
      about: '下达后录入，并注明依据',
      go: '去录入',
    },
    addReporters: {
      what: (year: number, count: number) => `${year}年度：${count}个应报单位没有填报人账号`,
      go: '去设置',
    },
    addHeads: {
      what: (year: number, count: number) => `${year}年度：${count}个应报单位没有单位负责人账号`,
      go: '去设置',
    },
    lockedAccounts: {
      what: (count: number) => `${count}个账号因多次输错密码被锁定`,
      about: '核实本人后解锁，或等待自动解锁',
      go: '去查看',
    },
    mendAction: {
      what: (number: string, text: string) => `${number}：退回续办 ${text}`,
      about: (reason: string) => reason,
      go: '续办',
    },
    receiveAction: {
      what: (number: string, text: string) => `${number}：待签收 ${text}`,
      about: '会议议定，交你单位办理',
      go: '去签收',
    },
    carryOut: {
      what: (number: string, text: string) => `${number}：待办结 ${text}`,
      about: '办结后报告情况；确需延期的，到期前申请',
      go: '去办理',
    },
    decideExtension: {
      what: (number: string, text: string) => `${number}：延期申请待答复 ${text}`,
      about: (day: string, reason: string) => `申请延至${day}：${reason}`,
      go: '去答复',
    },
    verifyAction: {
      what: (number: string, text: string) => `${number}：报办结待核实 ${text}`,
      about: '核实后销号，或退回续办',
      go: '去核实',
    },
    closeAction: {
      what: (number: string, text: string) => `${number}：已核实待销号 ${text}`,
      about: '销号后不再列入督办',
      go: '去销号',
    },
    writeMinutes: {
      what: (meeting: string) => `${meeting}：会议纪要待起草、送签`,
      about: (day: string) => `${day}召开`,
      go: '去办理',
    },
    closeMeeting: {
      what: (meeting: string) => `${meeting}：纪要已签发，待归档`,
      about: (day: string) => `${day}召开`,
      go: '去归档',
    },
    confirmMinutes: {
      what: (meeting: string) => `${meeting}：会议纪要待签发`,
      about: (day: string) => `${day}召开`,
      go: '去签发',
    },
    approveSheet: {
      what: (number: number) => `验收考核评分表（第${number}版）待领导小组审定`,
      about: '审定后此版不再改动',
      go: '去审定',
    },
    assessSelf: {
      what: (year: number, count: number) => `${year}年验收考核：${count}项待自评`,
      about: (unmarked: number) =>
        unmarked === 0 ? '填写后送本单位负责人签报' : `其中${unmarked}项须自评打分`,
      returned: (reason: string) => `已退回：${reason}`,
      go: '去自评',
    },
    signSelf: {
      what: (year: number) => `${year}年验收考核：本单位自评待签报`,
      about: '签报后由考核组核验',
      go: '去签报',
    },
    verifyItems: {
      what: (year: number, count: number) => `${year}年验收考核：${count}项待核验`,
      about: '与自评或计算得分不一致的，写明理由',
      go: '去核验',
    },
    answerDisputes: {
      what: (year: number, count: number) => `${year}年验收考核：${count}项异议待答复`,
      about: '维持或调整，均写明理由',
      go: '去答复',
    },
    leadAcceptance: {
      what: {
        beginVerification: (year: number) => `${year}年验收考核：自评已全部报送，待转入核验`,
        announce: (year: number) => `${year}年验收考核：已全部核验，待公布核验结果`,
        present: (year: number) => `${year}年验收考核：没有未答复的异议，可送领导小组审定`,
      },
      about: '由考核组办理',
      go: '去办理',
    },
    concludeAcceptance: {
      what: (year: number) => `${year}年验收考核结果待审定`,
      about: '审定后不再改动',
      go: '去审定',
    },
  },

  emptyTitle: '目前没有待办事项',
  emptyBody: '有新的事项时会列在这里，并在导航栏显示项数。',
  noDutiesTitle: '您的角色没有待办事项',
  noDutiesBody: '填报、签审、审核和系统维护由其他角色办理。您可以随时查看总览和各项指标。',
  toOverview: '查看总览',
};
