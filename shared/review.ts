import * as z from 'zod/mini';
import { finding } from './checks.ts';
import { endpoint } from './endpoint.ts';
import { returned } from './readings.ts';
import { id } from './values.ts';

/** What is known beside a reading that waits, for the one who decides about it. */
export const reviewed = z.object({
  readingId: z.string(),
  /** Every time that it came back, oldest first. */
  returns: z.array(returned),
  /** How often readings of the indicator came back, in all years. */
  indicatorReturns: z.int(),
  /** What the checks say of it as it stands, hard ones first. */
  findings: z.array(finding),
  /** Not to be approved among others: a check found something, or it is not comparable. */
  held: z.boolean(),
  /** Pieces of evidence beside it. */
  evidence: z.int(),
});
export type Reviewed = z.output<typeof reviewed>;

export const review = z.object({
  /**
   * How far each year is, of all indicators that the one who asks decides about; years without a
   * reading are left out.
   */
  years: z.array(
    z.object({ year: z.int(), waiting: z.int(), returned: z.int(), approved: z.int() }),
  ),
  /** Those that are handed in. */
  items: z.array(reviewed),
});
export type Review = z.output<typeof review>;

export const getReview = endpoint({
  operationId: 'getReview',
  method: 'GET',
  path: '/api/plans/{planId}/review',
  summary: 'What lies beside the readings that wait for a signature or an approval, in one answer',
  access: 'readings.return',
  params: z.strictObject({ planId: id }),
  response: review,
});
