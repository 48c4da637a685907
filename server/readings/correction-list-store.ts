import type { ListedField } from '../../shared/list-rules.ts';
import type { ListEntry } from '../../shared/lists.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import {
  entriesOf,
  findList,
  findNamedSubject,
  type ListKey,
  type NamedSubject,
  type StoredList,
} from '../lists/store.ts';
import type { StoredReading } from './stored-reading.ts';

/** The new version of a list that a request brings. */
export interface CorrectedList {
  /** The figure that the list stands behind. */
  readonly field: ListedField;
  readonly key: ListKey;
  readonly named: NamedSubject;
  /** The list as it stands now; null: there is none. */
  readonly standing: StoredList | null;
  /** The version that it was made from; 0: there was none. */
  readonly version: number;
  /** The entries of that version, and as they are to be. */
  readonly before: readonly ListEntry[];
  readonly after: readonly ListEntry[];
}

/** The lists that a request brings, as they were asked for. */
export async function correctedLists(
  db: Reader,
  correctionId: string,
  { planId, year }: Pick<StoredReading, 'planId' | 'year'>,
): Promise<CorrectedList[]> {
  const rows = await db
    .selectFrom('correctionLists')
    .select(['field', 'subject', 'subjectId', 'listVersion'])
    .where('correctionId', '=', correctionId)
    .orderBy('field', 'desc')
    .execute();
  const found: CorrectedList[] = [];
  for (const { field, subject, subjectId, listVersion: version } of rows) {
    const key = { planId, year, of: subject, subjectId };
    const named = await findNamedSubject(db, key);
    if (named === null) continue;
    const standing = await findList(db, key);
    const before = standing === null ? [] : await entriesOf(db, { id: standing.id, version });
    const after = await entriesAsked(db, correctionId, field);
    found.push({ field, key, named, standing, version, before, after });
  }
  return found;
}

async function entriesAsked(
  db: Reader,
  correctionId: string,
  field: ListedField,
): Promise<ListEntry[]> {
  const rows = await db
    .selectFrom('correctionListEntries')
    .select(['name', 'documentNumber', 'recognisedOn', 'quantity', 'baseline', 'evidenceId'])
    .where('correctionId', '=', correctionId)
    .where('field', '=', field)
    .orderBy('position')
    .execute();
  return rows.map(({ baseline, ...entry }) => ({ ...entry, baseline: baseline === 1 }));
}

const AT_ONCE = 500;

export async function insertLists(
  db: Writer,
  correctionId: string,
  lists: readonly CorrectedList[],
): Promise<void> {
  for (const { field, key, version, after } of lists) {
    await db
      .insertInto('correctionLists')
      .values({
        correctionId,
        field,
        subject: key.of,
        subjectId: key.subjectId,
        listVersion: version,
      })
      .execute();
    const rows = after.map(({ baseline, ...entry }, position) => ({
      correctionId,
      field,
      position,
      baseline: baseline ? (1 as const) : (0 as const),
      ...entry,
    }));
    // A statement takes 32,766 values at most.
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await db.insertInto('correctionListEntries').values(some).execute();
    }
  }
}
