import type { Reader } from '../db/transaction.ts';

/** One file beside a reading, and where else the same bytes lie. */
export interface UsedFile {
  readonly name: string;
  readonly elsewhere: readonly { readonly code: string; readonly year: number }[];
}

/** The files beside each reading of a year, by indicator. Those that were taken away are none. */
export async function filesOfYear(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, UsedFile[]>> {
  const used = await db
    .selectFrom('readingEvidence as l')
    .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
    .innerJoin('readings as r', 'r.id', 'l.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select(['i.id as indicatorId', 'r.id as readingId', 'e.sha256', 'e.name'])
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('e.removedAt', 'is', null)
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute();
  const everywhere =
    used.length === 0 ? [] : await usesOf(db, [...new Set(used.map(({ sha256 }) => sha256))]);
  const files = new Map<string, UsedFile[]>();
  for (const { indicatorId, readingId, sha256, name } of used) {
    const elsewhere = everywhere
      .filter((one) => one.sha256 === sha256 && one.readingId !== readingId)
      .map(({ code, year: usedIn }) => ({ code, year: usedIn }));
    files.set(indicatorId, [...(files.get(indicatorId) ?? []), { name, elsewhere }]);
  }
  return files;
}

function usesOf(db: Reader, hashes: readonly string[]) {
  return db
    .selectFrom('evidence as e')
    .innerJoin('readingEvidence as l', 'l.evidenceId', 'e.id')
    .innerJoin('readings as r', 'r.id', 'l.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select(['e.sha256', 'r.id as readingId', 'i.code', 'r.year'])
    .where('e.sha256', 'in', hashes)
    .where('e.removedAt', 'is', null)
    .orderBy('r.year')
    .orderBy('i.position')
    .execute();
}

/** The names on the lists of components of a year, by component: the key and the name. */
export async function listedNames(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, Map<string, string>>> {
  const rows = await db
    .selectFrom('namedLists as l')
    .innerJoin('namedListEntries as e', (join) =>
      join.onRef('e.listId', '=', 'l.id').onRef('e.version', '=', 'l.version'),
    )
    .select(['l.componentId', 'e.nameKey', 'e.name'])
    .where('l.planId', '=', planId)
    .where('l.year', '=', year)
    .where('l.componentId', 'is not', null)
    .where('e.baseline', '=', 0)
    .where('e.quantity', '>', 0)
    .orderBy('e.position')
    .execute();
  const names = new Map<string, Map<string, string>>();
  for (const { componentId, nameKey, name } of rows) {
    const id = componentId ?? '';
    const known = names.get(id) ?? new Map<string, string>();
    names.set(id, known.set(nameKey, known.get(nameKey) ?? name));
  }
  return names;
}
