import type Database from 'better-sqlite3';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import type { PlanFile } from '../../shared/plan-file.ts';
import { withDatabase } from './folders.ts';

const { file, text } = readBuiltInPlan();
export const PLAN_ID = file.document.id;

/**
 * Adds copies of the plan to a demo folder, numbered `from` up to `to`, each through the loader,
 * and gives each what was reported for the plan itself, by SQL.
 */
export async function addPlans(folder: string, from: number, to: number): Promise<void> {
  await withDatabase(folder, async ({ kysely, connection }) => {
    // What is lost in a power cut is seeded again.
    connection.pragma('synchronous = OFF');
    const transactions = new Transactions(kysely);
    const now = new Date();
    for (let number = from; number <= to; number += 1) {
      const prefix = `copy${number}-`;
      await transactions.write((db) => loadPlan(db, copyOfPlan(prefix), text, now));
      connection.exec('begin');
      copyReported(connection, prefix, REPORTED);
      connection.exec('commit');
    }
  });
}

/** The plan under other ids: those of indicators are unique in the whole database. */
export function copyOfPlan(prefix: string): PlanFile {
  const renamed = (id: string) => `${prefix}${id}`;
  return {
    ...file,
    document: { ...file.document, id: renamed(PLAN_ID) },
    indicators: file.indicators.map((indicator) => ({ ...indicator, id: renamed(indicator.id) })),
    measures: file.measures.map((measure) => ({
      ...measure,
      linkedIndicatorIds: measure.linkedIndicatorIds.map(renamed),
    })),
  };
}

/** Tables whose rows belong to an indicator, a reading or a plan, and the columns that say so. */
export type Reported = readonly [
  table: string,
  named: readonly [string, ...string[]],
  condition: string,
];
const REPORTED: readonly Reported[] = [
  ['baselines', ['indicator_id'], `entered_by is not null`],
  ['targets', ['indicator_id'], `entered_by is not null`],
  ['component_readings', ['plan_id'], 'true'],
  ['readings', ['id', 'indicator_id'], 'true'],
  ['reading_conditions', ['reading_id'], 'true'],
  ['reading_revisions', ['reading_id'], 'true'],
];

/** Copies rows of the demo's own plan, under the ids of a copy. */
export function copyReported(
  connection: Database.Database,
  prefix: string,
  tables: readonly Reported[],
): void {
  for (const [table, named, condition] of tables) {
    const columns = connection
      .prepare<[], { name: string }>(`pragma table_info(${table})`)
      .all()
      .map(({ name }) => name);
    const values = columns.map((column) => (named.includes(column) ? `? || ${column}` : column));
    connection
      .prepare(
        `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table}
         where ${condition} and ${named[0]} not like 'copy%'`,
      )
      .run(...named.map(() => prefix));
  }
}
