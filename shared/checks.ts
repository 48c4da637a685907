import * as z from 'zod/mini';
import { CHECK_CODES, GRADES, SETTABLE_GRADES } from './checks/codes.ts';
import type { Finding } from './checks/types.ts';
import { endpoint } from './endpoint.ts';
import { indicator } from './plans.ts';
import type { Issue } from './problems.ts';
import { readingCondition } from './readings.ts';
import { amount, id, instant, version, yearInQuery } from './values.ts';

const oneIndicator = z.strictObject({ indicatorId: id });
const figure = z.nullable(z.number());

/** A setting as `findings` takes it. */
const setting = {
  code: z.enum(CHECK_CODES),
  grade: z.enum(SETTABLE_GRADES),
  /** In the unit of the check (shared/checks/catalogue.ts); null: it has no such limit, or is open. */
  lower: figure,
  upper: figure,
} as const;

/**
 * All that `findings(subject, figures, context)` must know beside the figures. The answer of the
 * sheet carries one a row; the entry page asks for its own.
 */
export const checkContext = z.object({
  year: z.int(),
  last: z.nullable(
    z.object({
      numerator: figure,
      denominator: figure,
      level: z.nullable(z.int()),
      conditions: z.array(readingCondition),
    }),
  ),
  lastValue: figure,
  planned: figure,
  baseline: figure,
  sameName: z.array(
    z.object({ part: z.enum(['numerator', 'denominator']), value: z.number(), code: z.string() }),
  ),
  lists: z.object({ value: figure, numerator: figure, denominator: figure }),
  outsideRoster: z.nullable(z.object({ count: z.int(), name: z.string() })),
  evidence: z.object({
    count: z.int(),
    usedElsewhere: z.array(z.object({ name: z.string(), code: z.string(), year: z.int() })),
  }),
  settings: z.array(z.object(setting)),
});

export type GivenContext = z.output<typeof checkContext>;

export const finding = z.object({
  code: z.enum(CHECK_CODES),
  grade: z.enum(GRADES),
  pointer: z.string(),
  /** What the sentence needs: FindingValues in shared/checks/types.ts. */
  values: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** Findings as they came over the wire, in the types that their sentences ask for. */
export function findingsOf(items: readonly z.output<typeof finding>[]): Finding[] {
  // The server made them of the same types; JSON has only lost which values go with which code.
  return items as readonly object[] as Finding[];
}

/**
 * The finding that an issue of a refusal tells of; null: it tells of something else.
 * @example findingOf({ pointer: '/value', code: 'check', values: { check: 'zeroFigure' } })
 *   // { code: 'zeroFigure', grade: 'hard', pointer: '/value', values: {} }
 */
export function findingOf({
  pointer,
  code,
  values: { check, ...values } = {},
}: Pick<Issue, 'pointer' | 'code' | 'values'>): Finding | null {
  const known = CHECK_CODES.find((one) => one === check);
  if (code !== 'check' || known === undefined) return null;
  const [finding = null] = findingsOf([{ code: known, grade: 'hard', pointer, values }]);
  return finding;
}

/** The year has a round: hard findings block handing in, soft ones need a reason. Else both inform. */
const binding = z.boolean();

export const listFindings = endpoint({
  operationId: 'listFindings',
  method: 'GET',
  path: '/api/readings/{readingId}/findings',
  summary: 'What the checks say of a reading as it stands, hard ones first',
  access: 'readings.seeUnapproved',
  params: z.strictObject({ readingId: id }),
  response: z.object({
    items: z.array(finding),
    /** Soft ones are there and the note does not say why. */
    reasonNeeded: z.boolean(),
    binding,
  }),
});

export const getCheckContext = endpoint({
  operationId: 'getCheckContext',
  method: 'GET',
  path: '/api/indicators/{indicatorId}/check-context',
  summary: 'What the figures of one indicator in one year are checked against',
  access: 'readings.seeUnapproved',
  params: oneIndicator,
  query: z.strictObject({ year: yearInQuery }),
  response: z.object({ context: checkContext, binding }),
});

export const CHECK_SOURCES = ['standard', 'plan', 'entered'] as const;
export type CheckSource = (typeof CHECK_SOURCES)[number];

/** One check of an indicator, with what it would be if nobody had changed it. */
export const indicatorCheck = z.object({
  ...setting,
  /** `standard`: the product's own default, `plan`: the plan file, `entered`: an administrator. */
  source: z.enum(CHECK_SOURCES),
  enteredBy: z.nullable(z.string()),
  enteredAt: z.nullable(instant),
  /** Where a reset leads: the plan file's setting, else the default. */
  reset: z.object({ grade: z.enum(SETTABLE_GRADES), lower: figure, upper: figure }),
});
export type IndicatorCheck = z.output<typeof indicatorCheck>;

export const getChecks = endpoint({
  operationId: 'getChecks',
  method: 'GET',
  path: '/api/indicators/{indicatorId}/checks',
  summary: 'How strictly the figures of an indicator are checked before they are handed in',
  access: 'signedIn',
  params: oneIndicator,
  response: z.object({
    items: z.array(indicatorCheck),
    /** Of the settings of the indicator as a whole. */
    version,
  }),
});

export const setChecks = endpoint({
  operationId: 'setChecks',
  method: 'PUT',
  path: '/api/indicators/{indicatorId}/checks',
  summary: 'Set the checks of an indicator; those that are not named go back to their default',
  access: 'plans.configure',
  params: oneIndicator,
  body: z.strictObject({
    checks: z
      .array(
        z.strictObject({
          code: z.enum(CHECK_CODES),
          grade: z.enum(SETTABLE_GRADES),
          lower: z.optional(z.nullable(amount)),
          upper: z.optional(z.nullable(amount)),
        }),
      )
      .check(z.maxLength(CHECK_CODES.length)),
  }),
  response: indicator,
  versioned: true,
});
