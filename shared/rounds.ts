import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { day, id, instant, line, version, year, yearInQuery } from './values.ts';

/** Where the year of a plan stands at the desk. `none`: it has no round and is entered from paper. */
export const ROUND_STATES = ['none', 'planned', 'open', 'closed', 'sealed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What decides about the state of a round. Days are days in China, `2018-12-31`. */
export interface RoundDates {
  readonly opensOn: string;
  readonly closedAt: string | null;
  readonly sealedAt: string | null;
}

/**
 * The state of a round on a day in China; null: there is no round.
 * @example roundStateOf({ opensOn: '2018-12-01', closedAt: null, sealedAt: null }, '2018-12-20')
 * // 'open'
 */
export function roundStateOf(round: RoundDates | null, today: string): RoundState {
  if (round === null) return 'none';
  if (round.sealedAt !== null) return 'sealed';
  if (round.closedAt !== null) return 'closed';
  return today < round.opensOn ? 'planned' : 'open';
}

/**
 * The calendar day of a moment in China, which has kept UTC+8 without summer time since 1991.
 * @example dayInChina(new Date('2018-12-31T15:59:58Z')) // '2018-12-31'
 */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * How far one indicator is in a round, as far as the one who asks may know. `notHandedIn`: never
 * handed in (a draft of another department is no more than that); `handedIn`: on its way, and whether
 * it is submitted, signed or returned is not theirs to know.
 */
export const DUTY_STATES = [
  'notHandedIn',
  'draft',
  'handedIn',
  'submitted',
  'signed',
  'returned',
  'approved',
  'sealed',
] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** `onTime` and `late` are of the first handing in and stay; `due` and `overdue`: there was none. */
export const PUNCTUALITIES = ['onTime', 'late', 'due', 'overdue'] as const;
export type Punctuality = (typeof PUNCTUALITIES)[number];

/** A rate as the two counts that it is made of: 12 of 16. */
const share = z.object({ done: z.int(), of: z.int() });
export type Share = z.output<typeof share>;

/** What is owed and what came, in numbers of indicators. */
export const roundCounts = z.object({
  owed: z.int(),
  /** Handed in at least once; one that was returned has been. */
  handedIn: z.int(),
  /** Where they stand now; null: not for the one who asks to know. */
  submitted: z.nullable(z.int()),
  signed: z.nullable(z.int()),
  returned: z.nullable(z.int()),
  /** Approved, and sealed ones with them. */
  approved: z.int(),
  onTime: z.int(),
  late: z.int(),
  overdue: z.int(),
  /** handedIn of owed; null: nothing is owed. */
  completeness: z.nullable(share),
  /** onTime of all that is decided: on time, late or overdue; null: nothing is yet. */
  punctuality: z.nullable(share),
});
export type RoundCounts = z.output<typeof roundCounts>;

const act = z.nullable(z.object({ name: z.string(), at: instant }));

export const round = z.object({
  planId: z.string(),
  year: z.int(),
  /** First day of entry and last day for handing in, both inclusive, in China. */
  opensOn: day,
  dueOn: day,
  state: z.enum(ROUND_STATES),
  /** Days left to the due day: 0 is the day itself, −3 three days past. As of the server's clock. */
  daysLeft: z.int(),
  created: act,
  closed: act,
  sealed: act,
  /** Of the whole plan. Indicators without one lead department are owed by nobody. */
  counts: roundCounts,
  version,
});
export type Round = z.output<typeof round>;

/** One indicator in a round: who owes it and how far it is. */
export const duty = z.object({
  indicatorId: z.string(),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** The one lead department; null: nobody owes it (无责任单位, or 牵头待定). */
  departmentId: z.nullable(z.string()),
  lead: z.enum(['named', 'undecided', 'none']),
  state: z.enum(DUTY_STATES),
  firstHandedInAt: z.nullable(instant),
  punctuality: z.enum(PUNCTUALITIES),
});
export type Duty = z.output<typeof duty>;

export const roundDepartment = z.object({
  id: z.string(),
  shortNameZh: z.string(),
  fullNameZh: z.string(),
  nameEn: z.string(),
  counts: roundCounts,
});
export type RoundDepartment = z.output<typeof roundDepartment>;

/** One department's report on one measure in a round. */
export const reportDuty = z.object({
  measureId: z.string(),
  number: z.int(),
  titleZh: z.string(),
  titleEn: z.string(),
  /** Who answers for it now: itself, or the department that took over. */
  departmentId: z.string(),
  /** Who owed it when the year ended, or began it. */
  namedDepartmentId: z.string(),
  state: z.enum(DUTY_STATES),
  firstHandedInAt: z.nullable(instant),
  punctuality: z.enum(PUNCTUALITIES),
});
export type ReportDuty = z.output<typeof reportDuty>;

export const roundDetails = z.extend(round, {
  /** Every indicator of the plan, in the document's order. */
  duties: z.array(duty),
  /** Those that owe something, by name as the plan has them. */
  departments: z.array(roundDepartment),
  /** The reports on measures, which are owed in the same round, counted by themselves. */
  measures: z.object({
    counts: roundCounts,
    departments: z.array(roundDepartment),
    duties: z.array(reportDuty),
  }),
  /** Whether the one who asks may withdraw it: nothing was handed in or called in under it. */
  withdrawable: z.boolean(),
});
export type RoundDetails = z.output<typeof roundDetails>;

const onePlan = z.strictObject({ planId: id });
const oneRound = z.strictObject({ planId: id, year: yearInQuery });

export const listRounds = endpoint({
  operationId: 'listRounds',
  method: 'GET',
  path: '/api/plans/{planId}/rounds',
  summary: 'The rounds of a plan with their state as of now, latest year first',
  access: 'person',
  params: onePlan,
  response: z.object({ items: z.array(round) }),
});

export const getRound = endpoint({
  operationId: 'getRound',
  method: 'GET',
  path: '/api/plans/{planId}/rounds/{year}',
  summary: 'A round with who owes what, as far as the one who asks may know',
  access: 'person',
  params: oneRound,
  response: roundDetails,
});

export const newRound = z.strictObject({ year, opensOn: day, dueOn: day });
export type NewRound = z.output<typeof newRound>;

export const openRound = endpoint({
  operationId: 'openRound',
  method: 'POST',
  path: '/api/plans/{planId}/rounds',
  summary: 'Open the round of a year: from which day departments enter, by which day they hand in',
  access: 'rounds.manage',
  params: onePlan,
  body: newRound,
  response: round,
  status: 201,
});

export const changeRound = endpoint({
  operationId: 'changeRound',
  method: 'PATCH',
  path: '/api/plans/{planId}/rounds/{year}',
  summary: 'Move the days of a round that is not closed',
  access: 'rounds.manage',
  params: oneRound,
  body: z.strictObject({ opensOn: z.optional(day), dueOn: z.optional(day) }),
  response: round,
  versioned: true,
  problems: ['wrongState'],
});

export const closeRound = endpoint({
  operationId: 'closeRound',
  method: 'POST',
  path: '/api/plans/{planId}/rounds/{year}/close',
  summary: 'Close an open round: nothing new is begun or handed in, what was returned is mended',
  access: 'rounds.manage',
  params: oneRound,
  response: round,
  versioned: true,
  problems: ['wrongState'],
});

export const reopenRound = endpoint({
  operationId: 'reopenRound',
  method: 'POST',
  path: '/api/plans/{planId}/rounds/{year}/reopen',
  summary: 'Open a closed round again, before its seal',
  access: 'rounds.manage',
  params: oneRound,
  response: round,
  versioned: true,
  problems: ['wrongState'],
});

export const withdrawRound = endpoint({
  operationId: 'withdrawRound',
  method: 'POST',
  path: '/api/plans/{planId}/rounds/{year}/withdraw',
  summary: 'Take back a round that was opened by mistake, while nothing was handed in under it',
  access: 'rounds.manage',
  params: oneRound,
  body: z.strictObject({ reason: line(500) }),
  versioned: true,
  problems: ['roundInUse', 'wrongState'],
});

/** What a notice calls in: the figure of an indicator, or the report on a measure. */
export const NOTICE_SUBJECTS = ['indicator', 'measure'] as const;

/** A notice that calls in what is missing (催报通知), as it was issued. */
export const notice = z.object({
  planId: z.string(),
  year: z.int(),
  /** 1, 2, 3 … within the round. */
  number: z.int(),
  departmentId: z.string(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  /** Who signs at its foot; null: the plan names no body. */
  issuerZh: z.nullable(z.string()),
  issuerEn: z.nullable(z.string()),
  dueOn: day,
  issuedAt: instant,
  issuedBy: z.string(),
  /**
   * What was missing then, in the document's order: figures, and after them reports on measures, whose
   * code is the number of the measure.
   */
  missing: z.array(
    z.object({
      subject: z.enum(NOTICE_SUBJECTS),
      code: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
    }),
  ),
  /** Days past the due day on the day of issue; 0: not past it. */
  daysOverdue: z.int(),
});
export type RoundNotice = z.output<typeof notice>;

export const listNotices = endpoint({
  operationId: 'listNotices',
  method: 'GET',
  path: '/api/plans/{planId}/rounds/{year}/notices',
  summary: 'The notices of a round: all for the reviewer, the own ones for a department',
  access: 'readings.seeUnapproved',
  params: oneRound,
  response: z.object({ items: z.array(notice) }),
});

export const issueNotice = endpoint({
  operationId: 'issueNotice',
  method: 'POST',
  path: '/api/plans/{planId}/rounds/{year}/notices',
  summary: 'Call in what one department has not handed in, as a numbered notice',
  access: 'rounds.manage',
  params: oneRound,
  body: z.strictObject({ departmentId: id }),
  response: notice,
  status: 201,
  problems: ['wrongState'],
});
