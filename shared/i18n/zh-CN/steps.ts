import { displayDecimals, displayPaceRatio } from '../../assessment/round.ts';
import type { Confidence, Flag, Outlook, PaceStatus } from '../../assessment/types.ts';
import { numeral } from '../../figures.ts';
import type { StepWords } from '../../wording.ts';
import { statuses as words } from './statuses.ts';

const statuses = words.names;

export const outlooks: Record<Outlook, string> = {
  likely: '可望达到目标',
  possible: '有可能达到目标',
  unlikely: '难以达到目标',
  insufficientData: '数据点太少，不作判断',
};

export const confidences: Record<Confidence, string> = {
  veryLow: '把握很低',
  low: '把握较低',
  moderate: '把握中等',
};

const flagSentences: Record<Flag, (year: number | null) => string> = {
  early: (year) => (year === null ? '期限之前已经达到目标' : `${year}年已达到目标，早于期限`),
  metAtBaseline: () => '基期已经达到目标',
  nearTargetAtBaseline: () => '基期与目标相差很小',
  regressed: () => '以前年份曾达到目标，现已回落',
  movingAway: () => '比基期离目标更远',
  stale: (year) => (year === null ? '所用数据早于应报年份' : `当年数据缺，按${year}年数据判定`),
  awaitingFinal: () => '期末年数据未到，尚不作到期判定',
  carriedForward: (year) => `累计数只增不减，沿用${year === null ? '以前年份' : `${year}年`}数`,
  achievedLate: () => '期限之后才达到目标，结论仍为未完成',
  notSustained: () => '到期时完成，之后又低于目标',
  provisional: (year) => `${year === null ? '' : `${year}年`}数据为预计或快报，年报后可能变化`,
  compoundFallbackLinear: () => '有数值不为正，等比路径改按直线计算',
  seriesBreak: () => '口径有变化，变化前的数据不可比',
  deadlinePassed: () => '期限已过',
};

/** A pace ratio with the places it takes not to make a missed cut look reached. */
const ratioText = (ratio: number, cuts: readonly number[]): string => {
  const shown = displayPaceRatio(ratio) * 100;
  const next = cuts.find((cut) => ratio < cut);
  const places = next === undefined ? 1 : displayDecimals(shown, next * 100, 1, 1);
  const text = `${numeral(shown, places)}%`;
  if (ratio > 2) return `超过${text}`;
  return ratio < -1 ? `低于${text}` : text;
};

const cutText = (result: PaceStatus, onTrackFrom: number, behindFrom: number): string => {
  const upper = `${Math.round(onTrackFrom * 100)}%`;
  const lower = `${Math.round(behindFrom * 100)}%`;
  if (result === 'onTrack') return `不低于${upper}，${statuses.onTrack}`;
  if (result === 'behind') return `在${lower}与${upper}之间，${statuses.behind}`;
  return `低于${lower}，${statuses.farBehind}`;
};

