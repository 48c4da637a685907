import type { BoardInputs } from '../../shared/board.ts';
import type { Reader } from '../db/transaction.ts';

/** The target that stands, as the engine and a board need it. Figures that are null: see shared. */
export type StandingTarget = BoardInputs['indicators'][number]['target'];

export async function standingTargets(
  db: Reader,
  planIds: readonly string[],
): Promise<Map<string, StandingTarget>> {
  const rows = await db
    .selectFrom('targets as t')
    .innerJoin('indicators as i', 'i.id', 't.indicatorId')
    .select([
      't.indicatorId',
      't.version',
      't.kind',
      't.value',
      't.lower',
      't.upper',
      't.reductionPct',
      't.targetLevel',
      't.path',
    ])
    .where('i.planId', 'in', planIds)
    .where('t.version', '=', (eb) =>
      eb
        .selectFrom('targets as later')
        .whereRef('later.indicatorId', '=', 't.indicatorId')
        .select((max) => max.fn.max('later.version').as('version')),
    )
    .execute();
  const conditions = grouped(
    await db
      .selectFrom('targetConditions as c')
      .innerJoin('indicators as i', 'i.id', 'c.indicatorId')
      .select(['c.indicatorId', 'c.version', 'c.id', 'c.nameZh', 'c.nameEn', 'c.plannedYear'])
      .where('i.planId', 'in', planIds)
      .orderBy('c.position')
      .execute(),
    ({ version, id, nameZh, nameEn, plannedYear }) => ({
      version,
      condition: { id, nameZh, nameEn, plannedYear },
    }),
  );
  return new Map(
    rows.map(({ indicatorId, ...target }) => [
      indicatorId,
      {
        ...target,
        conditions: (conditions.get(indicatorId) ?? [])
          .filter(({ version }) => version === target.version)
          .map(({ condition }) => condition),
      },
    ]),
  );
}

export async function standingBaselines(db: Reader, planIds: readonly string[]) {
  const rows = await db
    .selectFrom('baselines as b')
    .innerJoin('indicators as i', 'i.id', 'b.indicatorId')
    .select(['b.indicatorId', 'b.year', 'b.value', 'b.restated'])
    .where('i.planId', 'in', planIds)
    .where('b.version', '=', (eb) =>
      eb
        .selectFrom('baselines as later')
        .whereRef('later.indicatorId', '=', 'b.indicatorId')
        .select((max) => max.fn.max('later.version').as('version')),
    )
    .execute();
  return new Map(
    rows.map(({ indicatorId, year, value, restated }) => [
      indicatorId,
      { year, value, restated: restated === 1 },
    ]),
  );
}

export async function standingCheckpoints(db: Reader, planId: string) {
  return grouped(
    await db
      .selectFrom('checkpoints as c')
      .innerJoin('indicators as i', 'i.id', 'c.indicatorId')
      .select(['c.indicatorId', 'c.year', 'c.value', 'c.reductionPct'])
      .where('i.planId', '=', planId)
      .where('c.version', '=', (eb) =>
        eb
          .selectFrom('checkpointSets as later')
          .whereRef('later.indicatorId', '=', 'c.indicatorId')
          .select((max) => max.fn.max('later.version').as('version')),
      )
      .orderBy('c.year')
      .execute(),
    ({ year, value, reductionPct }) => ({ year, value, reductionPct }),
  );
}

export async function levelsOf(db: Reader, planId: string) {
  return grouped(
    await db
      .selectFrom('ratingLevels as l')
      .innerJoin('indicators as i', 'i.id', 'l.indicatorId')
      .select(['l.indicatorId', 'l.level', 'l.nameZh', 'l.nameEn'])
      .where('i.planId', '=', planId)
      .orderBy('l.level')
      .execute(),
    ({ level, nameZh, nameEn }) => ({ level, nameZh, nameEn }),
  );
}

export interface Duty {
  readonly departmentId: string;
  readonly duty: 'lead' | 'supporting';
}

export async function dutiesOf(
  db: Reader,
  planIds: readonly string[],
): Promise<Map<string, Duty[]>> {
  return grouped(
    await db
      .selectFrom('indicatorDepartments as d')
      .innerJoin('indicators as i', 'i.id', 'd.indicatorId')
      .select(['d.indicatorId', 'd.departmentId', 'd.duty'])
      .where('i.planId', 'in', planIds)
      .orderBy('d.position')
      .execute(),
    ({ departmentId, duty }) => ({ departmentId, duty }),
  );
}

export async function departmentsOf(db: Reader, planId: string) {
  return db
    .selectFrom('departments')
    .select(['id', 'shortNameZh', 'fullNameZh', 'nameEn'])
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb.selectFrom('measureDepartments').where('planId', '=', planId).select('departmentId'),
        ),
        eb(
          'id',
          'in',
          eb
            .selectFrom('indicatorDepartments as d')
            .innerJoin('indicators as i', 'i.id', 'd.indicatorId')
            .where('i.planId', '=', planId)
            .select('d.departmentId'),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
}

/** Rows by their indicator, in the order in which they came. */
function grouped<R extends { indicatorId: string }, T>(
  rows: readonly R[],
  pick: (row: R) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.indicatorId);
    if (group === undefined) groups.set(row.indicatorId, [pick(row)]);
    else group.push(pick(row));
  }
  return groups;
}
