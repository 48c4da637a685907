import * as z from 'zod/mini';
import { CHECK_CODES, SETTABLE_GRADES } from './checks/codes.ts';
import { amount, day, id, year } from './values.ts';

/**
 * The schema of a plan file: a policy document as data. Everything is strict (an unknown field is a
 * typing mistake) and every field is there (null says that the document is silent). Texts are taken
 * as they are, never trimmed: quotes must be found in the document. docs/plan-format.md explains the
 * fields; server/plans/check.ts has the rules that a schema cannot say.
 */
export const SCHEMA_VERSION = 1;

const wording = (maximum: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(maximum),
    z.regex(
      /^[^\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/u,
    ),
    z.refine((text) => !/[\ud800-\udfff]/u.test(text), { error: 'controlCharacters' }),
  );
const name = wording(300);
/** Plain where a file has one language. */
const ambiguity = z.union([
  wording(1000),
  z.strictObject({ zh: wording(1000), en: wording(1000) }),
]);

const quote = wording(20_000).check(
  z.describe('A verbatim part of the document, character for character, no-break spaces included.'),
);
const whole = (minimum: number, maximum: number) =>
  z.int().check(z.minimum(minimum), z.maximum(maximum));
const notNegative = amount.check(z.minimum(0));
const list = <T extends z.ZodMiniType>(item: T, maximum = 500) =>
  z.array(item).check(z.maxLength(maximum));

export const documentPart = z.strictObject({
  id: id.check(z.describe('The id of the plan. A file with the same id updates that plan.')),
  titleZh: name,
  titleEn: name,
  shortTitleZh: name,
  shortTitleEn: name,
  documentNumber: z.nullable(name).check(z.describe('发文字号; null: the document has none.')),
  issueDate: z.nullable(day),
  effectiveQuote: z.nullable(quote).check(z.describe('The words that say from when it holds.')),
  sourceFile: z
    .string()
    .check(
      z.regex(/^[^/\\\u0000-\u001f]{1,120}$/u),
      z.describe('The text of the document: a UTF-8 file in the same folder.'),
    ),
});

export const periodPart = z.strictObject({
  baselineYear: year,
  startYear: year,
  endYear: year,
  note: z
    .nullable(wording(1000))
    .check(z.describe('Why these years, where the document does not say.')),
});

export const themePart = z.strictObject({ id, nameZh: name, nameEn: name });

export const DEPARTMENT_KINDS = [
  'zoneDepartment',
  'stationedAgency',
  'municipalSubBureau',
  'other',
] as const;

export const departmentPart = z.strictObject({
  id: id.check(z.describe('The same id in two plans is the same department.')),
  shortNameZh: name.check(z.describe('As the document writes it.')),
  fullNameZh: name,
  nameEn: name,
  kind: z.enum(DEPARTMENT_KINDS),
  nameSource: z
    .enum(['document', 'inferred'])
    .check(z.describe('Whether the full name stands in the document or is our reading.')),
});

export const bodyPart = z.strictObject({ id, nameZh: name, nameEn: name, role: name, quote });

/** How a pending target may come down, in the words of the file. */
export const FILE_EXPRESSIONS = ['reductionPct', 'tonnesReduced', 'ceiling'] as const;

const component = z.strictObject({ id, nameZh: name, nameEn: name, unitZh: name });

const limit = z.optional(
  amount.check(z.describe('In the unit of the check; left out: the usual limit, or none.')),
);

/** How strictly one check is asked of the figures of an indicator. */
const check = z.strictObject({
  code: z.enum(CHECK_CODES),
  grade: z
    .enum(SETTABLE_GRADES)
    .check(z.describe('hard blocks handing in, soft asks for a written reason.')),
  lower: limit,
  upper: limit,
});

const aboutIndicator = {
  id: id.check(z.describe('Unique among all plans of an installation.')),
  code: z.string().check(z.regex(/^[\p{L}\p{N}.-]{1,12}$/u), z.describe('The shown code, A1.')),
  nameZh: name,
  nameEn: name,
  themeId: id,
  origin: z.enum(['objective', 'measure']),
  measureNumber: z.nullable(whole(1, 999)),
  unitZh: z.nullable(name),
  unitEn: z.nullable(name),
  decimals: z.nullable(whole(0, 6)),
  direction: z.enum(['up', 'down']),
  deadlineYear: year.check(z.describe('At the end of this year the target is due.')),
  deadlineSource: z.enum(['document', 'planEnd']),
  targetSource: z
    .enum(['document', 'convention', 'pendingAssignment'])
    .check(z.describe('pendingAssignment: every figure of the target is null, for now.')),
  baseline: z
    .nullable(
      z.strictObject({
        year,
        value: amount,
        basis: z.enum(['wording', 'document']),
        basisZh: name,
        basisEn: name,
      }),
    )
    .check(z.describe('null: the document gives none; an administrator enters it.')),
  baselineYearSuggested: year,
  incremental: z.boolean().check(z.describe('Counts what is new since the baseline (新增).')),
  tentative: z.boolean().check(z.describe('The document says 力争.')),
  ratio: z
    .nullable(
      z.strictObject({
        numerator: component,
        denominator: component,
        multiplier: amount.check(z.gt(0)),
      }),
    )
    .check(z.describe('value = numerator ÷ denominator × multiplier; the parts are reported.')),
  departmentIds: list(id, 50),
  quote,
  ambiguities: list(ambiguity, 50),
  linkedMeasures: list(whole(1, 999)),
  targetExpressions: z.optional(list(z.enum(FILE_EXPRESSIONS), 3).check(z.minLength(1))),
  clauseGroup: z.optional(
    id.check(z.describe('Indicators that the document names in one breath share it.')),
  ),
  checks: z.optional(
    list(check, CHECK_CODES.length).check(
      z.describe('What differs from the usual checks; an administrator may change it.'),
    ),
  ),
} as const;

const value = z.nullable(amount);
const oneOfKind = <K extends string, T extends z.core.$ZodLooseShape>(kind: K, target: T) =>
  z.strictObject({
    ...aboutIndicator,
    kind: z.literal(kind),
    target: z.strictObject(target),
  });

export const indicatorPart = z.discriminatedUnion('kind', [
  oneOfKind('atLeast', { value }),
  oneOfKind('atMost', { value }),
  oneOfKind('countRange', {
    lower: z.nullable(whole(0, 1e12)),
    upper: z.nullable(whole(0, 1e12)),
  }),
  oneOfKind('reduction', {
    reductionPct: z
      .nullable(amount.check(z.minimum(0), z.maximum(100)))
      .check(z.describe('Percent below the baseline; 0: not above it.')),
  }),
  oneOfKind('milestone', {
    conditions: list(
      z.strictObject({ id, nameZh: name, nameEn: name, plannedYear: z.nullable(year) }),
      50,
    ).check(z.minLength(1)),
  }),
  oneOfKind('rating', {
    targetLevel: z.nullable(whole(0, 20)),
    levels: list(z.strictObject({ level: whole(0, 20), nameZh: name, nameEn: name }), 21).check(
      z.minLength(2),
    ),
  }),
  oneOfKind('directional', {}),
]);
export type IndicatorPart = z.output<typeof indicatorPart>;

export const INCENTIVE_KINDS = [
  'subsidy',
  'award',
  'purchaseSubsidy',
  'startupFund',
  'taxDeduction',
  'taxAmortisation',
  'nonMonetary',
  'caseByCase',
  'other',
] as const;

const wan = z.nullable(notNegative).check(z.describe('In 万元; null: the text does not say.'));
const percent = z.nullable(amount.check(z.minimum(0), z.maximum(1000)));

/** The same in the other language of the product; left out: as the document writes it. */
const inEnglish = z.optional(name);

export const incentivePart = z.strictObject({
  id,
  kind: z.enum(INCENTIVE_KINDS),
  titleZh: z.optional(name.check(z.describe('Left out: the title of its measure.'))),
  titleEn: inEnglish,
  grantorEn: inEnglish,
  beneficiaryEn: inEnglish,
  conditionEn: inEnglish,
  perEn: inEnglish,
  rateBaseEn: inEnglish,
  rateBaseField: z.optional(
    id.check(z.describe('The condition whose answer is the base of the rate; asked once.')),
  ),
  grantor: z.nullable(name),
  beneficiary: z.nullable(name),
  condition: z.nullable(name),
  per: z.nullable(name),
  oneOff: z.nullable(z.boolean()).check(z.describe('null: the text does not say.')),
  amountWan: wan,
  capWan: wan,
  floorWan: wan,
  ratePercent: percent,
  rateBase: z.nullable(name),
  tiers: list(
    z.strictObject({
      label: name,
      labelEn: inEnglish,
      amountWan: z.optional(notNegative),
      capWan: z.optional(notNegative),
      ratePercent: z.optional(notNegative),
      maxRatePercent: z.optional(notNegative),
      provinceRatePercent: z.optional(notNegative),
      minQty: z.optional(notNegative),
      maxQty: z.optional(notNegative),
    }),
    50,
  ),
  conditions: list(
    z.strictObject({
      field: id.check(z.describe('What is asked. Rules that name the same field ask it once.')),
      nameZh: z.optional(name),
      nameEn: inEnglish,
      unitEn: inEnglish,
      op: z.enum(['=', '<', '<=', '>', '>=']),
      value: z.union([amount, name]),
      unit: z.nullable(name),
    }),
    50,
  ),
  caseByCase: z.boolean(),
  notes: list(ambiguity, 50),
  quote,
});

export const measurePart = z.strictObject({
  number: whole(1, 999),
  id,
  themeId: id,
  titleZh: name,
  titleEn: name,
  text: quote,
  departmentIds: list(id, 50).check(
    z.describe('In the order of the document; the first is the suggested lead.'),
  ),
  linkedIndicatorIds: list(id),
  incentives: list(incentivePart, 100),
});
export type MeasurePart = z.output<typeof measurePart>;

export const obligationPart = z.strictObject({
  id,
  zh: name,
  en: name,
  responsible: id.check(z.describe('The id of a body or a department, like `recipient`.')),
  recipient: z.optional(id),
  frequency: name,
  due: z.optional(name),
  deadlineYear: z.optional(year),
  deadlineDate: z.optional(day),
  fourFixes: z.optional(list(name, 4)),
  quote,
});

export const safeguardPart = z.strictObject({
  number: whole(1, 999),
  titleZh: name,
  titleEn: name,
  text: quote,
  obligations: list(obligationPart, 50),
});
export type SafeguardPart = z.output<typeof safeguardPart>;

export const planFile = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  document: documentPart,
  period: periodPart,
  themes: list(themePart, 50).check(z.minLength(1)),
  departments: list(departmentPart, 200),
  bodies: list(bodyPart, 50),
  indicators: list(indicatorPart).check(z.minLength(1)),
  measures: list(measurePart),
  safeguards: list(safeguardPart, 50),
});
export type PlanFile = z.output<typeof planFile>;
