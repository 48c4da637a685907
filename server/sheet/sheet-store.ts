import type { KnownIndicator } from '../../shared/dashboard.ts';
import { can } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear, refuseYear } from '../../shared/reading-rules.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import type { Sheet, SheetRow } from '../../shared/sheet.ts';
import { type Person, refuseTyping } from '../../shared/workflow.ts';
import { checkablesAmong } from '../checks/store.ts';
import { knownPlan } from '../dashboard/known-store.ts';
import type { Reader } from '../db/transaction.ts';
import { listedFigures } from '../lists/store.ts';
import { wordingsOf } from '../plans/wording-store.ts';
import { componentsOfYear } from '../readings/component-store.ts';
import { returnsOfYear } from '../readings/returns-store.ts';
import { visibleReadings } from '../readings/visible-store.ts';
import { findRound } from '../rounds/store.ts';

interface Asked {
  readonly planId: string;
  readonly year: number;
  /** Absent: the own department, for a reviewer the first that leads something. */
  readonly departmentId: string | undefined;
}

/**
 * The year of one department, in a fixed number of queries however many rows it has.
 * @throws Problem notFound without such a plan, invalid for a year that is not the plan's,
 * forbidden for the sheet of another department
 */
export async function makeSheet(
  db: Reader,
  person: Person,
  { planId, year, departmentId }: Asked,
  now: Date,
): Promise<Sheet> {
  const known = await knownPlan(db, planId, year);
  if (known === null) throw new Problem('notFound');
  const outside = refuseYear(known.plan, year);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'path' as const })));
  }
  const everyones = person.roles.includes('reviewer');
  const leading = new Set(known.indicators.flatMap((indicator) => leadOf(indicator) ?? []));
  const departments = known.departments
    .filter(({ id }) => leading.has(id) && (everyones || id === person.departmentId))
    .map(({ id, shortNameZh, nameEn }) => ({ id, shortNameZh, nameEn }));
  if (departmentId !== undefined && !everyones && departmentId !== person.departmentId) {
    throw new Problem('forbidden');
  }
  const whose = departmentId ?? person.departmentId;
  const department = departments.find(({ id }) => id === whose) ?? departments[0] ?? null;

  const wordings = await wordingsOf(db, planId);
  const readings = await visibleReadings(db, person, { planId, year }, now);
  const standing = await componentsOfYear(db, planId, year);
  const returns = await returnsOfYear(db, planId, year);
  const checkables = await checkablesAmong(db, {
    planId,
    year,
    indicators: known.indicators,
    ratios: new Map([...wordings].map(([id, { ratio }]) => [id, ratio] as const)),
    standing,
    listed: await listedFigures(db, planId, year),
  });
  const dates = await findRound(db, planId, year);
  const state = roundStateOf(dates, dayInChina(now));

  const rowOf = (indicator: KnownIndicator): SheetRow[] => {
    const checks = checkables.get(indicator.id)?.context;
    if (checks === undefined) return [];
    const { ratio = null, quote = '', ambiguities = [] } = wordings.get(indicator.id) ?? {};
    const reading = readings.find((one) => one.indicatorId === indicator.id) ?? null;
    const part = (name: 'numerator' | 'denominator') =>
      ratio === null ? null : (standing.get(ratio[name].id) ?? null);
    const row: SheetRow = {
      indicator,
      ratio,
      quote,
      ambiguities,
      reading,
      standing: { numerator: part('numerator'), denominator: part('denominator') },
      returns: reading === null ? [] : (returns.get(reading.id) ?? []),
      checks: reading === null ? { ...checks, evidence: NO_EVIDENCE } : checks,
    };
    return [row];
  };
  return {
    plan: { id: planId, baselineYear: known.plan.baselineYear, endYear: known.plan.endYear },
    year,
    department,
    departments,
    round: {
      state,
      opensOn: dates?.opensOn ?? null,
      dueOn: dates?.dueOn ?? null,
      closedAt: dates?.closedAt ?? null,
      sealedAt: dates?.sealedAt ?? null,
    },
    mayBegin:
      can(person.roles, 'readings.enter') &&
      department?.id === person.departmentId &&
      refuseTyping(state, null) === null &&
      refuseReadingYear(known.plan, year, now).length === 0,
    rows: known.indicators
      .filter((indicator) => department !== null && leadOf(indicator) === department.id)
      .flatMap(rowOf),
  };
}

const NO_EVIDENCE = { count: 0, usedElsewhere: [] };

/** The one named lead; null: none, or several. */
function leadOf({ lead }: KnownIndicator): string | null {
  return lead.state === 'named' ? (lead.departmentIds[0] ?? null) : null;
}
