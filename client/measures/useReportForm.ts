import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { issuesOf } from '../../shared/issues.ts';
import { applyReport, BLANK_REPORT, missingInReport } from '../../shared/measure-rules.ts';
import {
  changeMeasureReport,
  type MeasureReport,
  type MeasureState,
  type ReportChanges,
  submitMeasureReport,
} from '../../shared/measures.ts';
import { parseNumber } from '../../shared/number-input.ts';
import type { Issue } from '../../shared/problems.ts';
import { useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { ApiProblem, call } from '../call.ts';
import { useToast } from '../ui/Toast.tsx';
import type { FormState } from '../ui/useForm.ts';
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

function typedFrom(report: MeasureReport): TypedReport {
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
function readTyped(typed: TypedReport): { body: ReportChanges; issues: Issue[] } {
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

/** The form of a report: saving is one request, handing in saves first. */
export function useReportForm(report: MeasureReport, hasMoney: boolean) {
  const client = useQueryClient();
  const toast = useToast();
  const words = useMessages().measures.reports;
  const [typed, setTyped] = useState(() => typedFrom(report));
  const [saved, setSaved] = useState(typed);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [refused, setRefused] = useState(0);
  const params = { reportId: report.id };
  const mutation = useMutation({
    mutationFn: async ({ body, handIn }: { body: ReportChanges; handIn: boolean }) => {
      const { version } = await call(
        changeMeasureReport,
        { params, body },
        { version: report.version },
      );
      if (handIn) await call(submitMeasureReport, { params }, { version });
    },
    onSuccess: (_answer, { handIn }) => {
      setSaved(typed);
      toast(handIn ? words.submitted : words.saved);
    },
    onError: (error) => {
      const named = error instanceof ApiProblem ? error.errors : [];
      setIssues(named);
      setProblem(named.length > 0 ? null : error);
      setRefused((count) => count + 1);
      // The draft may have been saved before it was refused; the next attempt needs its version.
      void rereadScreen(client);
    },
  });
  const send = (handIn: boolean) => {
    if (mutation.isPending) return;
    const { body, issues: own } = readTyped(typed);
    const lacking = handIn ? missingInReport(applyReport(BLANK_REPORT, body), hasMoney) : [];
    const found = [
      ...own,
      ...issuesOf(changeMeasureReport.body, body),
      ...lacking.map((issue): Issue => ({ in: 'body', ...issue })),
    ];
    setIssues(found);
    setProblem(null);
    if (found.length > 0) setRefused((count) => count + 1);
    else mutation.mutate({ body, handIn });
  };
  const form: FormState = {
    issues,
    problem,
    refused,
    pending: mutation.isPending,
    submit: (event) => {
      event?.preventDefault();
      send(false);
    },
  };
  return {
    typed,
    set: (changes: Partial<TypedReport>) => setTyped((old) => ({ ...old, ...changes })),
    form,
    save: () => send(false),
    submit: () => send(true),
    changed: JSON.stringify(typed) !== JSON.stringify(saved),
  };
}
