import type { Reading, Revision } from '../../shared/readings.ts';
import { maySee, maySeeRevision, type Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { listStored, type ReadingFilter } from './list-store.ts';
import { revisionsOf } from './revision-store.ts';

/** A version of a reading, with what it is of. */
export type VisibleRevision = Revision & Pick<Reading, 'indicatorId' | 'year'>;

/** Every version of the readings that a filter names, as far as this person may see it. */
export async function visibleRevisions(
  db: Reader,
  person: Person,
  filter: ReadingFilter,
): Promise<VisibleRevision[]> {
  const stored = (await listStored(db, filter)).filter((reading) => maySee(reading, person));
  const revisions: VisibleRevision[] = [];
  for (const reading of stored) {
    const { indicatorId, year } = reading;
    for (const revision of await revisionsOf(db, reading.id)) {
      if (maySeeRevision(reading, revision, person))
        revisions.push({ ...revision, indicatorId, year });
    }
  }
  return revisions;
}
