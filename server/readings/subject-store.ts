import type { Tables } from '../db/tables.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/transaction.ts';
import type { PlanYears, ReadingSubject } from '../../shared/reading-rules.ts';

/** An indicator as far as a reading of it needs to know it. */
export interface Subject extends ReadingSubject, PlanYears {
  readonly indicatorId: string;
  readonly planId: string;
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
  /** The one named lead; null: 牵头待定 or 无责任单位, and then nobody enters. */
  readonly leadDepartmentId: string | null;
}

/**
 * The indicator behind a reading; null: there is none of that id.
 * @param known who leads it, where the same transaction has read that already: one statement less at
 * every change of a figure
 */
export async function findSubject(
  db: Reader,
  indicatorId: string,
  known?: Pick<Subject, 'leadDepartmentId'>,
): Promise<Subject | null> {
  const [row] = await indicatorOf(db, indicatorId);
  const [years] = row === undefined ? [] : await yearsOf(db, row.planId);
  if (row === undefined || years === undefined) return null;
  return {
    ...row,
    ...years,
    levels: await levelsOf(db, indicatorId, row.kind),
    conditionIds: await conditionIdsOf(db, indicatorId, row.kind),
    leadDepartmentId: known === undefined ? await leadOf(db, indicatorId) : known.leadDepartmentId,
  };
}

const indicatorOf = prepared((db: Reader, id: string) =>
  db
    .selectFrom('indicators')
    .select(['id as indicatorId', 'planId', 'kind', 'unitZh', 'multiplier'])
    .select(['numeratorId', 'denominatorId'])
    .where('id', '=', id),
);

const yearsOf = prepared((db: Reader, planId: string) =>
  db.selectFrom('plans').select(['baselineYear', 'endYear']).where('id', '=', planId),
);

/** The one lead department of an indicator, or null where none or several are named. */
export async function leadOf(db: Reader, indicatorId: string): Promise<string | null> {
  const leads = await leadsOf(db, indicatorId);
  return leads.length === 1 ? (leads[0]?.departmentId ?? null) : null;
}

const leadsOf = prepared((db: Reader, indicatorId: string) =>
  db
    .selectFrom('indicatorDepartments')
    .select('departmentId')
    .where('indicatorId', '=', indicatorId)
    .where('duty', '=', 'lead'),
);

type Kind = Tables['indicators']['kind'];

async function levelsOf(db: Reader, indicatorId: string, kind: Kind): Promise<number[]> {
  if (kind !== 'rating') return [];
  const rows = await db
    .selectFrom('ratingLevels')
    .select('level')
    .where('indicatorId', '=', indicatorId)
    .execute();
  return rows.map(({ level }) => level);
}

/** Of the newest target version that has conditions. */
async function conditionIdsOf(db: Reader, indicatorId: string, kind: Kind): Promise<string[]> {
  if (kind !== 'milestone') return [];
  const rows = await db
    .selectFrom('targetConditions')
    .select('id')
    .where('indicatorId', '=', indicatorId)
    .where('version', '=', (eb) =>
      eb
        .selectFrom('targetConditions as newest')
        .select((inner) => inner.fn.max('newest.version').as('version'))
        .where('newest.indicatorId', '=', indicatorId),
    )
    .orderBy('position')
    .execute();
  return rows.map(({ id }) => id);
}
