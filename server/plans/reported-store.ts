import type { Reader } from '../db/transaction.ts';

interface Ratio {
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
  readonly multiplier: number;
}

/** What people have entered for one indicator, which a file may not take from under them. */
export interface Entered {
  readonly kind: string;
  /** How its figures are computed; null: they are not. */
  readonly ratio: Ratio | null;
  readonly readings: boolean;
  /** Targets, baselines, checkpoints, departments or checks. */
  readonly settings: boolean;
  /** Levels and conditions that readings name. */
  readonly levels: readonly number[];
  readonly conditionIds: readonly string[];
}

/** By indicator, for all indicators of a plan. */
export async function enteredOf(db: Reader, planId: string): Promise<Map<string, Entered>> {
  const indicators = await db
    .selectFrom('indicators as i')
    .select((eb) => [
      'i.id',
      'i.kind',
      'i.numeratorId',
      'i.denominatorId',
      'i.multiplier',
      eb
        .exists(
          eb.selectFrom('readings as r').whereRef('r.indicatorId', '=', 'i.id').select('r.id'),
        )
        .as('readings'),
      eb
        .or([
          eb.exists(
            eb
              .selectFrom('targets as t')
              .whereRef('t.indicatorId', '=', 'i.id')
              .where('t.enteredBy', 'is not', null)
              .select('t.version'),
          ),
          eb.exists(
            eb
              .selectFrom('baselines as b')
              .whereRef('b.indicatorId', '=', 'i.id')
              .where('b.enteredBy', 'is not', null)
              .select('b.version'),
          ),
          eb.exists(
            eb
              .selectFrom('checkpointSets as c')
              .whereRef('c.indicatorId', '=', 'i.id')
              .where('c.enteredBy', 'is not', null)
              .select('c.version'),
          ),
          eb.exists(
            eb
              .selectFrom('indicatorSettings as s')
              .whereRef('s.indicatorId', '=', 'i.id')
              .where('s.departmentsBy', 'is not', null)
              .select('s.version'),
          ),
          eb.exists(
            eb
              .selectFrom('checkSettings as k')
              .whereRef('k.indicatorId', '=', 'i.id')
              .where('k.source', '=', 'entered')
              .select('k.code'),
          ),
        ])
        .as('settings'),
    ])
    .where('i.planId', '=', planId)
    .execute();
  const levels = await db
    .selectFrom('readings as r')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select(['r.indicatorId', 'r.level'])
    .where('i.planId', '=', planId)
    .where('r.level', 'is not', null)
    .distinct()
    .execute();
  const conditions = await db
    .selectFrom('readingConditions as c')
    .innerJoin('readings as r', 'r.id', 'c.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select(['r.indicatorId', 'c.conditionId'])
    .where('i.planId', '=', planId)
    .distinct()
    .execute();
  return new Map(
    indicators.map(({ id, kind, multiplier, readings, settings, ...parts }) => [
      id,
      {
        kind,
        ratio: multiplier === null ? null : { ...parts, multiplier },
        readings: Boolean(readings),
        settings: Boolean(settings),
        levels: levels.flatMap(({ indicatorId, level }) =>
          indicatorId === id && level !== null ? [level] : [],
        ),
        conditionIds: conditions.flatMap(({ indicatorId, conditionId }) =>
          indicatorId === id ? [conditionId] : [],
        ),
      },
    ]),
  );
}

/** Components of a plan that somebody has reported a figure for. */
export async function reportedComponents(db: Reader, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('componentReadings')
    .select('componentId')
    .where('planId', '=', planId)
    .distinct()
    .execute();
  return rows.map(({ componentId }) => componentId);
}

/** Which of these indicators exist already in another plan. */
export async function ownedElsewhere(
  db: Reader,
  planId: string,
  indicatorIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('indicators')
    .select('id')
    .where('id', 'in', indicatorIds)
    .where('planId', '<>', planId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Which departments other plans name in their measures or indicators. */
export async function namedElsewhere(db: Reader, planId: string): Promise<Set<string>> {
  const inMeasures = await db
    .selectFrom('measureDepartments')
    .select('departmentId')
    .where('planId', '<>', planId)
    .distinct()
    .execute();
  const inIndicators = await db
    .selectFrom('indicatorDepartments as d')
    .innerJoin('indicators as i', 'i.id', 'd.indicatorId')
    .select('d.departmentId')
    .where('i.planId', '<>', planId)
    .distinct()
    .execute();
  return new Set([...inMeasures, ...inIndicators].map(({ departmentId }) => departmentId));
}
