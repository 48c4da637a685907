import type { Messages } from '../zh-CN.ts';
import type { Missing } from '../zh-CN/rounds.ts';
import { owedWords } from './owed.ts';

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;
const days = (number: number): string => count(number, 'day', 'days');
const WHAT: Record<Missing, string> = {
  figures: 'figures',
  reports: 'reports on measures',
  both: 'figures and reports on measures',
};

/** Rounds, what is missing, notices. */
export const rounds: Messages['rounds'] = {
  title: 'Rounds',
  lead: 'One a year: from which day departments enter, and by which day they hand in. A year without a round is entered from paper.',
  caption: 'The rounds by year',
  year: 'Year',
  state: 'State',
  states: {
    none: 'Not opened',
    planned: 'Not begun',
    open: 'Open',
    closed: 'Closed',
    sealed: 'Sealed',
  },
  opensOn: 'Opens on',
  dueOn: 'Due on',
  owed: 'Owed',
  handedIn: 'Handed in',
  submitted: 'To sign',
  signed: 'To review',
  returned: 'Returned',
  approved: 'Approved',
  completeness: 'Completeness',
  punctuality: 'On time',
  share: (done, of) => `${done}/${of}`,
  nothing: '—',
  unknown: 'Not shown',
  yearOf: (year) => String(year),
  emptyTitle: 'No round yet',
  emptyBody:
    'The reviewer of the committee opens one. Each department then finds what it owes, and by when, in its to-do list.',

  one: {
    title: (year) => `Round of ${year}`,
    days: (opensOn, dueOn) => `From ${opensOn} to ${dueOn}, both included`,
    left: (left) => (left === 0 ? 'due today' : `${days(left)} left`),
    past: (past) => `${days(past)} past the due day`,
    closedBy: (name, when) => `closed by ${name} on ${when}`,
    sealedBy: (name, when) => `sealed by ${name} on ${when}`,
    back: 'All rounds',
    notFoundTitle: 'This year has no round',
    notFoundBody:
      'A year without a round is entered from paper: each figure says which paper it was taken from.',
    print: 'Print',
  },

  departments: {
    title: 'By department',
    caption: (year) => `What each department owes and handed in, ${year}`,
    department: 'Department',
    total: 'Total',
    overdue: 'Overdue',
    callIn: 'Call in…',
    callInNamed: (department) => `Call in: ${department}`,
    empty: 'No indicator has one lead department yet, so nobody owes anything.',
    toCoverage: 'See the coverage',
    note: 'Handed in: at least once, even if it was returned since. On time: first handed in by the due day, that day included, Beijing time.',
  },

  reports: {
    title: 'Reports on measures',
    caption: (year) => `Reports on measures in ${year}`,
    open: 'To the reports',
  },

  missing: {
    title: 'Not handed in, overdue',
    caption: 'Indicators and reports on measures that were not handed in',
    code: 'Code',
    indicator: 'Indicator',
    state: 'State',
    states: {
      notHandedIn: 'Not handed in',
      draft: 'Draft, not handed in',
    },
    due: (left) => (left === 0 ? 'due today' : `${days(left)} left`),
    overdue: (past) => `${days(past)} overdue`,
    overdueAtClose: 'overdue',
    none: 'Everything that is owed was handed in.',
    reports: 'Reports on measures',
    ownerless: 'Owed by nobody',
    ownerlessNote:
      'No department leads these, or several do. Nobody can enter them until an administrator names one lead.',
    undecided: 'Lead undecided',
    noLead: 'No department',
  },

  manage: {
    open: 'Open a round',
    openTitle: 'Open the round of a year',
    openBody:
      'In a round the department head signs before the committee approves, and what the soft checks ask is answered in writing.',
    noYears: 'Every year of the plan has its round.',
    days: 'Change the dates',
    daysTitle: (year) => `Change the dates of the round of ${year}`,
    dueHint: 'Figures are still taken on the due day itself (Beijing time)',
    opened: (year) => `The round of ${year} is set`,
    moved: 'The dates are changed',
    close: 'Close the round',
    closeTitle: (year) => `Close the round of ${year}`,
    closeBody:
      'After that nothing new is entered or handed in; what was returned is still mended. It can be opened again until it is sealed.',
    closeMissing: (number, reports) => `Not handed in: ${owedWords(number, reports)}.`,
    closed: (year) => `The round of ${year} is closed`,
    reopen: 'Open again',
    chooseYear: 'Choose a year',
    withdraw: 'Withdraw the round…',
    withdrawTitle: (year) => `Withdraw the round of ${year}`,
    withdrawBody:
      'For a round that was opened by mistake. The year then has no round; drafts that departments began stay and are entered from paper. The withdrawal and its reason go into the audit log.',
    withdrawReason: 'Why it is withdrawn',
    withdrawSubmit: 'Withdraw the round',
    withdrawn: (year) => `The round of ${year} was withdrawn`,
    reopened: (year) => `The round of ${year} is open again`,
  },

  notices: {
    title: 'Notices',
    caption: 'The notices that were issued',
    number: 'Number',
    to: 'To',
    on: 'Date',
    count: 'Missing',
    by: 'Issued by',
    show: 'View and print',
    showNamed: (number) => `View and print ${number}`,
    none: 'No notice was issued yet.',
    callInTitle: (department) => `Notice to: ${department}`,
    callInBody: (number, reports) =>
      `The notice gets a number and is kept. It lists the ${owedWords(number, reports)} that this department has not handed in. Print and deliver it: nothing is sent by mail.`,
    issue: 'Number and issue it',
    issued: (number) => `${number} is issued`,
    numberOf: (year, number) => `Notice ${year}-${number}`,
    notFoundTitle: 'There is no such notice',
    notFoundBody: 'The address may be wrong, or the notice is to another department.',
  },

  paper: {
    title: (year, of) => `Notice: ${WHAT[of]} of ${year} not handed in`,
    to: (department) => `To: ${department}`,
    opening: (year, of, dueOn) =>
      `The plan asks for a written report at the end of each year. The ${WHAT[of]} of ${year} were to be handed in by ${dueOn}, that day included.`,
    overdue: (number, reports, past) =>
      `On the day of this notice your department has not handed in the following ${owedWords(number, reports)}, ${days(past)} overdue:`,
    notYet: (number, reports) =>
      `On the day of this notice your department has not handed in the following ${owedWords(number, reports)}:`,
    serial: 'No.',
    code: 'Code',
    indicator: 'Indicator',
    measure: 'Report on measure',
    measureNumber: 'Measure',
    closing: 'Please enter them without delay and hand them in after your head has signed.',
    closingFigures:
      'Please enter them without delay and hand them in after your head has signed. Where there is no figure, choose “unavailable” and say why.',
    print: 'Print',
  },
};
