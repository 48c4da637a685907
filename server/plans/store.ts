import type { Kind } from '../../shared/assessment/types.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import {
  departmentsOf,
  dutiesOf,
  type Duty,
  levelsOf,
  standingBaselines,
  standingCheckpoints,
  type StandingTarget,
  standingTargets,
} from './standing-store.ts';

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

function namesOf(duties: readonly Duty[] | undefined, duty: Duty['duty']): string[] {
  return (duties ?? []).filter((one) => one.duty === duty).map((one) => one.departmentId);
}
