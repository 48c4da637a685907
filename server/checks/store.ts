import type { GivenContext } from '../../shared/checks.ts';
import { findings } from '../../shared/checks/findings.ts';
import type { CheckSetting, Finding } from '../../shared/checks/types.ts';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import { plannedFor } from '../../shared/preview.ts';
import type { Figures, ReadingSubject } from '../../shared/reading-rules.ts';
import type { Indicator } from '../../shared/plans.ts';
import { knownPlan } from '../dashboard/known-store.ts';
import type { Reader } from '../db/transaction.ts';
import { listedFigures } from '../lists/store.ts';
import { wordingsOf } from '../plans/wording-store.ts';
import { componentsOfYear } from '../readings/component-store.ts';
import { filesOfYear, listedNames, type UsedFile } from './context-store.ts';
import { standingChecks } from './settings-store.ts';

/** An indicator and what its figures of one year are checked against. */
export interface Checkable {
  readonly subject: ReadingSubject;
  readonly context: GivenContext;
}

/** What a reading must say to be checked. */
export interface Checked {
  readonly id: string;
  readonly planId: string;
  readonly indicatorId: string;
  readonly year: number;
  readonly figures: Figures;
}

/** What is known of a year of a plan before its figures are checked. */
export interface KnownYear {
  readonly planId: string;
  readonly year: number;
  readonly indicators: readonly KnownIndicator[];
  /** By indicator; null: no ratio. */
  readonly ratios: ReadonlyMap<string, Indicator['ratio']>;
  /** Figures of the year, by component. */
  readonly standing: ReadonlyMap<string, number | null>;
  /** What the named lists of the year count, by indicator or component. */
  readonly listed: ReadonlyMap<string, number>;
}

/**
 * What the figures of one year of a plan are checked against, by indicator, in a fixed number of
 * queries however many there are. Empty: there is no such plan.
 */
export async function checkablesOf(
  db: Reader,
  planId: string,
  year: number,
): Promise<ReadonlyMap<string, Checkable>> {
  const known = await knownPlan(db, planId, year);
  const wordings = await wordingsOf(db, planId);
  return checkablesAmong(db, {
    planId,
    year,
    indicators: known?.indicators ?? [],
    ratios: new Map([...wordings].map(([id, { ratio }]) => [id, ratio] as const)),
    standing: await componentsOfYear(db, planId, year),
    listed: await listedFigures(db, planId, year),
  });
}

/** The same for whoever has read most of it already. */
export async function checkablesAmong(
  db: Reader,
  known: KnownYear,
): Promise<ReadonlyMap<string, Checkable>> {
  const { planId, year, indicators } = known;
  const gathered: Gathered = {
    ...known,
    names: await listedNames(db, planId, year),
    files: await filesOfYear(db, planId, year),
    settings: await standingChecks(db, planId),
  };
  return new Map(
    indicators.map((indicator) => [
      indicator.id,
      { subject: subjectOf(indicator), context: contextOf(indicator, gathered) },
    ]),
  );
}

