import type { BoardInputs } from '../../shared/board.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { publishChange } from '../live/store.ts';
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

/**
 * One more for the revision of a plan, at every change that everybody sees on a board of it; whoever
 * listens is told.
 */
export async function bumpRevision(db: Writer, planId: string): Promise<void> {
  for (const { revision } of await nextRevision(db, planId)) {
    await publishChange(db, { kind: 'board', subject: planId, revision });
  }
}

/** The same where only the hollow marks of what is not approved move: nobody is told of those. */
export async function bumpUnapproved(db: Writer, planId: string): Promise<void> {
  await nextRevision(db, planId);
}

const nextRevision = prepared((db: Writer, planId: string) =>
  db
    .updateTable('plans')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', planId)
    .returning('revision'),
);

/** One more for every plan whose measures or indicators name a department. */
export async function bumpRevisionsOfDepartment(db: Writer, departmentId: string): Promise<void> {
  const plans = await db
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
    .returning(['id', 'revision'])
    .execute();
  for (const { id, revision } of plans) {
    await publishChange(db, { kind: 'board', subject: id, revision });
  }
}

/** What a board is made of beside the readings. */
export type BoardRows = Omit<BoardInputs, 'plan' | 'indicators'> & {
  readonly plan: Omit<BoardInputs['plan'], 'illustrative'>;
  readonly indicators: readonly BoardRow[];
};
export type BoardRow = Omit<BoardInputs['indicators'][number], 'readings'>;

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
  const targets = await standingTargets(db, [planId]);
  const baselines = await standingBaselines(db, [planId]);
  const checkpoints = await standingCheckpoints(db, planId);
  const levels = await levelsOf(db, planId);
  const duties = await dutiesOf(db, [planId]);
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
