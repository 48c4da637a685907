import type { Messages } from '../zh-CN.ts';

/** The year sheet. */
export const sheet: Messages['sheet'] = {
  title: (year) => `Entry for ${year}`,
  lead: (department, count, done) =>
    `${department} leads ${count} ${count === 1 ? 'indicator' : 'indicators'}, ${done} submitted or approved.`,
  department: 'Department',
  progress: 'Submitted',
  caption: (department, year) => `Year sheet of ${department}, ${year}`,
  table: 'The sheet; it scrolls sideways',

  column: {
    code: 'No.',
    name: 'Indicator',
    unit: 'Unit',
    lastYear: 'Last year',
    plan: 'Plan',
    numerator: 'Numerator',
    denominator: 'Denominator',
    value: 'This year',
    dataStatus: 'Data',
    source: 'Source',
    note: 'Note',
    evidence: 'Evidence',
    check: 'Check',
  },
  cell: (code, column) => `${code} ${column}`,
  ground: 'Ground of the rating',
  absenceReason: 'Why there is no figure',
  conditions: (met, all) => `${met} of ${all} met`,
  conditionsOf: 'Conditions',
  conditionsTyped: 'Enter the days and documents of each condition on the right.',
  chooseLevel: 'Choose',
  same: (code) => `as ${code}`,
  following: (code) => `Shared with ${code}: enter it there`,
  ghost: (text) => `was ${text}`,
  ghostSource: "Last year's",
  takeGhost: (text) => `Take last year's ${text}`,
  taken: 'as last year',
  read: (number) => `read as ${number}`,
  notBegun: 'Empty',
  noEvidence: 'None',
  evidence: (count) => `${count} ${count === 1 ? 'file' : 'files'}`,

  check: {
    fine: '✓ Complete',
    lacking: (count) => `${count} missing`,
    reminded: (count) => (count === 1 ? '1 reminder' : `${count} reminders`),
    wrong: (count) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    choose: 'Choose one',
  },
  save: {
    saving: 'Saving…',
    saved: (time) => `Saved ${time}`,
    unsent: 'Not saved',
    unsentRows: (count) => `${count} ${count === 1 ? 'row' : 'rows'} not saved`,
    offline: 'Offline, kept here',
    offlineRows: (count) =>
      `Offline: ${count} ${count === 1 ? 'row is' : 'rows are'} kept on this computer and saved once the server is back`,
    stuck: (count) =>
      `${count} ${count === 1 ? 'row needs' : 'rows need'} a correction or a choice and ${count === 1 ? 'is' : 'are'} not saved`,
    clean: 'Saves by itself',
    allSaved: 'Everything is saved',
    said: (state) => `${state}. Every cell saves by itself when you leave it.`,
  },
  restored: (rows, when) =>
    `Put back what was not saved on this computer: ${rows.join(', ')} (typed ${when}). It is being saved now.`,

  undo: 'Undo',
  redo: 'Redo',
  keys: "Tab → · Enter ↓ · Esc restores · Ctrl+Z undoes · Ctrl+D as above · Alt+L last year's",
  paste: {
    title: 'Paste preview',
    plan: (rows, columns) =>
      `${rows} ${rows === 1 ? 'row' : 'rows'} × ${columns} ${columns === 1 ? 'column' : 'columns'} will be pasted`,
    unreadable: (count) => `${count} ${count === 1 ? 'cell cannot' : 'cells cannot'} be read`,
    closed: (count) =>
      `${count} ${count === 1 ? 'cell that cannot be filled in is' : 'cells that cannot be filled in are'} skipped`,
    beyond: 'what lies beyond the table is left out',
    join: (parts) => `${parts.join(', ')}.`,
    cell: (cell, text) => `${cell}: "${text}"`,
    coming: (from, to) =>
      [...(from === '' ? [] : [from]), '→', to === '' ? '(empty)' : to].join(' '),
    leftOut: (text) => `“${text}” left out`,
    kept: 'What cannot be read stays in its cell as it is and is marked, to be corrected.',
    apply: 'Paste',
    cancel: 'Cancel',
    nothing: 'There is no cell here that can be filled in.',
  },

  handIn: {
    button: 'Submit…',
    title: 'Submit',
    summary: (count) =>
      `${count} ${count === 1 ? 'thing needs' : 'things need'} correcting. Please check:`,
    cell: (code, field, sentence) => `${code} ${field}: ${sentence}`,
    ready: (count) => `${count} ${count === 1 ? 'indicator is' : 'indicators are'} ready`,
    noneReady: 'No indicator is ready to be submitted.',
    empty: (codes) => `Still empty: ${codes.join(', ')}`,
    unsaved: (codes) => `Not saved on the server yet and left out: ${codes.join(', ')}`,
    row: (code, name, value) => `${code} ${name}: ${value}`,
    send: (count) => `Submit ${count}`,
    sending: (at, all) => `Submitting ${at} of ${all}…`,
    close: 'Back to the sheet',
    done: (code) => `${code} is submitted`,
    failed: (code, why) => `${code} is not submitted: ${why}`,
    said: (done, failed) =>
      failed === 0
        ? `${done} submitted, waiting for review.`
        : `${done} submitted, ${failed} could not be.`,
  },
  signAll: {
    button: (count) => `Sign all (${count})`,
    pending: (at, all) => `Signing ${at} of ${all}…`,
    done: (code) => `${code} is signed`,
    failed: (code, why) => `${code} is not signed: ${why}`,
    said: (done, failed) =>
      failed === 0 ? `${done} signed.` : `${done} signed, ${failed} could not be.`,
  },

  round: {
    none: 'This year has no round: its figures are entered from paper.',
    planned: (day) => `The round opens on ${day}; until then the sheet can only be read.`,
    open: (day) => `The round is open: please submit by ${day}, that day included.`,
    closed: 'The round is closed: only what was returned can be changed.',
    sealed: 'This year is sealed: a correction has to be asked for.',
  },
  readOnly: "To be read only: the department's own reporters fill it in.",
  future: 'This year has not begun: nothing can be filled in.',

  panel: {
    title: (code) => `About ${code}`,
    choose: 'Choose a row: its definition, target clause, earlier figures and history appear here.',
    form: 'Open by itself',
    returns: 'Earlier returns',
    returned: (name, when) => `${name}, ${when}`,
    hide: 'Hide the side panel',
    show: 'Show the side panel',
  },
  returnedBecause: (reason) => `Returned because: ${reason}`,
  emptyTitle: 'Your department leads no indicator yet',
  emptyBody:
    'An administrator names the lead department in the settings of an indicator. If yours should lead one, please ask the administrator.',
  noDepartmentTitle: 'Your account has no department',
  noDepartmentBody:
    'Reporting goes by department. The security administrator sets yours in the user list.',
  toCoverage: 'See who is responsible for each indicator',
};
