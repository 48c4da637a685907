import * as z from 'zod/mini';
import { KINDS, SHAPES } from './assessment/types.ts';
import { endpoint } from './endpoint.ts';
import { amount, day, id, instant, line, optionalLine, version, year } from './values.ts';

const onePlan = z.strictObject({ planId: id });
const oneIndicator = z.strictObject({ indicatorId: id });

/** A stretch of the document's text, in UTF-16 units from its start; `end` is exclusive. */
export const span = z.object({ start: z.int(), end: z.int() });

export const listPlans = endpoint({
  operationId: 'listPlans',
  method: 'GET',
  path: '/api/plans',
  summary: 'The plans of this installation',
  access: 'signedIn',
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        titleZh: z.string(),
        titleEn: z.string(),
        shortTitleZh: z.string(),
        shortTitleEn: z.string(),
        baselineYear: z.int(),
        startYear: z.int(),
        endYear: z.int(),
        defaultYear: z.int(),
        /** Five years after its end, but never a year that has not come. */
        latestYear: z.int(),
        indicatorCount: z.int(),
        revision: z.int(),
        illustrative: z.boolean(),
      }),
    ),
  }),
});

export const CLAUSE_SUBJECTS = [
  'indicator',
  'measure',
  'incentive',
  'safeguard',
  'obligation',
  'body',
] as const;

export const getDocument = endpoint({
  operationId: 'getDocument',
  method: 'GET',
  path: '/api/plans/{planId}/document',
  summary: 'The source text, verbatim, and where each indicator, measure and rule stands in it',
  access: 'signedIn',
  params: onePlan,
  response: z.object({
    planId: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    documentNumber: z.nullable(z.string()),
    issueDate: z.nullable(z.string()),
    text: z.string(),
    sha256: z.string(),
    clauses: z.array(
      z.object({
        subject: z.enum(CLAUSE_SUBJECTS),
        id: z.string(),
        /** A1 for an indicator, the number for a measure or safeguard; null for the rest. */
        code: z.nullable(z.string()),
        titleZh: z.string(),
        titleEn: z.string(),
        ...span.shape,
      }),
    ),
  }),
});

const indicatorName = z.object({
  id: z.string(),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
});
const measureName = z.object({
  id: z.string(),
  number: z.int(),
  titleZh: z.string(),
  titleEn: z.string(),
});

export const getCoverage = endpoint({
  operationId: 'getCoverage',
  method: 'GET',
  path: '/api/plans/{planId}/coverage',
  summary: 'What the plan still lacks: owners, measures, baselines, targets',
  access: 'signedIn',
  params: onePlan,
  response: z.object({
    indicatorsWithoutDepartment: z.array(indicatorName),
    /** Several departments and none named as the lead (牵头待定). */
    indicatorsWithUndecidedLead: z.array(indicatorName),
    indicatorsWithoutMeasure: z.array(indicatorName),
    /** Of the kinds that need one. */
    indicatorsWithoutBaseline: z.array(indicatorName),
    indicatorsWithPendingTarget: z.array(indicatorName),
    measuresWithoutIndicator: z.array(measureName),
  }),
});

export const listMeasures = endpoint({
  operationId: 'listMeasures',
  method: 'GET',
  path: '/api/plans/{planId}/measures',
  summary: 'The measures with their departments, indicators and number of money rules',
  access: 'signedIn',
  params: onePlan,
  response: z.object({
    items: z.array(
      z.object({
        ...measureName.shape,
        themeId: z.string(),
        text: z.string(),
        departmentIds: z.array(z.string()),
        indicatorIds: z.array(z.string()),
        incentiveCount: z.int(),
        ...span.shape,
      }),
    ),
  }),
});

/** How a target was put. */
export const TARGET_EXPRESSIONS = [
  'document',
  'value',
  'percentage',
  'tonnesCut',
  'ceiling',
] as const;

/** Those that an administrator may choose. */
export const ASSIGNABLE = ['value', 'percentage', 'tonnesCut', 'ceiling'] as const;
export type Assignable = (typeof ASSIGNABLE)[number];

/** Who entered a version (the person's name) and when; null for what came with the document. */
const entered = {
  enteredBy: z.nullable(z.string()),
  enteredAt: instant,
};

export const targetVersion = z.object({
  version,
  kind: z.enum(KINDS),
  expression: z.enum(TARGET_EXPRESSIONS),
  /** In the indicator's unit; null with every other figure: pending. */
  value: z.nullable(z.number()),
  lower: z.nullable(z.number()),
  upper: z.nullable(z.number()),
  reductionPct: z.nullable(z.number()),
  tonnesCut: z.nullable(z.number()),
  targetLevel: z.nullable(z.int()),
  path: z.nullable(z.enum(SHAPES)),
  pending: z.boolean(),
  basis: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
  effectiveDate: z.nullable(z.string()),
  conditions: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      plannedYear: z.nullable(z.int()),
    }),
  ),
  ...entered,
});
export type TargetVersion = z.output<typeof targetVersion>;

export const baselineVersion = z.object({
  version,
  year: z.int(),
  value: z.nullable(z.number()),
  /** `wording`: zero by the document's own words. */
  basis: z.enum(['wording', 'document', 'entered']),
  basisZh: z.nullable(z.string()),
  basisEn: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
  restated: z.boolean(),
  ...entered,
});

export const checkpointSet = z.object({
  version,
  basis: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
  checkpoints: z.array(
    z.object({
      year: z.int(),
      value: z.nullable(z.number()),
      reductionPct: z.nullable(z.number()),
    }),
  ),
  ...entered,
});

