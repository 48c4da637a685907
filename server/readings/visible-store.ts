import type { Reading } from '../../shared/readings.ts';
import { maySee, type Person, type Standing } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { readingFor } from './answer.ts';
import { listStored, type ReadingFilter } from './list-store.ts';
import { findReading } from './store.ts';
import { standingOf } from './stored-reading.ts';

/** The readings that a filter names and this person may see, as they see them. */
export async function visibleReadings(
  db: Reader,
  person: Person,
  filter: ReadingFilter,
  now: Date,
): Promise<Reading[]> {
  const stored = await listStored(db, filter);
  return stored
    .filter((reading) => maySee(reading, person))
    .map((reading) => readingFor(person, reading, now));
}

/**
 * One reading as the rules of the workflow judge it now; null: there is none, or none that this person
 * may know of.
 */
export async function visibleStanding(
  db: Reader,
  person: Person,
  id: string,
  now: Date,
): Promise<Standing | null> {
  const reading = await findReading(db, id);
  return reading === null || !maySee(reading, person) ? null : standingOf(reading, now);
}
