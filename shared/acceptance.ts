import * as z from 'zod/mini';
import {
  CANNOT_JUDGE_RULES,
  ITEM_PARTS,
  ITEM_RULES,
  ITEM_SUBJECTS,
  OPEN_POINTS,
  PASS_LINES,
  PROPORTION_BASES,
  SHEET_STATES,
  SHEET_STEPS,
  TENTATIVE_RULES,
} from './acceptance-rules.ts';
import { ITEM_GAPS, VERDICT_REASONS, VERDICTS } from './acceptance-score.ts';
import { SWINGS } from './acceptance-sensitivity.ts';
import { endpoint } from './endpoint.ts';
import { amount, id, instant, line, optionalLine, version, yearInQuery } from './values.ts';

/** Most items of one score sheet. */
export const MOST_ITEMS = 120;
export const MOST_GRADES = 8;

/** Marks: from 0 to 1,000, at most two decimals. */
const marks = amount.check(
  z.minimum(0),
  z.maximum(1000),
  z.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9, {
    error: 'inexactNumber',
  }),
);

const choices = {
  part: z.enum(ITEM_PARTS),
  subject: z.enum(ITEM_SUBJECTS),
  rule: z.nullable(z.enum(ITEM_RULES)),
  basis: z.nullable(z.enum(PROPORTION_BASES)),
};
const rulesOfSheet = {
  pendingRule: z.nullable(z.enum(CANNOT_JUDGE_RULES)),
  noDataRule: z.nullable(z.enum(CANNOT_JUDGE_RULES)),
  tentativeRule: z.nullable(z.enum(TENTATIVE_RULES)),
  passLine: z.nullable(z.enum(PASS_LINES)),
};

/** A whole sheet as it is typed: what is not there is gone. null: the sheet does not say. */
export const typedSheet = z.strictObject({
  title: line(100),
  items: z
    .array(
      z.strictObject({
        /** Of the sheet's own making; an item keeps it from version to version. */
        id,
        ...choices,
        indicatorId: z.nullable(id),
        measureId: z.nullable(id),
        title: optionalLine(200),
        departmentId: z.nullable(id),
        weight: z.nullable(marks),
        points: z.array(z.strictObject({ status: line(40), marks })).check(z.maxLength(12)),
        standard: optionalLine(500),
      }),
    )
    .check(z.maxLength(MOST_ITEMS)),
  grades: z
    .array(z.strictObject({ nameZh: line(20), nameEn: line(40), lower: marks }))
    .check(z.maxLength(MOST_GRADES)),
  ...rulesOfSheet,
  bonusCap: z.nullable(marks),
  vetoGrade: z.nullable(z.int().check(z.minimum(0), z.maximum(MOST_GRADES))),
});
export type TypedSheet = z.output<typeof typedSheet>;

const act = z.nullable(z.object({ name: z.string(), at: instant }));

export const scoreSheet = z.object({
  id: z.string(),
  planId: z.string(),
  /** 1, 2, 3 … within the plan. */
  number: z.int(),
  state: z.enum(SHEET_STATES),
  /** Loaded as an example; nobody has made it their own yet. */
  example: z.boolean(),
  title: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      ...choices,
      indicatorId: z.nullable(z.string()),
      measureId: z.nullable(z.string()),
      title: z.string(),
      departmentId: z.nullable(z.string()),
      weight: z.nullable(z.number()),
      points: z.array(z.object({ status: z.string(), marks: z.number() })),
      standard: z.string(),
    }),
  ),
  grades: z.array(z.object({ nameZh: z.string(), nameEn: z.string(), lower: z.number() })),
  ...rulesOfSheet,
  bonusCap: z.nullable(z.number()),
  vetoGrade: z.nullable(z.int()),
  created: act,
  presented: act,
  approved: act,
  /** What the one who asks may do with it now. */
  steps: z.array(z.enum(SHEET_STEPS)),
  editable: z.boolean(),
  version,
});
export type ScoreSheet = z.output<typeof scoreSheet>;

const onePlan = z.strictObject({ planId: id });
const oneSheet = z.strictObject({ sheetId: id });

export const listScoreSheets = endpoint({
  operationId: 'listScoreSheets',
  method: 'GET',
  path: '/api/plans/{planId}/score-sheets',
  summary: 'The versions of the score sheet of the acceptance, the latest first',
  access: 'acceptance.see',
  params: onePlan,
  response: z.object({ items: z.array(scoreSheet), mayBegin: z.boolean() }),
});

