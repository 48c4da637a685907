import * as z from 'zod/mini';
import { id, version } from './values.ts';

/**
 * What became of one of several things that were to be approved at once, readings or reports: approved,
 * held back for a look of its own, or refused.
 */
export const APPROVAL_OUTCOMES = [
  'approved',
  'heldBack',
  'notFound',
  'forbidden',
  'staleVersion',
  'wrongState',
  'signatureNeeded',
  'roundNotOpen',
  'roundClosed',
  'roundSealed',
  'ownEntry',
] as const;
export type ApprovalOutcome = (typeof APPROVAL_OUTCOMES)[number];

/** Most things that one request approves. */
export const MOST_APPROVED = 200;

/** What is to be approved: each by the version that was looked at. */
export const toApprove = z.strictObject({
  items: z.array(z.strictObject({ id, version })).check(z.minLength(1), z.maxLength(MOST_APPROVED)),
});

export const approvals = z.object({
  /** In the order of the request. */
  items: z.array(z.object({ id: z.string(), outcome: z.enum(APPROVAL_OUTCOMES) })),
});
