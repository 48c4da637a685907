import type { Kind, Shape } from '../../shared/assessment/types.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** One more for the revision of a plan: at every change that a board of it could show. */
export async function bumpRevision(db: Writer, planId: string): Promise<void> {
  await db
    .updateTable('plans')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', planId)
    .execute();
}

/** The same for every plan whose measures or indicators name a department. */
export async function bumpRevisionsOfDepartment(db: Writer, departmentId: string): Promise<void> {
  await db
    .updateTable('plans')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb
            .selectFrom('indicatorDepartments as d')
            .innerJoin('indicators as i', 'i.id', 'd.indicatorId')
            .where('d.departmentId', '=', departmentId)
            .select('i.planId'),
        ),
        eb(
          'id',
          'in',
          eb
            .selectFrom('measureDepartments')
            .where('departmentId', '=', departmentId)
            .select('planId'),
        ),
      ]),
    )
    .execute();
}

/** The target that stands, as the engine and a board need it. Figures that are null: see shared. */
export interface StandingTarget {
  readonly version: number;
  readonly kind: Kind;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reductionPct: number | null;
  readonly targetLevel: number | null;
  readonly path: Shape | null;
  readonly conditions: readonly {
    readonly id: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly plannedYear: number | null;
  }[];
}

export interface BoardRow {
  readonly id: string;
  readonly code: string;
  readonly themeId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unitZh: string | null;
  readonly unitEn: string | null;
  readonly decimals: number | null;
  readonly direction: 'up' | 'down';
  /** Of the document's wording; `target.kind` is judged. */
  readonly kind: Kind;
  readonly deadlineYear: number;
  readonly baselineYearSuggested: number;
  readonly incremental: boolean;
  readonly tentative: boolean;
  /** Component ids and the multiplier of a ratio; null: not a ratio. */
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
  readonly multiplier: number | null;
  readonly levels: readonly {
    readonly level: number;
    readonly nameZh: string;
    readonly nameEn: string;
  }[];
  readonly leadDepartmentIds: readonly string[];
  readonly supportingDepartmentIds: readonly string[];
  readonly target: StandingTarget;
  /** null: none was ever entered. */
  readonly baseline: {
    readonly year: number;
    readonly value: number | null;
    readonly restated: boolean;
  } | null;
  readonly checkpoints: readonly {
    readonly year: number;
    readonly value: number | null;
    readonly reductionPct: number | null;
  }[];
}

export interface BoardRows {
  readonly plan: {
    readonly id: string;
    readonly titleZh: string;
    readonly titleEn: string;
    readonly shortTitleZh: string;
    readonly shortTitleEn: string;
    readonly baselineYear: number;
    readonly startYear: number;
    readonly endYear: number;
    readonly revision: number;
  };
  readonly themes: readonly {
    readonly id: string;
    readonly nameZh: string;
    readonly nameEn: string;
  }[];
  /** Those that the plan's measures or indicators name. */
  readonly departments: readonly {
    readonly id: string;
    readonly shortNameZh: string;
    readonly fullNameZh: string;
    readonly nameEn: string;
  }[];
  /** By theme, then in the document's order. */
  readonly indicators: readonly BoardRow[];
}

/**
 * Everything that a board of one plan shows beside the readings, in a fixed number of queries
 * however many indicators there are. Of targets, baselines and checkpoints only what stands: the
 * highest version of each.
 * @returns null when there is no such plan
 */
export async function boardRows(db: Reader, planId: string): Promise<BoardRows | null> {
  const plan = await db
    .selectFrom('plans')
    .select([
      'id',
      'titleZh',
      'titleEn',
      'shortTitleZh',
      'shortTitleEn',
      'baselineYear',
      'startYear',
      'endYear',
      'revision',
    ])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined) return null;
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'nameZh', 'nameEn'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  const indicators = await db
    .selectFrom('indicators')
    .select([
      'id',
      'code',
      'themeId',
      'nameZh',
      'nameEn',
      'unitZh',
      'unitEn',
      'decimals',
      'direction',
      'kind',
      'deadlineYear',
      'baselineYearSuggested',
      'incremental',
      'tentative',
      'numeratorId',
      'denominatorId',
      'multiplier',
    ])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  const targets = await standingTargets(db, planId);
  const baselines = await standingBaselines(db, planId);
  const checkpoints = await standingCheckpoints(db, planId);
  const levels = await levelsOf(db, planId);
  const duties = await dutiesOf(db, planId);
  return {
    plan,
    themes,
    departments: await departmentsOf(db, planId),
    indicators: indicators.map(({ incremental, tentative, ...row }) => ({
      ...row,
      incremental: incremental === 1,
      tentative: tentative === 1,
      levels: levels.get(row.id) ?? [],
      leadDepartmentIds: namesOf(duties.get(row.id), 'lead'),
      supportingDepartmentIds: namesOf(duties.get(row.id), 'supporting'),
      target: required(targets.get(row.id), row.id),
      baseline: baselines.get(row.id) ?? null,
      checkpoints: checkpoints.get(row.id) ?? [],
    })),
  };
}

function required(target: StandingTarget | undefined, indicatorId: string): StandingTarget {
  // The loader writes an indicator and its first target version in one transaction.
  if (target === undefined) throw new Error(`no target version of ${indicatorId}`);
  return target;
}

async function standingTargets(db: Reader, planId: string): Promise<Map<string, StandingTarget>> {
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
    .where('i.planId', '=', planId)
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
      .where('i.planId', '=', planId)
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

async function standingBaselines(db: Reader, planId: string) {
  const rows = await db
    .selectFrom('baselines as b')
    .innerJoin('indicators as i', 'i.id', 'b.indicatorId')
    .select(['b.indicatorId', 'b.year', 'b.value', 'b.restated'])
    .where('i.planId', '=', planId)
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

async function standingCheckpoints(db: Reader, planId: string) {
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

async function levelsOf(db: Reader, planId: string) {
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

interface Duty {
  readonly departmentId: string;
  readonly duty: 'lead' | 'supporting';
}

async function dutiesOf(db: Reader, planId: string): Promise<Map<string, Duty[]>> {
  return grouped(
    await db
      .selectFrom('indicatorDepartments as d')
      .innerJoin('indicators as i', 'i.id', 'd.indicatorId')
      .select(['d.indicatorId', 'd.departmentId', 'd.duty'])
      .where('i.planId', '=', planId)
      .orderBy('d.position')
      .execute(),
    ({ departmentId, duty }) => ({ departmentId, duty }),
  );
}

function namesOf(duties: readonly Duty[] | undefined, duty: Duty['duty']): string[] {
  return (duties ?? []).filter((one) => one.duty === duty).map((one) => one.departmentId);
}

async function departmentsOf(db: Reader, planId: string) {
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
