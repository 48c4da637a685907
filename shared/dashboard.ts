import * as z from 'zod/mini';
import {
  CHECKPOINT_OUTCOMES,
  CONFIDENCES,
  FLAGS,
  KINDS,
  OUTLOOKS,
  PACE_STATUSES,
  REASONS,
  SHAPES,
  STATUSES,
  TREND_CLASSES,
} from './assessment/types.ts';
import { endpoint } from './endpoint.ts';
import { ABSENCES, DATA_STATUSES, readingCondition } from './readings.ts';
import { id, instant } from './values.ts';
import { READING_STATUSES } from './workflow.ts';

const figure = z.nullable(z.number());
const whole = z.nullable(z.int());

const baseline = z.object({
  year: z.int(),
  value: figure,
  restated: z.optional(z.boolean()),
});
const common = {
  deadline: z.int(),
  baseline,
  decimals: z.optional(z.int()),
  direction: z.enum(['up', 'down']),
};
const numeric = {
  ...common,
  path: z.optional(z.enum(SHAPES)),
  checkpoints: z.optional(
    z.array(
      z.object({
        year: z.int(),
        value: z.optional(z.number()),
        reductionPct: z.optional(z.number()),
      }),
    ),
  ),
};

/** A target as the engine takes it: `assess(target, readings, year)` gives `assessment` again. */
export const engineTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('atLeast'), value: figure, ...numeric }),
  z.object({ kind: z.literal('atMost'), value: figure, ...numeric }),
  z.object({ kind: z.literal('countRange'), lower: figure, upper: figure, ...numeric }),
  z.object({ kind: z.literal('reduction'), reductionPct: figure, ...numeric }),
  z.object({
    kind: z.literal('milestone'),
    conditions: z.array(
      z.object({ id: z.string(), metYear: whole, lostYear: whole, plannedYear: whole }),
    ),
    reportedThrough: whole,
    ...common,
  }),
  z.object({ kind: z.literal('rating'), targetLevel: whole, ...common }),
  z.object({ kind: z.literal('directional'), ...common }),
]);
export type EngineTarget = z.output<typeof engineTarget>;

export const assessment = z.object({
  status: z.enum(STATUSES),
  reason: z.nullable(z.enum(REASONS)),
  flags: z.array(z.enum(FLAGS)),
  assessedYear: whole,
  lag: whole,
  value: figure,
  targetValue: figure,
  attainment: figure,
  completion: figure,
  timeProgress: figure,
  plannedValue: figure,
  plannedCompletion: figure,
  paceRatio: figure,
  gapPp: figure,
  cumulativeReduction: figure,
  overshootPct: figure,
  attainedYear: whole,
  requiredAnnual: z.nullable(z.object({ mode: z.enum(['amount', 'rate']), value: z.number() })),
  checkpointResults: z.array(
    z.object({
      year: z.int(),
      planned: figure,
      actual: figure,
      result: z.enum(CHECKPOINT_OUTCOMES),
    }),
  ),
  projection: z.nullable(
    z.object({
      n: z.int(),
      method: z.enum(['twoPoint', 'theilSen']),
      scale: z.enum(['linear', 'log']),
      slope: z.number(),
      valueAtDeadline: z.number(),
      low: figure,
      high: figure,
      attainmentYear: whole,
      outlook: z.enum(OUTLOOKS),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
  altPathStatus: z.nullable(z.enum(PACE_STATUSES)),
  trendClass: z.nullable(z.enum(TREND_CLASSES)),
});

/** One year's figure on the board, in the engine's words and with what a cell needs beside it. */
export const boardReading = z.object({
  id: z.string(),
  year: z.int(),
  status: z.enum(READING_STATUSES),
  /** In the indicator's unit; the level of a rating; null: none (milestones, absences). */
  value: figure,
  provisional: z.boolean(),
  break: z.boolean(),
  dataStatus: z.enum(DATA_STATUSES),
  numerator: figure,
  denominator: figure,
  absence: z.nullable(z.enum(ABSENCES)),
  conditions: z.array(readingCondition),
  source: z.string(),
  /** The year that the figure is about, where it is older than the reading's own; else null. */
  figureYear: whole,
  /** Taken over from a paper that is older than the system (补录). */
  paper: z.boolean(),
  /** How often it was corrected after its approval; 0: never (更正). */
  corrections: z.int(),
});
export type BoardReading = z.output<typeof boardReading>;

/** `named`: one lead; `undecided`: several (牵头待定); `none`: 无责任单位. */
export const LEAD_STATES = ['named', 'undecided', 'none'] as const;

export const boardIndicator = z.object({
  id: z.string(),
  code: z.string(),
  themeId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.nullable(z.string()),
  unitEn: z.nullable(z.string()),
  decimals: z.nullable(z.int()),
  /** The kind of the document's wording; `target.kind` is the one that is judged. */
  documentKind: z.enum(KINDS),
  incremental: z.boolean(),
  /** 力争 */
  tentative: z.boolean(),
  /** Multiplier of numerator ÷ denominator; null: not a ratio. */
  multiplier: figure,
  lead: z.object({
    state: z.enum(LEAD_STATES),
    departmentIds: z.array(z.string()),
  }),
  supportingDepartmentIds: z.array(z.string()),
  /** Names of a rating's levels and of a milestone's conditions, in order; empty for other kinds. */
  levels: z.array(z.object({ level: z.int(), nameZh: z.string(), nameEn: z.string() })),
  conditionNames: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })),
  target: engineTarget,
  /** Approved ones (and later sealed), by year; the assessment knows no others. */
  readings: z.array(boardReading),
  /** Submitted and signed ones that the one who asked may see and asked for; else empty. */
  unapproved: z.array(boardReading),
  assessment,
  /** From the baseline year to the year shown, for the heat cells. */
  history: z.array(
    z.object({ year: z.int(), status: z.enum(STATUSES), flags: z.array(z.enum(FLAGS)) }),
  ),
});
export type BoardIndicator = z.output<typeof boardIndicator>;

