import type { Reading } from '../../shared/readings.ts';
import { maySee, type Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { readingFor } from './answer.ts';
import { listStored, type ReadingFilter } from './list-store.ts';

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
