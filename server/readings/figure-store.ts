import type { Reader } from '../db/transaction.ts';
import { type Acting, changeReading, type Done, enterReading } from './commands.ts';
import { nameTypists } from './store.ts';
import { listStored } from './list-store.ts';
import type { StoredReading } from './stored-reading.ts';

/** The place of a figure that something else than typing fills: the count of a list. */
export interface FigurePlace {
  readonly indicatorId: string;
  readonly year: number;
  readonly field: 'value' | 'numerator' | 'denominator';
}

/** The reading of an indicator in a year; null: nobody has begun it. */
export async function readingOf(
  db: Reader,
  { indicatorId, year }: Pick<FigurePlace, 'indicatorId' | 'year'>,
): Promise<StoredReading | null> {
  const [reading] = await listStored(db, { indicatorId, year });
  return reading ?? null;
}

/**
 * Puts a figure where a list says it belongs, by the same commands as typing does, so that every rule
 * of theirs holds. A reading that nobody has begun is begun; whoever brings the list has typed.
 * @param figure null: takes it back
 * @returns null when there was nothing to change, or the reading says that there is no figure
 * @throws Problem what the commands refuse
 */
export async function putFigure(
  acting: Acting,
  { indicatorId, year, field }: FigurePlace,
  figure: number | null,
): Promise<Done | null> {
  const reading = await readingOf(acting.db, { indicatorId, year });
  if (reading === null) {
    return figure === null ? null : enterReading(acting, { indicatorId, year, [field]: figure });
  }
  if (reading.figures.absence !== null) return null;
  if (reading.figures[field] === figure) {
    await nameTypists(acting.db, reading.id, [acting.user.userId]);
    return null;
  }
  return changeReading(acting, reading.id, reading.version, { [field]: figure });
}
