import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** What needs a person: files of evidence that are gone or changed, a disk that fills. */
export const HEALTH_WARNINGS = ['evidenceDamaged', 'diskNearlyFull'] as const;
export type HealthWarning = (typeof HEALTH_WARNINGS)[number];

export const getHealth = endpoint({
  operationId: 'getHealth',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server and its database answer; what is wrong is told to administrators',
  access: 'public',
  response: z.object({
    /** `degraded`: it answers, and something needs a person. */
    status: z.enum(['ok', 'degraded']),
    /** What needs a person, for administrators alone; absent: nothing, or somebody else asks. */
    warnings: z.optional(z.array(z.enum(HEALTH_WARNINGS))),
  }),
  problems: ['databaseSilent', 'databaseDamaged', 'busy'],
});
