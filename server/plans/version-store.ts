import type { Reader, Writer } from '../db/transaction.ts';
import type { Tables } from '../db/tables.ts';

type NewTarget = Omit<Tables['targets'], 'version'> & {
  readonly conditions: readonly Omit<
    Tables['targetConditions'],
    'indicatorId' | 'version' | 'position'
  >[];
};

/** The target version that stands; null for an indicator that was made a moment ago. */
export async function lastTarget(db: Reader, indicatorId: string) {
  const row = await db
    .selectFrom('targets')
    .selectAll()
    .where('indicatorId', '=', indicatorId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, conditions: await conditionsOf(db, indicatorId, row.version) };
}

export async function conditionsOf(db: Reader, indicatorId: string, version: number) {
  return db
    .selectFrom('targetConditions')
    .select(['id', 'nameZh', 'nameEn', 'plannedYear'])
    .where('indicatorId', '=', indicatorId)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
}

/** Adds a version after the one that stands. @returns its number */
export async function addTarget(db: Writer, target: NewTarget): Promise<number> {
  const { conditions, ...row } = target;
  const version = ((await lastTarget(db, row.indicatorId))?.version ?? 0) + 1;
  await db
    .insertInto('targets')
    .values({ ...row, version })
    .execute();
  if (conditions.length > 0) {
    await db
      .insertInto('targetConditions')
      .values(
        conditions.map((condition, position) => ({
          indicatorId: row.indicatorId,
          version,
          position,
          ...condition,
        })),
      )
      .execute();
  }
  return version;
}

export async function lastBaseline(
  db: Reader,
  indicatorId: string,
): Promise<Tables['baselines'] | null> {
  const row = await db
    .selectFrom('baselines')
    .selectAll()
    .where('indicatorId', '=', indicatorId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function addBaseline(
  db: Writer,
  baseline: Omit<Tables['baselines'], 'version'>,
): Promise<number> {
  const version = ((await lastBaseline(db, baseline.indicatorId))?.version ?? 0) + 1;
  await db
    .insertInto('baselines')
    .values({ ...baseline, version })
    .execute();
  return version;
}

type NewCheckpoints = Omit<Tables['checkpointSets'], 'version'> & {
  readonly checkpoints: readonly Omit<Tables['checkpoints'], 'indicatorId' | 'version'>[];
};

export async function lastCheckpoints(db: Reader, indicatorId: string) {
  const row = await db
    .selectFrom('checkpointSets')
    .selectAll()
    .where('indicatorId', '=', indicatorId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const checkpoints = await db
    .selectFrom('checkpoints')
    .select(['year', 'value', 'reductionPct'])
    .where('indicatorId', '=', indicatorId)
    .where('version', '=', row.version)
    .orderBy('year')
    .execute();
  return { ...row, checkpoints };
}

export async function addCheckpoints(db: Writer, set: NewCheckpoints): Promise<number> {
  const { checkpoints, ...row } = set;
  const version = ((await lastCheckpoints(db, row.indicatorId))?.version ?? 0) + 1;
  await db
    .insertInto('checkpointSets')
    .values({ ...row, version })
    .execute();
  if (checkpoints.length > 0) {
    await db
      .insertInto('checkpoints')
      .values(
        checkpoints.map((checkpoint) => ({
          indicatorId: row.indicatorId,
          version,
          ...checkpoint,
        })),
      )
      .execute();
  }
  return version;
}

export type Duties = readonly Pick<Tables['indicatorDepartments'], 'departmentId' | 'duty'>[];

/** The departments of an indicator as one list, those in the lead first. */
export async function dutiesOfIndicator(db: Reader, indicatorId: string): Promise<Duties> {
  return db
    .selectFrom('indicatorDepartments')
    .select(['departmentId', 'duty'])
    .where('indicatorId', '=', indicatorId)
    .orderBy('position')
    .execute();
}

export async function replaceDuties(
  db: Writer,
  indicatorId: string,
  duties: Duties,
): Promise<void> {
  await db.deleteFrom('indicatorDepartments').where('indicatorId', '=', indicatorId).execute();
  if (duties.length === 0) return;
  await db
    .insertInto('indicatorDepartments')
    .values(duties.map((duty, position) => ({ indicatorId, position, ...duty })))
    .execute();
}

/** Who assigned the departments and the version of the settings; null: nothing is set yet. */
export async function findSettings(
  db: Reader,
  indicatorId: string,
): Promise<Tables['indicatorSettings'] | null> {
  const row = await db
    .selectFrom('indicatorSettings')
    .selectAll()
    .where('indicatorId', '=', indicatorId)
    .executeTakeFirst();
  return row ?? null;
}

export async function startSettings(db: Writer, indicatorId: string): Promise<void> {
  await db
    .insertInto('indicatorSettings')
    .values({
      indicatorId,
      version: 1,
      departmentsBy: null,
      departmentsAt: null,
      departmentsNote: null,
    })
    .execute();
}

/** One more for the version of the settings, with what else changed about them. */
export async function touchSettings(
  db: Writer,
  indicatorId: string,
  changes: Partial<Omit<Tables['indicatorSettings'], 'indicatorId' | 'version'>> = {},
): Promise<void> {
  await db
    .updateTable('indicatorSettings')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('indicatorId', '=', indicatorId)
    .execute();
}
