import type { Messages } from '../zh-CN.ts';
import { owedWords } from './owed.ts';

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;
const days = (number: number): string => count(number, 'day', 'days');
const indicators = (number: number): string => count(number, 'indicator', 'indicators');
const figures = (number: number): string => count(number, 'figure', 'figures');
const departments = (number: number): string => count(number, 'department', 'departments');

/** What a person must do: what it is, why, and where it is done. */
export const todo: Messages['todo'] = {
  title: 'To do',
  lead: (number) => count(number, 'thing to do', 'things to do'),
  caption: 'What is to be done now',
  what: 'What',
  about: 'About it',
  due: 'Due',
  work: 'Go to',
  count: (number) => `${number} to do`,
  left: (left) => (left === 0 ? 'due today' : `${days(left)} left`),
  overdue: (past) => `${days(past)} overdue`,
  dueOn: (day) => day,
  ofPlan: (plan) => ` (${plan})`,
  list: (parts) => parts.join(', '),

  items: {
    mend: {
      what: (year, code, name) => `${year} · ${code} ${name}: returned`,
      about: (by, when, reason) => `Returned by ${by} on ${when}: ${reason}`,
      go: 'Mend it',
    },
    handIn: {
      what: (year, left, owed) => `${year}: ${left} of ${owed} still to hand in`,
      drafts: (number) => `${count(number, 'draft is', 'drafts are')} begun among them`,
      go: 'Enter figures',
    },
    mendReport: {
      what: (year, number, title) => `${year} measure ${number} ${title}: report returned`,
      go: 'Mend',
    },
    handInReports: {
      what: (year, left, owed) =>
        `${year}: ${left} of ${owed} reports on measures are not handed in`,
      go: 'Write',
    },
    signReports: {
      what: (year, count) =>
        `${year}: ${count} ${count === 1 ? 'report' : 'reports'} on measures to sign`,
      about: 'After your signature the committee reviews them',
      go: 'Sign',
    },
    reviewReports: {
      what: (year, count) =>
        `${year}: ${count} ${count === 1 ? 'report' : 'reports'} on measures to review`,
      about: 'Once approved they show on the measures and in the annual report',
      go: 'Review',
    },
    paperDrafts: {
      what: (year, number) => `${year}, from paper: ${count(number, 'draft', 'drafts')} to hand in`,
      about: 'This year has no round and is entered from paper',
      go: 'Enter figures',
    },
    correctionRefused: {
      what: (year, code, name) => `${year} · ${code} ${name}: correction refused`,
      about: (by, when, reason) => `${by}, ${when}: ${reason}`,
      unsaid: 'no reason was written',
      go: 'See it',
    },
    reportCorrectionRefused: {
      what: (year, number, title) =>
        `${year} measure ${number} ${title}: correction of the report refused`,
      go: 'See it',
    },
    sign: {
      what: (year, number) => `${year}: ${figures(number)} to sign`,
      about: 'The committee reviews what is signed',
      go: 'Sign',
    },
    review: {
      what: (year, number) => `${year}: ${figures(number)} to review`,
      about: 'What is approved counts on the board',
      go: 'Review',
    },
    decideCorrections: {
      what: (year, number) => `${year}: ${count(number, 'correction', 'corrections')} to decide`,
      about: 'The new value is kept beside the old one',
      go: 'Decide',
    },
    callIn: {
      what: (year, offices, number, reports) =>
        `${year}: ${departments(offices)} to call in, ${owedWords(number, reports)} overdue`,
      about: 'Issue a numbered notice, print and deliver it',
      go: 'Call in',
    },
    closeRound: {
      what: (year) => `${year}: close the round`,
      past: (left, reports) => `Past its due day; ${owedWords(left, reports)} not handed in`,
      complete: 'Everything that is owed was handed in',
      go: 'Open it',
    },
    sealRound: {
      what: (year) => `${year}: seal the round`,
      about: (approved, left) =>
        left === 0 ? `All ${approved} approved` : `${approved} approved, ${left} never handed in`,
      go: 'Open it',
    },
    issueReport: {
      what: (year) => `${year}: issue the annual report`,
      about: 'The year is sealed, so the report can be written and issued',
      go: 'Open it',
    },
    nameLeads: {
      what: (number) => `${indicators(number)} without one lead department`,
      about: 'Without a lead nobody can enter figures',
      go: 'Name leads',
    },
    enterBaselines: {
      what: (number) => `${indicators(number)} without a baseline`,
      about: 'Without it neither completion nor pace can be worked out',
      go: 'Enter them',
    },
    assignTargets: {
      what: (number) => `${indicators(number)} with a pending target`,
      about: 'To be entered with its grounds once it is assigned',
      go: 'Enter them',
    },
    addReporters: {
      what: (year, number) => `${year}: ${departments(number)} without a reporter`,
      go: 'Set up',
    },
    addHeads: {
      what: (year, number) => `${year}: ${departments(number)} without a head`,
      go: 'Set up',
    },
    lockedAccounts: {
      what: (number) =>
        `${count(number, 'account is', 'accounts are')} locked after wrong passwords`,
      about: 'Make sure who it is before unlocking, or let the lock run out',
      go: 'See them',
    },
    mendAction: {
      what: (number, text) => `${number} was sent back: ${text}`,
      about: (reason) => reason,
      go: 'Go on',
    },
    receiveAction: {
      what: (number, text) => `${number} to be received: ${text}`,
      about: 'Decided by a meeting and given to your department',
      go: 'Receive',
    },
    carryOut: {
      what: (number, text) => `${number} to be done: ${text}`,
      about: 'Report it when it is done; ask for more time before the due day',
      go: 'Open',
    },
    decideExtension: {
      what: (number, text) => `${number}, more time asked for: ${text}`,
      about: (day, reason) => `Until ${day}: ${reason}`,
      go: 'Decide',
    },
    verifyAction: {
      what: (number, text) => `${number} reported as done: ${text}`,
      about: 'Verify it, or send it back',
      go: 'Verify',
    },
    closeAction: {
      what: (number, text) => `${number} verified: ${text}`,
      about: 'Close it and it is off the list',
      go: 'Close',
    },
    writeMinutes: {
      what: (meeting) => `${meeting}: minutes to be drafted and sent to the chair`,
      about: (day) => `Held on ${day}`,
      go: 'Open',
    },
    closeMeeting: {
      what: (meeting) => `${meeting}: minutes confirmed, file to be closed`,
      about: (day) => `Held on ${day}`,
      go: 'Close',
    },
    confirmMinutes: {
      what: (meeting) => `${meeting}: minutes to be confirmed`,
      about: (day) => `Held on ${day}`,
      go: 'Confirm',
    },
    approveSheet: {
      what: (number) => `Score sheet of the acceptance (version ${number}): to be approved`,
      about: 'Once approved this version never changes',
      go: 'Approve',
    },
    assessSelf: {
      what: (year, count) =>
        `Acceptance ${year}: ${count} ${count === 1 ? 'item' : 'items'} to assess`,
      about: (unmarked) =>
        unmarked === 0
          ? 'Then lay it before the head of your department'
          : `${unmarked} of them ${unmarked === 1 ? 'needs a mark' : 'need marks'} of your own`,
      returned: (reason) => `Sent back: ${reason}`,
      go: 'Assess',
    },
    signSelf: {
      what: (year) => `Acceptance ${year}: your department’s self-assessment to sign`,
      about: 'Then the assessors verify it',
      go: 'Sign',
    },
    verifyItems: {
      what: (year, count) =>
        `Acceptance ${year}: ${count} ${count === 1 ? 'item' : 'items'} to verify`,
      about: 'What differs from the claimed or computed mark needs a reason',
      go: 'Verify',
    },
    answerDisputes: {
      what: (year, count) =>
        `Acceptance ${year}: ${count} ${count === 1 ? 'objection' : 'objections'} to answer`,
      about: 'Upheld or changed, with the reasons',
      go: 'Answer',
    },
    leadAcceptance: {
      what: {
        beginVerification: (year) =>
          `Acceptance ${year}: every department has handed in; verification can begin`,
        announce: (year) => `Acceptance ${year}: all verified; the marks can be announced`,
        present: (year) =>
          `Acceptance ${year}: no objection is open; it can go to the leading group`,
      },
      about: 'For the assessors to do',
      go: 'Go on',
    },
    concludeAcceptance: {
      what: (year) => `Acceptance ${year}: the result is to be concluded`,
      about: 'Nothing of it changes afterwards',
      go: 'Conclude',
    },
  },

  emptyTitle: 'Nothing to do now',
  emptyBody: 'New things appear here, and their number in the navigation.',
  noDutiesTitle: 'Your role has no tasks',
  noDutiesBody:
    'Entering, signing, reviewing and administration are done by others. The overview and every indicator are open to you at any time.',
  toOverview: 'Go to the overview',
};
