import * as z from 'zod/mini';
import { assess } from './assessment/assess.ts';
import { KINDS, SHAPES } from './assessment/types.ts';
import {
  type BoardIndicator,
  boardReading,
  type BoardReading,
  type Dashboard,
  type EngineTarget,
  type KnownIndicator,
  type KNOWN,
} from './dashboard.ts';
import { toEngineTarget } from './engine-target.ts';
import { asJudged } from './figure-years.ts';
import { milestoneFacts } from './milestone-facts.ts';

const figure = z.nullable(z.number());
const named = { nameZh: z.string(), nameEn: z.string() };

/** Everything of an indicator that its row on a board is made of, the readings included. */
const inputsOfIndicator = z.object({
  id: z.string(),
  code: z.string(),
  themeId: z.string(),
  ...named,
  unitZh: z.nullable(z.string()),
  unitEn: z.nullable(z.string()),
  decimals: z.nullable(z.int()),
  direction: z.enum(['up', 'down']),
  /** Of the document's wording; `target.kind` is judged. */
  kind: z.enum(KINDS),
  deadlineYear: z.int(),
  baselineYearSuggested: z.int(),
  incremental: z.boolean(),
  tentative: z.boolean(),
  /** Component ids and the multiplier of a ratio; null: not a ratio. */
  numeratorId: z.nullable(z.string()),
  denominatorId: z.nullable(z.string()),
  multiplier: figure,
  levels: z.array(z.object({ level: z.int(), ...named })),
  leadDepartmentIds: z.array(z.string()),
  supportingDepartmentIds: z.array(z.string()),
  target: z.object({
    version: z.int(),
    kind: z.enum(KINDS),
    value: figure,
    lower: figure,
    upper: figure,
    reductionPct: figure,
    targetLevel: z.nullable(z.int()),
    path: z.nullable(z.enum(SHAPES)),
    conditions: z.array(z.object({ id: z.string(), ...named, plannedYear: z.nullable(z.int()) })),
  }),
  /** null: none was ever entered. */
  baseline: z.nullable(z.object({ year: z.int(), value: figure, restated: z.boolean() })),
  checkpoints: z.array(z.object({ year: z.int(), value: figure, reductionPct: figure })),
  /** By year. */
  readings: z.array(boardReading),
});

/**
 * All that a board is made of, as one value: the rows of the database, or what a sealed package
 * holds of them. The same inputs always give the same board.
 */
export const boardInputs = z.object({
  plan: z.object({
    id: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    shortTitleZh: z.string(),
    shortTitleEn: z.string(),
    baselineYear: z.int(),
    startYear: z.int(),
    endYear: z.int(),
    revision: z.int(),
    illustrative: z.boolean(),
  }),
  themes: z.array(z.object({ id: z.string(), ...named })),
  /** Those that the plan's measures or indicators name. */
  departments: z.array(
    z.object({
      id: z.string(),
      shortNameZh: z.string(),
      fullNameZh: z.string(),
      nameEn: z.string(),
    }),
  ),
  /** By theme, then in the document's order. */
  indicators: z.array(inputsOfIndicator),
});
export type BoardInputs = z.output<typeof boardInputs>;
type IndicatorInputs = BoardInputs['indicators'][number];

export interface BoardAsked {
  readonly year: number;
  /** Which of the two clocks the inputs are of. */
  readonly known: (typeof KNOWN)[number];
  /** When the year was sealed; null: it is not. */
  readonly sealedAt: string | null;
  /** Whether the board shows what this department handed in and is not approved; null: no lead. */
  readonly showsUnapproved: (leadDepartmentId: string | null) => boolean;
}

/** @example isApproved({ status: 'sealed' }) // true */
export const isApproved = ({ status }: Pick<BoardReading, 'status'>): boolean =>
  status === 'approved' || status === 'sealed';

/** The latest year with an approved reading, else the plan's first. */
export function defaultYearOf({ plan, indicators }: BoardInputs): number {
  const years = indicators.flatMap(({ readings }) => readings.filter(isApproved));
  const latest = Math.max(...years.map(({ year }) => year), -Infinity);
  return Number.isFinite(latest) ? latest : plan.startYear;
}

/** The whole board of a plan as of one year, assessed. Pure. */
export function boardOf(inputs: BoardInputs, asked: BoardAsked): Dashboard {
  const { revision, ...plan } = inputs.plan;
  return {
    plan: { ...plan, defaultYear: defaultYearOf(inputs) },
    year: asked.year,
    known: asked.known,
    sealedAt: asked.sealedAt,
    revision,
    themes: inputs.themes,
    departments: inputs.departments,
    indicators: inputs.indicators.map((row) => boardIndicator(row, plan.baselineYear, asked)),
  };
}

function boardIndicator(
  row: IndicatorInputs,
  firstYear: number,
  { year: asOf, showsUnapproved }: BoardAsked,
): BoardIndicator {
  const readings = row.readings.filter(isApproved);
  const known = knownOf(row, readings, asOf);
  const judged = asJudged(readings);
  const { state, departmentIds } = known.lead;
  const years = Array.from({ length: Math.max(0, asOf - firstYear + 1) }, (_, n) => firstYear + n);
  return {
    ...known,
    unapproved: showsUnapproved(state === 'named' ? (departmentIds[0] ?? null) : null)
      ? row.readings.filter((one) => !isApproved(one))
      : [],
    assessment: assess(known.target, judged, asOf),
    history: years.map((year) => {
      // Judged by what was known of conditions then; later figures the engine leaves out itself.
      const { status, flags } = assess(targetOf(row, readings, year), judged, year);
      return { year, status, flags };
    }),
  };
}

/** An indicator with its target as of a year and its approved readings. */
export function knownOf(
  row: Omit<IndicatorInputs, 'readings'>,
  approved: readonly BoardReading[],
  asOf: number,
): KnownIndicator {
  return {
    id: row.id,
    code: row.code,
    themeId: row.themeId,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    unitZh: row.unitZh,
    unitEn: row.unitEn,
    decimals: row.decimals,
    documentKind: row.kind,
    incremental: row.incremental,
    tentative: row.tentative,
    multiplier: row.multiplier,
    lead: leadOf(row),
    supportingDepartmentIds: row.supportingDepartmentIds,
    levels: row.levels,
    conditionNames: row.target.conditions.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    target: targetOf(row, approved, asOf),
    readings: [...approved],
  };
}

/** The target in the engine's words; of a milestone's conditions, what was known at that year's end. */
function targetOf(
  row: Omit<IndicatorInputs, 'readings'>,
  approved: readonly BoardReading[],
  asOf: number,
): EngineTarget {
  const { target, baseline, checkpoints } = row;
  return toEngineTarget(row, target, baseline, checkpoints, milestoneFacts(approved, asOf));
}

/** One is named, several are 牵头待定, none is 无责任单位. */
function leadOf({
  leadDepartmentIds,
}: Pick<IndicatorInputs, 'leadDepartmentIds'>): KnownIndicator['lead'] {
  const departmentIds = leadDepartmentIds;
  const [first, second] = departmentIds;
  if (first === undefined) return { state: 'none', departmentIds };
  return { state: second === undefined ? 'named' : 'undecided', departmentIds };
}
