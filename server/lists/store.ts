import type { Kind } from '../../shared/assessment/types.ts';
import { nameKey, sumOfNames } from '../../shared/list-rules.ts';
import type { ListEntry, ListSubject } from '../../shared/lists.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { type ListProof, proofOf } from './proof.ts';

export type { ListProof } from './proof.ts';

/** What a list stands behind, in one year. */
export interface ListKey {
  readonly planId: string;
  readonly year: number;
  readonly of: ListSubject;
  readonly subjectId: string;
}

/** A list as it stands; its entries are read by version. */
export interface StoredList {
  readonly id: string;
  readonly key: ListKey;
  readonly version: number;
  readonly changed: { readonly userId: string; readonly name: string; readonly at: string };
}

/** The indicator or component behind a list. */
export interface NamedSubject {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unitZh: string | null;
  readonly unitEn: string | null;
  readonly incremental: boolean;
  /** null: a component, which any indicator may share. */
  readonly indicator: {
    readonly kind: Kind;
    readonly multiplier: number | null;
    readonly decimals: number | null;
  } | null;
}

export async function findNamedSubject(
  db: Reader,
  { planId, of, subjectId }: ListKey,
): Promise<NamedSubject | null> {
  if (of === 'component') {
    const row = await db
      .selectFrom('components')
      .select(['nameZh', 'nameEn', 'unitZh'])
      .where('planId', '=', planId)
      .where('id', '=', subjectId)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { ...row, unitEn: null, incremental: false, indicator: null };
  }
  const row = await db
    .selectFrom('indicators')
    .select(['nameZh', 'nameEn', 'unitZh', 'unitEn', 'incremental'])
    .select(['kind', 'multiplier', 'decimals'])
    .where('planId', '=', planId)
    .where('id', '=', subjectId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kind, multiplier, decimals, incremental, ...names } = row;
  return { ...names, incremental: incremental === 1, indicator: { kind, multiplier, decimals } };
}

/** The years of a plan; null: there is no such plan. */
export async function planYears(db: Reader, planId: string) {
  const row = await db
    .selectFrom('plans')
    .select(['baselineYear', 'endYear'])
    .where('id', '=', planId)
    .executeTakeFirst();
  return row ?? null;
}

/** An indicator of a plan, with what its reading is made of and the one department that leads it. */
export interface PlanIndicator {
  readonly id: string;
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
  /** null: 牵头待定 or 无责任单位. */
  readonly leadDepartmentId: string | null;
}

