import { Problem } from '../../shared/problems.ts';
import { applyChanges } from '../../shared/reading-rules.ts';
import type { ReadingChanges } from '../../shared/readings.ts';
import { type Acting, changeReading, type Done, enterReading } from './commands.ts';
import { listStored } from './list-store.ts';
import { findReading } from './store.ts';
import type { StoredReading } from './stored-reading.ts';
import { findSubject } from './subject-store.ts';

export interface ImportedChanges {
  readonly indicatorId: string;
  /** Of the reading that was compared; 0: there was none. */
  readonly version: number;
  readonly changes: ReadingChanges;
}

/**
 * Takes over changes of several readings of one year, as if each were typed: all of them, or the
 * transaction takes none. What stands already is left alone.
 * @returns what was begun or changed
 * @throws Problem staleVersion when any of them moved since it was compared; what a change can be
 * refused for, with pointers into the list
 */
export async function acceptChanges(
  acting: Acting,
  planId: string,
  year: number,
  rows: readonly ImportedChanges[],
): Promise<Done[]> {
  const stored: (StoredReading | null)[] = [];
  for (const [at, row] of rows.entries())
    stored.push(await compared(acting, planId, year, row, at));
  const done: Done[] = [];
  for (const [at, { indicatorId, changes }] of rows.entries()) {
    try {
      const before = stored[at] ?? null;
      const made =
        before === null
          ? await enterReading(acting, { indicatorId, year, ...changes })
          : await changeIfNew(acting, before.id, changes);
      if (made !== null) done.push(made);
    } catch (error) {
      throw inRow(error, at);
    }
  }
  return done;
}

/** The reading of a row as it was compared; null: there is none, and there was none then. */
async function compared(
  { db, user }: Acting,
  planId: string,
  year: number,
  { indicatorId, version }: ImportedChanges,
  at: number,
): Promise<StoredReading | null> {
  const subject = await findSubject(db, indicatorId);
  if (subject === null || subject.planId !== planId) {
    throw Problem.fields({ pointer: `/rows/${at}/indicatorId`, code: 'unknownReference' });
  }
  const lead = subject.leadDepartmentId;
  if (lead === null || lead !== user.departmentId) throw new Problem('forbidden');
  const [reading = null] = await listStored(db, { planId, indicatorId, year });
  const currentVersion = reading?.version ?? 0;
  if (currentVersion !== version) throw new Problem('staleVersion', { currentVersion });
  return reading;
}

/** A reading may have moved within this very list, with a component that it shares. */
async function changeIfNew(
  acting: Acting,
  id: string,
  changes: ReadingChanges,
): Promise<Done | null> {
  const now = await findReading(acting.db, id);
  if (now === null) throw new Problem('notFound');
  const after = applyChanges(now.figures, changes);
  if (JSON.stringify(after) === JSON.stringify(now.figures)) return null;
  return changeReading(acting, id, now.version, changes);
}

function inRow(error: unknown, at: number): unknown {
  if (!(error instanceof Problem) || error.extras.errors === undefined) return error;
  const errors = error.extras.errors.map((issue) => ({
    ...issue,
    pointer: `/rows/${at}/changes${issue.pointer}`,
  }));
  return new Problem(error.code, { ...error.extras, errors });
}
