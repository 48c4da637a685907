import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlanFile } from '../../shared/plan-file.ts';

const PAGE = fileURLToPath(new URL('../../docs/plan-format.md', import.meta.url));

/** The example of docs/plan-format.md: a second, small plan for tests, fresh at every call. */
export function lakePlan(): { file: PlanFile; text: string } {
  const page = readFileSync(PAGE, 'utf8');
  return { file: JSON.parse(block(page, 'json')) as PlanFile, text: block(page, 'text') };
}

function block(page: string, language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`no ${language} block in docs/plan-format.md`);
  return found;
}
