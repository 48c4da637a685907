import type { Messages } from '../zh-CN.ts';

type PlansWords = Messages['plans'];

const numbered: PlansWords['document']['numbered'] = {
  indicator: (code) => `Indicator ${code}`,
  measure: (code) => `Measure ${code}`,
  incentive: () => 'Incentive',
  safeguard: (code) => `Safeguard ${code}`,
  obligation: () => 'Obligation',
  body: () => 'Body',
};

const document: PlansWords['document'] = {
  title: 'Source document',
  lead: 'The Chinese text as it was issued, character for character, its own slips included. Dotted words are the source of an indicator; measures and safeguards are named in the margin. Select one to see what it is.',
  contents: 'Clauses',
  indicators: 'Indicators',
  measures: 'Measures',
  safeguards: 'Safeguards',
  themeIndicators: (theme) => `${theme} · indicators`,
  themeMeasures: (theme) => `${theme} · measures`,
  numbered,
  named: (label, title) => `${label}: ${title}`,
  highlighted: (names) => `Highlighted text: ${names.join('; ')}`,
  unknownClause: 'The clause in the address is not in this document. The whole text follows.',
  panel: 'About the clause and the document',
  close: 'Clear highlight',
  openIndicator: (code) => `Open indicator ${code}`,
  openSettings: 'Settings',
  tentative: 'The document says 力争 (strive for).',
  departments: (names) => `Responsible: ${names}`,
  alsoHere: 'The same words also name',
  standsIn: 'Stands in',
  contains: 'Contains',
  money: (count) => (count === 1 ? '1 incentive' : `${count} incentives`),
  supports: 'Indicators it supports',
  supportsNone: 'The document ties this measure to no indicator.',
  facts: 'About the document',
  documentNumber: 'Document number',
  issueDate: 'Date of issue',
  notStated: 'Not stated in the text',
  characters: 'Characters',
  checksumNote:
    'The checksum is computed from the whole text: use it to confirm that an archived copy is the same, character for character.',
  legend:
    'Codes such as A1 are drawn on the screen only. They are not in the text and are not copied with it.',
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const coverage: PlansWords['coverage'] = {
  title: 'What the plan still lacks',
  lead: 'A gap harms nothing that was entered, but its indicator cannot be judged yet or nobody reports it. Each one that is filled disappears from here.',
  completeTitle: 'Nothing is missing',
  completeBody: (indicators) =>
    `All ${indicators} indicators have a department, a target and the baseline they need; measures and indicators are tied to each other.`,
  toOverview: 'Go to the overview',
  workTitle: (total) => plural(total, 'gap to fill', 'gaps to fill'),
  what: 'What is missing',
  count: 'Count',
  who: 'Who fills it',
  how: 'How',
  done: 'Complete',
  gaps: {
    department: {
      what: 'Indicators without a department',
      short: 'No department',
      who: 'Administrator',
      how: 'Once the committee has divided the work, name the lead and supporting departments in the settings.',
    },
    lead: {
      what: 'Indicators with an undecided lead',
      short: 'Lead undecided',
      who: 'Administrator',
      how: 'The document lists several departments and no lead. Once it is decided, leave one lead in the settings.',
    },
    target: {
      what: 'Indicators whose target is pending',
      short: 'Target pending',
      who: 'Administrator',
      how: 'When it is handed down, enter it in the settings as a percentage, tonnes cut or a ceiling, with its basis.',
    },
    baseline: {
      what: 'Indicators without a baseline',
      short: 'No baseline',
      who: 'Administrator',
      how: 'Enter year, value and basis from the statistics in the settings.',
    },
    measure: {
      what: 'Indicators without a measure',
      short: 'No measure',
      who: 'Administrator',
      how: 'The document names none. If one is added, change the plan file and run plan load again.',
    },
    indicator: {
      what: 'Measures without an indicator',
      short: 'No indicator',
      who: 'Administrator',
      how: 'The document sets none. If one is added, change the plan file and run plan load again.',
    },
  },
  indicatorsTitle: (count, all) => `Indicators with gaps (${count} of ${all})`,
  measuresTitle: (count) => `Measures without an indicator (${count})`,
  code: 'Code',
  indicator: 'Indicator',
  measure: 'Measure',
  columns: {
    department: 'Department',
    target: 'Target',
    baseline: 'Baseline',
    measure: 'Measures',
  },
  legend: '— nothing missing, or not needed by this kind of indicator',
};

const target: PlansWords['target'] = {
  pending: 'Target pending',
  by: (year, words) => `By the end of ${year}: ${words}`,
  atLeast: (figure) => `at least ${figure}`,
  atMost: (figure) => `at most ${figure}`,
  cut: (ceiling, year, base, tonnes) => `at most ${ceiling} (${year}: ${base} − ${tonnes})`,
  exactly: (figure) => `reach ${figure}`,
  range: (lower, upper) => `${lower}–${upper}`,
  notAbove: (year) => `not above the level of ${year}`,
  reduction: (year, percent) => `at least ${percent} below ${year}`,
  level: (name) => `reach the level ${name}`,
  conditions: (names) => `all of these hold: ${names.join(', ')}`,
  better: { up: 'above the baseline', down: 'below the baseline' },
};

const settings: PlansWords['settings'] = {
  title: 'Indicator settings',
  titleOf: (code, name) => `${code} ${name} · settings`,
  lead: 'Each save adds a version. Earlier versions cannot be changed or deleted: who entered what, when and on what grounds stays on record.',
  kind: (kind) => `Judged as: ${kind}`,
  unit: (unit) => `Unit: ${unit}`,
  deadline: (year, stated) =>
    stated ? `Due: end of ${year}` : `Due: end of ${year} (not in the text; end of the plan)`,
  toClause: 'See the clause',
  ambiguities: (count) => `Ambiguities of the text and how they were read (${count})`,
  noMark: 'Enter a number here. While there is none, leave it for later.',
  staleTitle: 'The page now shows the latest settings',
  staleBy: (name, when) =>
    name === null
      ? 'Please look again whether what you typed still fits what the page shows now, then save.'
      : `The latest entry is by ${name} (${when ?? ''}). Please look again whether what you typed still fits what the page shows now, then save; if in doubt, ask ${name} first.`,
  reset: 'Discard changes',
  version: 'Version',
  current: 'current',
  basis: 'Basis',
  basisHint: 'The document, statistics or minutes it rests on, by name.',
  documentNumber: 'Document number',
  effectiveDate: 'Effective from',
  effectiveDateHint: 'The date stated in the basis; if there is none, its date of issue.',
  entered: 'Entered',
  fromDocument: 'Source document',
  loaded: 'Loaded with the plan',
  linear: ', in equal yearly steps',

  departmentsTitle: 'Departments',
  leads: (name) => `Lead: ${name}`,
  undecidedAmong: (names) => `Lead undecided: ${names}`,
  supports: (names) => `Supporting: ${names}`,
  leadNote: 'Reporters of the lead department enter the yearly figures.',
  undecidedNote:
    'Several departments are listed and none leads. Until one does, nobody can enter figures.',
  noLeadNote: 'No department answers for this indicator yet, so nobody can enter figures.',
  departmentsVersions: 'All assignments',
  departmentsForm: 'Assign departments',
  department: 'Department',
  duties: { lead: 'Lead', supporting: 'Supporting', none: 'None' },
  dutyOf: (department, duty) => `${department}: ${duty}`,
  ended: 'ended',
  severalLeads:
    'Several leads are chosen: this is recorded as an undecided lead, and nobody can enter figures until there is one.',
  note: 'Grounds of the assignment',
  noteHint: 'For example a document or the minutes of the committee.',
  saveDepartments: 'Save departments',
  departmentsSaved: (code) => `The departments of ${code} are saved.`,

  targetTitle: 'Target',
  targetVersions: 'Versions of the target',
  pendingNote:
    'The document asks only for what is handed down from above and gives no figure. Enter it here when it comes.',
  targetFixed: 'The target is the conditions named in the document; it cannot be put anew here.',
  targetForm: 'Add a version of the target',
  expression: 'How the target is put',
  expressions: {
    percentage: {
      label: 'Percentage reduction',
      hint: 'Percent below the baseline; 0 means not above it.',
    },
    tonnesCut: {
      label: 'Tonnes cut',
      hint: 'Subtracted from the baseline, which has to be entered first.',
    },
    ceiling: { label: 'Ceiling', hint: 'The figure not to be exceeded at the end.' },
    value: { label: 'Value', hint: 'In the way of the document.' },
  },
  targetFields: {
    '/reductionPct': 'Reduction',
    '/tonnes': 'Cut',
    '/value': 'Target value',
    '/lower': 'Lower bound',
    '/upper': 'Upper bound',
    '/targetLevel': 'Level to reach',
  },
  reductionHint: 'A number such as 15; 0 means not above the baseline.',
  baselineFirst: 'There is no baseline yet to subtract from. Enter it below first.',
  preview: 'The target once saved',
  previewOpen: 'Shown here when the figure is entered',
  saveTarget: 'Add target version',
  targetSaved: (code) => `A version of the target of ${code} is added.`,

  baselineTitle: 'Baseline',
  baselineVersions: 'Versions of the baseline',
  baselineIs: (year, figure) => `${year}: ${figure}`,
  noBaseline: 'No baseline yet',
  baselineNotNeeded: 'No baseline needed',
  noBaselineNote: (kind) =>
    kind === 'rating'
      ? 'Without one, the lowest level is taken as the start.'
      : kind === 'milestone'
        ? 'Only the conditions count.'
        : 'Without one, what each year should bring cannot be worked out, so progress is not judged.',
  baselineWithdrawn: 'Taken back, no baseline',
  baselineNeedless: 'Milestones have no baseline.',
  byWording: 'By the wording: counted from zero',
  restatedTag: ' (restated)',
  baselineForm: 'Enter a baseline',
  year: 'Year',
  baselineValue: 'Baseline value',
  restated: 'Restated after a change of scope',
  restatedHint: 'The same year, worked out in the new way.',
  withdraw: 'Take back the baseline that stands',
  withdrawHint: 'Progress is not judged without one; the earlier versions stay on record.',
  saveBaseline: 'Add baseline version',
  baselineSaved: (code) => `A version of the baseline of ${code} is added.`,

  checkpointsTitle: 'Checkpoints',
  checkpointsVersions: 'Versions of the checkpoints',
  noCheckpoints: 'No checkpoints',
  checkpointsCleared: 'Cleared',
  checkpointsNote: 'A year with a checkpoint is judged by it, the others by the path between.',
  checkpointsNeedless: 'This kind of indicator has no yearly figures to set checkpoints for.',
  checkpointIs: (year, figure) => `${year}: ${figure}`,
  checkpointsForm: 'Put the checkpoints anew',
  checkpointsEmpty: 'No year at all. Saved like this, the checkpoints that stand are cleared.',
  checkpointsNone: 'No year is entered yet.',
  checkpointValue: 'Value',
  checkpointPct: 'Below the baseline by',
  orValue: 'Or a value',
  row: (nth) => `Row ${nth}`,
  rowField: (nth, label) => `Row ${nth}, ${label.toLowerCase()}`,
  addCheckpoint: 'Add a year',
  remove: 'Remove',
  removeRow: (nth) => `Remove row ${nth}`,
  saveCheckpoints: 'Save all checkpoints',
  checkpointsSaved: (code) => `A version of the checkpoints of ${code} is added.`,
};

export const plans: PlansWords = {
  listed: (names) => names.join(', '),
  listedLong: (parts) => parts.join('; '),
  document,
  coverage,
  target,
  settings,
};
