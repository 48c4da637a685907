import type { ReportWords } from '../../reports/words.ts';
import { statuses } from './statuses.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const dayOf = (day: string): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

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

const some = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const listed = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;

/** What says something of its own; everything else hangs on the figure before it. */
const MAIN_CLAUSE = /^(?:the|its|no|progress|nothing|there|it|“.*” was) /;

/** A clause behind another: a main clause behind a semicolon, and what begins with “and” behind nothing. */
const joined = (clause: string): string =>
  `${clause.startsWith('and ') ? '' : MAIN_CLAUSE.test(clause) ? ';' : ','} ${clause}`;

/** Every sentence of the annual report in English. */
export const report: ReportWords = {
  clauses: {
    figure: ({ value, decimals }, say) => `it stood at ${say.figure(value, decimals ?? undefined)}`,
    reduced: ({ pct }, say) =>
      pct < 0
        ? `up ${say.percent(-pct)} from the baseline`
        : pct === 0
          ? 'level with the baseline'
          : `down ${say.percent(pct)} in all from the baseline`,
    level: ({ level }, say) => `it was rated “${say.level(level)}”`,
    conditions: ({ held, total }, say) =>
      held.length === 0
        ? total === 1
          ? 'the condition was not met'
          : `none of the ${total} conditions was met`
        : held.length === total
          ? `${total === 1 ? 'the condition was met' : `${total === 2 ? 'both' : `all ${total}`} conditions were met`} (${listed(held.map((id) => say.condition(id)))})`
          : `${held.length} of ${total} conditions ${held.length === 1 ? 'was' : 'were'} met (${listed(held.map((id) => say.condition(id)))})`,
    completion: ({ deadline, share, decimals }, say) =>
      `${say.share(share, decimals)} of the way to the ${deadline} target`,
    attainment: ({ share, decimals }, say) => `${say.share(share, decimals)} of the target value`,
    gap: ({ points }, say) =>
      points === 0
        ? 'level with the schedule'
        : `${say.pp(Math.abs(points))} ${points > 0 ? 'ahead of' : 'behind'} schedule`,
    kept: ({ holds }) =>
      holds ? 'kept at the level of the target' : 'below the level that is to be kept',
    movingAway: ({ baselineYear }) => `further from the target than the ${baselineYear} baseline`,
    levelDue: ({ level, reached }, say) =>
      reached ? 'which is the level due this year' : `“${say.level(level)}” was due this year`,
    pace: ({ status }) => `which is rated “${statuses.names[status].toLowerCase()}”`,
    met: ({ how, exceeded, deadline }) =>
      how === 'awaitingFinal'
        ? `the ${deadline} target is met, subject to the ${deadline} figure`
        : `the ${deadline} target was ${exceeded ? 'exceeded' : 'met'}${how === 'early' ? ' early' : ''}`,
    notSustained: () => 'and not sustained since',
    missed: ({ deadline }) => `the target for the end of ${deadline} was missed`,
    achievedLate: () => 'and reached only after the deadline',
    pending: ({ passed }) =>
      passed
        ? 'no target was assigned by the deadline, so it cannot be judged'
        : 'its target is still to be assigned, so progress is not judged',
    unjudged: ({ reason }) =>
      ({
        noReadings: 'there is no figure to judge',
        stale: 'the figure is too old to judge',
        deadlineReadingMissing: 'the figure of the deadline year is missing',
        noBaseline: 'progress is not judged without a baseline',
        zeroBaseline: 'progress is not judged from a baseline of zero',
        invalidBaseline: 'progress is not judged from this baseline',
        baselineYear: 'progress is not judged in the baseline year',
        nothingDueYet: 'nothing was due this year',
        noNodePlan: 'under way, without planned dates',
        seriesBreak: 'the definition changed and years cannot be compared',
      })[reason],
    absent: ({ absence }) =>
      absence === 'notApplicable'
        ? 'it does not apply this year'
        : 'no figure can be given this year',
    nothing: ({ reason }) =>
      reason === 'deadlineReadingMissing'
        ? 'the figure of the deadline year was not reported'
        : 'nothing was reported yet',
  },
  sentence: (clauses, { year, newest, dataStatus, corrected }) => {
    const remarks = [
      newest ? 'the latest figure' : '',
      dataStatus === null ? '' : statuses.dataStatuses[dataStatus].toLowerCase(),
      corrected ? 'corrected' : '',
    ].filter((remark) => remark !== '');
    const [first = '', ...rest] = clauses;
    const known = year === null ? first : `at the end of ${year}, ${first}`;
    const said = remarks.length === 0 ? known : `${known} (${remarks.join(', ')})`;
    const text = `${said}${rest.map(joined).join('')}`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  listed,
  heading: (path, text) => `${path.join('.')}${path.length === 1 ? '.' : ''} ${text}`,
  label: (position, name) => `${position}. ${name}. `,

  title: ({ department, year, programme }) =>
    `${department === null ? '' : `${department}: `}Progress Report ${year} on the ${programme}`,
  committee: 'Administrative Committee',
  addressee: { department: 'Administrative Committee', zone: 'Leading Group' },
  salutation: (addressee) => `To: ${addressee}`,
  contents: 'Contents',
  opening: (document, year) =>
    `This report gives the progress made in ${year} under the ${document}.`,
  overview: (headline, year) =>
    `At the end of ${year}, ${headline.charAt(0).toLowerCase()}${headline.slice(1)}.`,
  parts: {
    targets: 'Targets',
    theme: (name) => name,
    measures: 'Measures and results',
    problems: 'Main problems',
    nextSteps: 'Next steps',
  },
  closing: '',
  attachments: 'Annex ',
  annex: (position) => `Annex ${position}`,
  annexes: {
    indicators: 'Indicators',
    measures: 'Measures',
    evidence: 'Supporting evidence',
    charts: 'Progress charts',
  },
  tableCaption: (position, text) => `Table ${position}. ${text}`,
  chartCaption: (position, text) => `Figure ${position}. ${text}`,
  spread: {
    caption: 'Status of the indicators by theme',
    theme: 'Theme',
    status: 'Status',
    total: 'Total',
  },
  columns: {
    number: 'No.',
    code: 'Code',
    name: 'Indicator',
    target: 'Target',
    baseline: 'Baseline',
    figure: 'Figure',
    unit: 'Unit',
    completion: 'Complete (%)',
    planned: 'Plan (%)',
    gap: 'Gap (pp)',
    status: 'Status',
    department: 'Department',
    remarks: 'Remarks',
    title: 'Measure',
    state: 'State',
    paid: 'Paid',
    done: 'What was done',
    results: 'Results',
    indicator: 'Indicator',
    file: 'File',
    sha256: 'Check value (SHA-256, first 16)',
  },
  asOf: (year) => `As of the end of ${year}`,
  money: 'In 10,000 yuan',
  notes: {
    indicators: [
      '“Complete” is the share of the way from the baseline to the target. “—” does not apply, “…” is not reported; neither is zero.',
      'Source: yearly figures reported by the departments and approved by the committee.',
    ],
    measures: ['“…” is not reported. Money is what was paid in the year; “—” was not stated.'],
    evidence: 'The files are kept in the system; the check value shows whether one was changed.',
    charts:
      'Years without a figure are left open, not estimated. Indicators without figures have no chart.',
  },
  status: (status) => `${SIGNS[status]} ${statuses.names[status]}`,
  statusName: (status) => statuses.names[status],
  target: {
    pending: 'Pending',
    by: (year, text) => `${text} by end of ${year}`,
    reduction: (percent) => `down ≥${percent}%`,
    notAboveBaseline: 'not above baseline',
    better: { up: 'above baseline', down: 'below baseline' },
    allOf: (count) => `all ${count} conditions`,
  },
  none: '—',
  remarks: {
    tentative: 'tentative',
    corrected: 'corrected',
    ofYear: (year) => `figure of ${year}`,
    late: 'achieved late',
  },
  lead: { none: 'No department', undecided: 'Lead undecided' },
  measure: {
    by: (departments) => ` (${departments})`,
    notReported: (titles, year) =>
      `Progress in ${year} was not reported yet for ${some(titles.length, 'measure', 'measures')}: ${titles.join('; ')}.`,
    states: {
      notStarted: 'Not started',
      inProgress: 'In progress',
      mostlyDone: 'Mostly done',
      done: 'Done',
    },
    paid: (amount) => `Paid: ${amount} × 10,000 yuan.`,
    paidInAll: (year, amount) => `In ${year}, incentives of ${amount} × 10,000 yuan were paid.`,
    result: (name, amount, unit) => `${name}: ${amount} ${unit}`,
    results: (results) => `Results: ${results.join('; ')}.`,
    said: (department, text) => `${department}: ${text}`,
  },
  problem: (status, names) =>
    `${statuses.names[status]}: ${some(names.length, 'indicator', 'indicators')} (${listed(names)}).`,
  noIndicators: 'The department leads no indicator.',
  noProblem: (year) => `At the end of ${year} no indicator was behind or missed.`,
  unreported: (names, year) =>
    `Without a figure in ${year}: ${some(names.length, 'indicator', 'indicators')} (${listed(names)}).`,
  nothingWritten: '(To be written.)',
  figures: {
    actual: 'Actual',
    plan: 'Planned',
    target: 'Target',
    year: (year) => String(year),
    conditionsHeld: 'Conditions met',
    level: 'Level',
    describe: (name, points, target) =>
      `Line chart, ${name}: ${points.join('; ')}${target === '' ? '' : `; target ${target}`}.`,
    point: (year, figure) => `${year} ${figure}`,
  },
  date: dayOf,
  dateOpen: 'Date: ____________',
  contact: (contact) => contact,
  draft: 'DRAFT',
  illustrative: 'Illustrative data',
  proof: ({ sealedOn, sha256 }) =>
    `The figures of this report are those of the package sealed on ${dayOf(sealedOn)}, SHA-256 ${sha256}`,
  unsealed: (year) => `The figures of ${year} are not sealed yet and may change.`,
};
