import { listIncentives } from '../../shared/incentives.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, serve } from '../http/serve.ts';
import { findPlanYears } from '../rounds/store.ts';
import { findIncentives } from './store.ts';

export function incentiveRoutes(host: Host): void {
  serve(host, listIncentives, async ({ db }, { params: { planId } }) => {
    if ((await findPlanYears(db, planId)) === null) throw new Problem('notFound');
    return { items: await findIncentives(db, planId) };
  });
}
