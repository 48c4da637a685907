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

const filter = {
  /** Part of a user name; `%` and `_` are ordinary characters. */
  username: z.optional(optionalLine(80)),
  action: z.optional(id),
  targetType: z.optional(id),
  targetId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,80}$/))),
  /** Rows about an indicator: its own, and those of its readings, corrections, files and lists. */
  indicatorId: z.optional(id),
  outcome: z.optional(id),
  /** First and last day, in China: the pages tell moments in Beijing time. */
  from: z.optional(day),
  to: z.optional(day),
} as const;
export const auditFilter = z.strictObject(filter);
export type AuditFilter = z.output<typeof auditFilter>;

export const listAudit = endpoint({
  operationId: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, newest first, a page at a time',
  access: 'audit.read',
  query: z.strictObject({
    ...filter,
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

export const AUDIT_FORMATS = ['csv', 'jsonl'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** Rows of one export; more are exported in several, by time. */
export const MOST_EXPORTED = 50_000;

export const exportAudit = endpoint({
  operationId: 'exportAudit',
  method: 'POST',
  path: '/api/audit/export',
  summary:
    'The rows that fit, oldest first and with their hashes, as a file; the export is a row, too',
  access: 'audit.read',
  body: z.strictObject({ format: z.enum(AUDIT_FORMATS), ...filter }),
  file: ['text/csv', 'application/jsonl'],
});
