import type { SlideWords } from '../../slide-sentences.ts';
import type { Messages } from '../zh-CN.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const words: SlideWords = {
  clauses: {
    againstPlan: ({ year, sign, difference, planned }, say) =>
      difference === 0
        ? `equal to the plan for ${year}, ${say.planned(planned)}`
        : `${say.gap(difference)} ${difference * sign > 0 ? 'above' : 'below'} the plan for ${year}`,
    levelDue: ({ year, planned, reached }, say) =>
      reached
        ? `the level due in ${year} is reached: "${say.level(planned)}"`
        : `"${say.level(planned)}" was due in ${year} and is not reached`,
    cutAgainstPlan: ({ year, difference }, say) =>
      difference === 0
        ? `the cut is equal to the plan for ${year}`
        : `the cut is ${say.pp(Math.abs(difference), 2)} ${
            difference > 0 ? 'beyond' : 'short of'
          } the plan for ${year}`,
    cutMissed: ({ deadline, short }, say) =>
      `the cut is ${say.pp(short, 2)} short of the ${deadline} target`,
    cutForecast: ({ deadline, pct }, say) =>
      `heading for a ${pct < 0 ? 'rise' : 'cut'} of about ${say.percent(Math.abs(pct))} in ${deadline}`,
    attainment: ({ share, decimals }, say) => `at ${say.share(share, decimals)} of the target`,
    regressed: () => 'fallen back after the target had been met',
    missed: ({ deadline, short, sign }, say) =>
      short === null
        ? `target for the end of ${deadline} missed`
        : `${say.gap(short)} ${sign > 0 ? 'short of' : 'above'} the ${deadline} target`,
    againstKept: ({ sign, difference }, say) =>
      difference < 0
        ? `${say.gap(difference)} ${sign > 0 ? 'below' : 'above'} the level to be kept`
        : 'kept at the target',
  },
  withBasis: (sentence, { year, dataStatus }) => {
    if (year === null && dataStatus === null) return sentence;
    const figure = { estimate: 'estimate', preliminary: 'preliminary figure', final: 'figure' };
    return `${sentence} (${figure[dataStatus ?? 'final']}${year === null ? '' : ` of ${year}`})`;
  },
};

export const slides: Messages['slides'] = {
  ...words,
  sections: {
    overall: 'Overall',
    attention: 'For decision',
    themes: 'By programme',
    decisions: 'Decisions',
    indicators: 'Every indicator',
  },
  attention: {
    missed: 'Deadline missed',
    farBehind: 'Far behind',
    regressed: 'Fell back after attainment',
    notSustained: 'Not sustained',
  },
  standings: { open: 'Open', done: 'Done, to be verified', closed: 'Closed' },
  overdue: 'Overdue',
  subjects: {
    heat: 'Status by year',
    duties: 'Duties of the departments',
    pending: 'Targets pending',
    ownerless: 'Without a single lead',
  },
  theme: (name, sentence) => `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  moves: (moves) => {
    if (moves === null) return 'The status of every indicator, year by year';
    const { from, better, worse } = moves;
    if (better + worse === 0) return `No comparable indicator has changed its status since ${from}`;
    const moved = (count: number): string => counted(count, 'indicator has', 'indicators have');
    if (better === 0) return `Since ${from}, ${moved(worse)} moved to a worse status`;
    const also = worse === 0 ? '' : `, ${worse} to a worse one`;
    return `Since ${from}, ${moved(better)} moved to a better status${also}`;
  },
  duties: (year, { owed, done, unassigned }) => {
    if (owed === 0) return 'No indicator has a department that leads it yet';
    const due = counted(owed, 'figure', 'figures');
    const said =
      done === owed
        ? owed === 1
          ? `The only figure due for ${year} is approved`
          : `All ${due} due for ${year} are approved`
        : `Of ${due} due for ${year}, ${done} ${done === 1 ? 'is' : 'are'} approved and ${owed - done} ${
            owed - done === 1 ? 'is' : 'are'
          } owed`;
    if (unassigned === 0) return said;
    return `${said}; ${counted(unassigned, 'more indicator has', 'more indicators have')} no single lead`;
  },
  pending: (count, passed) =>
    `${counted(count, 'indicator awaits its target', 'indicators await their target')}${
      passed === 0 ? '' : `, ${passed} of them past ${passed === 1 ? 'its' : 'their'} deadline`
    }`,
  ownerless: (none, undecided) => {
    const has = (count: number): string => counted(count, 'indicator has', 'indicators have');
    if (none === 0) return `${has(undecided)} an undecided lead`;
    return `${has(none)} no department${undecided === 0 ? '' : `, ${undecided} an undecided lead`}`;
  },
  decisions: ({ total, closed, done, open, overdue }) =>
    `${counted(total, 'decision', 'decisions')}: ${[
      closed > 0 ? `${closed} closed` : '',
      done > 0 ? `${done} done and to be verified` : '',
      open > 0 ? `${open} open` : '',
      overdue > 0 ? `${overdue} overdue` : '',
    ]
      .filter((each) => each !== '')
      .join(', ')}`,
  decision: (standing, overdue, dueOn) => {
    if (standing !== 'open')
      return standing === 'done' ? 'Reported done, to be verified' : 'Closed';
    if (dueOn === null) return 'Open, without a due date';
    return overdue ? `Overdue: it was due on ${dueOn}` : `Open, due on ${dueOn}`;
  },
};