/** An indicator as it is known before a board judges it: its target and the approved readings. */
export const knownIndicator = z.omit(boardIndicator, {
  unapproved: true,
  assessment: true,
  history: true,
});
export type KnownIndicator = z.output<typeof knownIndicator>;

/** The two clocks: what is known now (现在所知), and what a sealed year was reported as (当时上报). */
export const KNOWN = ['now', 'reported'] as const;
export type Known = (typeof KNOWN)[number];

export const dashboard = z.object({
  plan: z.object({
    id: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    shortTitleZh: z.string(),
    shortTitleEn: z.string(),
    baselineYear: z.int(),
    startYear: z.int(),
    endYear: z.int(),
    /** The latest year with an approved reading, else startYear. */
    defaultYear: z.int(),
    /** Made-up data: every screen, export and report says so. */
    illustrative: z.boolean(),
  }),
  year: z.int(),
  known: z.enum(KNOWN),
  /** When the year shown was sealed; null: it is not, and can only be seen as it is known now. */
  sealedAt: z.nullable(instant),
  /** One more at every change that a board could show. */
  revision: z.int(),
  themes: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })),
  departments: z.array(
    z.object({
      id: z.string(),
      shortNameZh: z.string(),
      fullNameZh: z.string(),
      nameEn: z.string(),
    }),
  ),
  indicators: z.array(boardIndicator),
});
export type Dashboard = z.output<typeof dashboard>;

export const getDashboard = endpoint({
  operationId: 'getDashboard',
  method: 'GET',
  path: '/api/plans/{planId}/dashboard',
  summary: 'Every indicator of a plan with its target, readings and assessment as of a year',
  access: 'signedIn',
  params: z.strictObject({ planId: id }),
  query: z.strictObject({
    /** Baseline year to end year + 5; absent: the default year. */
    year: z.optional(z.string().check(z.regex(/^\d{4}$/))),
    /** `include`: hollow marks of what is not approved yet, for those who may see more. */
    unapproved: z.optional(z.literal('include')),
    /** `reported`: as the sealed year was reported then; the year must be given. Absent: `now`. */
    known: z.optional(z.enum(KNOWN)),
  }),
  response: dashboard,
  problems: ['notSealed', 'databaseDamaged'],
});
