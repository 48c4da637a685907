import { type Figures, valueOf } from '../../shared/reading-rules.ts';
import type { AskedOfReading } from '../corrections/store.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { correctedLists, type CorrectedList, insertLists } from './correction-list-store.ts';
import { revisionsOf } from './revision-store.ts';
import type { StoredReading } from './stored-reading.ts';

/** What a request to correct a reading asks for. */
export interface AskedFigures {
  /** The figures of the version that it was asked on, and as they are to be. */
  readonly before: Figures;
  readonly after: Figures;
  /** The new versions of the lists behind them. */
  readonly lists: readonly CorrectedList[];
}

/** What a request asks for. @throws TypeError for one that is not whole, which the writer never makes */
export async function readAskedFigures(
  db: Reader,
  { id, reading, askedVersion }: AskedOfReading,
): Promise<AskedFigures> {
  const revisions = await revisionsOf(db, reading.id);
  const before = revisions.find(({ version }) => version === askedVersion);
  const row = await db
    .selectFrom('correctionFigures')
    .selectAll()
    .where('correctionId', '=', id)
    .executeTakeFirst();
  if (before === undefined || row === undefined) throw new TypeError(`request ${id} is not whole`);
  return {
    before,
    after: { ...figuresOfRow(row), conditions: await conditionsOf(db, id) },
    lists: await correctedLists(db, id, reading),
  };
}

function figuresOfRow(row: Tables['correctionFigures']): Omit<Figures, 'conditions'> {
  return {
    dataStatus: row.dataStatus,
    source: row.source,
    note: row.note,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    level: row.level,
    ground: row.ground,
    absence: row.absence === null ? null : { kind: row.absence, reason: row.absenceReason ?? '' },
    scopeChange: row.scopeChange,
    paper: row.paper,
    figureYear: row.figureYear,
  };
}

async function conditionsOf(db: Reader, correctionId: string): Promise<Figures['conditions']> {
  return db
    .selectFrom('correctionConditions')
    .select(['conditionId as id', 'metOn', 'lostOn', 'documentNumber'])
    .where('correctionId', '=', correctionId)
    .orderBy('position')
    .execute();
}

export async function insertAskedFigures(
  db: Writer,
  correctionId: string,
  reading: StoredReading,
  { after, lists }: Pick<AskedFigures, 'after' | 'lists'>,
): Promise<void> {
  const ratio = reading.multiplier !== null && after.absence === null;
  await db
    .insertInto('correctionFigures')
    .values({
      correctionId,
      dataStatus: after.dataStatus,
      source: after.source,
      note: after.note,
      value: valueOf(reading, after),
      numerator: ratio ? after.numerator : null,
      denominator: ratio ? after.denominator : null,
      level: after.level,
      ground: after.ground,
      absence: after.absence?.kind ?? null,
      absenceReason: after.absence?.reason ?? null,
      scopeChange: after.scopeChange,
      paper: after.paper,
      figureYear: after.figureYear,
    })
    .execute();
  await insertLists(db, correctionId, lists);
  if (after.conditions.length === 0) return;
  await db
    .insertInto('correctionConditions')
    .values(
      after.conditions.map(({ id: conditionId, metOn, lostOn, documentNumber }, position) => ({
        correctionId,
        conditionId,
        position,
        metOn,
        lostOn,
        documentNumber,
      })),
    )
    .execute();
}
