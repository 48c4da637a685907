import type { AmountForm, QuestionCode, Verdict } from '../../incentives/types.ts';

type Told = Readonly<Record<string, string | number>>;

const verdicts: Record<Verdict, string> = {
  applies: '符合',
  depends: '取决于条文理解',
  notMet: '不符合',
  needsFacts: '待补充情况',
  negotiated: '一事一议',
  noMoney: '非资金扶持',
  outside: '文件未规定',
};

const forms: Record<AmountForm, (amount: string) => string> = {
  exact: (amount) => amount,
  upTo: (amount) => `不超过${amount}`,
  atLeast: (amount) => `不少于${amount}`,
  deduction: (amount) => `税前扣除${amount}`,
};

/** 条文没有写明的地方：如实说明，不代为决定。 */
const questions: Record<QuestionCode, (told: Told) => string> = {
  boundaryStrict: ({ field }) =>
    `${field}正好等于条文所列数：“超过”不含本数，以下两种理解分别计算。`,
  boundaryIncluded: ({ field }) => `${field}正好等于条文所列数：“以上”“达到”含本数，按符合计。`,
  noCap: () => '本档没有写明最高限额。',
  rateScope: () => '比例适用于全部台（套）还是只适用于本档的台（套），条文未写明，两种分别计算。',
  capScope: ({ cap }) => `“最高${cap}”写在下一档，是否也限本档，条文未写明。`,
  capShares: ({ cap }) => `${cap}的限额是否包含省补助，条文未写明。`,
  beyondLastTier: ({ last }) => `购买${last}台（套）以上的，条文没有规定。`,
  cliff: ({ quantity, other, here, there }) =>
    `档次临界：${quantity}台（套）为${here}；同样单价买${other}台（套）为${there}。`,
  discretion: () => '“不超过”“最高”为上限，实际数额由审批部门确定。',
  noUpperBound: () => '只写明下限，没有写明上限。',
  onceOrYearly: () => '一次性还是每年给予，条文未写明。',
  upgrade: () => '先获较低一级、后获较高一级的，是否补足差额，条文未写明。',
  noLimitOfCount: () => '同一企业可得的项（场）数，条文没有写明上限。',
  grantorNotNamed: () => '由哪一级出资，条文未写明。',
  foreignCurrency: ({ unit }) => `条件以${unit}计，条文没有写明折算汇率，这里不折算。`,
  otherLaw: () => '“除法律另有规定外”：是否另有规定，以税务部门解释为准。',
  caseByCase: () => '比较特殊的按“一事一议”办理，数额由文件之外的程序确定。',
};

const assumptions: Record<string, string> = {
  'boundary excluded': '“超过”不含本数',
  'boundary included': '“超过”含本数',
  'otherLaw none': '法律没有另外规定',
  'otherLaw exists': '法律另有规定',
  'rateScope allUnits': '比例适用于全部台（套）',
  'rateScope bandedUnits': '各档比例分段计算',
  'capScope noCap': '限额只限下一档',
  'capScope nextCap': '限额也限本档',
  'capShares ownAlone': '限额只限市区补助',
  'capShares together': '限额包含省补助',
};

const steps: Record<string, (told: Told) => string> = {
  fixed: ({ amount, count, sum }) =>
    Number(count) === 1 ? String(amount) : `${amount} × ${count} = ${sum}`,
  rate: ({ base, percent, sum }) => `${base} × ${percent}% = ${sum}`,
  maxRate: ({ base, percent, sum }) => `不超过 ${base} × ${percent}% = ${sum}`,
  province: ({ base, percent, sum }) => `省补助：${base} × ${percent}% = ${sum}`,
  band: ({ base, units, of, percent, sum }) =>
    `${base} × ${units}/${of} × ${percent}% = ${sum}（按平均单价）`,
  provinceBand: ({ base, units, of, percent, sum }) =>
    `省补助：${base} × ${units}/${of} × ${percent}% = ${sum}（按平均单价）`,
  cap: ({ cap }) => `超过限额，按${cap}`,
  underCap: ({ cap }) => `未超过限额${cap}`,
  ceiling: ({ cap }) => `条文只写明最高${cap}`,
  floor: ({ floor }) => `条文只写明不少于${floor}`,
  added: ({ one, other, sum }) => `市区${one} + 省${other} = ${sum}`,
  perYear: ({ total, years, sum }) => `${total} ÷ ${years}年 = 每年${sum}`,
};

/** 扶持政策：哪些条款适用、金额多少、条文哪里没有写明。 */
export const incentives = {
  verdicts,
  forms,
  questions,
  assumptions,
  steps,
  nothing: '不予扶持',

  short: {
    upTo: (amounts: string) => `≤${amounts}`,
    atLeast: (amount: string) => `≥${amount}`,
    amount: (amounts: string) => amounts,
    per: (what: string) => `/${what}`,
    rate: (percents: string) => `${percents}%`,
    maxRate: (percents: string) => `≤${percents}%`,
    deduction: (percent: string) => `${percent}%税前扣除`,
    province: (percent: string) => `＋省${percent}%`,
    join: '，',
    caseByCase: '一事一议',
    noMoney: '非资金',
  },

  page: {
    title: '政策测算',
    lead: '逐条回答，得出可能适用的条款和金额。条文没有写明的地方如实列出，最终以审批为准。',
    theme: '章节',
    allThemes: '全部章节',
    show: '显示',
    showAll: '全部条款',
    showApplying: '只看适用的',
    clear: '清空回答',
    print: '打印',
    facts: '企业情况',
    factsHint: '几条政策共用的情况只填一次。',
    rules: '各条政策',
    claim: (what: string) => `是否属于：${what}`,
    claimCondition: (what: string, condition: string) => `是否属于：${what}（${condition}）`,
    yes: '是',
    no: '否',
    unsaid: '未回答',
    tier: '等级或类别',
    choose: '请选择',
    quantity: (unit: string) => `${unit}数`,
    base: (what: string) => `${what}（万元）`,
    value: (what: string, unit: string) => (unit === '' ? what : `${what}（${unit}）`),
    place: { in: '条文所列地点', out: '其他地点' },
    other: '其他',
    needs: '还需回答',
    need: {
      claim: '是否属于扶持对象',
      tier: '等级或类别',
      quantity: '数量',
      base: '计算基数',
    },
    amount: '金额',
    how: '怎样算出',
    reading: (number: number) => `理解${number}`,
    open: '条文没有写明',
    condition: '条件',
    met: '符合',
    notMet: '不符合',
    unknown: '未回答',
    clause: '条文',
    clauseOf: (number: number) => `措施${number}`,
    grantor: '出资',
    summary: '测算结果',
    summaryNone: '回答后，适用的条款列在这里。',
    applying: (count: number) => `适用${count}条`,
    total: (from: string, to: string) => (from === to ? `合计${from}` : `合计${from}—${to}`),
    totalNote: '合计不含税收扣除、一事一议和没有上限的条款；不代表可以同时享受。',
    stacking: '同时符合多条时能否重复享受，文件没有写明。',
    notDecision: '本页只按条文计算，不是审批结论。',
    emptyTitle: '方案中没有资金条款',
    emptyBody: '方案文件载入资金条款后，可以在这里测算。',
    badNumber: '请填写不小于0的数，最多精确到分',
    badQuantity: '请填写正整数',
  },
};
