import { can } from '../../shared/permissions.ts';
import type { ListEntry } from '../../shared/lists.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader } from '../db/transaction.ts';

/** A named list as it stands, with what it is a list of. */
export interface ExportedList {
  readonly year: number;
  readonly of: 'indicator' | 'component';
  readonly subjectId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly entries: readonly Omit<ListEntry, 'evidenceId'>[];
}

/**
 * The named lists of a plan that somebody may see: those behind a reading that they see, and those
 * of indicators that their own department leads.
 * @param seen the readings that they see
 * @param leads the one lead department of each indicator
 */
export async function visibleLists(
  db: Reader,
  person: Person,
  filter: { readonly planId: string; readonly year: number | undefined },
  seen: readonly Pick<Reading, 'indicatorId' | 'year'>[],
  leads: ReadonlyMap<string, string | null>,
): Promise<ExportedList[]> {
  const { planId, year } = filter;
  const lists = await db
    .selectFrom('namedLists as l')
    .leftJoin('indicators as i', 'i.id', 'l.indicatorId')
    .leftJoin('components as c', (join) =>
      join.onRef('c.planId', '=', 'l.planId').onRef('c.id', '=', 'l.componentId'),
    )
    .select(['l.id', 'l.year', 'l.version', 'l.indicatorId', 'l.componentId'])
    .select(['i.nameZh as indicatorZh', 'i.nameEn as indicatorEn'])
    .select(['c.nameZh as componentZh', 'c.nameEn as componentEn'])
    .where('l.planId', '=', planId)
    .$if(year !== undefined, (query) => query.where('l.year', '=', year ?? 0))
    .orderBy('l.year')
    .orderBy('l.id')
    .execute();
  const entries = await entriesOf(db, planId);
  const shown = await shownBy(db, planId);
  const works = can(person.roles, 'readings.seeUnapproved') && person.departmentId !== null;
  const keys = new Set(seen.map((one) => `${one.indicatorId} ${one.year}`));
  return lists.flatMap((list): ExportedList[] => {
    const indicators =
      list.indicatorId === null ? (shown.get(list.componentId ?? '') ?? []) : [list.indicatorId];
    const visible = indicators.some(
      (id) => keys.has(`${id} ${list.year}`) || (works && leads.get(id) === person.departmentId),
    );
    if (!visible) return [];
    return [
      {
        year: list.year,
        of: list.indicatorId === null ? 'component' : 'indicator',
        subjectId: list.indicatorId ?? list.componentId ?? '',
        nameZh: list.indicatorZh ?? list.componentZh ?? '',
        nameEn: list.indicatorEn ?? list.componentEn ?? '',
        version: list.version,
        entries: entries.get(list.id) ?? [],
      },
    ];
  });
}

async function entriesOf(
  db: Reader,
  planId: string,
): Promise<Map<string, ExportedList['entries'][number][]>> {
  const rows = await db
    .selectFrom('namedLists as l')
    .innerJoin('namedListEntries as e', (join) =>
      join.onRef('e.listId', '=', 'l.id').onRef('e.version', '=', 'l.version'),
    )
    .select(['l.id', 'e.name', 'e.documentNumber', 'e.recognisedOn', 'e.quantity', 'e.baseline'])
    .where('l.planId', '=', planId)
    .orderBy('l.id')
    .orderBy('e.position')
    .execute();
  const lists = new Map<string, ExportedList['entries'][number][]>();
  for (const { id, baseline, ...entry } of rows) {
    const list = lists.get(id) ?? [];
    list.push({ ...entry, baseline: baseline === 1 });
    lists.set(id, list);
  }
  return lists;
}

type Indicator = Pick<Tables['indicators'], 'id' | 'numeratorId' | 'denominatorId'>;

/** The indicators that show each component. */
async function shownBy(db: Reader, planId: string): Promise<Map<string, string[]>> {
  const rows: Indicator[] = await db
    .selectFrom('indicators')
    .select(['id', 'numeratorId', 'denominatorId'])
    .where('planId', '=', planId)
    .execute();
  const shown = new Map<string, string[]>();
  for (const { id, numeratorId, denominatorId } of rows) {
    for (const part of [numeratorId, denominatorId]) {
      if (part !== null) shown.set(part, [...(shown.get(part) ?? []), id]);
    }
  }
  return shown;
}
