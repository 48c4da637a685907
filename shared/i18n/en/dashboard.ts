import type { Messages } from '../zh-CN.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthOf = (day: string): string =>
  `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(0, 4))}`;
const indicators = (count: number): string =>
  `${count} ${count === 1 ? 'indicator' : 'indicators'}`;

export const dashboard: Messages['dashboard'] = {
  target: {
    pending: 'Pending',
    by: (year, text) => `${text} by end ${year}`,
    reduction: (percent) => `≥${percent}% cut`,
    notAboveBaseline: 'Not above baseline',
    conditions: (names) =>
      names
        .map((name, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
        .join(', '),
    allOf: (count) => (count === 1 ? 'Met' : `All ${count} met`),
    level: (name) => name,
    better: { up: 'Above baseline', down: 'Below baseline' },
  },
  value: {
    allMet: 'All met',
    metOf: (met, total) => `${met} of ${total}`,
    metOfSpoken: (met, total) =>
      `${met} of ${total} ${total === 1 ? 'condition' : 'conditions'} met`,
    fallen: (percent) => `cumulative fall of ${percent}`,
    risen: (percent) => `cumulative rise of ${percent}`,
    ofYear: (year) => String(year),
    unapproved: 'unapproved',
    corrected: 'corrected',
    dataOf: (year) => `figure of ${year}`,
    fromPaper: 'from paper',
    newScope: 'new scope',
    notReported: 'not reported',
  },
  milestone: {
    open: 'Not met',
    day: monthOf,
    deadline: (year) => `Due end ${year}`,
    now: 'Data up to here',
  },
  cell: (year, words) => `${year}: ${words}`,
  cellUnapproved: ' (not approved)',
  baselineYear: 'baseline',
  withRemarks: (words, remarks) =>
    remarks.length === 0 ? words : `${words} (${remarks.join(', ').toLowerCase()})`,
  listed: (names) => names.join('; '),
  lateMark: 'L',
  lateWord: 'late',
  lateMarkSpoken: ' (achieved late)',

  pageTitle: 'Overview',
  stripTitle: 'Indicators by status; choose one to filter',
  columns: {
    status: 'Status',
    code: 'Code',
    name: 'Indicator',
    progress: 'Progress',
    value: 'Value',
    unit: 'Unit',
    target: 'Target',
    lead: 'Department',
    kind: 'Judged as',
    deadline: 'Deadline',
    baseline: 'Baseline',
  },
  tableCaption: (plan, year) => `${plan}: all indicators in ${year}`,
  legend: 'Bar = actual   tick = target   dark grey = plan for the year   white dot = last year',
  signs:
    '— not applicable   … missing   0 zero   dashed: target pending   L: achieved late   ◢ corrected after approval',
  abbreviations: (pairs) => pairs.map(([short, full]) => `${short}: ${full}`).join('; '),
  count: indicators,
  asOf: (year) => `As of 31 December ${year}.`,
  sentences: (parts) => parts.join(' '),
  printed: (title, year) => `${title} · as of 31 December ${year}`,
  printedFilter: (words) => `Filter: ${words.join(', ')}`,
  sourceLine:
    'Source: yearly figures entered by the departments and approved; statuses follow the published method.',

  clock: {
    label: 'As known when',
    now: 'As known now',
    reported: 'As reported then',
    asReported: (year, on) => `As reported when ${year} was sealed (${on})`,
    sealedOn: (year, on) => `The figures of ${year} were sealed on ${on}`,
    line: (words) => `${words}.`,
    changed: (count) =>
      count === 1
        ? 'One indicator changed after the seal'
        : `${count} indicators changed after the seal`,
    changedTag: 'changed after the seal',
    change: (name, change) =>
      `${name === '' ? '' : `${name}: `}${change.year} reported as ${change.reported}, now ${change.now}`,
  },

  tools: {
    label: 'Filter and order',
    search: 'Find an indicator',
    searchHint: 'Name or code (press /)',
    theme: 'Programme',
    allThemes: 'All programmes',
    department: 'Department',
    allDepartments: 'All departments',
    noDepartment: 'No department or lead undecided',
    sort: 'Order',
    documentOrder: 'As in the document',
    problemsFirst: 'Problems first',
    unapproved: 'Show unapproved figures (hollow)',
    clear: 'Show all',
    shown: (shown, total) => `${shown} of ${indicators(total)}`,
    status: (name) => `Status: ${name}`,
    nothing: 'No indicator fits.',
    keys: 'Keys: J/K next and previous row · Enter opens · [ ] change year · / finds',
  },

  firstDay: {
    title: 'No approved figures yet: three things come first',
    assign: 'Assign departments and enter baselines',
    assignWho: 'Administrator',
    assignCounts: (none, undecided, baselines, pending) =>
      [
        none > 0 ? `${none} without a department` : '',
        undecided > 0 ? `${undecided} with an undecided lead` : '',
        baselines > 0 ? `${baselines} without a baseline` : '',
        pending > 0 ? `${pending} with a pending target` : '',
      ]
        .filter((words) => words !== '')
        .join(', ') || 'Departments, baselines and targets are complete',
    assignLink: 'See coverage',
    enter: 'Enter the yearly figures',
    enterWho: 'Departments',
    enterCounts: (ready, year) =>
      ready > 0
        ? `${indicators(ready)} can take ${ready === 1 ? 'its' : 'their'} figure for ${year}`
        : 'Opens once departments are assigned',
    enterLink: 'Go to entry',
    approve: 'Approve',
    approveWho: 'Reviewer',
    approveCounts: (waiting) =>
      waiting > 0
        ? `${waiting} waiting; approved figures appear here`
        : 'Approved figures appear here',
    approveLink: 'Go to review',
    tableTitle: 'Targets set by the document',
    tableCaption: (count) => `The ${indicators(count)} of the document and their targets`,
    baselineMissing: 'To be entered',
    baselineNone: 'Not needed',
    open: 'Settings',
  },

  why: {
    title: (name) => `${name}: why this status`,
    source: (source) => (source === '' ? 'Source not stated' : source),
    noSource: 'No approved figure yet',
    lead: (words) => `Department: ${words}`,
    more: 'Press Enter for every step',
  },

  indicator: {
    back: 'Overview',
    clause: 'Text of the document',
    openClause: 'Show in the document',
    previous: 'Previous',
    next: 'Next',
    settings: 'Settings',
    enter: 'Enter figures',
    why: 'Why this status',
    trajectory: 'Trajectory',
    steps: 'Conditions',
    levelsTitle: 'Levels',
    table: 'Yearly figures',
    showTable: 'Show data',
    measures: (count) => `Supporting measures (${count})`,
    noMeasures: 'The document names no measure for this indicator.',
    measure: (number, title) => `${number}. ${title}`,
    revisions: 'Revision history',
    audit: 'Everything done about this indicator: entered, signed, approved, returned, corrected',
    noRevisions: 'No figures and no revisions yet.',
    ambiguities: 'Notes on the definition',
    tentative: 'The document says "strive for": this changes the wording, never the arithmetic.',
    incremental: 'Counts what is new since the baseline.',
    notFound: 'There is no such indicator',
    notFoundBody: 'It may belong to another plan, or the address is wrong.',
    subtitle: (unit, from, to) =>
      unit === null ? `${from}–${to}` : `Unit: ${unit}; ${from}–${to}`,
    source: (department, sources) =>
      `Source: ${department}${sources === '' ? '' : ` (${sources})`}, approved.`,
    method:
      'The forecast follows the speed of past years; the shade is a scenario band, not a confidence interval. The plan is a reference line, not a target of the document.',
    corrected: (years) => `The figure of ${years} was corrected after its approval.`,
    carried: (year, of) => `The report of ${year} carries the figure of ${of}.`,
    reviewed: (year, entered, approved) =>
      `Figure of ${year}: entered by ${entered}, approved by ${approved}`,
    reviewedBy: (name, on) => `${name} on ${on}`,
    unknownPerson: '(not visible)',
    downloads: 'Downloads',
    png: (times) => `Download PNG ${times}×`,
    svg: 'Download SVG',
    csv: 'Download CSV',
    failed: 'The browser could not draw the picture; please take the SVG.',
    chartDesc: 'The figures are the same as in the table "Yearly figures" below.',
  },

  chart: {
    target: (text) => `Target: ${text}`,
    forecast: (text) => `Forecast: ${text}`,
    band: (low, high) => `Scenario band ${low}–${high}`,
    noBand: 'Too few points for a band',
    plan: 'Reference line (not a target of the document)',
    limit: (text) => `To be kept: ${text}`,
    axisBreak: 'Axis does not start at 0',
    firstYear: (year) => String(year),
    actual: 'Actual',
    planName: 'Plan for the year',
    forecastName: 'Forecast',
    missing: 'Missing',
    unapproved: 'unapproved',
  },

  yearTable: {
    caption: (name) => `${name}: figures by year`,
    year: 'Year',
    value: 'Actual',
    plan: 'Plan for the year',
    completion: 'Completion',
    status: 'Status',
    dataStatus: 'Kind of figure',
    source: 'Source',
    marks: 'Marks',
    baseline: 'Baseline',
    unit: 'Unit',
  },

  evidence: {
    title: 'Evidence',
    none: 'There is no evidence beside these figures.',
    year: 'Year',
    name: 'File',
    size: 'Size',
    added: 'Added',
    addedBy: (name, on) => `${name}, ${on}`,
    kilobytes: (count) => `${count} kB`,
    damaged: '(missing or damaged, cannot be downloaded)',
  },

  revision: {
    year: 'Year',
    when: 'When',
    who: 'Who',
    what: 'What',
    change: 'Content',
    actions: {
      enter: 'Entered',
      change: 'Changed',
      submit: 'Submitted',
      sign: 'Signed',
      return: 'Returned',
      approve: 'Approved',
      seal: 'Sealed',
      correct: 'Corrected',
    },
    fields: {
      value: 'Value',
      numerator: 'Numerator',
      denominator: 'Denominator',
      level: 'Level',
      ground: 'Ground',
      source: 'Source',
      note: 'Note',
      dataStatus: 'Kind of figure',
      absence: 'Why there is no figure',
      scopeChange: 'Change of scope',
      conditions: 'Conditions',
      figureYear: 'Year of the figure',
      paper: 'Taken from',
    },
    from: (field, from, to) => `${field}: ${from} → ${to}`,
    set: (field, to) => `${field}: ${to}`,
    reason: (reason) => `Reason: ${reason}`,
    empty: 'empty',
  },
};
