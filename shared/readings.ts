import * as z from 'zod/mini';
import { approvals, toApprove } from './approvals.ts';
import { endpoint } from './endpoint.ts';
import { amount, day, id, instant, line, optionalLine, text, version, year } from './values.ts';
import { ROUND_STATES } from './rounds.ts';
import { READING_STATUSES, RETURN_REASONS, STEPS } from './workflow.ts';

/** 预计 / 快报 / 年报. Only the last is not provisional. */
export const DATA_STATUSES = ['estimate', 'preliminary', 'final'] as const;
export type DataStatus = (typeof DATA_STATUSES)[number];

/** No figure, on purpose: 无法提供 / 不适用. Different from not reported yet, and never 0. */
export const ABSENCES = ['unavailable', 'notApplicable'] as const;
export type Absence = (typeof ABSENCES)[number];

const conditionIn = z.strictObject({
  id,
  metOn: z.optional(z.nullable(day)),
  lostOn: z.optional(z.nullable(day)),
  documentNumber: z.optional(z.nullable(line(100))),
});

/**
 * What a department may type. Everything may be missing in a draft; handing in demands what the
 * indicator's kind needs. null takes a figure back.
 */
const typed = {
  dataStatus: z.optional(z.enum(DATA_STATUSES)),
  source: z.optional(optionalLine(200)),
  note: z.optional(text(4000)),
  /** In the indicator's unit; refused for ratios, whose value is computed. */
  value: z.optional(z.nullable(amount)),
  numerator: z.optional(z.nullable(amount)),
  denominator: z.optional(z.nullable(amount)),
  level: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(20)))),
  ground: z.optional(z.nullable(text(2000))),
  conditions: z.optional(z.array(conditionIn).check(z.maxLength(50))),
  absence: z.optional(
    z.nullable(
      z.strictObject({ kind: z._default(z.enum(ABSENCES), 'unavailable'), reason: line(500) }),
    ),
  ),
  /** Why the scope changed in this year (口径变化); null: it did not. */
  scopeChange: z.optional(z.nullable(line(500))),
  /** The paper that a figure older than the system was taken from (补录); null: entered here. */
  paper: z.optional(z.nullable(line(300))),
  /** The year that the figure is about, where it is older than the reading's own; else null. */
  figureYear: z.optional(z.nullable(year)),
} as const;

export const readingChanges = z.strictObject(typed);
export type ReadingChanges = z.output<typeof readingChanges>;
export const newReading = z.strictObject({ indicatorId: id, year, ...typed });
export type NewReading = z.output<typeof newReading>;

export const readingCondition = z.object({
  id: z.string(),
  metOn: z.nullable(z.string()),
  lostOn: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
});

/** The figures of a reading, as they stand or stood in one revision. */
export const figures = {
  dataStatus: z.enum(DATA_STATUSES),
  source: z.string(),
  note: z.string(),
  /** In the indicator's unit, unrounded; null: none given, or another field says it. */
  value: z.nullable(z.number()),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  level: z.nullable(z.int()),
  ground: z.nullable(z.string()),
  conditions: z.array(readingCondition),
  absence: z.nullable(z.object({ kind: z.enum(ABSENCES), reason: z.string() })),
  scopeChange: z.nullable(z.string()),
  paper: z.nullable(z.string()),
  figureYear: z.nullable(z.int()),
} as const;

/** Somebody and the moment they did it; null: nobody has yet. */
const act = z.nullable(z.object({ userId: z.string(), name: z.string(), at: instant }));

/** One time that a reading came back. */
export const returned = z.object({
  name: z.string(),
  at: instant,
  reason: z.string(),
  /** null: it went back before there was a list of reasons. */
  reasonCode: z.nullable(z.enum(RETURN_REASONS)),
});

export const reading = z.object({
  id: z.string(),
  indicatorId: z.string(),
  year: z.int(),
  status: z.enum(READING_STATUSES),
  ...figures,
  entered: act,
  changed: act,
  submitted: act,
  signed: act,
  /** The signature that it had before it was sent straight back; null: none, or it was signed anew. */
  signedBefore: act,
  approved: act,
  sealed: act,
  /** Why it came back, while it is returned. */
  returned: z.nullable(returned),
  /** How often it came back, ever. */
  returns: z.int(),
  /** How often an approved figure was corrected since; 0: never (更正). */
  corrections: z.int(),
  /** Of its year, now. */
  round: z.enum(ROUND_STATES),
  /** What the one who asks may do with it now. */
  steps: z.array(z.enum(STEPS)),
  editable: z.boolean(),
  version,
});
export type Reading = z.output<typeof reading>;

