import * as z from 'zod/mini';
import { CORRECTION_STATUSES, CORRECTION_STEPS } from './correction-rules.ts';
import { endpoint } from './endpoint.ts';
import { LISTED_FIELDS } from './list-rules.ts';
import { LIST_MOST, LIST_SUBJECTS, listEntry, listEntryIn } from './lists.ts';
import { reportChanges, reportWords } from './measures.ts';
import { figures, readingChanges } from './readings.ts';
import { id, instant, line, version } from './values.ts';

const act = z.object({ userId: z.string(), name: z.string(), at: instant });

/** The new version of a list that a request brings, and what it changes. */
const correctedList = z.object({
  /** The figure that the list stands behind. */
  field: z.enum(LISTED_FIELDS),
  of: z.enum(LIST_SUBJECTS),
  subjectId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.nullable(z.string()),
  unitEn: z.nullable(z.string()),
  /** The version that it was made from; 0: there was none. */
  version: z.int().check(z.minimum(0)),
  /** What the list counted; null: there was none. And what it is to count. */
  counted: z.object({ before: z.nullable(z.number()), after: z.number() }),
  /** The members that come and go; the order says nothing. */
  added: z.array(listEntry),
  removed: z.array(listEntry),
  /** The name stays, something else of the entry does not. */
  changed: z.array(z.object({ before: listEntry, after: listEntry })),
});
export type CorrectedList = z.output<typeof correctedList>;

/** What every request has, whatever it is about. */
const request = {
  id: z.string(),
  year: z.int(),
  status: z.enum(CORRECTION_STATUSES),
  /** Why what stands is wrong; it becomes the reason of the revision. */
  reason: z.string(),
  requested: act,
  /** null: not decided yet. */
  decided: z.nullable(act),
  /** Why it was refused; null: it was not. */
  decisionNote: z.nullable(z.string()),
  /** How many files lie beside it; 0 for whoever sees no files. */
  files: z.int(),
  /** What it is about changed after it was asked: it can only be withdrawn or refused. */
  outdated: z.boolean(),
  /** What the one who asks may do with it now. */
  steps: z.array(z.enum(CORRECTION_STEPS)),
  version,
} as const;

/** A request to correct an approved figure (申请更正), and what came of it. */
export const readingCorrection = z.object({
  of: z.literal('reading'),
  ...request,
  readingId: z.string(),
  indicatorId: z.string(),
  /** The reading as it stood when it was asked, and as it is to be. */
  before: z.object(figures),
  after: z.object(figures),
  /** The lists that go with it; none for whoever sees no lists. */
  lists: z.array(correctedList),
});
export type ReadingCorrection = z.output<typeof readingCorrection>;

/** A request to correct an approved report on a measure, and what came of it. */
export const reportCorrection = z.object({
  of: z.literal('measureReport'),
  ...request,
  reportId: z.string(),
  measureId: z.string(),
  /** As the report was begun. */
  departmentId: z.string(),
  /** The report as it stood when it was asked, and as it is to be. */
  before: z.object(reportWords),
  after: z.object(reportWords),
});
export type ReportCorrection = z.output<typeof reportCorrection>;

export const correction = z.discriminatedUnion('of', [readingCorrection, reportCorrection]);
export type Correction = z.output<typeof correction>;

/**
 * A whole list as it is to be, made from the version that is named. The figure that it stands behind
 * is its count, said or not.
 */
const listIn = z.strictObject({
  field: z.enum(LISTED_FIELDS),
  version: z.int().check(z.minimum(0)),
  entries: z.array(listEntryIn).check(z.maxLength(LIST_MOST)),
});

const oneCorrection = z.strictObject({ correctionId: id });

export const requestCorrection = endpoint({
  operationId: 'requestCorrection',
  method: 'POST',
  path: '/api/readings/{readingId}/corrections',
  summary: 'Ask for a correction of an approved or sealed reading; If-Match names its version',
  access: 'corrections.request',
  params: z.strictObject({ readingId: id }),
  body: z.strictObject({
    reason: line(500),
    changes: readingChanges,
    lists: z._default(z.array(listIn).check(z.maxLength(LISTED_FIELDS.length)), []),
  }),
  response: readingCorrection,
  status: 201,
  versioned: true,
  bodyLimit: 8 * 1024 * 1024,
  problems: ['wrongState', 'conflict', 'correctionOutdated', 'idempotencyMismatch'],
});

export const requestReportCorrection = endpoint({
  operationId: 'requestReportCorrection',
  method: 'POST',
  path: '/api/measure-reports/{reportId}/corrections',
  summary: 'Ask for a correction of an approved or sealed report; If-Match names its version',
  access: 'corrections.request',
  params: z.strictObject({ reportId: id }),
  body: z.strictObject({ reason: line(500), changes: reportChanges }),
  response: reportCorrection,
  status: 201,
  versioned: true,
  problems: ['wrongState', 'conflict', 'idempotencyMismatch'],
});

export const listCorrections = endpoint({
  operationId: 'listCorrections',
  method: 'GET',
  path: '/api/corrections',
  summary: 'The corrections that the one who asks may see, latest first',
  access: 'person',
  query: z.strictObject({
    planId: z.optional(id),
    readingId: z.optional(id),
    reportId: z.optional(id),
    status: z.optional(z.enum(CORRECTION_STATUSES)),
  }),
  response: z.object({ items: z.array(correction) }),
});

export const approveCorrection = endpoint({
  operationId: 'approveCorrection',
  method: 'POST',
  path: '/api/corrections/{correctionId}/approve',
  summary: 'Put what is corrected beside what stood: a new revision, the state stays',
  access: 'corrections.decide',
  params: oneCorrection,
  response: correction,
  versioned: true,
  problems: ['wrongState', 'ownEntry', 'ownSeal', 'correctionOutdated'],
});

export const refuseCorrection = endpoint({
  operationId: 'refuseCorrection',
  method: 'POST',
  path: '/api/corrections/{correctionId}/refuse',
  summary: 'Leave what stands as it is, with a reason',
  access: 'corrections.decide',
  params: oneCorrection,
  body: z.strictObject({ note: line(500) }),
  response: correction,
  versioned: true,
  problems: ['wrongState', 'ownEntry', 'ownSeal'],
});

export const withdrawCorrection = endpoint({
  operationId: 'withdrawCorrection',
  method: 'POST',
  path: '/api/corrections/{correctionId}/withdraw',
  summary: 'The department takes its request back',
  access: 'corrections.request',
  params: oneCorrection,
  response: correction,
  versioned: true,
  problems: ['wrongState'],
});
