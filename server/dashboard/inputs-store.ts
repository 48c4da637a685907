import type { BoardInputs } from '../../shared/board.ts';
import type { Reader } from '../db/transaction.ts';
import { boardRows } from '../plans/store.ts';
import { boardReadings, isIllustrative } from './store.ts';

/** What the board of a plan is made of, as it stands now; null: there is no such plan. */
export async function liveInputs(db: Reader, planId: string): Promise<BoardInputs | null> {
  const rows = await boardRows(db, planId);
  if (rows === null) return null;
  const readings = await boardReadings(db, planId);
  return {
    plan: { ...rows.plan, illustrative: await isIllustrative(db) },
    themes: rows.themes,
    departments: rows.departments,
    indicators: rows.indicators.map((row) => ({ ...row, readings: readings.get(row.id) ?? [] })),
  };
}
