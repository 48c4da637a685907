import * as z from 'zod/mini';
import { checkContext } from './checks.ts';
import { knownIndicator } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { indicator } from './plans.ts';
import { reading, returned } from './readings.ts';
import { ROUND_STATES } from './rounds.ts';
import { id, instant } from './values.ts';

const figure = z.nullable(z.number());

/** One indicator of the sheet, with all that its row and the panel beside it show. */
export const sheetRow = z.object({
  /** With the approved readings of every year, so that plan, history and preview need no more. */
  indicator: knownIndicator,
  /** The parts of a ratio with their ids, which two rows can have in common; null: no ratio. */
  ratio: indicator.shape.ratio,
  /** The words of the document, verbatim, and what they leave open. */
  quote: z.string(),
  ambiguities: indicator.shape.ambiguities,
  /** null: not begun, or nothing that the one who asks may see. */
  reading: z.nullable(reading),
  /** The parts of this year as they stand, whoever gave them; null: not given, or not a ratio. */
  standing: z.object({ numerator: figure, denominator: figure }),
  /** Every time the reading came back, oldest first. */
  returns: z.array(returned),
  /**
   * What the checks compare its figures with, while somebody types and when it is handed in; its
   * evidence and lists are those of the row. Nothing of the evidence beside a reading that may not
   * be seen.
   */
  checks: checkContext,
});
export type SheetRow = z.output<typeof sheetRow>;

const department = z.object({ id: z.string(), shortNameZh: z.string(), nameEn: z.string() });

/** The year of one department: everything that its page shows, in one answer. */
export const sheet = z.object({
  plan: z.object({ id: z.string(), baselineYear: z.int(), endYear: z.int() }),
  year: z.int(),
  /** Whose sheet it is; null: the one who asks has no department, or none leads anything. */
  department: z.nullable(department),
  /** Whose sheets the one who asks may open: those that lead something. */
  departments: z.array(department),
  round: z.object({
    state: z.enum(ROUND_STATES),
    /** Days in China; null: there is no round, the year is entered from paper. */
    opensOn: z.nullable(z.string()),
    dueOn: z.nullable(z.string()),
    closedAt: z.nullable(instant),
    sealedAt: z.nullable(instant),
  }),
  /** Whether the one who asks may begin what is not begun yet. */
  mayBegin: z.boolean(),
  rows: z.array(sheetRow),
});
export type Sheet = z.output<typeof sheet>;

export const getSheet = endpoint({
  operationId: 'getSheet',
  method: 'GET',
  path: '/api/plans/{planId}/sheets/{year}',
  summary: 'The year of one department: its indicators with targets, earlier figures and readings',
  access: 'readings.seeUnapproved',
  params: z.strictObject({ planId: id, year: z.string().check(z.regex(/^\d{4}$/)) }),
  /** Whose; absent: the own one, for a reviewer the first. A reviewer may open any. */
  query: z.strictObject({ departmentId: z.optional(id) }),
  response: sheet,
});
