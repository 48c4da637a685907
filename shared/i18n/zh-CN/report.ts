import type { ReportWords } from '../../reports/words.ts';
import { statuses } from './statuses.ts';

const NUMERALS = '一二三四五六七八九十';

/** 一至九十九。 */
function numeralOf(number: number): string {
  const ones = NUMERALS[(number % 10) - 1] ?? '';
  if (number <= 10) return NUMERALS[number - 1] ?? String(number);
  const tens = Math.floor(number / 10);
  return `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${ones}`;
}

const dayOf = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const SIGNS = {
  exceeded: '✓',
  achieved: '✓',
  onTrack: '●',
  behind: '▲',
  farBehind: '◆',
  missed: '✕',
  inProgress: '○',
  noData: '…',
  targetPending: '□',
} as const;

/** 年度报告的全部句子：数字由调用者按指标的单位和小数位写好。 */
export const report: ReportWords = {
  clauses: {
    figure: ({ value, decimals }, say) => `为${say.figure(value, decimals ?? undefined)}`,
    reduced: ({ pct }, say) =>
      pct < 0
        ? `比基期上升${say.percent(-pct)}`
        : pct === 0
          ? '与基期持平'
          : `比基期累计下降${say.percent(pct)}`,
    level: ({ level }, say) => `评价为“${say.level(level)}”`,
    conditions: ({ held, total }, say) =>
      held.length === 0
        ? total === 1
          ? '条件尚未成立'
          : `${total}项条件均未成立`
        : held.length === total
          ? `${total === 1 ? '' : '各项'}条件（${held.map((id) => say.condition(id)).join('、')}）${total === 1 ? '已' : '均已'}成立`
          : `${total}项条件中${held.length}项成立（${held.map((id) => say.condition(id)).join('、')}）`,
    completion: ({ deadline, share, decimals }, say) =>
      `完成${deadline}年目标的${say.share(share, decimals)}`,
    attainment: ({ share, decimals }, say) => `达到目标值的${say.share(share, decimals)}`,
    gap: ({ points }, say) =>
      points === 0
        ? '与序时进度持平'
        : `${points > 0 ? '超' : '落后'}序时进度${say.pp(Math.abs(points))}`,
    kept: ({ holds }) => (holds ? '保持在目标水平' : '低于应保持的目标水平'),
    movingAway: ({ baselineYear }) => `比${baselineYear}年基期离目标更远`,
    levelDue: ({ level, reached }, say) =>
      reached ? '达到本年应达的等级' : `本年应达“${say.level(level)}”`,
    pace: ({ status }) =>
      status === 'onTrack' ? '达到序时进度要求' : status === 'behind' ? '进度滞后' : '进度严重滞后',
    met: ({ how, exceeded, deadline }) =>
      how === 'awaitingFinal'
        ? `已达到${deadline}年目标，待${deadline}年数据核定`
        : `${how === 'early' ? '提前' : ''}${exceeded ? '超额' : ''}完成${deadline}年目标`,
    notSustained: () => '此后未能保持',
    missed: ({ deadline }) => `未完成${deadline}年底的目标`,
    achievedLate: () => '期限过后方才达到（逾期完成）',
    pending: ({ passed }) =>
      passed ? '目标至期限仍未下达，无法评价' : '目标待上级下达，暂不评价进度',
    unjudged: ({ reason }) =>
      ({
        noReadings: '尚无数据，不作评价',
        stale: '数据过旧，不作评价',
        deadlineReadingMissing: '期末年数据尚缺，不作评价',
        noBaseline: '缺少基期值，不判定进度',
        zeroBaseline: '基期值为0，不判定进度',
        invalidBaseline: '基期值无效，不判定进度',
        baselineYear: '基期年度，不判定进度',
        nothingDueYet: '本年尚无应完成的任务',
        noNodePlan: '未定节点计划，正在推进',
        seriesBreak: '统计口径变化，前后不可比',
      })[reason],
    absent: ({ absence }) => (absence === 'notApplicable' ? '本年不适用' : '本年数据无法提供'),
    nothing: ({ reason }) =>
      reason === 'deadlineReadingMissing' ? '期末年数据尚未报送' : '尚未报送数据',
  },
  sentence: (clauses, { year, newest, dataStatus, corrected }) => {
    const remarks = [
      newest ? '最新数据' : '',
      dataStatus === null ? '' : `${statuses.dataStatuses[dataStatus]}数`,
      corrected ? '经更正' : '',
    ].filter((remark) => remark !== '');
    const [first = '', ...rest] = clauses;
    const known =
      year === null ? first : `截至${year}年底${first.startsWith('为') ? '' : '，'}${first}`;
    const said = remarks.length === 0 ? known : `${known}（${remarks.join('，')}）`;
    return `${[said, ...rest].join('，')}。`;
  },
  listed: (names) => names.join('、'),
  heading: (path, text) => {
    const number = path.at(-1) ?? 1;
    if (path.length === 1) return `${numeralOf(number)}、${text}`;
    return path.length === 2 ? `（${numeralOf(number)}）${text}` : `${number}. ${text}`;
  },
  label: (position, name) => `${position}. ${name}。`,

  title: ({ department, year, programme }) =>
    `${department ?? ''}关于${year}年度${programme}工作进展情况的报告`,
  committee: '管委会',
  addressee: { department: '管委会', zone: '领导小组' },
  salutation: (addressee) => `${addressee}：`,
  contents: '目　录',
  opening: (document, year) => `根据《${document}》要求，现将${year}年度工作进展情况报告如下：`,
  overview: (headline, year) => `截至${year}年底，${headline}。`,
  parts: {
    targets: '目标任务完成情况',
    theme: (name) => `${name}方面`,
    measures: '主要措施及成效',
    problems: '存在的主要问题',
    nextSteps: '下一步工作打算',
  },
  closing: '特此报告。',
  attachments: '附件：',
  annex: (position) => `附件${position}`,
  annexes: {
    indicators: '主要指标完成情况表',
    measures: '措施落实情况表',
    evidence: '佐证材料清单',
    charts: '主要指标进度图',
  },
  tableCaption: (position, text) => `表${position}　${text}`,
  chartCaption: (position, text) => `图${position}　${text}`,
  spread: { caption: '各专项行动指标完成情况', theme: '专项行动', status: '状态', total: '合计' },
  columns: {
    number: '序号',
    code: '编号',
    name: '指标名称',
    target: '目标',
    baseline: '基期值',
    figure: '完成值',
    unit: '单位',
    completion: '完成率（%）',
    planned: '序时进度（%）',
    gap: '偏差（百分点）',
    status: '状态',
    department: '责任单位',
    remarks: '备注',
    title: '措施',
    state: '进展',
    paid: '兑现资金（万元）',
    done: '落实情况',
    results: '取得成果',
    indicator: '指标',
    file: '材料名称',
    sha256: '校验值（SHA-256前16位）',
  },
  asOf: (year) => `数据截至${year}年底`,
  money: '单位：万元',
  notes: {
    indicators: [
      '注：完成率为自基期至目标的路程已完成的比例；“—”为不适用，“…”为尚无数据，均不等于零。',
      '数据来源：各责任单位填报并经管委会审核的年度数据。',
    ],
    measures: ['注：“…”为尚未报送；资金为当年实际兑现数，“—”为未填报。'],
    evidence: '注：材料原件存于系统，校验值可核对材料是否被改动。',
    charts: '注：缺数年份留空，不作推算；没有数据的指标不列图。',
  },
  status: (status) => `${SIGNS[status]} ${statuses.names[status]}`,
  statusName: (status) => statuses.names[status],
  target: {
    pending: '待下达',
    by: (year, text) => `${year}年底${text}`,
    reduction: (percent) => `下降≥${percent}%`,
    notAboveBaseline: '不高于基期',
    better: { up: '高于基期', down: '低于基期' },
    allOf: (count) => `${count}项条件成立`,
  },
  none: '—',
  remarks: {
    tentative: '力争',
    corrected: '经更正',
    ofYear: (year) => `${year}年数据`,
    late: '逾期完成',
  },
  lead: { none: '无责任单位', undecided: '牵头待定' },
  measure: {
    by: (departments) => `（责任单位：${departments}）`,
    notReported: (titles, year) =>
      `以下${titles.length}项措施${year}年度尚未报送进展情况：${titles.join('、')}。`,
    states: { notStarted: '未启动', inProgress: '推进中', mostlyDone: '基本完成', done: '完成' },
    paid: (amount) => `兑现资金${amount}万元。`,
    paidInAll: (year, amount) => `${year}年共兑现扶持资金${amount}万元。`,
    result: (name, amount, unit) => `${name}${amount}${unit}`,
    results: (results) => `取得成果：${results.join('，')}。`,
    said: (department, text) => `${department}：${text}`,
  },
  problem: (status, names) => `${statuses.names[status]}${names.length}项：${names.join('、')}。`,
  noIndicators: '本单位没有牵头的指标。',
  noProblem: (year) => `截至${year}年底，没有滞后或者到期未完成的指标。`,
  unreported: (names, year) => `${year}年度尚无数据${names.length}项：${names.join('、')}。`,
  nothingWritten: '（此处待填写。）',
  figures: {
    actual: '实际',
    plan: '序时',
    target: '目标',
    year: (year) => `${year}年`,
    conditionsHeld: '成立条件数',
    level: '评价等级',
    describe: (name, points, target) =>
      `折线图，${name}：${points.join('，')}${target === '' ? '' : `；目标${target}`}。`,
    point: (year, figure) => `${year}年${figure}`,
  },
  date: dayOf,
  dateOpen: '　　年　月　日',
  contact: (contact) => contact,
  draft: '草稿',
  illustrative: '示例数据',
  proof: ({ sealedOn, sha256 }) =>
    `本报告的数据取自${dayOf(sealedOn)}封存的年度数据包，校验值（SHA-256）：${sha256}`,
  unsealed: (year) => `${year}年度数据尚未封存，本稿中的数据可能变动。`,
};
