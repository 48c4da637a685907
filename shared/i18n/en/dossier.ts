import type { DossierWords } from '../../dossier/words.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const dayOf = (day: string): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

const some = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const listed = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;

const said = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const MB = 1024 * 1024;
/** More are not named in the text. */
const MOST_NAMED = 8;

/** Every sentence of the dossier of an acceptance in English. */
export const dossier: DossierWords = {
  trial: 'Rehearsal',
  range: (low, high) => `${low}–${high}`,
  titles: {
    report: (year, programme) => `Report on the Acceptance of ${year}: ${programme}`,
    scoreSheet: (year, programme) => `Score Sheet of the Acceptance of ${year}: ${programme}`,
    evidenceList: (year, programme) => `Evidence for the Acceptance of ${year}: ${programme}`,
  },
  archiveName: (year, programme) => `Acceptance dossier ${year} - ${programme}`,
  fileNames: {
    report: '1-acceptance-report.docx',
    scoreSheet: '2-score-sheet.docx',
    evidenceList: '3-evidence-list.docx',
    basis: '4-basis.json',
  },
  folder: 'evidence',
  opening: (document, year) =>
    `This report gives the result of the acceptance of ${year} under the ${document}.`,
  heads: {
    course: 'How the acceptance was held',
    targets: 'Targets in general',
    items: 'Results by target',
    others: 'Measures and other matters',
    work: 'What was done',
    problems: 'Main problems',
    conclusion: 'Conclusion',
  },
  course: {
    opened: (day, sheet, approved, year) =>
      `The acceptance of ${year} was opened on ${dayOf(day)}; marks follow version ${sheet} of the score sheet${approved === null ? '' : `, approved by the leading group on ${dayOf(approved)}`}.`,
    sealed: (day, year) =>
      `Its figures are those of the package of ${year} sealed on ${dayOf(day)}.`,
    unsealed: (day, year) =>
      `The figures of ${year} were not sealed then; they are those approved by ${dayOf(day)}.`,
    self: (handedIn, of) =>
      `Of ${some(of, 'department', 'departments')}, ${handedIn} handed in a self-assessment.`,
    absent: (departments, reason) =>
      `${listed(departments)} did not${reason === '' ? '' : ` (${reason.replace(/\.$/, '')})`}.`,
    stillOut: (departments) => `${listed(departments)} had not done so yet.`,
    verified: (count, of, differing) =>
      `The assessors verified ${count} of ${some(of, 'item', 'items')}${differing === 0 ? '' : `; ${differing} got other marks than were claimed or computed`}.`,
    noDispute: 'No department objected to the verified marks.',
    disputes: (all, upheld, changed, open) =>
      `The departments objected to ${some(all, 'mark', 'marks')}: ${said([
        upheld === 0 ? '' : `${upheld} upheld`,
        changed === 0 ? '' : `${changed} changed`,
        open === 0 ? '' : `${open} not answered yet`,
      ])}.`,
    presented: (day) => `The result was laid before the leading group on ${dayOf(day)}.`,
    concluded: (day) => `The leading group concluded it on ${dayOf(day)}.`,
  },
  counts: (of, met, notMet, cannotJudge) =>
    `Of ${some(of, 'target', 'targets')} on the score sheet, ${met} ${met === 1 ? 'is' : 'are'} met, ${notMet} not met, and ${cannotJudge} cannot be judged.`,
  dueLater: (count) =>
    `Of these, ${count} ${count === 1 ? 'is' : 'are'} not due yet and judged by whether the target is reached.`,
  notInSheet: (names) =>
    `Not on the score sheet: ${some(names.length, 'target', 'targets')} (${listed(names)}).`,
  table: { caption: 'Table 1. Targets by theme', theme: 'Theme', total: 'Total' },
  verdict: (verdict, why) =>
    ` Verdict: ${verdict.toLowerCase()}${why === null ? '' : ` (${why})`}.`,
  late: ' Reached after its deadline; judged as of the deadline.',
  marks: ({ weight, self, marks, reason }) =>
    ` ${said([
      weight === null ? '' : `Out of ${weight}`,
      self === null ? '' : `self-assessed ${self}`,
      marks === null ? 'not verified yet' : `marks ${marks}`,
    ])}${reason === '' ? '' : ` (${reason.replace(/\.$/, '')})`}.`,
  excluded: ' Left out by the score sheet; the rest is scaled up.',
  partHead: (part, marks) => (marks === null ? part : `${part} (${marks})`),
  struck: ' It strikes the whole result.',
  notStruck: ' It does not apply.',
  objected: (state, from, to) =>
    state === 'open'
      ? ` The department objected to ${from}; not answered yet.`
      : state === 'upheld'
        ? ` The department objected; ${from} was upheld.`
        : ` The department objected; ${from} became ${to}.`,
  measures: (of, { done, mostlyDone, inProgress, notStarted }) =>
    `Of ${some(of, 'measure', 'measures')}: ${said([
      done === 0 ? '' : `${done} done`,
      mostlyDone === 0 ? '' : `${mostlyDone} mostly done`,
      inProgress === 0 ? '' : `${inProgress} in progress`,
      notStarted === 0 ? '' : `${notStarted} not started`,
      of === done + mostlyDone + inProgress + notStarted
        ? ''
        : `${of - done - mostlyDone - inProgress - notStarted} not reported`,
    ])}.`,
  nothingSaid: 'The self-assessments say nothing more.',
  notMet: (names) => `Not met: ${some(names.length, 'target', 'targets')} (${listed(names)}).`,
  because: (name, why) => `${name} (${why})`,
  cannotJudge: (names) =>
    `Cannot be judged: ${some(names.length, 'target', 'targets')} (${listed(names)}).`,
  reduced: (parts) =>
    `Marks taken off by the assessors: ${some(parts.length, 'item', 'items')} (${parts.join('; ')}).`,
  reducedBy: (name, marks, reason) =>
    `${name}, ${marks} off${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`}`,
  lacking: (names, of) =>
    names.length > MOST_NAMED
      ? `Of ${of} targets, ${names.length} lack evidence; see Annex 2.`
      : `Evidence is lacking for ${some(names.length, 'target', 'targets')} (${listed(names)}); see Annex 2.`,
  noProblem:
    'No target is missed or without a verdict, no marks were taken off, and no evidence is lacking.',
  units: {
    caption: 'Table 2. Marks by department (basic items)',
    department: 'Department',
    of: 'Out of',
    self: 'Self-assessed',
    marks: 'Marks',
  },
  result: (score, of, grade) =>
    `The result is ${score} (basic marks out of ${of}); ${grade === null ? 'the score sheet has no grade for it' : `grade: ${grade}`}.`,
  vetoed: (names) => `Struck by a veto: ${listed(names)}.`,
  concluded: (day) => `Concluded by the leading group on ${dayOf(day)}.`,
  notConcluded: 'Not concluded by the leading group: to be checked, not to be relied upon.',
  columns: {
    number: 'No.',
    group: 'Group',
    item: 'Item',
    target: 'Target',
    figure: 'Figure',
    weight: 'Weight',
    standard: 'Rule',
    self: 'Self-assessed',
    marks: 'Marks',
    reason: 'Reason',
    files: 'Evidence',
    demand: 'What is asked for',
    have: 'There / due',
    remarks: 'Remarks',
    name: 'File',
    size: 'Size',
    use: 'Handed in for',
    sha256: 'Check value (SHA-256)',
  },
  strikes: 'strikes',
  leftOut: (why) => (why === null ? 'left out' : `left out (${why})`),
  between: ', ',
  under: (department) => `(${department})`,
  usedFor: (of, what) => `${of}: ${what.toLowerCase()}`,
  total: 'Total',
  grade: 'Grade',
  signatures:
    'For the department: ____________________    For the assessors: ____________________    Date: ______________',
  sheetNotes: [
    'Marks that figures decide are computed by the rule; “—” does not apply, “…” there is none. Numbers of evidence are those of Annex 2.',
  ],
  demands: {
    source: 'Source of the figure',
    file: 'File behind the figure',
    list: 'Named list',
    recognition: 'Numbers of recognition',
    conditionDocument: 'Documents of conditions met',
    ground: 'Ground of the rating',
    targetDocument: 'Document assigning the target',
    baselineDocument: 'What the baseline rests on',
    measures: 'Reports on its measures',
    actions: 'Decisions of meetings carried out',
  },
  have: (have, of) => `${have}/${of}`,
  complete: 'complete',
  lacks: (count) => `${count} missing`,
  itemFiles: 'Files of self-assessments and objections',
  purposes: { self: 'self-assessment', dispute: 'objection' },
  filesCaption: (count) => `Files (${count})`,
  missing: 'original lost or damaged, not in the dossier',
  bytes: (size) =>
    size >= MB ? `${(size / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1024))} kB`,
  filesNote:
    'The files are in the folder “evidence”; their names begin with these numbers. A check value shows whether a file was changed.',
  proof: (basis, seal) =>
    `This dossier was written from the figures fixed when the acceptance was opened, SHA-256 ${basis}${seal === null ? '' : `; their sealed package, SHA-256 ${seal}`}`,
};
