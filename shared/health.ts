import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

export const getHealth = endpoint({
  operationId: 'getHealth',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server and its database answer',
  access: 'public',
  response: z.object({
    /** `degraded`: it answers, and something needs a person. */
    status: z.enum(['ok', 'degraded']),
    /** What needs a person; absent: nothing. */
    warnings: z.optional(z.array(z.enum(['evidenceDamaged']))),
  }),
  problems: ['databaseDamaged'],
});
