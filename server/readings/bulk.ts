import { standsAlone } from '../../shared/reading-rules.ts';
import { findingsForMany } from '../checks/store.ts';
import { type Approval, approveSeveral } from '../http/approve-several.ts';
import { type Acting, type Done, takeStep } from './commands.ts';
import { findReading } from './store.ts';
import { standingOf, type StoredReading } from './stored-reading.ts';

/**
 * Approves several readings: what a check found something in, or is not comparable, is held back. The
 * checks are looked up once for all of them.
 */
export async function approveReadings(
  acting: Acting,
  items: readonly { readonly id: string; readonly version: number }[],
): Promise<Approval<Done>[]> {
  const readings = new Map<string, StoredReading>();
  for (const { id } of items) {
    const reading = await findReading(acting.db, id);
    if (reading !== null) readings.set(id, reading);
  }
  const found = await findingsForMany(acting.db, [...readings.values()]);
  return approveSeveral(
    acting.user,
    items,
    (id) => {
      const reading = readings.get(id);
      if (reading === undefined) return Promise.resolve(null);
      const held = standsAlone(reading.figures) || (found.get(id) ?? []).length > 0;
      const standing = standingOf(reading, acting.now);
      return Promise.resolve({ version: reading.version, seen: reading, standing, held });
    },
    async (id, version) => {
      const done = await takeStep(acting, 'approve', id, version);
      // Named twice, it is stale the second time.
      readings.set(id, done.after);
      return done;
    },
  );
}
