import type { IndicatorPart, PlanFile } from '../../shared/plan-file.ts';
import type { Reader } from '../db/transaction.ts';
import { departmentsNamed, differs } from './load-store.ts';
import type { PlanProblem } from './plan-problem.ts';
import {
  type Entered,
  enteredOf,
  namedElsewhere,
  ownedElsewhere,
  reportedComponents,
} from './reported-store.ts';

/** What a reading holds: kinds of one form may follow each other, others would orphan the readings. */
const FORMS = {
  atLeast: 'value',
  atMost: 'value',
  countRange: 'value',
  reduction: 'value',
  directional: 'value',
  milestone: 'conditions',
  rating: 'level',
} as const;

/**
 * Why a file that is right in itself may not be loaded into this database: ids that belong to
 * another plan, and data of people that it would take the ground from. [] is none.
 */
export async function planConflicts(db: Reader, file: PlanFile): Promise<PlanProblem[]> {
  const planId = file.document.id;
  const entered = await enteredOf(db, planId);
  return [
    ...(await takenIds(db, file)),
    ...(await takenDepartments(db, file)),
    ...vanished(file, entered),
    ...(await vanishedComponents(db, file)),
    ...file.indicators.flatMap((indicator, at) =>
      changedForm(indicator, `/indicators/${at}`, entered.get(indicator.id)),
    ),
  ];
}

async function takenIds(db: Reader, file: PlanFile): Promise<PlanProblem[]> {
  const ids = file.indicators.map(({ id }) => id);
  const taken = await ownedElsewhere(db, file.document.id, ids);
  return taken.map((id) => ({
    pointer: `/indicators/${ids.indexOf(id)}/id`,
    code: 'idOfAnotherPlan',
    values: { value: id },
  }));
}

/** The same id is the same department, so another plan's must be called the same here. */
async function takenDepartments(db: Reader, file: PlanFile): Promise<PlanProblem[]> {
  const standing = await departmentsNamed(
    db,
    file.departments.map(({ id }) => id),
  );
  const renamed = file.departments.filter((department) => {
    const known = standing.get(department.id);
    return known !== undefined && known.nameSource !== 'entered' && differs(department, known);
  });
  if (renamed.length === 0) return [];
  const elsewhere = await namedElsewhere(db, file.document.id);
  return renamed
    .filter(({ id }) => elsewhere.has(id))
    .map((department) => ({
      pointer: `/departments/${file.departments.indexOf(department)}/id`,
      code: 'idOfAnotherPlan',
      values: { value: department.id },
    }));
}

function vanished(file: PlanFile, entered: ReadonlyMap<string, Entered>): PlanProblem[] {
  const kept = new Set(file.indicators.map(({ id }) => id));
  return [...entered].flatMap(([id, { readings, settings }]) =>
    kept.has(id) || !(readings || settings) ? [] : [lost('/indicators', id)],
  );
}

async function vanishedComponents(db: Reader, file: PlanFile): Promise<PlanProblem[]> {
  const kept = new Set(
    file.indicators.flatMap(({ ratio }) =>
      ratio === null ? [] : [ratio.numerator.id, ratio.denominator.id],
    ),
  );
  const reported = await reportedComponents(db, file.document.id);
  return reported.filter((id) => !kept.has(id)).map((id) => lost('/indicators', id));
}

function changedForm(
  indicator: IndicatorPart,
  pointer: string,
  entered: Entered | undefined,
): PlanProblem[] {
  if (entered === undefined || !(entered.readings || entered.settings)) return [];
  const before: string | undefined = FORMS[entered.kind as keyof typeof FORMS];
  if (FORMS[indicator.kind] !== before) return [lost(`${pointer}/kind`, entered.kind)];
  if (entered.readings && !sameRatio(indicator, entered)) {
    return [lost(`${pointer}/ratio`, indicator.id)];
  }
  if (indicator.kind === 'rating') {
    const levels = indicator.target.levels.map(({ level }) => level);
    return entered.levels
      .filter((level) => !levels.includes(level))
      .map((level) => lost(`${pointer}/target/levels`, level));
  }
  if (indicator.kind === 'milestone') {
    const ids = indicator.target.conditions.map(({ id }) => id);
    return entered.conditionIds
      .filter((id) => !ids.includes(id))
      .map((id) => lost(`${pointer}/target/conditions`, id));
  }
  return [];
}

/** The figures that stand were computed so: another way would change them, approved ones too. */
function sameRatio({ ratio }: IndicatorPart, entered: Entered): boolean {
  if (ratio === null || entered.ratio === null) return ratio === entered.ratio;
  return (
    ratio.numerator.id === entered.ratio.numeratorId &&
    ratio.denominator.id === entered.ratio.denominatorId &&
    ratio.multiplier === entered.ratio.multiplier
  );
}

function lost(pointer: string, value: string | number): PlanProblem {
  return { pointer, code: 'reportedOn', values: { value } };
}