/** 说明的每一步一句；数字由调用者按指标的单位和小数位写好。 */
export const steps: StepWords = {
  ruleAtLeast: ({ target, deadline }, say) =>
    `不低于：${deadline}年底达到${say.stated(target)}以上（含本数）`,
  ruleAtMost: ({ target, deadline }, say) =>
    `不高于：${deadline}年底控制在${say.stated(target)}以内（含本数）`,
  ruleCountRange: ({ lower, upper, deadline }, say) =>
    upper === null
      ? `数量：${deadline}年底达到${say.stated(lower)}以上（含本数）`
      : `数量：${deadline}年底达到${lower}–${say.stated(upper)}，达到${say.stated(lower)}即完成，多于${say.stated(upper)}为超额`,
  ruleReduction: ({ reductionPct, target, deadline }, say) => {
    const goal =
      reductionPct === 0 ? '不高于基期' : `比基期累计下降${say.statedPercent(reductionPct)}以上`;
    return `累计下降率：${deadline}年底${goal}${target === null ? '' : `，即不高于${say.figure(target)}`}`;
  },
  ruleMilestone: ({ conditions, deadline }) => `里程碑：${deadline}年底${conditions}项条件全部成立`,
  ruleRating: ({ target, deadline }, say) =>
    `定性评级：${deadline}年底评为“${say.level(target)}”以上`,
  ruleDirectional: ({ direction, deadline }) =>
    `方向性：${deadline}年${direction === 'up' ? '高于' : '低于'}基期`,
  targetPending: ({ deadline, deadlinePassed }) =>
    `目标数值尚未下达（期限${deadline}年底${deadlinePassed ? '，已过' : ''}），下达前不判定`,
  baseline: ({ year, value }, say) => `基期：${year}年${say.figure(value)}`,
  baselineMissing: ({ year }) => `基期：缺${year}年数值`,
  baselineUnusable: ({ year, value, why }, say) =>
    why === 'broken'
      ? `基期：${year}年${say.figure(value)}，口径变化后不可比，未采用`
      : `基期：${year}年${say.figure(value)}，${why === 'zero' ? '为零' : '为负'}，算不出下降率`,
  lowestLevelAssumed: ({ year, level }, say) =>
    `基期：${year}年未评级，按最低一级“${say.level(level)}”起算`,
  actual: ({ year, value, dueYear, lag }, say) =>
    `${year}年${say.kind === 'rating' ? `评为“${say.figure(value)}”` : `实际${say.figure(value)}`}${lag > 0 ? `（应为${dueYear}年数据，早${lag}年）` : ''}`,
  cumulativeReduction: ({ actual, baseline, pct }, say) =>
    `累计下降率 = 1 − ${say.number(actual)} ÷ ${say.number(baseline)} = ${say.percent(pct)}`,
  attainment: ({ kind, actual, target, share }, say) => {
    const write = kind === 'reduction' ? (value: number) => say.percent(value) : say.number;
    const [over, under] = kind === 'atMost' ? [target, actual] : [actual, target];
    return `达成率 = ${write(over)} ÷ ${write(under)} = ${say.share(share)}`;
  },
  comparison: ({ actual, target, sign, met }, say) => {
    const [left, right] = say.pair(actual, target, sign);
    if (say.kind === 'rating') {
      return `“${left}”${met ? '达到' : '未达到'}目标“${right}”`;
    }
    const mark = sign > 0 ? (met ? '≥' : '<') : met ? '≤' : '>';
    return `${left} ${mark} ${right}，${met ? '达到' : '未达到'}目标`;
  },
  noReadings: () => '没有已审核的年度数据',
  baselineNeeded: ({ reason }) =>
    reason === 'noBaseline'
      ? '没有可用的基期值，无法判定'
      : `基期值${reason === 'zeroBaseline' ? '为零' : '为负'}，无法判定`,
  tooOld: ({ year, dueYear, lag, oldest }) =>
    `最近数据是${year}年，比应报的${dueYear}年早${lag}年，超过允许的${oldest}年，不判定`,
  deadlineReadingMissing: ({ deadline, latestYear }) =>
    `缺${deadline}年数据${latestYear === null ? '' : `（最近为${latestYear}年）`}，到期不能用以前年份代替`,
  notJudged: ({ reason, year }) => {
    switch (reason) {
      case 'noBaseline':
        return '缺基期值，到期前只看是否达标，不判进度';
      case 'seriesBreak':
        return '口径变化后没有可比基期，不判进度';
      case 'baselineYear':
        return `${year}年是基期年，尚未起算`;
      case 'noNodePlan':
        return '各项条件没有计划年份，到期前不判进度';
    }
  },
  excess: ({ actual, target, decimals, sign, beyond }, say) =>
    `保留${decimals}位小数：${say.figure(actual, decimals)} ${beyond ? (sign > 0 ? '>' : '<') : '='} ${say.figure(target, decimals)}，${beyond ? '属超额' : '不算超额'}`,
  excessUnits: ({ actual, limit, beyond }, say) =>
    `${say.figure(actual)} ${beyond ? '>' : '≤'} ${say.figure(limit)}，${beyond ? '属超额' : '不算超额'}`,
  excessReduction: ({ actualPct, targetPct, beyond }, say) =>
    `${say.percent(actualPct)} ${beyond ? '>' : '='} ${say.percent(targetPct)}，${beyond ? '属超额' : '不算超额'}`,
  excessLevel: ({ actual, target, beyond }, say) =>
    beyond
      ? `“${say.level(actual)}”高于目标“${say.level(target)}”，属超额`
      : '没有超过目标等级，或基期已在目标等级，不算超额',
  excessNotCounted: ({ baseline, target }, say) =>
    `基期${say.figure(baseline)}已达到目标${say.figure(target)}，保持住不算超额`,
  overshoot: ({ pct }, say) => `超出目标${say.percent(pct, 1)}`,
  attained: ({ year }) => `自${year}年起达到目标`,
  verdict: ({ deadline, year, met }) =>
    `到期判定：以${year === deadline ? `${deadline}年数据` : `沿用的${year}年累计数`}为准，${met ? '达到目标，已完成' : '未达到目标，未完成'}`,
  maintain: ({ why, baseline, target, nearShare }, say) =>
    why === 'met'
      ? `基期${say.figure(baseline)}已达到目标${say.figure(target)}，只看是否保持`
      : `基期${say.figure(baseline)}与目标${say.figure(target)}相差不超过目标的${say.share(nearShare, 0)}，只看是否保持`,
  maintainRatio: ({ numerator, denominator, ratio, onTrackFrom, behindFrom, result }, say) =>
    `保持比 = ${say.number(numerator)} ÷ ${say.number(denominator)} = ${ratioText(ratio, [behindFrom, onTrackFrom])}，${cutText(result, onTrackFrom, behindFrom)}`,
  maintainRatioUndefined: ({ actual, target, result }, say) =>
    `${say.figure(actual)}与${say.figure(target)}不能相除，判为${statuses[result]}`,
  completion: ({ shape, actual, baseline, target, share }, say) =>
    shape === 'linear'
      ? `完成率 =（${say.number(actual)} − ${say.number(baseline)}）÷（${say.number(target)} − ${say.number(baseline)}）= ${say.share(share)}`
      : `完成率 = ln（${say.number(actual)} ÷ ${say.number(baseline)}）÷ ln（${say.number(target)} ÷ ${say.number(baseline)}）= ${say.share(share)}`,
  movingAway: ({ actual, baseline }, say) =>
    `${say.figure(actual)}比基期${say.figure(baseline)}离目标更远，判为${statuses.farBehind}`,
  timeProgress: ({ year, from, to, share }, say) =>
    `时间进度 =（${year} − ${from}）÷（${to} − ${from}）= ${say.share(share)}`,
  plannedOnPath: ({ shape, year, from, to, checkpoints, value }, say) =>
    `从${from.year}年${say.number(from.value)}到${to.year}年${say.number(to.value)}按${shape === 'linear' ? '直线' : '等比'}推进${checkpoints > 0 ? `（含${checkpoints}个年度节点）` : ''}，${year}年应达${say.planned(value)}`,
  plannedWholeUnits: ({ planned, sign }, say) =>
    `按整数计${sign > 0 ? '，不足一个的不算' : ''}，应达${say.figure(planned)}`,
  plannedCompletion: ({ shape, planned, baseline, target, share }, say) => {
    const result = share === null ? '' : ` = ${say.share(share)}`;
    return shape === 'linear'
      ? `序时进度 =（${say.number(planned)} − ${say.number(baseline)}）÷（${say.number(target)} − ${say.number(baseline)}）${result}`
      : `序时进度 = ln（${say.number(planned)} ÷ ${say.number(baseline)}）÷ ln（${say.number(target)} ÷ ${say.number(baseline)}）${result}`;
  },
  nothingDue: ({ result }) =>
    result === 'onTrack'
      ? `按计划尚无应完成量，判为${statuses.onTrack}`
      : '按计划尚无应完成量，不判进度',
  gap: ({ completion, planned, pp }, say) =>
    `进度偏差 = ${say.share(completion)} − ${say.share(planned)} = ${say.pp(pp)}（${pp > 0 ? '超前' : pp < 0 ? '落后' : '持平'}）`,
  paceRatio: ({ completion, planned, ratio, onTrackFrom, behindFrom, result }, say) =>
    `节奏比 = ${say.share(completion)} ÷ ${say.share(planned)} = ${ratioText(ratio, [behindFrom, onTrackFrom])}，${cutText(result, onTrackFrom, behindFrom)}`,
  plannedLevel: ({ source, year, elapsed, level }, say) =>
    source === 'plan' || elapsed === null
      ? `按计划${year}年应达“${say.level(level)}”`
      : `时间进度${say.share(elapsed)}，${year}年应达“${say.level(level)}”`,
  levelGap: ({ gap, result }) =>
    gap <= 0 ? `不低于应达等级，${statuses[result]}` : `比应达等级低${gap}级，${statuses[result]}`,
  againstBaseline: ({ actual, baseline, better }, say) =>
    `${say.figure(actual)}${better > 0 ? '好于' : better < 0 ? '差于' : '等于'}基期${say.figure(baseline)}`,
  reported: ({ through, dueYear, lag }) =>
    `已报至${through}年${lag > 0 ? `（应报至${dueYear}年）` : ''}`,
  condition: ({ id, holds, metYear, lostYear, plannedYear, overdue }, say) => {
    const state = holds
      ? `${metYear === null ? '' : `${metYear}年`}成立`
      : lostYear !== null && metYear !== null
        ? `${metYear}年成立，${lostYear}年失去`
        : '未成立';
    const plan = plannedYear === null ? '' : `（计划${plannedYear}年`;
    const late = overdue > 0 ? `，已过${overdue}个年底` : '';
    return `${say.condition(id)}：${state}${plan === '' ? '' : `${plan}${late}）`}`;
  },
  conditionsHolding: ({ year, holding, total }) => `${year}年底${total}项条件成立${holding}项`,
  nodePlan: ({ year, due, holding, mostOverdue, result }) =>
    `按节点${year}年底应成立${due}项，已成立${holding}项${mostOverdue > 0 ? `，最久的已过${mostOverdue}个年底` : ''}：${statuses[result]}`,
  checkpoint: ({ year, planned, actual, result }, say) => {
    const due = planned === null ? '' : say.figure(planned);
    const met = result === 'unknown' ? '没有数据可比' : result === 'met' ? '达到' : '未达到';
    return `${year}年节点${due}：${actual === null ? '' : `实际${say.figure(actual)}，`}${met}`;
  },
  neededThisYear: ({ year, amount, planned, sign }, say) => {
    const verb = say.kind === 'rating' ? '提高' : sign > 0 ? '增加' : '减少';
    return `再${verb}${say.difference(amount)}，即达到${year}年计划${say.planned(planned)}`;
  },
  neededConditions: ({ ids }, say) =>
    `已到计划年份而未成立：${ids.map((id) => say.condition(id)).join('、')}`,
  requiredAmount: ({ perYear, years, deadline }, say) =>
    `到${deadline}年还有${years}年，平均每年需${perYear < 0 ? '减少' : '增加'}${say.difference(perYear)}`,
  requiredRate: ({ perYear, years, deadline }, say) =>
    `到${deadline}年还有${years}年，平均每年需${perYear < 0 ? '下降' : '增长'}${say.share(Math.abs(perYear), 2)}`,
  projection: ({ method, scale, n, deadline, value, outlook, confidence }, say) =>
    `按${n}个年度数据的${method === 'twoPoint' ? '两点' : '中位'}速度${scale === 'log' ? '（等比）' : ''}推算，${deadline}年约${say.figure(value)}：${outlooks[outlook]}，${confidences[confidence]}`,
  projectionBand: ({ low, high }, say) =>
    `情景区间${say.number(Math.min(low, high))}–${say.figure(Math.max(low, high))}，按最慢和最快的年份推算，不是置信区间`,
  noProjectionBand: ({ n }) => `只有${n}个数据点，不给出区间`,
  attainmentForecast: ({ year }) =>
    year === null ? '按现速度看不到达到目标的年份' : `按现速度${year}年达到目标`,
  altPath: ({ shape, result, differs }) =>
    `若按${shape === 'linear' ? '直线' : '等比'}路径，判为${statuses[result]}${differs ? '：对路径敏感' : '，结论相同'}`,
  trend: ({ result }) => {
    const trends = {
      significantProgress: '明显改善',
      moderateProgress: '略有改善',
      moderateMovementAway: '略有倒退',
      significantMovementAway: '明显倒退',
    };
    return `年均变化：${trends[result]}`;
  },
  flag: ({ flag, year }) => flagSentences[flag](year),
  status: ({ status, reason }) =>
    `${statuses[status]}${reason === null ? '' : `（${words.reasons[reason]}）`}`,
};
