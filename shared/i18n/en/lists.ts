import type { Messages } from '../zh-CN.ts';

const s = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const lists: Messages['lists'] = {
  title: 'Named lists',
  heading: (name, year) => `List for ${year}: ${name}`,
  columns: {
    name: 'Name',
    documentNumber: 'Document number',
    recognisedOn: 'Recognised on',
    quantity: 'Quantity',
  },
  cells: {
    nameMissing: 'no name: add it or delete the row',
    tooLong: 'too long and cut: check it',
    notADay: 'write the date as 2018-03-05 or 2018年3月5日',
    dayMissing: 'the day is missing: complete the date',
    noSuchDay: 'there is no such day: check the date',
    negative: 'the quantity cannot be negative',
    notANumber: 'the quantity is not a number',
    grouping: 'commas or spaces in the quantity are in the wrong place',
    magnitudeWord: 'write the quantity out with its zeros',
    absentMark: 'the quantity must be a number, not a mark',
    severalNumbers: 'the quantity must be one number',
    scientific: 'write the quantity out in full',
    spreadsheetError: 'the quantity is a spreadsheet error',
    otherUnit: 'the unit of the quantity is another one',
    parentheses: 'parentheses do not mean a negative: check the quantity',
    inexact: 'the quantity has more than 15 digits',
    tooLarge: 'the quantity is too large: check the unit',
  },
  none: 'No list yet.',
  summary: (counted, entries) => `${entries} ${s(entries, 'entry', 'entries')}, counts ${counted}`,
  lastSaved: (name, at) => `saved by ${name}, ${at}`,
  open: 'Open list',
  begin: 'Start a list',
  named: (action, name) => `${action}: ${name}`,
  lead: 'Once saved, the figure is the count of this list. A name counts once; spaces, width and the kind of brackets make no difference.',
  leadDraft:
    'This is a copy of the list. Add and remove members here; it goes with the request, and until that is approved the list itself stays.',
  takeDraft: 'Put into the request',
  leadIncremental:
    'Only what is new counts. List those that were there at the baseline too, with a tick under At baseline: they do not count.',
  counted: 'Count',
  countedOf: (counted, entries, twice, baseline) => {
    const parts = [
      ...(twice > 0 ? [`${twice} listed twice`] : []),
      ...(baseline > 0 ? [`${baseline} at baseline`] : []),
    ];
    const beside = parts.length === 0 ? '' : ` (not counted: ${parts.join(', ')})`;
    return `${counted}, ${entries} ${s(entries, 'entry', 'entries')}${beside}`;
  },
  number: 'No.',
  baseline: 'At baseline',
  evidence: 'Evidence',
  noEvidence: 'None named',
  remark: 'Remark',
  twice: (line) => `same name as ${line}`,
  fromPrevious: (year) => `from the ${year} list`,
  work: 'Action',
  remove: 'Delete',
  removeNamed: (line) => `Delete entry ${line}`,
  cell: (line, column) => `Entry ${line}, ${column}`,
  add: 'Add an entry',
  empty: 'The list is empty. Paste it from Excel or WPS, or add entries one by one.',
  emptySaved:
    'The list is empty. An empty list is not 0: the figure will be cleared. If it is 0, close the list and type 0.',
  find: 'Find a name',
  page: (from, to, all) => `${from}–${to} of ${all}`,
  before: 'Previous',
  after: 'Next',
  paste: 'Paste from Excel or WPS',
  pasteHint:
    'One entry a row: name, document number, date, quantity. A row of headings may come first. Press Ctrl+V in the box.',
  pasteBox: 'Paste here',
  chooseFile: 'or read a CSV or text file',
  notText:
    'This file is not text. Open it in Excel or WPS and copy the rows here, or save it as CSV.',
  fileTooLarge: 'This file is larger than 2 MB; a list has at most 5,000 rows. Check it.',
  read: (rows, problems, twice) =>
    [
      `${rows} ${s(rows, 'entry', 'entries')} read`,
      ...(problems > 0 ? [`${problems} ${s(problems, 'cell', 'cells')} not understood`] : []),
      ...(twice > 0 ? [`${twice} with a name that is listed already`] : []),
    ].join(', '),
  readNothing: 'No name was found. Check what was pasted.',
  left: (rows) => `A list takes 5,000 entries; ${rows} more were not read.`,
  problemAt: (line, text) => `Row ${line}: ${text}`,
  moreProblems: (more) => `and ${more} more`,
  headings: 'The first row names the columns and was read so.',
  take: (rows) => `Add ${rows} ${s(rows, 'entry', 'entries')}`,
  dropPaste: 'Discard',
  taken: (rows) => `${rows} ${s(rows, 'entry', 'entries')} added, not saved yet.`,
  previous: (year, entries) =>
    `The ${year} list has ${entries} ${s(entries, 'entry', 'entries')}. You can start from it.`,
  takePrevious: (year) => `Take over the ${year} list`,
  previousTaken: (rows) =>
    `${rows} ${s(rows, 'entry', 'entries')} taken over, not saved yet. Check that each still holds this year.`,
  scopeChange: 'If the scope changed this year, tick that in the form and say why.',
  save: 'Save list',
  saving: 'Saving…',
  saved: (counted) => `The list is saved and counts ${counted}.`,
  cancel: 'Cancel',
  leaveTitle: 'The list has changes that are not saved',
  leaveBody: 'They are lost when it is closed.',
  leave: 'Close without saving',
  stay: 'Go on editing',
  checkRows: 'Some entries need correcting:',
  reread: 'Drop my changes and read it again',
};
