import { readFileSync } from 'node:fs';
import type { PlanFile } from '../../shared/plan-file.ts';
import type { Writer } from '../db/transaction.ts';
import { hasPlan } from '../plans/load-store.ts';
import { loadPlan, type Loaded } from '../plans/load.ts';

const FOLDER = new URL('.', import.meta.url);

/** The plan that comes with the product, as it lies in this folder; the loader checks it. */
export function readBuiltInPlan(): { readonly file: PlanFile; readonly text: string } {
  const file = JSON.parse(readFileSync(new URL('plan.json', FOLDER), 'utf8')) as PlanFile;
  return { file, text: readFileSync(new URL(file.document.sourceFile, FOLDER), 'utf8') };
}

/**
 * Loads the plan that comes with the product where it is missing. One that is there stays: it may
 * have been loaded anew from a better file.
 */
export async function loadBuiltInPlan(db: Writer, now: Date): Promise<Loaded> {
  const { file, text } = readBuiltInPlan();
  if (await hasPlan(db, file.document.id)) return 'unchanged';
  return loadPlan(db, file, text, now);
}
