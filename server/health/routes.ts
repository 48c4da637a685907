import { getHealth } from '../../shared/health.ts';
import { type Host, serve } from '../http/serve.ts';
import { databaseAnswers } from './store.ts';

export function healthRoutes(host: Host): void {
  serve(host, getHealth, async ({ db }) => {
    await databaseAnswers(db);
    return { status: 'ok' as const };
  });
}
