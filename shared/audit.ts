import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { day, id, instant, optionalLine } from './values.ts';

export const auditRow = z.object({
  seq: z.int(),
  at: instant,
  userId: z.nullable(z.string()),
  username: z.nullable(z.string()),
  roles: z.array(z.string()),
  departmentId: z.nullable(z.string()),
  address: z.string(),
  action: z.string(),
  targetType: z.nullable(z.string()),
  targetId: z.nullable(z.string()),
  /** What changed, as JSON values; null where nothing did. */
  before: z.unknown(),
  after: z.unknown(),
  /** 'ok', or the code of the refusal. */
  outcome: z.string(),
  requestId: z.string(),
});
export type AuditRow = z.output<typeof auditRow>;

/** Rows of one page. */
const pageSize = z.pipe(
  z.string().check(z.regex(/^\d{1,3}$/)),
  z.pipe(
    z.transform((digits: string) => Number(digits)),
    z.int().check(z.minimum(1), z.maximum(200)),
  ),
);

export const listAudit = endpoint({
  operationId: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, newest first, a page at a time',
  access: 'audit.read',
  query: z.strictObject({
    /** Part of a user name; `%` and `_` are ordinary characters. */
    username: z.optional(optionalLine(80)),
    action: z.optional(id),
    targetType: z.optional(id),
    targetId: z.optional(id),
    outcome: z.optional(id),
    /** First and last day, in China: the pages tell moments in Beijing time. */
    from: z.optional(day),
    to: z.optional(day),
    /** Continue before this row. */
    before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
    /** 50 if absent, at most 200. */
    limit: z.optional(pageSize),
  }),
  response: z.object({
    items: z.array(auditRow),
    /** Give it as `before` for the next page; null: this was the last. */
    next: z.nullable(z.int()),
  }),
});
