import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** One numerator or denominator in one year. It is stored once, whoever uses it. */
export interface ComponentKey {
  readonly planId: string;
  readonly componentId: string;
  readonly year: number;
}

/** The figure of a component; null: not given yet. */
export async function findComponent(db: Reader, key: ComponentKey): Promise<number | null> {
  const [row] = await valueOf(db, key);
  return row?.value ?? null;
}

const valueOf = prepared((db: Reader, { planId, componentId, year }: ComponentKey) =>
  db
    .selectFrom('componentReadings')
    .select('value')
    .where('planId', '=', planId)
    .where('componentId', '=', componentId)
    .where('year', '=', year),
);

/** Every component of one year of a plan that was given, by its id. */
export async function componentsOfYear(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('componentReadings')
    .select(['componentId', 'value'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .execute();
  return new Map(rows.map(({ componentId, value }) => [componentId, value]));
}

/** Who gave the figure of a component; null: nobody has. */
export async function findComponentAuthor(db: Reader, key: ComponentKey): Promise<string | null> {
  const [row] = await authorOf(db, key);
  return row?.changedBy ?? null;
}

const authorOf = prepared((db: Reader, { planId, componentId, year }: ComponentKey) =>
  db
    .selectFrom('componentReadings')
    .select('changedBy')
    .where('planId', '=', planId)
    .where('componentId', '=', componentId)
    .where('year', '=', year),
);

export async function saveComponent(
  db: Writer,
  key: ComponentKey,
  value: number | null,
  by: { readonly userId: string; readonly at: string },
): Promise<void> {
  await db
    .insertInto('componentReadings')
    .values({ ...key, value, version: 1, changedBy: by.userId, changedAt: by.at })
    .onConflict((conflict) =>
      conflict.columns(['planId', 'componentId', 'year']).doUpdateSet((eb) => ({
        value,
        version: eb('componentReadings.version', '+', 1),
        changedBy: by.userId,
        changedAt: by.at,
      })),
    )
    .execute();
}

/**
 * The other readings of the year that show a component: those of the indicators that use it, unless
 * they say that there is no figure.
 */
export async function readingsSharing(
  db: Reader,
  key: ComponentKey,
  exceptIndicatorId: string,
): Promise<string[]> {
  const users = await db
    .selectFrom('indicators')
    .select('id')
    .where('planId', '=', key.planId)
    .where('id', '!=', exceptIndicatorId)
    .where((eb) =>
      eb.or([eb('numeratorId', '=', key.componentId), eb('denominatorId', '=', key.componentId)]),
    )
    .execute();
  if (users.length === 0) return [];
  const rows = await db
    .selectFrom('readings')
    .select('id')
    .where(
      'indicatorId',
      'in',
      users.map(({ id }) => id),
    )
    .where('year', '=', key.year)
    .where('absence', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
