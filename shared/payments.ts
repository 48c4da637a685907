import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { XLSX } from './exchange.ts';
import { LANGUAGES } from './i18n/languages.ts';
import { isWholeFen } from './incentives/money.ts';
import { amount, day, id, instant, line, optionalLine, year, yearInQuery } from './values.ts';

/** 万元, made of whole fen, more than nothing. */
const paid = amount.check(
  z.maximum(1e9),
  z.refine((wan) => wan > 0, { error: 'tooSmall' }),
  z.refine(isWholeFen, { error: 'inexactNumber' }),
);

/** One entry of the ledger (兑现台账). It is never changed; a wrong one is reversed. */
export const payment = z.object({
  id: z.string(),
  incentiveId: z.string(),
  /** The grade, by its place in the rule; null: it has none, or it was not said. */
  tier: z.nullable(z.int()),
  enterprise: z.string(),
  year: z.int(),
  paidOn: day,
  /** 万元; negative where it reverses another entry. */
  amountWan: z.number(),
  indicatorId: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
  note: z.string(),
  /** The entry that this one takes back; null: it is a payment. */
  reverses: z.nullable(z.string()),
  /** The entry that takes this one back; null: it stands. */
  reversedBy: z.nullable(z.string()),
  departmentId: z.string(),
  enteredBy: z.string(),
  enteredAt: instant,
  /** Whether the one who asks may reverse it. */
  reversible: z.boolean(),
});
export type Payment = z.output<typeof payment>;

/** An enterprise that got by a rule more than the document lets one have. */
export const watch = z.object({
  incentiveId: z.string(),
  enterprise: z.string(),
  /** What stands of all years together, in 万元. */
  sumWan: z.number(),
  limitWan: z.number(),
  /** `cap`: 最高不超过; `amount`: the fixed sum, of which once or yearly may not be said. */
  kind: z.enum(['cap', 'amount']),
});
export type Watch = z.output<typeof watch>;

const onePlan = z.strictObject({ planId: id });

export const listPayments = endpoint({
  operationId: 'listPayments',
  method: 'GET',
  path: '/api/plans/{planId}/payments',
  summary: 'The ledger of what was paid under the money rules, latest first, and what passed a cap',
  access: 'person',
  params: onePlan,
  query: z.strictObject({ year: z.optional(yearInQuery), incentiveId: z.optional(id) }),
  response: z.object({
    items: z.array(payment),
    /** Of all years, whatever is asked for. */
    watches: z.array(watch),
    /** The rules that the one who asks may enter payments of. */
    enterable: z.array(z.string()),
  }),
});

export const newPayment = z.strictObject({
  incentiveId: id,
  tier: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(49)))),
  enterprise: line(100),
  year,
  paidOn: day,
  amountWan: paid,
  indicatorId: z.optional(z.nullable(id)),
  documentNumber: z.optional(z.nullable(line(100))),
  note: z.optional(optionalLine(500)),
});
export type NewPayment = z.output<typeof newPayment>;

/** An entry, and what is passed by now for its enterprise and rule; null: nothing is. */
const entered = z.object({ payment, watch: z.nullable(watch) });

export const enterPayment = endpoint({
  operationId: 'enterPayment',
  method: 'POST',
  path: '/api/plans/{planId}/payments',
  summary: 'Enter what was paid to an enterprise; passing a cap warns and does not stop',
  access: 'payments.enter',
  params: onePlan,
  body: newPayment,
  response: entered,
  status: 201,
});

export const reversePayment = endpoint({
  operationId: 'reversePayment',
  method: 'POST',
  path: '/api/payments/{paymentId}/reverse',
  summary: 'Take an entry back by one of its own, with the reason; both stay',
  access: 'payments.enter',
  params: z.strictObject({ paymentId: id }),
  body: z.strictObject({ reason: line(500) }),
  response: entered,
  status: 201,
  problems: ['wrongState'],
});

export const LEDGER_FORMATS = ['xlsx', 'csv'] as const;

export const exportPayments = endpoint({
  operationId: 'exportPayments',
  method: 'GET',
  path: '/api/plans/{planId}/payments/file',
  summary: 'The ledger as a workbook or a CSV file',
  access: 'person',
  params: onePlan,
  query: z.strictObject({
    format: z._default(z.enum(LEDGER_FORMATS), 'xlsx'),
    year: z.optional(yearInQuery),
    language: z._default(z.enum(LANGUAGES), 'zh-CN'),
  }),
  file: [XLSX, 'text/csv; charset=utf-8'],
  recorded: true,
  problems: ['busy', 'exportTooLarge'],
});
