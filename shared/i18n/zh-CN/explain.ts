import type { HeadlineCode } from '../../sentences.ts';
import type { ExplainWords } from '../../wording.ts';
import { confidences, outlooks, steps } from './steps.ts';

const headlineWords: Record<HeadlineCode, string> = {
  doneOrOnTrack: '已完成或达到序时',
  done: '已完成',
  onTrack: '达到序时',
  behind: '滞后',
  farBehind: '严重滞后',
  missed: '到期未完成',
  inProgress: '推进中',
  noData: '暂无数据',
  targetPending: '目标待下达',
};

/** 判定的全部用语和句子：每一步一句，数字由调用者按指标的单位和小数位写好。 */
export const explain: ExplainWords = {
  figures: {
    withUnit: (shown, unit) => `${shown}${unit}`,
    points: (shown) => `${shown}个百分点`,
    level: (level) => `第${level}级`,
    levels: (shown) => `${shown}级`,
  },
  outlooks,
  confidences,
  groups: {
    rule: '判定规则',
    figure: '实际值',
    progress: '进度与判定',
    outlook: '推算',
    conclusion: '结论',
    source: '数据来源',
  },
  headline: ({ total, blocks }) => {
    if (total === 0) return '没有指标';
    const only = blocks.length === 1 && blocks[0]?.length === 1 ? blocks[0][0] : undefined;
    if (only) return `${total}项指标${total > 1 ? '全部' : ''}${headlineWords[only.code]}`;
    const said = blocks.map((block) =>
      block.map(({ code, count }) => `${count}项${headlineWords[code]}`).join('，'),
    );
    return `${total}项指标中，${said.join('；')}`;
  },
  joined: (clauses) => clauses.join('，'),
  finding: {
    figure: ({ year, value }, say) => `${year}年为${say.figure(value)}`,
    reduced: ({ pct }, say) =>
      pct < 0 ? `比基期上升${say.percent(-pct)}` : `累计下降${say.percent(pct)}`,
    level: ({ year, level }, say) => `${year}年评为“${say.level(level)}”`,
    conditions: ({ year, holding, total }) => `${year}年底${total}项条件成立${holding}项`,
    againstPlan: ({ sign, difference, planned }, say) =>
      difference === 0
        ? `与本年计划${say.planned(planned)}持平`
        : `${difference * sign > 0 ? '高于' : '低于'}本年计划${say.difference(difference)}`,
    levelDue: ({ planned }, say) => `本年应达“${say.level(planned)}”`,
    againstKept: ({ sign, difference }, say) =>
      difference < 0
        ? `${sign > 0 ? '低于' : '高于'}应保持的水平${say.difference(difference)}`
        : '保持在目标水平',
    movingAway: ({ baselineYear }) => `比${baselineYear}年基期离目标更远`,
    againstBaseline: ({ better }) =>
      better > 0 ? '好于基期' : better < 0 ? '差于基期' : '与基期持平',
    met: ({ how, exceeded, deadline }) =>
      `${how === 'early' ? '提前' : ''}${exceeded ? '超额完成' : '完成'}${deadline}年目标`,
    metAwaitingFinal: ({ deadline }) => `已达到目标，待${deadline}年数据确认`,
    notSustained: () => '此后又低于目标',
    missed: ({ deadline, short }, say) =>
      short === null
        ? `未完成${deadline}年底的目标`
        : `距${deadline}年目标差${say.difference(short)}，未完成`,
    achievedLate: ({ deadline }) => `${deadline}年后才达到`,
    forecast: ({ deadline, value }, say) => `按现速度${deadline}年约${say.brief(value)}`,
    pending: ({ deadline, passed }) =>
      passed ? `${deadline}年期限已过，目标仍未下达` : `${deadline}年目标待下达`,
    open: ({ reason, deadline, year }) => {
      switch (reason) {
        case 'noReadings':
          return '尚无已审核的年度数据';
        case 'stale':
          return year === null ? '数据过旧，不判定' : `最近数据为${year}年，过旧，不判定`;
        case 'deadlineReadingMissing':
          return `缺${deadline}年数据，不能作到期判定`;
        case 'noBaseline':
          return '缺基期值，不判进度';
        case 'zeroBaseline':
          return '基期值为0，无法判定';
        case 'invalidBaseline':
          return '基期值为负，无法判定';
        case 'baselineYear':
          return '是基期年，尚未起算';
        case 'nothingDueYet':
          return '按计划尚无应完成量';
        case 'noNodePlan':
          return '未排定节点年份，到期前不判进度';
        case 'seriesBreak':
          return '口径变化后没有可比基期，不判进度';
      }
    },
  },
  steps,
};
