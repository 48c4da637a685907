import type { Attention, DecisionStanding, DeckSection } from '../../deck.ts';
import type { DecisionCounts, DutyCounts, Moves, SlideWords } from '../../slide-sentences.ts';
import { statuses } from './statuses.ts';

const sections: Record<DeckSection, string> = {
  overall: '总体',
  attention: '需研究决定',
  themes: '分行动',
  decisions: '议定事项',
  indicators: '各项指标',
};

const attention: Record<Attention, string> = {
  missed: '到期未完成',
  farBehind: '严重滞后',
  regressed: '达标后回落',
  notSustained: '未能保持',
};

const standings: Record<DecisionStanding, string> = {
  open: '在办',
  done: '报结待核',
  closed: '已办结',
};

/** 每张汇报页的一句话，以及指标句子里的各个分句。 */
const words: SlideWords = {
  clauses: {
    againstPlan: ({ year, sign, difference, planned }, say) =>
      difference === 0
        ? `与${year}年计划${say.planned(planned)}持平`
        : `${difference * sign > 0 ? '高于' : '低于'}${year}年计划${say.gap(difference)}`,
    levelDue: ({ year, planned, reached }, say) =>
      reached
        ? `达到${year}年应达的“${say.level(planned)}”`
        : `${year}年应达“${say.level(planned)}”，尚未达到`,
    cutAgainstPlan: ({ year, difference }, say) =>
      difference === 0
        ? `累计降幅与${year}年计划持平`
        : `累计降幅比${year}年计划${difference > 0 ? '多' : '少'}${say.pp(Math.abs(difference), 2)}`,
    cutMissed: ({ deadline, short }, say) =>
      `累计降幅距${deadline}年目标差${say.pp(short, 2)}，未完成`,
    cutForecast: ({ deadline, pct }, say) =>
      `按现速度${deadline}年约累计${pct < 0 ? '上升' : '下降'}${say.percent(Math.abs(pct))}`,
    attainment: ({ share, decimals }, say) => `达到目标值的${say.share(share, decimals)}`,
    regressed: () => '曾达到目标，后又回落',
    missed: ({ deadline, short, sign }, say) =>
      short === null
        ? `未完成${deadline}年底的目标`
        : sign > 0
          ? `距${deadline}年目标差${say.gap(short)}，未完成`
          : `高于${deadline}年目标${say.gap(short)}，未完成`,
    againstKept: ({ sign, difference }, say) =>
      difference < 0
        ? `${sign > 0 ? '低于' : '高于'}应保持的水平${say.gap(difference)}`
        : '保持在目标水平',
  },
  withBasis: (sentence, { year, dataStatus }) =>
    year === null && dataStatus === null
      ? sentence
      : `${sentence}（据${year === null ? '' : `${year}年`}${
          dataStatus === null ? '数据' : `${statuses.dataStatuses[dataStatus]}数`
        }）`,
};

export const slides = {
  ...words,
  sections,
  attention,
  standings,
  overdue: '逾期',
  subjects: {
    heat: '逐年状态',
    duties: '各单位应报与已报',
    pending: '目标待下达',
    ownerless: '责任单位未明确',
  },
  theme: (name: string, sentence: string) => `${name}：${sentence}`,
  moves: (moves: Moves | null) => {
    if (moves === null) return '各项指标的逐年状态';
    const { from, better, worse } = moves;
    if (better + worse === 0) return `与${from}年相比，可比指标的状态没有变化`;
    const said = [
      better > 0 ? `${better}项状态转好` : '',
      worse > 0 ? `${worse}项${better > 0 ? '' : '状态'}转差` : '',
    ];
    return `与${from}年相比，${said.filter((each) => each !== '').join('，')}`;
  },
  duties: (year: number, { owed, done, unassigned }: DutyCounts) => {
    if (owed === 0) return '各项指标都还没有明确责任单位';
    const said =
      done === owed
        ? `${year}年度应报${owed}项，已全部审核`
        : `${year}年度应报${owed}项，已审核${done}项，尚缺${owed - done}项`;
    return unassigned === 0 ? said : `${said}；另有${unassigned}项未明确责任单位`;
  },
  pending: (count: number, passed: number) =>
    `${count}项指标的目标待下达${passed === 0 ? '' : `，其中${passed}项期限已过`}`,
  ownerless: (none: number, undecided: number) =>
    [
      none > 0 ? `${none}项指标无责任单位` : '',
      undecided > 0 ? `${undecided}项${none > 0 ? '' : '指标'}牵头待定` : '',
    ]
      .filter((each) => each !== '')
      .join('，'),
  decisions: ({ total, closed, done, open, overdue }: DecisionCounts) =>
    `议定事项${total}项：${[
      closed > 0 ? `已办结${closed}项` : '',
      done > 0 ? `报结待核${done}项` : '',
      open > 0 ? `在办${open}项` : '',
      overdue > 0 ? `逾期${overdue}项` : '',
    ]
      .filter((each) => each !== '')
      .join('，')}`,
  decision: (standing: DecisionStanding, overdue: boolean, dueOn: string | null) => {
    if (standing !== 'open') return standing === 'done' ? '已报办结，待核实' : '已办结';
    if (dueOn === null) return '在办，未定期限';
    return overdue ? `逾期未办结，应于${dueOn}前办结` : `在办，应于${dueOn}前办结`;
  },
};
