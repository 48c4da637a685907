import * as z from 'zod/mini';
import { type IndicatorPart, planFile, type PlanFile } from '../../shared/plan-file.ts';
import type { Writer } from '../db/transaction.ts';
import { checkPlan } from './check.ts';
import { planConflicts } from './conflicts.ts';
import { differs, hasPlan, isLoaded, saveDescription } from './load-store.ts';
import { PlanRefused } from './plan-problem.ts';
import { documentTarget, planRows, sha256 } from './plan-rows.ts';
import {
  addBaseline,
  addTarget,
  dutiesOfIndicator,
  findSettings,
  lastBaseline,
  lastTarget,
  replaceDuties,
  startSettings,
  touchSettings,
} from './version-store.ts';

export type Loaded = 'loaded' | 'unchanged' | 'updated';

/**
 * Loads a plan file, whole or not at all. The same file again changes nothing: no row, no revision,
 * no time. A changed file brings the description up to date and adds versions where the document's
 * own target or baseline changed and nobody entered one since; what people entered stays as it is.
 * @param file the parsed JSON; checked here, so that no other way into the tables exists
 * @param text the document
 * @throws PlanRefused with every problem; the caller's transaction must end with it
 * @example await transactions.write((db) => loadPlan(db, file, text, now)) // 'loaded'
 */
export async function loadPlan(
  db: Writer,
  file: PlanFile,
  text: string,
  now: Date,
): Promise<Loaded> {
  const contentHash = sha256(`${JSON.stringify(file)}\n${text}`);
  if (await isLoaded(db, contentHash)) return 'unchanged';
  const problems = checkPlan(file, text);
  if (problems.length > 0) throw new PlanRefused(problems);
  const checked = z.parse(planFile, file);
  const known = await hasPlan(db, checked.document.id);
  const conflicts = await planConflicts(db, checked);
  if (conflicts.length > 0) throw new PlanRefused(conflicts);
  await saveDescription(db, planRows(checked, text, contentHash, now));
  for (const indicator of checked.indicators) await saveDemands(db, indicator, now);
  return known ? 'updated' : 'loaded';
}

/** The target, baseline and departments that the document itself names. */
async function saveDemands(db: Writer, indicator: IndicatorPart, now: Date): Promise<void> {
  const settings = await findSettings(db, indicator.id);
  if (settings === null) await startSettings(db, indicator.id);
  const changed = [
    await saveTarget(db, indicator, now),
    await saveBaseline(db, indicator, now),
    settings?.departmentsBy ? false : await saveDepartments(db, indicator),
  ].includes(true);
  if (settings !== null && changed) await touchSettings(db, indicator.id);
}

async function saveTarget(db: Writer, indicator: IndicatorPart, now: Date): Promise<boolean> {
  const { conditions, ...figures } = documentTarget(indicator);
  const last = await lastTarget(db, indicator.id);
  if (last !== null && last.enteredBy !== null) return false;
  if (last !== null && !differs(figures, last) && sameList(conditions, last.conditions)) {
    return false;
  }
  await addTarget(db, {
    ...figures,
    indicatorId: indicator.id,
    expression: 'document',
    tonnesCut: null,
    path: null,
    basis: null,
    documentNumber: null,
    effectiveDate: null,
    enteredBy: null,
    enteredAt: now.toISOString(),
    conditions,
  });
  return true;
}

async function saveBaseline(db: Writer, indicator: IndicatorPart, now: Date): Promise<boolean> {
  const { baseline } = indicator;
  const last = await lastBaseline(db, indicator.id);
  if (last === null && baseline === null) return false;
  if (last !== null && last.enteredBy !== null) return false;
  // The document names none any more: withdrawn, as an administrator would do it.
  const said = baseline ?? {
    year: last?.year ?? indicator.baselineYearSuggested,
    value: null,
    basis: 'document' as const,
    basisZh: null,
    basisEn: null,
  };
  if (last !== null && !differs(said, last)) return false;
  await addBaseline(db, {
    ...said,
    indicatorId: indicator.id,
    documentNumber: null,
    restated: 0,
    enteredBy: null,
    enteredAt: now.toISOString(),
  });
  return true;
}

/** All that the document names lead together; who leads alone is an administrator's decision. */
async function saveDepartments(db: Writer, indicator: IndicatorPart): Promise<boolean> {
  const duties = indicator.departmentIds.map((departmentId) => ({
    departmentId,
    duty: 'lead' as const,
  }));
  if (sameList(duties, await dutiesOfIndicator(db, indicator.id))) return false;
  await replaceDuties(db, indicator.id, duties);
  return true;
}

function sameList(one: readonly object[], other: readonly object[]): boolean {
  return one.length === other.length && one.every((row, at) => !differs(row, other[at] ?? {}));
}