/** What the checks say of several readings at once, by reading; of one without findings, nothing. */
export async function findingsForMany(
  db: Reader,
  readings: readonly Checked[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  const years = new Map(
    readings.map(({ planId, year }) => [`${year} ${planId}`, { planId, year }]),
  );
  for (const { planId, year } of years.values()) {
    const checkables = await checkablesOf(db, planId, year);
    for (const reading of readings) {
      const checkable = checkables.get(reading.indicatorId);
      if (reading.planId !== planId || reading.year !== year || checkable === undefined) continue;
      found.set(reading.id, findings(checkable.subject, reading.figures, checkable.context));
    }
  }
  return found;
}

/** What the checks say of one reading as it stands, hard ones first. */
export async function findingsFor(db: Reader, reading: Checked): Promise<readonly Finding[]> {
  return (await findingsForMany(db, [reading])).get(reading.id) ?? [];
}

interface Gathered extends KnownYear {
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly files: ReadonlyMap<string, readonly UsedFile[]>;
  readonly settings: ReadonlyMap<string, readonly CheckSetting[]>;
}

function subjectOf(indicator: KnownIndicator): ReadingSubject {
  return {
    kind: indicator.documentKind,
    unitZh: indicator.unitZh,
    multiplier: indicator.multiplier,
    levels: indicator.levels.map(({ level }) => level),
    conditionIds: indicator.conditionNames.map(({ id }) => id),
  };
}

function contextOf(indicator: KnownIndicator, gathered: Gathered): GivenContext {
  const { year, listed, settings } = gathered;
  const ratio = gathered.ratios.get(indicator.id) ?? null;
  const files = gathered.files.get(indicator.id) ?? [];
  const part = (name: 'numerator' | 'denominator') =>
    ratio === null ? null : (listed.get(ratio[name].id) ?? null);
  return {
    year,
    ...lastOf(indicator, year),
    planned: plannedFor(indicator, year),
    baseline: indicator.target.baseline.value,
    sameName: ratio === null ? [] : sameNameOf(ratio, gathered),
    lists: {
      value: listed.get(indicator.id) ?? null,
      numerator: part('numerator'),
      denominator: part('denominator'),
    },
    outsideRoster: ratio === null ? null : outsideRosterOf(ratio, gathered),
    evidence: {
      count: files.length,
      usedElsewhere: files.flatMap(({ name, elsewhere }) =>
        elsewhere.slice(0, 1).map((place) => ({ name, ...place })),
      ),
    },
    settings: [...(settings.get(indicator.id) ?? [])],
  };
}

/** Of the year before what was approved, and of a milestone what was approved at any time before. */
function lastOf(
  { documentKind, readings, target }: KnownIndicator,
  year: number,
): Pick<GivenContext, 'last' | 'lastValue'> {
  const before = readings.find((reading) => reading.year === year - 1) ?? null;
  const earlier = readings.filter((reading) => reading.year < year && reading.absence === null);
  const conditions = new Map(
    [...earlier]
      .sort((one, other) => one.year - other.year)
      .flatMap((reading) =>
        reading.conditions.map((condition) => [condition.id, condition] as const),
      ),
  );
  const reported = before === null || before.absence !== null ? null : before;
  const { baseline } = target;
  const ofBase = baseline.year === year - 1 ? baseline.value : null;
  const last = {
    numerator: reported?.numerator ?? null,
    denominator: reported?.denominator ?? null,
    level: documentKind === 'rating' ? (reported?.value ?? ofBase) : null,
    conditions: [...conditions.values()].map((condition) => ({ ...condition })),
  };
  return {
    last: reported === null && last.level === null && conditions.size === 0 ? null : last,
    lastValue: documentKind === 'rating' ? null : (reported?.value ?? ofBase),
  };
}

type Ratio = NonNullable<Indicator['ratio']>;

/** Components of the plan under other ids that are called as a part of this ratio is. */
function sameNameOf(
  ratio: Ratio,
  { indicators, ratios, standing }: Gathered,
): GivenContext['sameName'] {
  return (['numerator', 'denominator'] as const).flatMap((part) => {
    const own = ratio[part];
    const others = new Map<string, { part: typeof part; value: number; code: string }>();
    for (const { id, code } of indicators) {
      const theirs = ratios.get(id) ?? null;
      if (theirs === null) continue;
      for (const other of [theirs.numerator, theirs.denominator]) {
        const value = standing.get(other.id) ?? null;
        const another = other.id !== own.id && other.nameZh.trim() === own.nameZh.trim();
        if (another && value !== null && !others.has(other.id)) {
          others.set(other.id, { part, value, code });
        }
      }
    }
    return [...others.values()];
  });
}

function outsideRosterOf(ratio: Ratio, { names }: Gathered): GivenContext['outsideRoster'] {
  const above = names.get(ratio.numerator.id);
  const below = names.get(ratio.denominator.id);
  if (above === undefined || below === undefined) return null;
  const strange = [...above].filter(([key]) => !below.has(key));
  const [first] = strange;
  return first === undefined ? null : { count: strange.length, name: first[1] };
}
