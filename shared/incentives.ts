import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { INCENTIVE_KINDS } from './plan-file.ts';
import { span } from './plans.ts';
import { id } from './values.ts';

const words = z.nullable(z.string());
const figure = z.nullable(z.number());

/**
 * A money rule of the document with its clause, in the field names of the engine
 * (shared/incentives/types.ts). Amounts are in 万元, null where the text does not say; `…En` is the
 * same in English, and as the document writes it where the plan file has one language.
 */
export const incentive = z.object({
  id: z.string(),
  measureId: z.string(),
  measureNumber: z.int(),
  kind: z.enum(INCENTIVE_KINDS),
  titleZh: z.string(),
  titleEn: z.string(),
  grantor: words,
  grantorEn: words,
  beneficiary: words,
  beneficiaryEn: words,
  condition: words,
  conditionEn: words,
  per: words,
  perEn: words,
  oneOff: z.nullable(z.boolean()),
  amountWan: figure,
  capWan: figure,
  floorWan: figure,
  ratePercent: figure,
  rateBase: words,
  rateBaseEn: words,
  rateBaseField: words,
  tiers: z.array(
    z.object({
      labelZh: z.string(),
      labelEn: z.string(),
      amountWan: figure,
      capWan: figure,
      ratePercent: figure,
      maxRatePercent: figure,
      provinceRatePercent: figure,
      minQuantity: figure,
      maxQuantity: figure,
    }),
  ),
  conditions: z.array(
    z.object({
      field: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      operator: z.enum(['=', '<', '<=', '>', '>=']),
      value: z.union([z.number(), z.string()]),
      unitZh: words,
      unitEn: words,
    }),
  ),
  caseByCase: z.boolean(),
  notes: z.array(z.object({ textZh: z.string(), textEn: z.string() })),
  quote: z.string(),
  ...span.shape,
});
export type Incentive = z.output<typeof incentive>;

export const listIncentives = endpoint({
  operationId: 'listIncentives',
  method: 'GET',
  path: '/api/plans/{planId}/incentives',
  summary: 'The money rules of a plan, each with its clause, in the order of the document',
  access: 'signedIn',
  params: z.strictObject({ planId: id }),
  response: z.object({ items: z.array(incentive) }),
});
