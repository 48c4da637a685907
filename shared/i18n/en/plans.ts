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

export const plans: PlansWords = {
  listed: (names) => names.join(', '),
  document,
};
