import { acceptImport } from '../../shared/exchange.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, serve } from '../http/serve.ts';
import { acceptChanges } from './accept-import.ts';

export function importRoutes(host: Host): void {
  serve(host, acceptImport, async ({ db, user, now, note }, { params, body }) => {
    if (user === null) throw new Problem('notSignedIn');
    const { planId, year } = params;
    note({ target: { type: 'plan', id: planId } });
    const done = await acceptChanges({ db, user, now }, planId, Number(year), body.rows);
    note({
      target: { type: 'plan', id: planId },
      after: { year: Number(year), saved: done.length, seals: done.flatMap(({ seals }) => seals) },
    });
    return { saved: done.length };
  });
}