export const BEGINNINGS = ['empty', 'example', 'latest'] as const;

export const beginScoreSheet = endpoint({
  operationId: 'beginScoreSheet',
  method: 'POST',
  path: '/api/plans/{planId}/score-sheets',
  summary: 'Begin the next version: empty, from the latest one, or from an example marked as such',
  access: 'acceptance.draft',
  params: onePlan,
  body: z.strictObject({ from: z.enum(BEGINNINGS) }),
  response: scoreSheet,
  status: 201,
  problems: ['wrongState'],
});

export const saveScoreSheet = endpoint({
  operationId: 'saveScoreSheet',
  method: 'PUT',
  path: '/api/score-sheets/{sheetId}',
  summary: 'Keep a draft as it is typed; an example becomes the own proposal of whoever saves it',
  access: 'acceptance.draft',
  params: oneSheet,
  body: typedSheet,
  response: scoreSheet,
  versioned: true,
  problems: ['wrongState'],
});

const step = {
  method: 'POST',
  params: oneSheet,
  response: scoreSheet,
  versioned: true,
} as const;

export const presentScoreSheet = endpoint({
  ...step,
  operationId: 'presentScoreSheet',
  path: '/api/score-sheets/{sheetId}/present',
  summary: 'Lay a draft before the leading group',
  access: 'acceptance.draft',
  problems: ['wrongState'],
});

export const takeBackScoreSheet = endpoint({
  ...step,
  operationId: 'takeBackScoreSheet',
  path: '/api/score-sheets/{sheetId}/take-back',
  summary: 'Take a presented sheet back to change it',
  access: 'acceptance.draft',
  problems: ['wrongState'],
});

export const approveScoreSheet = endpoint({
  ...step,
  operationId: 'approveScoreSheet',
  path: '/api/score-sheets/{sheetId}/approve',
  summary:
    'Approve a sheet; from then on it never changes, and a later version changes nothing of it',
  access: 'acceptance.approve',
  problems: ['wrongState', 'ownEntry'],
});

const scoreOf = { low: z.number(), high: z.number(), of: z.number() };
const grades = { gradeLow: z.nullable(z.int()), gradeHigh: z.nullable(z.int()) };

/** Where the acceptance would stand at the end of a year, by one version of the sheet. */
export const dryRun = z.object({
  year: z.int(),
  /** From its sealed package; null: the year is not sealed, from what is approved now. */
  sealedAt: z.nullable(instant),
  illustrative: z.boolean(),
  items: z.array(
    z.object({
      itemId: z.string(),
      verdict: z.nullable(z.enum(VERDICTS)),
      why: z.nullable(z.enum(VERDICT_REASONS)),
      status: z.nullable(z.string()),
      value: z.nullable(z.number()),
      targetValue: z.nullable(z.number()),
      deadline: z.nullable(z.int()),
      departmentId: z.nullable(z.string()),
      share: z.nullable(z.number()),
      low: z.number(),
      high: z.number(),
      /** Reached after its deadline (逾期完成): the verdict is that of the deadline. */
      late: z.boolean(),
      excluded: z.boolean(),
      gap: z.nullable(z.enum(ITEM_GAPS)),
    }),
  ),
  total: z.object(scoreOf),
  ...grades,
  vetoes: z.array(z.object({ itemId: z.string(), certain: z.boolean() })),
  departments: z.array(z.object({ ...scoreOf, departmentId: z.nullable(z.string()) })),
  /** What the sheet leaves open. */
  open: z.array(z.enum(OPEN_POINTS)),
  /** What hinges on little. */
  swings: z.array(
    z.object({
      itemId: z.string(),
      swing: z.enum(SWINGS),
      from: z.nullable(z.number()),
      to: z.nullable(z.number()),
      verdictBefore: z.enum(VERDICTS),
      verdict: z.enum(VERDICTS),
      total: z.object(scoreOf),
      ...grades,
    }),
  ),
  /** The same sheet over the years that have approved figures. */
  years: z.array(z.object({ year: z.int(), ...scoreOf, ...grades })),
});
export type DryRun = z.output<typeof dryRun>;

export const getDryRun = endpoint({
  operationId: 'getDryRun',
  method: 'GET',
  path: '/api/score-sheets/{sheetId}/dry-run',
  summary:
    'Where the acceptance would stand at the end of a year, with the arithmetic of every item',
  access: 'acceptance.see',
  params: oneSheet,
  query: z.strictObject({ year: yearInQuery }),
  response: dryRun,
  problems: ['databaseDamaged'],
});
