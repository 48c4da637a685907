import type { CheckCode } from '../../checks/codes.ts';
import type { Part } from '../../checks/types.ts';
import type { CheckWords } from '../../checks/words.ts';
import { numeral, placesOf } from '../../figures.ts';
import { date } from '../format.ts';

const PARTS: Readonly<Record<Part, string>> = {
  value: '本年值',
  numerator: '分子',
  denominator: '分母',
};

/** 检查的名称。 */
export const names: CheckWords['names'] = {
  zeroFigure: '数值为0',
  zeroAfterFigure: '由有数变为0',
  outsideRange: '超出取值范围',
  partsNotWhole: '分子分母须为整数',
  unitSlip: '单位或位数可能有误',
  yearOnYearChange: '同比变动幅度',
  yearOnYearDifference: '同比增减量',
  cumulativeFalls: '累计数下降',
  valueFalls: '比上年下降',
  growthPerYear: '一年新增过多',
  identicalToLastYear: '与上年完全相同',
  differsFromPlan: '与本年计划相差较大',
  worseThanBaseline: '劣于基期',
  numeratorFalls: '分子下降',
  denominatorFalls: '分母下降',
  denominatorChange: '分母变动幅度',
  componentDiffers: '同名数不一致',
  listDiffers: '与名单数目不一致',
  listOutsideRoster: '分子名单超出分母名录',
  listMissing: '没有名单',
  conditionOrder: '条件先后顺序',
  conditionDocument: '缺认定文号',
  levelGround: '评定依据过于简单',
  priceBasis: '未注明价格口径',
  figureOfOtherYear: '用了以前年度的数',
  evidenceMissing: '没有佐证材料',
  evidenceUsedTwice: '佐证材料重复使用',
};

const plain = (value: number): string => numeral(value, placesOf(value));
const percent = (value: number): string => `${numeral(Math.abs(value), 1)}%`;
const limit = (value: number): string => `${plain(value)}%`;
const moved = (value: number): string => (value < 0 ? '下降' : '增长');

