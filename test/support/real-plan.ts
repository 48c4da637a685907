import { readFileSync } from 'node:fs';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import type { PlanFile } from '../../shared/plan-file.ts';
import type { TestApp } from './app.ts';

const seed = (name: string): string =>
  readFileSync(new URL(`../../server/seed/${name}`, import.meta.url), 'utf8');

/** The plan that the product comes with, as it is read from its file. */
export const REAL_PLAN = JSON.parse(seed('plan.json')) as PlanFile;
export const REAL_TEXT = seed('source.zh.txt');

/** Loads the real plan as a first start does. */
export async function loadRealPlan(t: TestApp): Promise<PlanFile> {
  await new Transactions(t.database.kysely).write((db) =>
    loadPlan(db, REAL_PLAN, REAL_TEXT, t.clock.now),
  );
  return REAL_PLAN;
}

/** Makes one department the one named lead of every indicator. */
export async function leadEverything(t: TestApp, departmentId: string): Promise<void> {
  const db = t.database.kysely;
  await db.deleteFrom('indicatorDepartments').execute();
  for (const { id } of REAL_PLAN.indicators) {
    await db
      .insertInto('indicatorDepartments')
      .values({ indicatorId: id, departmentId, duty: 'lead', position: 0 })
      .execute();
  }
}
