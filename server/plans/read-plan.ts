import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { documentPart, type PlanFile } from '../../shared/plan-file.ts';
import { Problem } from '../../shared/problems.ts';
import { parseJson } from '../http/json.ts';
import { checkPlan } from './check.ts';
import { PlanRefused } from './plan-problem.ts';

/** A plan file that nothing is wrong with, and its document. */
export interface ReadPlan {
  readonly file: PlanFile;
  readonly text: string;
}

/**
 * Reads and checks a plan file and, from the same folder, the text that it names.
 * @throws PlanRefused with every problem; for a file that cannot be read or is not JSON, one at ''
 * @example readPlan('plans/plan.json').file.document.id // 'qetdz-2016'
 */
export function readPlan(path: string): ReadPlan {
  const file = parsed(readFileOr(path, ''));
  const name = z.safeParse(documentPart.shape.sourceFile, sourceFileOf(file));
  // Without a text every quote would be missing: the schema alone says what is wrong then.
  const text = name.success
    ? readFileOr(join(dirname(path), name.data), '/document/sourceFile').toString('utf8')
    : '';
  const problems = checkPlan(file, text);
  const told = name.success ? problems : problems.filter(({ code }) => code !== 'notVerbatim');
  if (told.length > 0) throw new PlanRefused(told);
  return { file: file as PlanFile, text };
}

function readFileOr(path: string, pointer: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new PlanRefused([{ pointer, code: 'unreadable', values: { value: path } }]);
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.extras.errors ?? [];
    if (errors.length === 0) throw new PlanRefused([{ pointer: '', code: 'notJson' }]);
    throw new PlanRefused(errors.map(({ pointer, code }) => ({ pointer, code })));
  }
}

function sourceFileOf(file: unknown): unknown {
  const document = (file as { readonly document?: unknown } | null)?.document;
  return (document as { readonly sourceFile?: unknown } | null | undefined)?.sourceFile;
}