/** Who answers for the indicator, as somebody assigned it. */
export const departmentsVersion = z.object({
  leadDepartmentIds: z.array(z.string()),
  supportingDepartmentIds: z.array(z.string()),
  /** The ground of the assignment; null: none was written. */
  note: z.nullable(z.string()),
  ...entered,
});

export const component = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.string(),
});

/** One indicator with all that can be set about it; versions newest first. */
export const indicator = z.object({
  id: z.string(),
  planId: z.string(),
  code: z.string(),
  themeId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.nullable(z.string()),
  unitEn: z.nullable(z.string()),
  decimals: z.nullable(z.int()),
  direction: z.enum(['up', 'down']),
  kind: z.enum(KINDS),
  deadlineYear: z.int(),
  deadlineSource: z.enum(['document', 'planEnd']),
  baselineYearSuggested: z.int(),
  incremental: z.boolean(),
  tentative: z.boolean(),
  ratio: z.nullable(
    z.object({ numerator: component, denominator: component, multiplier: z.number() }),
  ),
  quote: z.string(),
  quoteSpan: span,
  /** What the text leaves open; both the same where the plan file has one language. */
  ambiguities: z.array(z.object({ textZh: z.string(), textEn: z.string() })),
  /** The ways in which an administrator may put its target; empty: it cannot be put anew. */
  expressions: z.array(z.enum(ASSIGNABLE)),
  levels: z.array(z.object({ level: z.int(), nameZh: z.string(), nameEn: z.string() })),
  measures: z.array(z.object({ ...measureName.shape, ...span.shape })),
  leadDepartmentIds: z.array(z.string()),
  supportingDepartmentIds: z.array(z.string()),
  /** Empty: they stand as the document names them. */
  departmentVersions: z.array(departmentsVersion),
  targets: z.array(targetVersion),
  baselines: z.array(baselineVersion),
  checkpointSets: z.array(checkpointSet),
  /** Of the settings as a whole; `If-Match` of every change below. */
  version,
});
export type Indicator = z.output<typeof indicator>;

export const getIndicator = endpoint({
  operationId: 'getIndicator',
  method: 'GET',
  path: '/api/indicators/{indicatorId}',
  summary: 'One indicator with its clause, targets, baselines, checkpoints and departments',
  access: 'signedIn',
  params: oneIndicator,
  response: indicator,
});

const grounds = {
  basis: line(500),
  documentNumber: z.optional(z.nullable(line(100))),
} as const;

/**
 * A new version of the target. `percentage` is a reduction (0 = not above the base year), on the
 * path that the method gives to reductions; `tonnesCut` is atMost base − tonnes and needs a
 * baseline; `ceiling` is atMost; both linear. `value` restates a target in the document's own kind:
 * one value, a range, or a level.
 */
export const targetAssignment = z.discriminatedUnion('expression', [
  z.strictObject({
    expression: z.literal('percentage'),
    reductionPct: z.number().check(z.minimum(0), z.maximum(100)),
    effectiveDate: day,
    ...grounds,
  }),
  z.strictObject({
    expression: z.literal('tonnesCut'),
    tonnes: amount.check(z.minimum(0)),
    effectiveDate: day,
    ...grounds,
  }),
  z.strictObject({
    expression: z.literal('ceiling'),
    value: amount,
    effectiveDate: day,
    ...grounds,
  }),
  z.strictObject({
    expression: z.literal('value'),
    value: z.optional(amount),
    lower: z.optional(amount),
    upper: z.optional(z.nullable(amount)),
    targetLevel: z.optional(z.int()),
    effectiveDate: day,
    ...grounds,
  }),
]);

export type TargetAssignment = z.output<typeof targetAssignment>;

export const assignTarget = endpoint({
  operationId: 'assignTarget',
  method: 'POST',
  path: '/api/indicators/{indicatorId}/targets',
  summary: 'Add a version of the target; older ones stay',
  access: 'plans.configure',
  params: oneIndicator,
  body: targetAssignment,
  response: indicator,
  status: 201,
  versioned: true,
});

export const enterBaseline = endpoint({
  operationId: 'enterBaseline',
  method: 'POST',
  path: '/api/indicators/{indicatorId}/baselines',
  summary: 'Add a version of the baseline; null takes it back',
  access: 'plans.configure',
  params: oneIndicator,
  body: z.strictObject({
    year,
    value: z.nullable(amount),
    restated: z._default(z.boolean(), false),
    ...grounds,
  }),
  response: indicator,
  status: 201,
  versioned: true,
});

export const setCheckpoints = endpoint({
  operationId: 'setCheckpoints',
  method: 'POST',
  path: '/api/indicators/{indicatorId}/checkpoints',
  summary: 'Add a version of the checkpoints (年度分解目标); an empty list clears them',
  access: 'plans.configure',
  params: oneIndicator,
  body: z.strictObject({
    checkpoints: z
      .array(
        z.strictObject({
          year,
          value: z.optional(z.nullable(amount)),
          reductionPct: z.optional(z.nullable(amount)),
        }),
      )
      .check(z.maxLength(50)),
    ...grounds,
  }),
  response: indicator,
  status: 201,
  versioned: true,
});

export const setDepartments = endpoint({
  operationId: 'setDepartments',
  method: 'PUT',
  path: '/api/indicators/{indicatorId}/departments',
  summary:
    'Assign the lead and the supporting departments; one lead is named, several are 牵头待定',
  access: 'plans.configure',
  params: oneIndicator,
  body: z.strictObject({
    leadDepartmentIds: z.array(id).check(z.maxLength(20)),
    supportingDepartmentIds: z.array(id).check(z.maxLength(50)),
    note: z.optional(optionalLine(500)),
  }),
  response: indicator,
  versioned: true,
});
