import { valueOf } from '../../shared/reading-rules.ts';
import type { BoardReading } from '../../shared/dashboard.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/transaction.ts';

/** The revision of a plan, which changes with everything that a board of it could show. */
export async function planRevision(db: Reader, planId: string): Promise<number | null> {
  const [row] = await revisionOf(db, planId);
  return row?.revision ?? null;
}

const revisionOf = prepared((db: Reader, planId: string) =>
  db.selectFrom('plans').select('revision').where('id', '=', planId),
);

export async function isIllustrative(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('installation').select('illustrative').executeTakeFirst();
  return row?.illustrative === 1;
}

/** The states that a board can show: what was handed in and not sent back. */
const SHOWN = ['submitted', 'signed', 'approved', 'sealed'] as const;

/** Every reading of a plan that a board can show, by indicator, each list by year. */
export async function boardReadings(
  db: Reader,
  planId: string,
): Promise<ReadonlyMap<string, BoardReading[]>> {
  const rows = await shownReadings(db, planId).execute();
  const conditions = new Map<string, BoardReading['conditions']>();
  for (const { readingId, conditionId, ...rest } of await shownConditions(db, planId).execute()) {
    const list = conditions.get(readingId) ?? [];
    conditions.set(readingId, [...list, { id: conditionId, ...rest }]);
  }
  const byIndicator = new Map<string, BoardReading[]>();
  for (const row of rows) {
    const ratio = row.multiplier !== null && row.absence === null;
    const list = byIndicator.get(row.indicatorId) ?? [];
    list.push({
      id: row.id,
      year: row.year,
      status: row.status,
      // A rating has no value column: its level is what the engine judges.
      value: row.level ?? valueOf(row, row),
      provisional: row.dataStatus !== 'final',
      break: row.scopeChange !== null,
      dataStatus: row.dataStatus,
      numerator: ratio ? row.numerator : null,
      denominator: ratio ? row.denominator : null,
      absence: row.absence,
      conditions: conditions.get(row.id) ?? [],
      source: row.source,
      figureYear: row.figureYear,
      paper: row.paper !== null,
      corrections: row.corrections,
    });
    byIndicator.set(row.indicatorId, list);
  }
  return byIndicator;
}

function shownReadings(db: Reader, planId: string) {
  return db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .leftJoin('componentReadings as n', (join) =>
      join
        .onRef('n.planId', '=', 'i.planId')
        .onRef('n.componentId', '=', 'i.numeratorId')
        .onRef('n.year', '=', 'r.year'),
    )
    .leftJoin('componentReadings as d', (join) =>
      join
        .onRef('d.planId', '=', 'i.planId')
        .onRef('d.componentId', '=', 'i.denominatorId')
        .onRef('d.year', '=', 'r.year'),
    )
    .select(['r.id', 'r.indicatorId', 'r.year', 'r.status', 'r.dataStatus', 'r.value', 'r.level'])
    .select(['r.absence', 'r.scopeChange', 'r.source', 'i.multiplier'])
    .select(['r.figureYear', 'r.paper', 'r.corrections'])
    .select(['n.value as numerator', 'd.value as denominator'])
    .where('i.planId', '=', planId)
    .where('r.status', 'in', SHOWN)
    .orderBy('i.position')
    .orderBy('r.year');
}

function shownConditions(db: Reader, planId: string) {
  return db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .innerJoin('readingConditions as c', 'c.readingId', 'r.id')
    .select(['c.readingId', 'c.conditionId', 'c.metOn', 'c.lostOn', 'c.documentNumber'])
    .where('i.planId', '=', planId)
    .where('r.status', 'in', SHOWN)
    .orderBy('c.position');
}
