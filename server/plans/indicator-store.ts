import { isPending } from '../../shared/engine-target.ts';
import type { Indicator } from '../../shared/plans.ts';
import { assignable, type SettableIndicator } from '../../shared/target-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { assignmentsOf } from './assignment-store.ts';
import { spanOf } from './plan-store.ts';
import { dutiesOfIndicator, findSettings } from './version-store.ts';

/** One indicator with all that can be set about it, versions newest first; null: there is none. */
export async function findIndicator(db: Reader, id: string): Promise<Indicator | null> {
  const row = await db.selectFrom('indicators').selectAll().where('id', '=', id).executeTakeFirst();
  const settings = await findSettings(db, id);
  if (row === undefined || settings === null) return null;
  const duties = await dutiesOfIndicator(db, id);
  const ids = (wanted: 'lead' | 'supporting') =>
    duties.filter(({ duty }) => duty === wanted).map(({ departmentId }) => departmentId);
  const levels = await levelsOf(db, id);
  const expressions = await expressionsOf(db, id);
  return {
    id: row.id,
    planId: row.planId,
    code: row.code,
    themeId: row.themeId,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    unitZh: row.unitZh,
    unitEn: row.unitEn,
    decimals: row.decimals,
    direction: row.direction,
    kind: row.kind,
    deadlineYear: row.deadlineYear,
    deadlineSource: row.deadlineSource,
    baselineYearSuggested: row.baselineYearSuggested,
    incremental: row.incremental === 1,
    tentative: row.tentative === 1,
    ratio: await ratioOf(db, row),
    quote: row.quote,
    quoteSpan: spanOf(row.quoteStart, row.quote),
    ambiguities: await ambiguitiesOf(db, id),
    expressions: assignable({ ...row, expressions, levels }),
    levels,
    measures: await measuresOf(db, row.planId, id),
    leadDepartmentIds: ids('lead'),
    supportingDepartmentIds: ids('supporting'),
    departmentVersions: await assignmentsOf(db, settings, duties),
    targets: await targetsOf(db, id),
    baselines: await baselinesOf(db, id),
    checkpointSets: await checkpointSetsOf(db, id),
    version: settings.version,
  };
}

/** What the rules need of an indicator; null: there is none. */
export async function findSettable(
  db: Reader,
  id: string,
): Promise<
  (SettableIndicator & { readonly planId: string; readonly baselineYearSuggested: number }) | null
> {
  const row = await db
    .selectFrom('indicators')
    .select(['planId', 'kind', 'unitZh', 'multiplier', 'deadlineYear', 'baselineYearSuggested'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, expressions: await expressionsOf(db, id), levels: await levelsOf(db, id) };
}

async function levelsOf(db: Reader, indicatorId: string): Promise<Indicator['levels']> {
  return db
    .selectFrom('ratingLevels')
    .select(['level', 'nameZh', 'nameEn'])
    .where('indicatorId', '=', indicatorId)
    .orderBy('level')
    .execute();
}

async function expressionsOf(db: Reader, indicatorId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('targetExpressions')
    .select('expression')
    .where('indicatorId', '=', indicatorId)
    .orderBy('position')
    .execute();
  return rows.map(({ expression }) => expression);
}

function ambiguitiesOf(db: Reader, indicatorId: string) {
  return db
    .selectFrom('indicatorAmbiguities')
    .select(['textZh', 'textEn'])
    .where('indicatorId', '=', indicatorId)
    .orderBy('position')
    .execute();
}

async function ratioOf(
  db: Reader,
  row: {
    readonly planId: string;
    readonly numeratorId: string | null;
    readonly denominatorId: string | null;
    readonly multiplier: number | null;
  },
): Promise<Indicator['ratio']> {
  const { numeratorId, denominatorId, multiplier } = row;
  if (numeratorId === null || denominatorId === null || multiplier === null) return null;
  const components = await db
    .selectFrom('components')
    .select(['id', 'nameZh', 'nameEn', 'unitZh'])
    .where('planId', '=', row.planId)
    .where('id', 'in', [numeratorId, denominatorId])
    .execute();
  const numerator = components.find(({ id }) => id === numeratorId);
  const denominator = components.find(({ id }) => id === denominatorId);
  if (numerator === undefined || denominator === undefined) return null;
  return { numerator, denominator, multiplier };
}

async function measuresOf(
  db: Reader,
  planId: string,
  indicatorId: string,
): Promise<Indicator['measures']> {
  const rows = await db
    .selectFrom('measureIndicators as l')
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'l.planId').onRef('m.id', '=', 'l.measureId'),
    )
    .select(['m.id', 'm.number', 'm.titleZh', 'm.titleEn', 'm.text', 'm.textStart'])
    .where('l.planId', '=', planId)
    .where('l.indicatorId', '=', indicatorId)
    .orderBy('m.number')
    .execute();
  return rows.map(({ text, textStart, ...measure }) => ({
    ...measure,
    ...spanOf(textStart, text),
  }));
}

async function targetsOf(db: Reader, indicatorId: string): Promise<Indicator['targets']> {
  const rows = await db
    .selectFrom('targets as t')
    .leftJoin('users as u', 'u.id', 't.enteredBy')
    .select([
      't.version',
      't.kind',
      't.expression',
      't.value',
      't.lower',
      't.upper',
      't.reductionPct',
      't.tonnesCut',
      't.targetLevel',
      't.path',
      't.basis',
      't.documentNumber',
      't.effectiveDate',
      't.enteredAt',
      'u.name as enteredBy',
    ])
    .where('t.indicatorId', '=', indicatorId)
    .orderBy('t.version', 'desc')
    .execute();
  const conditions = await db
    .selectFrom('targetConditions')
    .select(['version', 'id', 'nameZh', 'nameEn', 'plannedYear'])
    .where('indicatorId', '=', indicatorId)
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const own = conditions
      .filter(({ version }) => version === row.version)
      .map(({ id, nameZh, nameEn, plannedYear }) => ({ id, nameZh, nameEn, plannedYear }));
    return { ...row, conditions: own, pending: isPending({ ...row, conditions: own }) };
  });
}

async function baselinesOf(db: Reader, indicatorId: string): Promise<Indicator['baselines']> {
  const rows = await db
    .selectFrom('baselines as b')
    .leftJoin('users as u', 'u.id', 'b.enteredBy')
    .select([
      'b.version',
      'b.year',
      'b.value',
      'b.basis',
      'b.basisZh',
      'b.basisEn',
      'b.documentNumber',
      'b.restated',
      'b.enteredAt',
      'u.name as enteredBy',
    ])
    .where('b.indicatorId', '=', indicatorId)
    .orderBy('b.version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, restated: row.restated === 1 }));
}

async function checkpointSetsOf(
  db: Reader,
  indicatorId: string,
): Promise<Indicator['checkpointSets']> {
  const sets = await db
    .selectFrom('checkpointSets as s')
    .leftJoin('users as u', 'u.id', 's.enteredBy')
    .select(['s.version', 's.basis', 's.documentNumber', 's.enteredAt', 'u.name as enteredBy'])
    .where('s.indicatorId', '=', indicatorId)
    .orderBy('s.version', 'desc')
    .execute();
  const checkpoints = await db
    .selectFrom('checkpoints')
    .select(['version', 'year', 'value', 'reductionPct'])
    .where('indicatorId', '=', indicatorId)
    .orderBy('year')
    .execute();
  return sets.map((set) => ({
    ...set,
    checkpoints: checkpoints
      .filter(({ version }) => version === set.version)
      .map(({ year, value, reductionPct }) => ({ year, value, reductionPct })),
  }));
}
