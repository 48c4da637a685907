import type { Reader, Writer } from '../db/transaction.ts';

/** One numerator or denominator in one year. It is stored once, whoever uses it. */
export interface ComponentKey {
  readonly planId: string;
  readonly componentId: string;
  readonly year: number;
}

/** The figure of a component; null: not given yet. */
export async function findComponent(db: Reader, key: ComponentKey): Promise<number | null> {
  const row = await db
    .selectFrom('componentReadings')
    .select('value')
    .where('planId', '=', key.planId)
    .where('componentId', '=', key.componentId)
    .where('year', '=', key.year)
    .executeTakeFirst();
  return row?.value ?? null;
}

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
  const rows = await db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .select('r.id')
    .where('i.planId', '=', key.planId)
    .where('r.year', '=', key.year)
    .where('i.id', '!=', exceptIndicatorId)
    .where('r.absence', 'is', null)
    .where((eb) =>
      eb.or([
        eb('i.numeratorId', '=', key.componentId),
        eb('i.denominatorId', '=', key.componentId),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}