export async function planIndicators(db: Reader, planId: string): Promise<PlanIndicator[]> {
  const indicators = await db
    .selectFrom('indicators')
    .select(['id', 'numeratorId', 'denominatorId'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  const leads = await db
    .selectFrom('indicators as i')
    .innerJoin('indicatorDepartments as d', 'd.indicatorId', 'i.id')
    .select(['i.id', 'd.departmentId'])
    .where('i.planId', '=', planId)
    .where('d.duty', '=', 'lead')
    .execute();
  const of = Map.groupBy(leads, ({ id }) => id);
  return indicators.map((indicator) => {
    const named = of.get(indicator.id) ?? [];
    const lead = named.length === 1 ? (named[0]?.departmentId ?? null) : null;
    return { ...indicator, leadDepartmentId: lead };
  });
}

function lists(db: Reader) {
  return db
    .selectFrom('namedLists as l')
    .innerJoin('users as u', 'u.id', 'l.changedBy')
    .select(['l.id', 'l.planId', 'l.year', 'l.indicatorId', 'l.componentId', 'l.version'])
    .select(['l.changedBy', 'l.changedAt', 'u.name']);
}

type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number];

function assemble(row: ListRow): StoredList {
  const of = row.indicatorId === null ? 'component' : 'indicator';
  const subjectId = row.indicatorId ?? row.componentId ?? '';
  return {
    id: row.id,
    key: { planId: row.planId, year: row.year, of, subjectId },
    version: row.version,
    changed: { userId: row.changedBy, name: row.name, at: row.changedAt },
  };
}

const columnOf = (of: ListSubject) => (of === 'indicator' ? 'l.indicatorId' : 'l.componentId');

export async function findList(db: Reader, key: ListKey): Promise<StoredList | null> {
  const row = await lists(db)
    .where('l.planId', '=', key.planId)
    .where('l.year', '=', key.year)
    .where(columnOf(key.of), '=', key.subjectId)
    .executeTakeFirst();
  return row === undefined ? null : assemble(row);
}

/** The latest list of the same subject in an earlier year. */
export async function findEarlierList(db: Reader, key: ListKey): Promise<StoredList | null> {
  const row = await lists(db)
    .where('l.planId', '=', key.planId)
    .where('l.year', '<', key.year)
    .where(columnOf(key.of), '=', key.subjectId)
    .orderBy('l.year', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : assemble(row);
}

/** The lists of a year, each with how many entries it has. */
export async function listsOfYear(
  db: Reader,
  planId: string,
  year: number,
): Promise<(StoredList & { readonly entries: number })[]> {
  const rows = await lists(db)
    .leftJoin('namedListEntries as e', (join) =>
      join.onRef('e.listId', '=', 'l.id').onRef('e.version', '=', 'l.version'),
    )
    .select((eb) => eb.fn.count<number>('e.position').as('entries'))
    .where('l.planId', '=', planId)
    .where('l.year', '=', year)
    .groupBy('l.id')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({ ...assemble(row), entries: row.entries }));
}

/** The entries of one version of a list, in their order. */
export async function entriesOf(
  db: Reader,
  { id, version }: Pick<StoredList, 'id' | 'version'>,
): Promise<ListEntry[]> {
  const rows = await db
    .selectFrom('namedListEntries')
    .select(['name', 'documentNumber', 'recognisedOn', 'quantity', 'baseline', 'evidenceId'])
    .where('listId', '=', id)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map(({ baseline, ...entry }) => ({ ...entry, baseline: baseline === 1 }));
}

/**
 * What each list of a year counts (shared/list-rules.ts), by the id of its indicator or component; a
 * list that was never saved is not named.
 */
export async function listedFigures(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, number>> {
  const names = await db
    .selectFrom('namedLists as l')
    .leftJoin('namedListEntries as e', (join) =>
      join.onRef('e.listId', '=', 'l.id').onRef('e.version', '=', 'l.version'),
    )
    .select(['l.indicatorId', 'l.componentId', 'e.nameKey'])
    .select((eb) => [
      eb.fn.max<number | null>('e.quantity').as('quantity'),
      eb.fn.max<number | null>('e.baseline').as('baseline'),
    ])
    .where('l.planId', '=', planId)
    .where('l.year', '=', year)
    .groupBy(['l.id', 'e.nameKey'])
    .execute();
  const of = Map.groupBy(names, ({ indicatorId, componentId }) => indicatorId ?? componentId ?? '');
  return new Map(
    [...of].map(([subjectId, rows]) => [
      subjectId,
      sumOfNames(
        rows.map(({ quantity, baseline }) => ({
          quantity: quantity ?? 0,
          baseline: baseline === 1,
        })),
      ),
    ]),
  );
}

/** Every list with the version that stands and the newest that has an entry; 0: none has. */
export async function standingVersions(
  db: Reader,
): Promise<{ readonly listId: string; readonly standing: number; readonly last: number }[]> {
  const rows = await db
    .selectFrom('namedLists as l')
    .leftJoin('namedListEntries as e', 'e.listId', 'l.id')
    .select(['l.id as listId', 'l.version as standing'])
    .select(({ fn }) => fn.max<number | null>('e.version').as('last'))
    .groupBy('l.id')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({ ...row, last: row.last ?? 0 }));
}

const AT_ONCE = 500;

/**
 * Adds a version to a list, the first one makes it. None is overwritten.
 * @returns its proof, for the audit row of the same transaction
 */
export async function saveVersion(
  db: Writer,
  { id, key, version, changed }: StoredList,
  entries: readonly ListEntry[],
): Promise<ListProof> {
  const stamp = { version, changedBy: changed.userId, changedAt: changed.at };
  if (version === 1) {
    const { planId, year, of, subjectId } = key;
    const indicatorId = of === 'indicator' ? subjectId : null;
    const componentId = of === 'component' ? subjectId : null;
    await db
      .insertInto('namedLists')
      .values({ id, planId, year, indicatorId, componentId, ...stamp })
      .execute();
  } else {
    await db.updateTable('namedLists').set(stamp).where('id', '=', id).execute();
  }
  const rows = entries.map(({ baseline, ...entry }, position) => ({
    listId: id,
    version,
    position,
    nameKey: nameKey(entry.name),
    baseline: baseline ? (1 as const) : (0 as const),
    ...entry,
  }));
  // A statement takes 32,766 values at most.
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    await db.insertInto('namedListEntries').values(some).execute();
  }
  return proofOf(id, version, entries);
}
