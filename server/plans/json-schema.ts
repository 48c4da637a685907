import * as z from 'zod/mini';
import { planFile } from '../../shared/plan-file.ts';

/** The schema of a plan file for editors and other programs: docs/plan.schema.json is this. */
export function planJsonSchema(): object {
  return {
    title: '标尺 Biaochi: a plan file',
    description:
      'A policy document as data. docs/plan-format.md explains it; `npm run cli -- plan check` also ' +
      'holds the rules that a schema cannot say.',
    ...z.toJSONSchema(planFile, { io: 'input', reused: 'ref' }),
  };
}
