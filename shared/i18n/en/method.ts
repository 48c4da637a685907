import type { Messages } from '../zh-CN.ts';

const indicators = (count: number): string =>
  `${count} ${count === 1 ? 'indicator' : 'indicators'}`;

export const method: Messages['method'] = {
  title: 'Method',
  lead: 'Every indicator has one status a year. One set of rules serves them all, and each step can be worked out by hand from the baseline, the target, the deadline and the figure of the year. A status looks at the end of the chosen year only; what day it is today makes no difference.',
  fourTitle: 'In four lines',
  four: [
    {
      term: 'Completion',
      text: 'The way from the baseline to the target is the whole; completion is the part of it that is done: (figure − baseline) ÷ (target − baseline).',
    },
    {
      term: 'Planned completion',
      text: 'The whole is spread over the years; this is the part due by the end of the year. Of things that are counted, only whole ones fall due.',
    },
    {
      term: 'Pace ratio',
      text: 'Completion ÷ planned completion. At 100% it keeps exactly to the plan.',
    },
    {
      term: 'Verdict',
      text: 'At the deadline only the figure of that year counts: met is achieved, short of it is missed. Nothing is rounded up, and there is no "nearly achieved".',
    },
  ],
  statusesTitle: 'The nine statuses',
  columns: { status: 'Status', meaning: 'Meaning', cut: 'Limit' },
  meanings: {
    exceeded: 'The target is met with something to spare at the precision reported.',
    achieved: 'The target is met; "early" is added where that was before the deadline.',
    onTrack: 'Not there yet, but no slower than planned.',
    behind: 'Slower than planned.',
    farBehind: 'Much slower than planned, or moving away from the target.',
    missed: 'The deadline has come and the target was not met, however close.',
    inProgress:
      'There are figures, but no baseline, no plan, or nothing due yet to judge the pace by.',
    noData: 'No usable figure: none reported, too old, or none for the deadline year.',
    targetPending: 'The target is set by a higher level and has not been assigned.',
  },
  cuts: {
    onTrack: 'pace ratio ≥ 95%',
    behind: '60% ≤ pace ratio < 95%',
    farBehind: 'pace ratio < 60%',
  },
  none: '—',
  exampleTitle: 'A worked example',
  exampleLead: (name, year) => `"${name}" in ${year}, with the figures of the overview:`,
  exampleOpen: 'Open this indicator',
  noExample:
    'No indicator has a complete pace ratio yet, so there is nothing to show here. Missing are:',
  lacking: {
    baselines: (count) => `the baselines of ${indicators(count)}`,
    targets: (count) => `the targets of ${indicators(count)} (pending)`,
    readings: (count) => `approved figures of ${indicators(count)}`,
  },
  kindsTitle: 'How each kind is judged',
  kinds: {
    atLeast: 'The figure at year-end is not below the target. Equal amounts fall due each year.',
    atMost: 'The figure at year-end is not above the target.',
    countRange:
      'The lower number achieves the target, more than the upper one exceeds it. Only whole ones fall due, and a total never falls.',
    reduction:
      'The cumulative fall below the baseline in percent. Equal rates fall due each year, so completion uses logarithms; yearly rates cannot be added up.',
    milestone:
      'Achieved when all conditions hold at the end of the deadline year. A condition one year-end past its planned year is behind, two or more far behind; without planned years the pace is not judged. It is never turned into a percentage.',
    rating:
      'A level judged on written grounds. One level below the one due is behind, two or more far behind.',
    directional: 'Only has to be better than the baseline; there is no number to reach.',
  },
  specialTitle: 'Special cases',
  special: [
    "The figure of the year is missing: last year's is judged and marked; from two years on nothing is judged. A total that met its target still counts.",
    'A year is missing in between: it stays a gap and is never filled in.',
    'No baseline: before the deadline only the target itself is tested. A reduction cannot be judged at all.',
    'The baseline already met the target, or is within 1% of it: the question becomes whether it is kept.',
    'Worse than the baseline: far behind, by however little.',
    'A change of scope: earlier figures cannot be compared until the baseline is restated.',
    'Met only after the deadline: still missed, marked "achieved late". Achieved and then lost: marked "not sustained".',
    'An estimate or preliminary figure: judged as it is, marked, and judged again with the final one.',
  ],
  outlookTitle: 'The outlook never changes a status',
  outlook:
    'The status says whether things are where the plan wants them; the outlook says where the present speed leads. They may differ and both are shown. The outlook takes the median of the yearly speeds; the shade is a scenario band from the slowest and the fastest year, not a confidence interval. Two points give no band.',
  noScoreTitle: 'No total score',
  noScore:
    'Indicators of different kinds cannot be averaged. The overview counts statuses; it has no average completion and no ranking of departments.',
};
