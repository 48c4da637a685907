import { CHECK_CODES } from '../../shared/checks/codes.ts';
import type { CheckSetting } from '../../shared/checks/types.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

type Row = Tables['checkSettings'];

/** A check as the plan file or an administrator set it. */
export interface SetCheck extends CheckSetting {
  readonly source: Row['source'];
  /** null: the plan file. */
  readonly enteredBy: { readonly userId: string; readonly name: string } | null;
  readonly enteredAt: string;
}

/** Everything that is set for one indicator; of one check there may be two, a file's and a person's. */
export async function setChecksOf(db: Reader, indicatorId: string): Promise<SetCheck[]> {
  const rows = await db
    .selectFrom('checkSettings as c')
    .leftJoin('users as u', 'u.id', 'c.enteredBy')
    .selectAll('c')
    .select('u.name')
    .where('c.indicatorId', '=', indicatorId)
    .execute();
  return rows.flatMap(({ name, enteredBy, enteredAt, source, ...row }) =>
    settingOf(row).map((setting) => ({
      ...setting,
      source,
      enteredBy: enteredBy === null ? null : { userId: enteredBy, name: name ?? '' },
      enteredAt,
    })),
  );
}

/** What stands for every indicator of a plan, by indicator: a person's word before the file's. */
export async function standingChecks(
  db: Reader,
  planId: string,
): Promise<Map<string, CheckSetting[]>> {
  const rows = await db
    .selectFrom('checkSettings as c')
    .innerJoin('indicators as i', 'i.id', 'c.indicatorId')
    .select(['c.indicatorId', 'c.code', 'c.grade', 'c.lowerLimit', 'c.upperLimit'])
    .where('i.planId', '=', planId)
    // 'entered' comes before 'plan'.
    .orderBy('c.source')
    .execute();
  const standing = new Map<string, CheckSetting[]>();
  for (const { indicatorId, ...row } of rows) {
    const known = standing.get(indicatorId) ?? [];
    const fresh = settingOf(row).filter(({ code }) => known.every((one) => one.code !== code));
    standing.set(indicatorId, [...known, ...fresh]);
  }
  return standing;
}

/** A row of a check that the product no longer has is not a setting of anything. */
function settingOf(row: Pick<Row, 'code' | 'grade' | 'lowerLimit' | 'upperLimit'>): CheckSetting[] {
  const code = CHECK_CODES.find((known) => known === row.code);
  if (code === undefined) return [];
  return [{ code, grade: row.grade, lower: row.lowerLimit, upper: row.upperLimit }];
}

/** Replaces what an administrator set for an indicator; what the plan file says stays. */
export async function replaceEnteredChecks(
  db: Writer,
  indicatorId: string,
  checks: readonly (CheckSetting & { readonly enteredBy: string; readonly enteredAt: string })[],
): Promise<void> {
  await db
    .deleteFrom('checkSettings')
    .where('indicatorId', '=', indicatorId)
    .where('source', '=', 'entered')
    .execute();
  if (checks.length === 0) return;
  await db
    .insertInto('checkSettings')
    .values(
      checks.map(({ code, grade, lower, upper, enteredBy, enteredAt }) => ({
        indicatorId,
        code,
        grade,
        lowerLimit: lower,
        upperLimit: upper,
        source: 'entered' as const,
        enteredBy,
        enteredAt,
      })),
    )
    .execute();
}

/** Replaces what the file of a plan said; what an administrator set stays. */
export async function replacePlanChecks(
  db: Writer,
  planId: string,
  rows: readonly (Row & { readonly source: 'plan' })[],
): Promise<void> {
  await db
    .deleteFrom('checkSettings')
    .where('source', '=', 'plan')
    .where('indicatorId', 'in', (eb) =>
      eb.selectFrom('indicators').select('id').where('planId', '=', planId),
    )
    .execute();
  if (rows.length > 0) await db.insertInto('checkSettings').values(rows).execute();
}
