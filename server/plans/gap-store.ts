import { lacksBaseline, lacksLead, lacksTarget } from '../../shared/coverage-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { dutiesOf, standingBaselines, standingTargets } from './standing-store.ts';

/** How many indicators of a plan lack what makes them judged. */
export interface PlanGaps {
  readonly leads: number;
  readonly baselines: number;
  readonly targets: number;
}

/** The revision of every plan, by its id: it changes with whatever a gap is made of. */
export async function planRevisions(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('plans').select(['id', 'revision']).orderBy('id').execute();
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** The gaps of some plans, in a fixed number of queries. */
export async function gapsOf(
  db: Reader,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, PlanGaps>> {
  const indicators = await db
    .selectFrom('indicators')
    .select(['id', 'planId'])
    .where('planId', 'in', planIds)
    .execute();
  const targets = await standingTargets(db, planIds);
  const baselines = await standingBaselines(db, planIds);
  const duties = await dutiesOf(db, planIds);
  const gaps = new Map(planIds.map((id) => [id, { leads: 0, baselines: 0, targets: 0 }]));
  for (const { id, planId } of indicators) {
    const target = targets.get(id);
    const gap = gaps.get(planId);
    // The loader writes an indicator and its first target version in one transaction.
    if (target === undefined || gap === undefined) continue;
    const leads = (duties.get(id) ?? []).filter(({ duty }) => duty === 'lead');
    const covered = {
      target,
      baseline: baselines.get(id) ?? null,
      leadDepartmentIds: leads.map(({ departmentId }) => departmentId),
    };
    if (lacksLead(covered)) gap.leads += 1;
    if (lacksBaseline(covered)) gap.baselines += 1;
    if (lacksTarget(covered)) gap.targets += 1;
  }
  return gaps;
}
