import type { ApprovalOutcome } from '../../approvals.ts';
import type { RoundState } from '../../rounds.ts';
import type { ReturnReason } from '../../workflow.ts';

export interface Reason {
  readonly label: string;
  readonly hint: string;
}

const reasons: Record<ReturnReason, Reason> = {
  figureWrong: { label: '数据有误', hint: '与来源不符，或计算有误' },
  scopeMismatch: { label: '口径不符', hint: '统计范围与指标定义或以前年度不一致' },
  evidenceLacking: { label: '佐证不足', hint: '缺少认定文号、名单或佐证材料' },
  explanationLacking: { label: '说明不足', hint: '变动较大，未写明原因' },
  unitWrong: { label: '单位错误', hint: '如元与万元、吨与万吨' },
  other: { label: '其他', hint: '请在下面写明' },
};

const outcomes: Record<ApprovalOutcome, string> = {
  approved: '已审核通过',
  heldBack: '需逐条审核，未批量通过',
  notFound: '已不在待审之列',
  forbidden: '您没有这项权限',
  staleVersion: '刚刚有变动，请重新查看',
  wrongState: '当前状态不能审核',
  signatureNeeded: '单位负责人尚未签审',
  roundNotOpen: '本年度填报尚未开始',
  roundClosed: '本年度填报已经截止',
  roundSealed: '本年度已经封存',
  ownEntry: '是您填报的，须由他人审核',
};

/** 没有填报期的年度不在此列。 */
const closed: Record<Exclude<RoundState, 'none' | 'open'>, (year: number) => string> = {
  planned: (year) => `${year}年度的填报尚未开始。`,
  closed: (year) => `${year}年度的填报已经截止，不能再新填；被退回的数据仍可修改。`,
  sealed: (year) => `${year}年度的数据已经封存，只能申请更正。`,
};

/** 审核台：批量、退回、更正。 */
export const review = {
  counts: (year: number, waiting: number, returned: number, approved: number) =>
    `${year}年度：待审${waiting} · 已退回${returned} · 已通过${approved}`,
  onlyHeld: '只看有提醒的',
  noneHeld: '没有带提醒的数据',
  noneHeldBody: '待办数据都没有需要逐条核实的提醒。取消“只看有提醒的”可查看全部。',
  selectAll: '全选',
  selected: (count: number) => `已选${count}条`,
  approveSelected: (count: number) => `审核通过所选${count}条`,
  select: (code: string, year: number) => `选择${code}（${year}年度）`,
  keys: 'X 选择 · Shift+点击 连选',
  bulkDone: (count: number) => `已审核通过${count}条，计入总览。`,
  bulkNone: '没有数据被审核通过。',
  bulkRest: (count: number) => `以下${count}条没有通过：`,
  bulkLine: (code: string, outcome: string) => `${code}：${outcome}`,
  outcomes,

  planned: '计划',
  unsigned: '待单位签审',
  signed: (name: string) => `${name}已签审`,
  straightBack: '退回后重报',
  findings: (count: number) => `提醒${count}项`,
  note: '有说明',
  evidence: (count: number) => `佐证${count}`,
  returns: (count: number) => `退回过${count}次`,
  held: '需逐条审核',
  figureOf: (year: number) => `${year}年的数`,
  scope: '口径变化',
  paper: '补录',
  corrected: (count: number) => `更正${count}次`,

  detail: {
    findings: '检查提醒',
    returns: '退回记录',
    returnsOfIndicator: (count: number) => `本指标历年共退回${count}次`,
    returned: (name: string, when: string, reason: string) => `${name}，${when}：${reason}`,
    revisions: '修改记录',
    evidence: '佐证材料',
    list: '名单',
    toEntry: '打开填报页',
  },

  reasons,
  reason: (label: string, text: string) => (text === label ? label : `${label}：${text}`),
  returning: {
    reason: '退回原因',
    text: '具体说明',
    textHint: '写明要改什么，填报单位会看到。',
    needed: '请写明退回的具体原因。',
    choose: '请选择退回原因。',
  },

  paperField: '补录依据',
  paperHint: '本年没有填报期，请写明数据取自哪份材料，如《2016年工作总结》第3页。',
  figureYear: '数据所属年份',
  figureYearHint: '公布较晚的指标，可暂用以前年份的数，须写明来源。',
  ownYear: (year: number) => `${year}年（本年）`,
  otherYear: (year: number) => `${year}年`,
  closed,

  corrections: {
    title: '更正申请',
    count: (count: number) => `待审批${count}件`,
    history: '更正记录',
    ask: '申请更正',
    askTitle: (code: string, year: number) => `申请更正 ${code}，${year}年度`,
    askBody:
      '填写正确的数据和更正理由，提交后可附佐证材料。经管委会另一位审核人批准后，新数与原数一并留存。',
    reason: '更正理由',
    reasonHint: '写明原数错在哪里、新数依据什么。',
    submit: '提交申请',
    asked: (code: string) => `${code} 的更正申请已提交，等待审批。`,
    open: '这条数据有一件更正申请正在审批。',
    item: (code: string, name: string, year: number) => `${code} ${name}，${year}年度`,
    by: (name: string, when: string) => `${name}，${when}申请`,
    why: (reason: string) => `理由：${reason}`,
    changes: '更正内容',
    field: '项目',
    before: '原内容',
    after: '更正为',
    approve: '批准更正',
    refuse: '不予更正…',
    refuseSubmit: '不予更正',
    withdraw: '撤回申请',
    refuseTitle: (code: string) => `不予更正 ${code}`,
    refuseReason: '不予更正的理由',
    done: {
      approve: '已批准更正，新内容已生效',
      refuse: '已不予更正',
      withdraw: '申请已撤回',
    },
    statuses: {
      requested: '待审批',
      approved: '已批准',
      refused: '不予更正',
      withdrawn: '已撤回',
    },
    decided: (status: string, name: string, when: string) => `${status}（${name}，${when}）`,
    outdated: '申请之后原内容又有变动，不能再按此更正，请撤回后重新申请。',
    notYours: '您封存、填报或申请过这一项，须由另一位审核人审批。',
    statusChange: '状态',
    files: '更正依据（佐证材料）',
    list: {
      change: '修改名单…',
      changeNamed: (name: string) => `修改名单：${name}`,
      follows: '本数由名单计数，请修改名单，数值随之而定。',
      /** 名单“示范项目”计数：2个 → 3个 */
      counted: (name: string, before: string, after: string) =>
        `名单“${name}”计数：${before} → ${after}`,
      first: (name: string, after: string) => `新建名单“${name}”，计数：${after}`,
      added: (count: number) => `新增${count}条`,
      removed: (count: number) => `移出${count}条`,
      changed: (count: number) => `修改${count}条`,
      same: '名单没有变化。',
      baseline: '基期已有',
      more: (count: number) => `还有${count}条`,
    },
  },
};
