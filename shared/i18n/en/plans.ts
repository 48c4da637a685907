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
  tentative: 'The document says “strive for” (力争).',
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

export const plans: PlansWords = {
  listed: (names) => names.join(', '),
  document,
  coverage,
};
