import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { amount, day, id, instant, line, optionalLine, yearInQuery } from './values.ts';

/** What a list (名单) stands behind: the count of an indicator, or a numerator or denominator. */
export const LIST_SUBJECTS = ['indicator', 'component'] as const;
export type ListSubject = (typeof LIST_SUBJECTS)[number];

/** Most entries of one list. */
export const LIST_MOST = 5000;

/** One enterprise or project, as it is saved. */
export const listEntryIn = z.strictObject({
  name: line(200),
  /** Of the recognition; null: none. */
  documentNumber: z._default(z.nullable(optionalLine(100)), null),
  /** Day of the recognition; null: not said. */
  recognisedOn: z._default(z.nullable(day), null),
  /** What it counts for, in the unit of the count: 1 for an enterprise, its workers in a roster. */
  quantity: z._default(amount.check(z.minimum(0)), 1),
  /** It was there at the baseline: listed, never counted as new (新增 only). */
  baseline: z._default(z.boolean(), false),
  /** A file beside a reading that the list stands behind; null: none. */
  evidenceId: z._default(z.nullable(id), null),
});
export type ListEntry = z.output<typeof listEntryIn>;

export const listEntry = z.object({
  name: z.string(),
  documentNumber: z.nullable(z.string()),
  recognisedOn: z.nullable(z.string()),
  quantity: z.number(),
  baseline: z.boolean(),
  evidenceId: z.nullable(z.string()),
});

const facts = {
  of: z.enum(LIST_SUBJECTS),
  subjectId: z.string(),
  /** 0: nobody has saved it yet. */
  version: z.int().check(z.minimum(0)),
  /** Σ quantity of the distinct names that are not of the baseline. */
  counted: z.number(),
  changed: z.nullable(z.object({ userId: z.string(), name: z.string(), at: instant })),
} as const;

export const namedList = z.object({
  planId: z.string(),
  year: z.int(),
  ...facts,
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.nullable(z.string()),
  unitEn: z.nullable(z.string()),
  /** Counts what is new since the baseline: entries may then be of the baseline. */
  incremental: z.boolean(),
  entries: z.array(listEntry),
  /** Whether the one who asks may save it now. */
  editable: z.boolean(),
  /** The latest list of an earlier year, to start from when a person says so; null: none. */
  previous: z.nullable(
    z.object({ year: z.int(), counted: z.number(), entries: z.array(listEntry) }),
  ),
  /** The files that entries may name. */
  evidence: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type NamedList = z.output<typeof namedList>;

export const namedListSummary = z.object({ ...facts, entries: z.int() });
export type NamedListSummary = z.output<typeof namedListSummary>;

const ofYear = z.strictObject({ planId: id, year: yearInQuery });
const one = z.strictObject({
  planId: id,
  year: yearInQuery,
  of: z.enum(LIST_SUBJECTS),
  subjectId: id,
});

export const listNamedLists = endpoint({
  operationId: 'listNamedLists',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/lists',
  summary: 'The lists of a year that the one who asks may see, with what they count',
  access: 'evidence.see',
  params: ofYear,
  response: z.object({ items: z.array(namedListSummary) }),
});

export const getNamedList = endpoint({
  operationId: 'getNamedList',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/lists/{of}/{subjectId}',
  summary: 'The enterprises or projects behind a count, a numerator or a denominator',
  access: 'evidence.see',
  params: one,
  response: namedList,
});

/** `If-Match: "0"` saves the first version. */
export const saveNamedList = endpoint({
  operationId: 'saveNamedList',
  method: 'PUT',
  path: '/api/plans/{planId}/years/{year}/lists/{of}/{subjectId}',
  summary: 'Save a whole list; the figure that it stands behind becomes its count',
  access: 'readings.enter',
  params: one,
  body: z.strictObject({ entries: z.array(listEntryIn).check(z.maxLength(LIST_MOST)) }),
  response: namedList,
  versioned: true,
  bodyLimit: 4 * 1024 * 1024,
  problems: ['wrongState', 'conflict', 'roundNotOpen', 'roundClosed', 'roundSealed'],
});
