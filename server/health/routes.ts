import { getHealth } from '../../shared/health.ts';
import { anyDamaged } from '../evidence/store.ts';
import { type Host, serve } from '../http/serve.ts';
import { databaseAnswers } from './store.ts';

export function healthRoutes(host: Host): void {
  serve(host, getHealth, async ({ db }) => {
    await databaseAnswers(db);
    if (!(await anyDamaged(db))) return { status: 'ok' as const };
    return { status: 'degraded' as const, warnings: ['evidenceDamaged' as const] };
  });
}
