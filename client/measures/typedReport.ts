import type { ReportWords } from '../../shared/measure-rules.ts';
import type { MeasureState, ReportChanges } from '../../shared/measures.ts';
import { parseNumber } from '../../shared/number-input.ts';
import type { Issue } from '../../shared/problems.ts';
import type { TypedResult } from './ResultRows.tsx';

/** A report as it is typed. */
export interface TypedReport {
  readonly state: MeasureState | null;
  readonly done: string;
  readonly results: readonly TypedResult[];
  readonly paidWan: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly paper: string;
}

/** What stands, to be typed over. */
export function typedFrom(report: ReportWords): TypedReport {
  return {
    state: report.state,
    done: report.done,
    results: report.results.map((result) => ({ ...result, amount: String(result.amount) })),
    paidWan: report.paidWan === null ? '' : String(report.paidWan),
    problems: report.problems,
    nextSteps: report.nextSteps,
    paper: report.paper ?? '',
  };
}

/** What is sent of what is typed, and which numbers are none. */
export function readTyped(typed: TypedReport): { body: ReportChanges; issues: Issue[] } {
  const issues: Issue[] = [];
  const numberAt = (text: string, pointer: string): number | null => {
    const parsed = parseNumber(text);
    if (!parsed.ok) issues.push({ pointer, in: 'body', code: 'wrongType' });
    return parsed.ok ? parsed.value : null;
  };
  const results = typed.results.map(({ name, amount, unit }, at) => {
    const number = numberAt(amount, `/results/${at}/amount`);
    if (number === null)
      issues.push({ pointer: `/results/${at}/amount`, in: 'body', code: 'required' });
    return { name, amount: number ?? 0, unit };
  });
  const paper = typed.paper.trim();
  const body = {
    state: typed.state,
    done: typed.done,
    results,
    paidWan: numberAt(typed.paidWan, '/paidWan'),
    problems: typed.problems,
    nextSteps: typed.nextSteps,
    paper: paper === '' ? null : paper,
  };
  return { body, issues };
}
