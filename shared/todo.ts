import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import type { Role } from './permissions.ts';
import { day, instant } from './values.ts';
import { RETURN_REASONS } from './workflow.ts';

/** Roles that have something to do here; the others look on. */
export const DUTY_ROLES = [
  'reporter',
  'departmentHead',
  'reviewer',
  'leader',
  'administrator',
  'securityAdministrator',
] as const satisfies readonly Role[];
export type DutyRole = (typeof DUTY_ROLES)[number];

/** @example hasDuties(['auditor']) // false */
export function hasDuties(roles: readonly Role[]): boolean {
  return DUTY_ROLES.some((role) => roles.includes(role));
}

/**
 * Whether somebody's day begins with what they must do. A leader confirms minutes now and then, and
 * comes for the board.
 * @example beginsWithDuties(['leader']) // false
 */
export function beginsWithDuties(roles: readonly Role[]): boolean {
  return DUTY_ROLES.some((role) => role !== 'leader' && roles.includes(role));
}

const indicator = {
  indicatorId: z.string(),
  indicatorCode: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
} as const;
const planYear = { planId: z.string(), year: z.int() } as const;

/** A department's year in an open round. Negative `daysLeft`: so many days overdue. */
const due = { dueOn: day, daysLeft: z.int() } as const;

/** A decision in the hands of departments. The year is that of its number. */
const action = {
  planId: z.string(),
  actionId: z.string(),
  issued: z.object({ year: z.int(), number: z.int() }),
  text: z.string(),
} as const;
const ofMeeting = {
  planId: z.string(),
  meetingId: z.string(),
  meeting: z.object({ number: z.int(), title: z.string(), heldOn: day }),
} as const;

const ofAcceptance = { ...planYear, acceptanceId: z.string() } as const;

const departments = z.array(
  z.object({ id: z.string(), shortNameZh: z.string(), nameEn: z.string() }),
);

/**
 * One thing that a person must do now. Codes and numbers; the client words them and knows the page.
 * They come in this order, the more pressing year first.
 */