export const REVISION_ACTIONS = [
  'enter',
  'change',
  'submit',
  'sign',
  'return',
  'approve',
  'seal',
  'correct',
] as const;

export const revision = z.object({
  version,
  action: z.enum(REVISION_ACTIONS),
  at: instant,
  by: z.object({ userId: z.string(), name: z.string(), departmentId: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
  /** Why it went back, of the short list; null: it did not, or before there was one. */
  reasonCode: z.nullable(z.enum(RETURN_REASONS)),
  status: z.enum(READING_STATUSES),
  ...figures,
});
export type Revision = z.output<typeof revision>;

const oneReading = z.strictObject({ readingId: id });

export const listReadings = endpoint({
  operationId: 'listReadings',
  method: 'GET',
  path: '/api/readings',
  summary: 'The readings that the one who asks may see, by indicator and year',
  access: 'signedIn',
  query: z.strictObject({
    planId: z.optional(id),
    indicatorId: z.optional(id),
    year: z.optional(z.string().check(z.regex(/^\d{4}$/))),
    status: z.optional(z.enum(READING_STATUSES)),
  }),
  response: z.object({ items: z.array(reading) }),
});

export const createReading = endpoint({
  operationId: 'createReading',
  method: 'POST',
  path: '/api/readings',
  summary: 'Start the reading of one indicator in one year, as a draft',
  access: 'readings.enter',
  body: newReading,
  response: reading,
  status: 201,
  problems: [
    'conflict',
    'notFound',
    'idempotencyMismatch',
    'roundNotOpen',
    'roundClosed',
    'roundSealed',
  ],
});

export const getReading = endpoint({
  operationId: 'getReading',
  method: 'GET',
  path: '/api/readings/{readingId}',
  summary: 'One reading',
  access: 'signedIn',
  params: oneReading,
  response: reading,
});

export const changeReading = endpoint({
  operationId: 'changeReading',
  method: 'PATCH',
  path: '/api/readings/{readingId}',
  summary: 'Change a draft or a returned reading; what is not named stays',
  access: 'readings.enter',
  params: oneReading,
  body: readingChanges,
  response: reading,
  versioned: true,
  problems: ['wrongState', 'roundNotOpen', 'roundClosed', 'roundSealed'],
});

export const submitReading = endpoint({
  operationId: 'submitReading',
  method: 'POST',
  path: '/api/readings/{readingId}/submit',
  summary: 'Hand a complete reading in',
  access: 'readings.enter',
  params: oneReading,
  response: reading,
  status: 200,
  versioned: true,
  problems: ['wrongState', 'roundNotOpen', 'roundClosed', 'roundSealed'],
});

export const signReading = endpoint({
  operationId: 'signReading',
  method: 'POST',
  path: '/api/readings/{readingId}/sign',
  summary: 'The department head signs what was handed in',
  access: 'readings.sign',
  params: oneReading,
  response: reading,
  versioned: true,
  problems: ['wrongState', 'ownEntry', 'roundSealed'],
});

export const returnReading = endpoint({
  operationId: 'returnReading',
  method: 'POST',
  path: '/api/readings/{readingId}/return',
  summary: 'Send a reading back with a reason',
  access: 'readings.return',
  params: oneReading,
  body: z.strictObject({
    reason: line(500),
    reasonCode: z._default(z.enum(RETURN_REASONS), 'other'),
  }),
  response: reading,
  versioned: true,
  problems: ['wrongState', 'roundSealed'],
});

export const approveReading = endpoint({
  operationId: 'approveReading',
  method: 'POST',
  path: '/api/readings/{readingId}/approve',
  summary: 'Approve a reading: from now on it counts on the board',
  access: 'readings.approve',
  params: oneReading,
  response: reading,
  versioned: true,
  problems: ['wrongState', 'ownEntry', 'signatureNeeded', 'roundSealed'],
});

export const approveReadings = endpoint({
  operationId: 'approveReadings',
  method: 'POST',
  path: '/api/readings/approve',
  summary: 'Approve several readings; those with open soft checks are held back',
  access: 'readings.approve',
  body: toApprove,
  response: approvals,
});

export const listRevisions = endpoint({
  operationId: 'listRevisions',
  method: 'GET',
  path: '/api/readings/{readingId}/revisions',
  summary: 'The versions of a reading that the one who asks may see, oldest first',
  access: 'signedIn',
  params: oneReading,
  response: z.object({ items: z.array(revision) }),
});
