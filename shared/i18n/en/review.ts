import type { Messages } from '../zh-CN.ts';

const s = (count: number): string => (count === 1 ? '' : 's');

export const review: Messages['review'] = {
  counts: (year, waiting, returned, approved) =>
    `${year}: ${waiting} waiting · ${returned} returned · ${approved} approved`,
  onlyHeld: 'Only those with remarks',
  noneHeld: 'Nothing has remarks',
  noneHeldBody:
    'Nothing that waits needs a look of its own. Clear "Only those with remarks" to see everything.',
  selectAll: 'Select all',
  selected: (count) => `${count} selected`,
  approveSelected: (count) => `Approve ${count} selected`,
  select: (code, year) => `Select ${code} (${year})`,
  keys: 'X select · Shift+click for a range',
  bulkDone: (count) => `${count} figure${s(count)} approved; they count on the overview now.`,
  bulkNone: 'Nothing was approved.',
  bulkRest: (count) => `${count} ${count === 1 ? 'was' : 'were'} not approved:`,
  bulkLine: (code, outcome) => `${code}: ${outcome}`,
  outcomes: {
    approved: 'approved',
    heldBack: 'has to be looked at by itself',
    notFound: 'does not wait any more',
    forbidden: 'you may not approve it',
    staleVersion: 'changed a moment ago; look at it again',
    wrongState: 'cannot be approved as it stands',
    signatureNeeded: 'the department head has not signed it yet',
    roundNotOpen: 'entry for the year has not begun',
    roundClosed: 'entry for the year is closed',
    roundSealed: 'the year is sealed',
    ownEntry: 'you entered it; somebody else has to approve it',
  },

  planned: 'Plan',
  unsigned: 'Not signed yet',
  signed: (name) => `Signed by ${name}`,
  straightBack: 'Handed in again',
  findings: (count) => `${count} remark${s(count)}`,
  note: 'Has a note',
  evidence: (count) => `${count} file${s(count)}`,
  returns: (count) => `Returned ${count === 1 ? 'once' : `${count} times`}`,
  held: 'One by one',
  figureOf: (year) => `Figure of ${year}`,
  scope: 'Scope changed',
  paper: 'From paper',
  corrected: (count) => `Corrected ${count === 1 ? 'once' : `${count} times`}`,

  detail: {
    findings: 'Checks',
    returns: 'Earlier returns',
    returnsOfIndicator: (count) =>
      `This indicator came back ${count === 1 ? 'once' : `${count} times`} in all years`,
    returned: (name, when, reason) => `${name}, ${when}: ${reason}`,
    revisions: 'Changes',
    evidence: 'Evidence',
    list: 'Named list',
    toEntry: 'Open the entry page',
  },

  reasons: {
    figureWrong: { label: 'Figure wrong', hint: 'differs from its source, or miscalculated' },
    scopeMismatch: {
      label: 'Wrong scope',
      hint: 'not the definition of the indicator, or not that of earlier years',
    },
    evidenceLacking: {
      label: 'Evidence missing',
      hint: 'a document number, a named list or a file is missing',
    },
    explanationLacking: {
      label: 'Explanation missing',
      hint: 'a large change without a reason',
    },
    unitWrong: { label: 'Wrong unit', hint: 'for example yuan instead of 10,000 yuan' },
    other: { label: 'Other', hint: 'say it below' },
  },
  reason: (label, text) => (text === label ? label : `${label}: ${text}`),
  returning: {
    reason: 'Reason',
    text: 'In your words',
    textHint: 'Say what has to change; the department will read it.',
    needed: 'Say why it goes back.',
    choose: 'Choose a reason.',
  },

  paperField: 'Taken from',
  paperHint:
    'This year has no round: name the paper the figure comes from, for example "Annual report 2016, page 3".',
  figureYear: 'Year of the figure',
  figureYearHint:
    'Where the figure is published late, that of an earlier year may stand in; name its source.',
  ownYear: (year) => `${year} (this year)`,
  otherYear: (year) => String(year),
  closed: {
    planned: (year) => `Entry for ${year} has not begun.`,
    closed: (year) =>
      `Entry for ${year} is closed. Nothing new can be entered; what was returned can still be corrected.`,
    sealed: (year) => `${year} is sealed. Figures change by a correction only.`,
  },

  corrections: {
    title: 'Corrections asked for',
    count: (count) => `${count} waiting`,
    history: 'Corrections',
    ask: 'Ask for a correction',
    askTitle: (code, year) => `Ask for a correction of ${code}, ${year}`,
    askBody:
      'Enter the right figures and say why; evidence can be added once you have asked. When another reviewer approves, the new figure stands beside the old one.',
    reason: 'Reason',
    reasonHint: 'What is wrong with the old figure, and what the new one rests on.',
    submit: 'Ask',
    asked: (code) => `The correction of ${code} was asked for and waits for a decision.`,
    open: 'A correction of this figure has been asked for and waits for a decision.',
    item: (code, name, year) => `${code} ${name}, ${year}`,
    by: (name, when) => `Asked by ${name}, ${when}`,
    why: (reason) => `Reason: ${reason}`,
    changes: 'What changes',
    field: 'Field',
    before: 'Was',
    after: 'Becomes',
    approve: 'Approve',
    refuse: 'Refuse…',
    refuseSubmit: 'Refuse',
    withdraw: 'Withdraw',
    refuseTitle: (code) => `Refuse the correction of ${code}`,
    refuseReason: 'Why it is refused',
    done: {
      approve: 'corrected; what was put right counts from now on',
      refuse: 'correction refused',
      withdraw: 'request withdrawn',
    },
    statuses: {
      requested: 'Waiting',
      approved: 'Approved',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
    decided: (status, name, when) => `${status} (${name}, ${when})`,
    outdated:
      'What this is about changed after it was asked for. It has to be withdrawn and asked for again.',
    notYours: 'You sealed the year, entered this or asked for it: another reviewer has to decide.',
    statusChange: 'Status',
    files: 'What it rests on (evidence)',
    list: {
      change: 'Change the list…',
      changeNamed: (name) => `Change the list: ${name}`,
      follows: 'A named list counts this figure. Change the list, and the figure follows.',
      counted: (name, before, after) => `${name}: the list counts ${before} → ${after}`,
      first: (name, after) => `${name}: a new list counts ${after}`,
      added: (count) => `${count} added`,
      removed: (count) => `${count} removed`,
      changed: (count) => `${count} changed`,
      same: 'The list stays as it is.',
      baseline: 'baseline',
      more: (count) => `${count} more`,
    },
  },
};