/** 先说查出了什么，再说怎么办。 */
const words: CheckWords = {
  names,
  about: {
    zeroFigure: '这项数值不应为0。',
    zeroAfterFigure: '上年大于0，本年为0。',
    outsideRange: '数值低于下限或高于上限；正好等于不算。',
    partsNotWhole: '企业、设备和人数都应是整数。',
    unitSlip: '约为上年的10倍、100倍、1,000倍、10,000倍或其倒数（元、万元、亿元，吨、万吨）。',
    yearOnYearChange: '比上年增长或下降超过多少百分比。',
    yearOnYearDifference: '比上年增减超过多少（百分比指标为百分点）。',
    cumulativeFalls: '累计数比上年少。',
    valueFalls: '数值或等级比上年低。',
    growthPerYear: '一年里增加的数目超过多少。',
    identicalToLastYear: '与上年到最后一位都相同。',
    differsFromPlan: '与本年计划相差超过多少百分比。',
    worseThanBaseline: '应当下降的高于基期，应当上升的低于基期。',
    numeratorFalls: '分子比上年少。',
    denominatorFalls: '分母比上年少。',
    denominatorChange: '分母比上年增减超过多少百分比。',
    componentDiffers: '本方案中另一指标用到同一名称的数，本年的数值不同。',
    listDiffers: '填写的数与名单上的数目不同。',
    listOutsideRoster: '分子名单上有分母名录里没有的企业。',
    listMissing: '有数而没有列出名单。',
    conditionOrder: '后一项条件的达成日期早于前一项，如运营早于建成。',
    conditionDocument: '从第几项条件起，达成的须有认定文号。',
    levelGround: '评定依据没有写明具体情况。',
    priceBasis: '情况说明或来源中没有写明可比价（不变价）还是现价。',
    figureOfOtherYear: '数据所属年度早于填报年度，超过下列年数。',
    evidenceMissing: '没有上传佐证材料。',
    evidenceUsedTwice: '同一文件也用于其他指标或其他年度。',
  },
  grades: { hard: '强制性', soft: '核实性', off: '不检查' },
  found: {
    zeroFigure: () => '这项数值不应为0，请核对',
    zeroAfterFigure: ({ last }, say) => `本年为0，而上年为${say.figure(last)}，请确认`,
    outsideRange: ({ value, limit: bound, side }, say) => {
      const [shown, edge] = say.pair(value, bound, side === 1 ? -1 : 1);
      return `本年值（${shown}）${side === 1 ? '高于上限' : '低于下限'}（${edge}），请核对`;
    },
    partsNotWhole: ({ value }) => `${plain(value)}不是整数，请核对`,
    unitSlip: ({ part, value, last, factor, side }) =>
      `${PARTS[part]}（${plain(value)}）约为上年（${plain(last)}）的${
        side === 1 ? `${plain(factor)}倍` : `1/${plain(factor)}`
      }，请核对单位（元、万元、亿元，吨、万吨）和位数`,
    yearOnYearChange: ({ value, last, percent: change, limit: bound }, say) =>
      `本年${say.figure(value)}，上年${say.figure(last)}，${moved(change)}${percent(change)}，超过${limit(bound)}，请核对`,
    yearOnYearDifference: ({ value, last, difference, limit: bound }, say) =>
      `本年${say.figure(value)}，上年${say.figure(last)}，${
        difference < 0 ? '减少' : '增加'
      }${say.difference(difference)}，超过${say.difference(bound)}，请核对`,
    cumulativeFalls: ({ value, last }, say) =>
      `累计数（${say.figure(value)}）少于上年（${say.figure(last)}），请核对是否漏计或有撤销`,
    valueFalls: ({ value, last }, say) =>
      `本年（${say.figure(value)}）低于上年（${say.figure(last)}），请核对`,
    growthPerYear: ({ difference, limit: bound }, say) =>
      `一年新增${say.figure(difference)}，超过${say.figure(bound)}，请核对`,
    identicalToLastYear: ({ value }, say) =>
      `与上年（${say.figure(value)}）到最后一位都相同，请核对是否为本年的数`,
    differsFromPlan: ({ value, planned, percent: away, limit: bound }, say) =>
      `本年值（${say.figure(value)}）${away < 0 ? '低于' : '高于'}本年计划（${say.planned(planned)}）${percent(away)}，超过${limit(bound)}，请核对`,
    worseThanBaseline: ({ value, baseline }, say) =>
      `本年值（${say.figure(value)}）${value > baseline ? '高于' : '低于'}基期（${say.figure(baseline)}），请核对`,
    numeratorFalls: ({ value, last }) =>
      `分子（${plain(value)}）少于上年（${plain(last)}），请核对`,
    denominatorFalls: ({ value, last }) =>
      `分母（${plain(value)}）少于上年（${plain(last)}），请核对统计范围`,
    denominatorChange: ({ value, last, percent: change, limit: bound }) =>
      `分母（${plain(value)}）比上年（${plain(last)}）${moved(change)}${percent(change)}，超过${limit(bound)}，请核对统计范围`,
    componentDiffers: ({ value, other, code }) =>
      `本指标填${plain(value)}，而指标${code}中同一名称的数为${plain(other)}，请核对并统一`,
    listDiffers: ({ part, value, listed }) =>
      `${PARTS[part]}（${plain(value)}）与名单的数目（${plain(listed)}）不一致，请核对名单或数值`,
    listOutsideRoster: ({ count, name }) =>
      `分子名单上有${count}个名称不在分母名录中（如“${name}”），请核对两份名单`,
    listMissing: ({ part }) => `${PARTS[part]}没有名单，请补充名单`,
    conditionOrder: ({ condition, metOn, earlier, earlierMetOn }, say) =>
      earlierMetOn === ''
        ? `“${say.condition(condition)}”已达成，而“${say.condition(earlier)}”尚未达成，请核对日期`
        : `“${say.condition(condition)}”（${date('zh-CN', metOn)}）早于“${say.condition(earlier)}”（${date('zh-CN', earlierMetOn)}），请核对日期`,
    conditionDocument: ({ condition }, say) => `“${say.condition(condition)}”须有认定文号，请填写`,
    levelGround: () => '评定依据过于简单，请写明依据的事实、文件或成果',
    priceBasis: () => '请在情况说明中写明价格口径：可比价（不变价）或现价',
    figureOfOtherYear: ({ year, figureYear }) => `这是${figureYear}年的数，不是${year}年的，请核对`,
    evidenceMissing: () => '没有佐证材料，请上传',
    evidenceUsedTwice: ({ name, code, year, more }) =>
      `佐证材料“${name}”也用于${year}年的指标${code}${more === 0 ? '' : `等${more + 1}处`}，请核对`,
  },
  ends: {
    hard: (said) => `${said}。`,
    soft: (said) => `${said}；如确实如此，请在情况说明中写明原因。`,
  },
};

const settings = {
  title: '填报检查',
  note: '设有填报期的年度：强制性检查不通过，不能提交；核实性检查要在情况说明中写明原因。补录的年度只作提醒。',
  standing: (hard: number, soft: number) =>
    hard + soft === 0 ? '不检查' : `强制性${hard}项，核实性${soft}项`,
  off: (names: readonly string[]) => `不检查：${names.join('、')}`,
  caption: '现行的检查',
  check: '检查',
  grade: '要求',
  limits: '界限',
  source: '来源',
  sources: { standard: '系统默认', plan: '方案文件' },
  form: '设定检查',
  fieldOf: (check: string, field: string) => `${check} · ${field}`,
  limitNames: (code: CheckCode): { lower: string; upper: string } => {
    if (code === 'outsideRange') return { lower: '下限', upper: '上限' };
    if (code === 'unitSlip') return { lower: '', upper: '允许偏差' };
    if (code === 'conditionDocument') return { lower: '从第几项起', upper: '' };
    return { lower: '', upper: code === 'figureOfOtherYear' ? '最多早几年' : '超过多少' };
  },
  points: '个百分点',
  yearUnit: '年',
  years: (count: number) => `${count}年`,
  fromCondition: (nth: number) => `从第${nth}项起`,
  atLeast: (figure: string) => `不低于${figure}`,
  atMost: (figure: string) => `不高于${figure}`,
  between: (lower: string, upper: string) => `${lower}至${upper}`,
  gradeWith: (grade: string, limits: string) => `${grade}，${limits}`,
  standard: (said: string) => `默认：${said}。`,
  reset: '恢复默认',
  resetOf: (check: string) => `恢复默认：${check}`,
  save: '保存检查',
  saved: (code: string) => `${code} 的检查已保存。`,
};

/** 检查、提醒和检查设置的用语。 */
export const checks = {
  ...words,
  settings,
  reminders: '提醒',
  reasonWanted: '属核实性的，数据如确无误，请在情况说明中写明具体原因。',
};
