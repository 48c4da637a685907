import * as z from 'zod/mini';
import { checkedTarget } from './acceptance-evidence.ts';
import { VERDICT_REASONS, VERDICTS } from './acceptance-score.ts';
import { boardInputs } from './board.ts';
import { MEASURE_STATES } from './measures.ts';
import { instant } from './values.ts';

export const BASIS_FORMAT = 'biaochi-acceptance-basis';

const figure = z.nullable(z.number());

const targetFact = z.object({
  verdict: z.enum(VERDICTS),
  why: z.nullable(z.enum(VERDICT_REASONS)),
  status: z.string(),
  attainment: figure,
  completion: figure,
  value: figure,
  targetValue: figure,
  deadline: z.int(),
  tentative: z.boolean(),
  late: z.boolean(),
  departmentId: z.nullable(z.string()),
});

/**
 * What an acceptance judges by, fixed when it is opened and kept as canonical text under its SHA-256:
 * the inputs of the board, what the method of the day made of them (so that a later program computes no
 * other marks), and what evidence lay behind each target. The same sheet and the same basis always give
 * the same marks.
 */
export const acceptanceBasis = z.object({
  format: z.literal(BASIS_FORMAT),
  formatVersion: z.literal(1),
  planId: z.string(),
  year: z.int(),
  takenAt: instant,
  /** The sealed package that it was taken from; null: the year was not sealed, from what was approved. */
  seal: z.nullable(z.object({ sealedAt: instant, sha256: z.string() })),
  board: boardInputs,
  targets: z.array(z.object({ indicatorId: z.string(), fact: targetFact })),
  /** As far as the approved reports of the departments say; absent: none does. */
  measures: z.array(z.object({ measureId: z.string(), state: z.enum(MEASURE_STATES) })),
  evidence: z.array(checkedTarget),
});
export type AcceptanceBasis = z.output<typeof acceptanceBasis>;