export const todoItem = z.discriminatedUnion('code', [
  /** Reporter: it came back, with the reason and from whom. */
  z.object({
    code: z.literal('mend'),
    ...planYear,
    ...indicator,
    readingId: z.string(),
    reason: z.string(),
    /** null: it went back before there was a list of reasons. */
    reasonCode: z.nullable(z.enum(RETURN_REASONS)),
    by: z.string(),
    at: instant,
  }),
  /** Reporter: `left` of `owed` are not handed in yet; `drafts` of them are begun. */
  z.object({
    code: z.literal('handIn'),
    ...planYear,
    ...due,
    owed: z.int(),
    left: z.int(),
    drafts: z.int(),
  }),
  /** Reporter: a report on a measure came back, with the reason and from whom. */
  z.object({
    code: z.literal('mendReport'),
    ...planYear,
    measureId: z.string(),
    departmentId: z.string(),
    number: z.int(),
    titleZh: z.string(),
    titleEn: z.string(),
    reason: z.string(),
    reasonCode: z.nullable(z.enum(RETURN_REASONS)),
    by: z.string(),
    at: instant,
  }),
  /** Reporter: `left` of `owed` reports on measures are not handed in yet. */
  z.object({
    code: z.literal('handInReports'),
    ...planYear,
    ...due,
    owed: z.int(),
    left: z.int(),
    drafts: z.int(),
  }),
  /** Reporter: drafts of a year that has no round, entered from paper. */
  z.object({ code: z.literal('paperDrafts'), ...planYear, count: z.int() }),
  /** Reporter: a correction was refused, with why. Shown for two weeks. */
  z.object({
    code: z.literal('correctionRefused'),
    ...planYear,
    ...indicator,
    readingId: z.string(),
    reason: z.nullable(z.string()),
    by: z.nullable(z.string()),
    at: instant,
  }),
  /** The same of a report on a measure. */
  z.object({
    code: z.literal('reportCorrectionRefused'),
    ...planYear,
    measureId: z.string(),
    departmentId: z.string(),
    number: z.int(),
    titleZh: z.string(),
    titleEn: z.string(),
    reason: z.nullable(z.string()),
    by: z.nullable(z.string()),
    at: instant,
  }),
  /** Head: handed in by the own department and not typed by oneself. */
  z.object({ code: z.literal('sign'), ...planYear, count: z.int() }),
  /** Head and reviewer: reports on measures to be signed, or to be approved or sent back. */
  z.object({ code: z.literal('signReports'), ...planYear, count: z.int() }),
  z.object({ code: z.literal('reviewReports'), ...planYear, count: z.int() }),
  /** Reviewer: may be approved or sent back. */
  z.object({ code: z.literal('review'), ...planYear, count: z.int() }),
  z.object({ code: z.literal('decideCorrections'), ...planYear, count: z.int() }),
  /**
   * Reviewer: overdue departments of an open round, not called in within a week, with what they owe:
   * figures, and reports on measures.
   */
  z.object({
    code: z.literal('callIn'),
    ...planYear,
    ...due,
    departments: z.int(),
    indicators: z.int(),
    reports: z.int(),
  }),
  /** Reviewer: past its due day, or complete, and still open. `left`: not handed in. */
  z.object({
    code: z.literal('closeRound'),
    ...planYear,
    ...due,
    left: z.int(),
    reportsLeft: z.int(),
  }),
  /** Reviewer: closed, and nothing is between the desks. `left` of what is owed never came. */
  z.object({ code: z.literal('sealRound'), ...planYear, approved: z.int(), left: z.int() }),
  /** Reviewer and head: the latest sealed year, whose annual report is not issued. */
  z.object({ code: z.literal('issueReport'), ...planYear, scope: z.string() }),
  /** Administrator: what the plan lacks before it can be judged. */
  z.object({ code: z.literal('nameLeads'), planId: z.string(), count: z.int() }),
  z.object({ code: z.literal('enterBaselines'), planId: z.string(), count: z.int() }),
  z.object({ code: z.literal('assignTargets'), planId: z.string(), count: z.int() }),
  /** Security administrator: departments of a running round without an account that could act. */
  z.object({ code: z.literal('addReporters'), ...planYear, departments }),
  z.object({ code: z.literal('addHeads'), ...planYear, departments }),
  z.object({ code: z.literal('lockedAccounts'), count: z.int() }),
  /** Department: an action item came back, with the reason. */
  z.object({ code: z.literal('mendAction'), ...action, ...due, reason: z.string() }),
  /** Department: named by a decision, and not signed for. */
  z.object({ code: z.literal('receiveAction'), ...action, ...due }),
  /** Department that leads: due within a week, or overdue. */
  z.object({ code: z.literal('carryOut'), ...action, ...due }),
  /** Reviewer: what departments wait for. */
  z.object({ code: z.literal('decideExtension'), ...action, until: day, reason: z.string() }),
  z.object({ code: z.literal('verifyAction'), ...action }),
  z.object({ code: z.literal('closeAction'), ...action }),
  /** Reviewer: a meeting has ended and its minutes are not with the chair. */
  z.object({ code: z.literal('writeMinutes'), ...ofMeeting }),
  z.object({ code: z.literal('closeMeeting'), ...ofMeeting }),
  /** Leader: the minutes wait for the chair. */
  z.object({ code: z.literal('confirmMinutes'), ...ofMeeting }),
  /** Leader: a score sheet waits for the leading group. */
  z.object({
    code: z.literal('approveSheet'),
    planId: z.string(),
    sheetId: z.string(),
    number: z.int(),
  }),
  /** Department: its items are to be assessed and handed in. `reason`: why it came back, else ''. */
  z.object({
    code: z.literal('assessSelf'),
    ...ofAcceptance,
    departmentId: z.string(),
    count: z.int(),
    unmarked: z.int(),
    reason: z.string(),
  }),
  z.object({ code: z.literal('signSelf'), ...ofAcceptance, departmentId: z.string() }),
  /** Reviewer: items to mark, objections to answer, and the step that nothing stands in the way of. */
  z.object({ code: z.literal('verifyItems'), ...ofAcceptance, count: z.int() }),
  z.object({ code: z.literal('answerDisputes'), ...ofAcceptance, count: z.int() }),
  z.object({
    code: z.literal('leadAcceptance'),
    ...ofAcceptance,
    step: z.enum(['beginVerification', 'announce', 'present']),
  }),
  /** Leader: the result waits for the leading group. */
  z.object({ code: z.literal('concludeAcceptance'), ...ofAcceptance }),
]);
export type TodoItem = z.output<typeof todoItem>;
export type TodoCode = TodoItem['code'];

export const getTodo = endpoint({
  operationId: 'getTodo',
  method: 'GET',
  path: '/api/todo',
  summary: 'What the one who asks must do now, and nothing else',
  access: 'person',
  response: z.object({ items: z.array(todoItem) }),
});
