import { replacePlanChecks } from '../checks/settings-store.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Tables } from '../db/tables.ts';
import { publishChange } from '../live/store.ts';
import type { PlanRows } from './plan-rows.ts';

const ROWS_AT_ONCE = 200;

/** Whether exactly this content stands loaded. */
export async function isLoaded(db: Reader, contentHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('plans')
    .select('id')
    .where('contentHash', '=', contentHash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasPlan(db: Reader, planId: string): Promise<boolean> {
  const row = await db.selectFrom('plans').select('id').where('id', '=', planId).executeTakeFirst();
  return row !== undefined;
}

/**
 * Writes everything that describes the document: what is new is added, what changed is changed, what
 * vanished goes. Nothing that people entered is among it.
 */
export async function saveDescription(db: Writer, rows: PlanRows): Promise<void> {
  const planId = rows.plan.id;
  await savePlan(db, rows);
  await saveDepartments(db, rows.departments);
  await upsert(db, 'themes', ['planId', 'id'], rows.themes);
  await upsert(db, 'components', ['planId', 'id'], rows.components);
  await clearMeasures(db, planId);
  await saveIndicators(db, rows);
  await replacePlanChecks(db, planId, rows.checks);
  await saveMeasures(db, rows);
  await dropVanished(db, 'themes', planId, rows.themes);
  await dropVanished(db, 'components', planId, rows.components);
  await dropVanished(db, 'bodies', planId, rows.bodies);
  await upsert(db, 'bodies', ['planId', 'id'], rows.bodies);
  await saveSafeguards(db, rows);
}

async function savePlan(db: Writer, { plan, document }: PlanRows): Promise<void> {
  const { id: _id, ...changing } = plan;
  const { revision } = await db
    .insertInto('plans')
    .values({ ...plan, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({ ...changing, revision: eb('plans.revision', '+', 1) })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  await publishChange(db, { kind: 'board', subject: plan.id, revision });
  await upsert(db, 'planDocuments', ['planId'], [document]);
}

/** Adds the missing ones and brings names up to date, unless an administrator has edited them. */
async function saveDepartments(db: Writer, rows: PlanRows['departments']): Promise<void> {
  const standing = await departmentsNamed(
    db,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const known = standing.get(row.id);
    if (known === undefined) {
      await db
        .insertInto('departments')
        .values({ ...row, validFrom: null, validTo: null, successorId: null, version: 1 })
        .execute();
    } else if (known.nameSource !== 'entered' && differs(row, known)) {
      await db
        .updateTable('departments')
        .set({ ...row, version: known.version + 1 })
        .where('id', '=', row.id)
        .execute();
    }
  }
}

/** The departments with these ids that exist already. */
export async function departmentsNamed(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, Tables['departments']>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('departments').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether a row says something else than a stored one, in the fields of the first. */
export function differs(row: object, stored: object): boolean {
  const said = stored as Readonly<Record<string, unknown>>;
  return Object.entries(row).some(([key, value]) => said[key] !== value);
}

async function saveIndicators(db: Writer, rows: PlanRows): Promise<void> {
  const { id: planId } = rows.plan;
  const ids = rows.indicators.map(({ id }) => id);
  await db
    .deleteFrom('indicators')
    .where('planId', '=', planId)
    .where('id', 'not in', ids)
    .execute();
  // Two indicators may have exchanged their codes, which are unique at every moment.
  await db
    .updateTable('indicators')
    .set((eb) => ({ code: eb.fn<string>('concat', [eb.val('~'), 'id']) }))
    .where('planId', '=', planId)
    .execute();
  await upsert(db, 'indicators', ['id'], rows.indicators);
  await db.deleteFrom('indicatorAmbiguities').where('indicatorId', 'in', ids).execute();
  await db.deleteFrom('targetExpressions').where('indicatorId', 'in', ids).execute();
  await db.deleteFrom('ratingLevels').where('indicatorId', 'in', ids).execute();
  await insert(db, 'indicatorAmbiguities', rows.ambiguities);
  await insert(db, 'targetExpressions', rows.expressions);
  await insert(db, 'ratingLevels', rows.levels);
}

/** The rows that hang on measures and are referred to by nobody. */
async function clearMeasures(db: Writer, planId: string): Promise<void> {
  for (const table of [
    'measureDepartments',
    'measureIndicators',
    'incentiveTiers',
    'incentiveConditions',
    'incentiveNotes',
  ] as const) {
    await db.deleteFrom(table).where('planId', '=', planId).execute();
  }
}

async function saveMeasures(db: Writer, rows: PlanRows): Promise<void> {
  const { id: planId } = rows.plan;
  await dropVanished(db, 'incentives', planId, rows.incentives);
  // Numbers are unique at every moment; the measures that stay get theirs back below.
  await db
    .updateTable('measures')
    .set((eb) => ({ number: eb('number', '*', -1) }))
    .where('planId', '=', planId)
    .execute();
  await upsert(db, 'measures', ['planId', 'id'], rows.measures);
  await upsert(db, 'incentives', ['planId', 'id'], rows.incentives);
  await dropVanished(db, 'measures', planId, rows.measures);
  await insert(db, 'measureDepartments', rows.measureDepartments);
  await insert(db, 'measureIndicators', rows.measureIndicators);
  await insert(db, 'incentiveTiers', rows.tiers);
  await insert(db, 'incentiveConditions', rows.conditions);
  await insert(db, 'incentiveNotes', rows.notes);
}

async function saveSafeguards(db: Writer, rows: PlanRows): Promise<void> {
  const { id: planId } = rows.plan;
  const numbers = rows.safeguards.map(({ number }) => number);
  await upsert(db, 'safeguards', ['planId', 'number'], rows.safeguards);
  await dropVanished(db, 'obligations', planId, rows.obligations);
  await upsert(db, 'obligations', ['planId', 'id'], rows.obligations);
  await db
    .deleteFrom('safeguards')
    .where('planId', '=', planId)
    .$if(numbers.length > 0, (query) => query.where('number', 'not in', numbers))
    .execute();
}

type NamedInPlan = 'themes' | 'components' | 'bodies' | 'measures' | 'incentives' | 'obligations';

async function dropVanished(
  db: Writer,
  table: NamedInPlan,
  planId: string,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await db
    .deleteFrom(table)
    .where('planId', '=', planId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute();
}

async function insert<T extends keyof Tables>(
  db: Writer,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE) as never)
      .execute();
  }
}

async function upsert<T extends keyof Tables>(
  db: Writer,
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  rows: readonly Tables[T][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const changing = Object.keys(first as object).filter((column) => !key.includes(column as never));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE) as never)
      .onConflict((conflict) =>
        conflict
          .columns(key)
          .doUpdateSet(
            (eb) =>
              Object.fromEntries(
                changing.map((column) => [column, eb.ref(`excluded.${column}` as never)]),
              ) as never,
          ),
      )
      .execute();
  }
}
