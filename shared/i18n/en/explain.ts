import type { HeadlineCode } from '../../sentences.ts';
import type { ExplainWords } from '../../wording.ts';
import { confidences, outlooks, steps } from './steps.ts';

const headlineWords: Record<HeadlineCode, readonly [one: string, many: string]> = {
  doneOrOnTrack: ['is achieved or on track', 'are achieved or on track'],
  done: ['is achieved', 'are achieved'],
  onTrack: ['is on track', 'are on track'],
  behind: ['is behind', 'are behind'],
  farBehind: ['is far behind', 'are far behind'],
  missed: ['has missed its deadline', 'have missed their deadline'],
  inProgress: ['is in progress', 'are in progress'],
  noData: ['has no data', 'have no data'],
  targetPending: ['awaits its target', 'await their target'],
};
const headlineWord = (code: HeadlineCode, count: number): string =>
  headlineWords[code][count === 1 ? 0 : 1];

/** The sentences of the method: one a step, with figures already written in their unit. */
export const explain: ExplainWords = {
  figures: {
    withUnit: (shown, unit) => `${shown} ${unit}`,
    points: (shown) => `${shown} percentage points`,
    level: (level) => `level ${level}`,
    levels: (shown) => `${shown} ${shown === '1' ? 'level' : 'levels'}`,
  },
  outlooks,
  confidences,
  groups: {
    rule: 'Rule',
    figure: 'Figure',
    progress: 'Progress and judgement',
    outlook: 'Outlook',
    conclusion: 'Conclusion',
    source: 'Data source',
  },
  headline: ({ total, blocks }) => {
    if (total === 0) return 'No indicators';
    const only = blocks.length === 1 && blocks[0]?.length === 1 ? blocks[0][0] : undefined;
    if (only) {
      const who = total === 1 ? 'The only indicator' : `All ${total} indicators`;
      return `${who} ${headlineWord(only.code, total)}`;
    }
    const said = blocks.map((block) =>
      block.map(({ code, count }) => `${count} ${headlineWord(code, count)}`).join(', '),
    );
    return `Of ${total} indicators, ${said.join('; ')}`;
  },
  joined: (clauses) => {
    const text = clauses.join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  finding: {
    figure: ({ year, value }, say) => `${say.figure(value)} in ${year}`,
    reduced: ({ pct }, say) =>
      pct < 0
        ? `${say.percent(-pct)} above the baseline`
        : `${say.percent(pct)} below the baseline`,
    level: ({ year, level }, say) => `rated "${say.level(level)}" in ${year}`,
    conditions: ({ year, holding, total }) =>
      `${holding} of ${total} ${total === 1 ? 'condition' : 'conditions'} met by the end of ${year}`,
    againstPlan: ({ sign, difference, planned }, say) =>
      difference === 0
        ? `equal to this year's plan of ${say.planned(planned)}`
        : `${say.difference(difference)} ${difference * sign > 0 ? 'above' : 'below'} this year's plan`,
    levelDue: ({ planned }, say) => `"${say.level(planned)}" is due this year`,
    againstKept: ({ sign, difference }, say) =>
      difference < 0
        ? `${say.difference(difference)} ${sign > 0 ? 'below' : 'above'} the level to be kept`
        : 'kept at the target',
    movingAway: ({ baselineYear }) => `farther from the target than in ${baselineYear}`,
    againstBaseline: ({ better }) =>
      better > 0
        ? 'better than the baseline'
        : better < 0
          ? 'worse than the baseline'
          : 'no change from the baseline',
    met: ({ how, exceeded, deadline }) =>
      `${deadline} target ${exceeded ? 'exceeded' : 'achieved'}${how === 'early' ? ' early' : ''}`,
    metAwaitingFinal: ({ deadline }) => `target met, to be confirmed by the figure of ${deadline}`,
    notSustained: () => 'below the target since then',
    missed: ({ deadline, short }, say) =>
      short === null
        ? `target for the end of ${deadline} missed`
        : `${say.difference(short)} short of the ${deadline} target`,
    achievedLate: ({ deadline }) => `met only after ${deadline}`,
    forecast: ({ deadline, value }, say) => `heading for about ${say.brief(value)} in ${deadline}`,
    pending: ({ deadline, passed }) =>
      passed
        ? `the ${deadline} deadline has passed and no target was assigned`
        : `the target for ${deadline} has not been assigned yet`,
    open: ({ reason, deadline, year }) => {
      switch (reason) {
        case 'noReadings':
          return 'no approved figure yet';
        case 'stale':
          return year === null
            ? 'the latest figure is too old to be judged'
            : `the latest figure, of ${year}, is too old to be judged`;
        case 'deadlineReadingMissing':
          return `no figure for ${deadline}, so no verdict`;
        case 'noBaseline':
          return 'progress is not judged without a baseline';
        case 'zeroBaseline':
          return 'the baseline is zero, so it cannot be judged';
        case 'invalidBaseline':
          return 'the baseline is negative, so it cannot be judged';
        case 'baselineYear':
          return 'the baseline year, where the count begins';
        case 'nothingDueYet':
          return 'nothing is due yet under the plan';
        case 'noNodePlan':
          return 'no planned years, so progress is not judged before the deadline';
        case 'seriesBreak':
          return 'no comparable baseline since the change of scope';
      }
    },
  },
  steps,
};
