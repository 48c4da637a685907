import * as z from 'zod/mini';
import { dashboard } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, year } from './values.ts';

/**
 * A frozen moment: the board of a plan and year as everybody saw it at one instant. Its bytes are the
 * same for ever, whatever is approved or corrected afterwards.
 */
export const moment = z.object({
  id: z.string(),
  planId: z.string(),
  year: z.int(),
  /** Of the plan then; the board of now has another one where figures changed since. */
  revision: z.int(),
  /** 数据截至 */
  takenAt: instant,
  takenBy: z.string(),
  /** Of the board's bytes: SHA-256 in hex, and their number. */
  sha256: z.string(),
  size: z.int(),
});
export type Moment = z.output<typeof moment>;

const oneMoment = z.strictObject({ momentId: id });

export const takeMoment = endpoint({
  operationId: 'takeMoment',
  method: 'POST',
  path: '/api/plans/{planId}/moments',
  summary: 'Freeze the board of a year as everybody sees it now',
  access: 'moments.take',
  params: z.strictObject({ planId: id }),
  body: z.strictObject({ year }),
  response: moment,
  status: 201,
});

export const getMoment = endpoint({
  operationId: 'getMoment',
  method: 'GET',
  path: '/api/moments/{momentId}',
  summary: 'Of which plan, year and instant a frozen moment is',
  access: 'signedIn',
  params: oneMoment,
  response: moment,
});

export const getMomentBoard = endpoint({
  operationId: 'getMomentBoard',
  method: 'GET',
  path: '/api/moments/{momentId}/board',
  summary: 'The board of a frozen moment, byte for byte as it was then',
  access: 'signedIn',
  params: oneMoment,
  response: dashboard,
  problems: ['evidenceMissing'],
});
