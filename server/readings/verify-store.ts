import type { Tables } from '../db/tables.ts';
import type { Reader } from '../db/transaction.ts';
import { type Seal, sealOf } from './seal.ts';

export interface StoredRevision {
  readonly revision: Tables['readingRevisions'];
  readonly conditions: readonly Tables['readingRevisionConditions'][];
}

export async function planIds(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('plans').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Every revision of the readings of a plan, by reading, oldest first. */
export async function storedRevisions(db: Reader, planId: string): Promise<StoredRevision[]> {
  const revisions = await db
    .selectFrom('readingRevisions as v')
    .innerJoin('readings as r', 'r.id', 'v.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .selectAll('v')
    .where('i.planId', '=', planId)
    .orderBy('v.readingId')
    .orderBy('v.version')
    .execute();
  const conditions = await db
    .selectFrom('readingRevisionConditions as c')
    .innerJoin('readings as r', 'r.id', 'c.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .selectAll('c')
    .where('i.planId', '=', planId)
    .execute();
  const of = Map.groupBy(conditions, ({ readingId, version }) => `${readingId} ${version}`);
  return revisions.map((revision) => ({
    revision,
    conditions: of.get(`${revision.readingId} ${revision.version}`) ?? [],
  }));
}

/** The hash of every revision by which the readings of a year were sealed. */
export async function sealedRevisions(db: Reader, planId: string, year: number): Promise<Seal[]> {
  const revisions = await db
    .selectFrom('readingRevisions as v')
    .innerJoin('readings as r', 'r.id', 'v.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .selectAll('v')
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('v.action', '=', 'seal')
    .orderBy('v.readingId')
    .execute();
  if (revisions.length === 0) return [];
  const conditions = await db
    .selectFrom('readingRevisionConditions')
    .selectAll()
    .where(
      'readingId',
      'in',
      revisions.map(({ readingId }) => readingId),
    )
    .execute();
  return revisions.map((revision) =>
    sealOf(
      revision,
      conditions.filter(
        ({ readingId, version }) =>
          readingId === revision.readingId && version === revision.version,
      ),
    ),
  );
}
