import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { issuesOf } from '../../shared/issues.ts';
import { applyReport, BLANK_REPORT, missingInReport } from '../../shared/measure-rules.ts';
import {
  changeMeasureReport,
  type MeasureReport,
  type ReportChanges,
  submitMeasureReport,
} from '../../shared/measures.ts';
import type { Issue } from '../../shared/problems.ts';
import { useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { ApiProblem, call } from '../call.ts';
import { useToast } from '../ui/Toast.tsx';
import type { FormState } from '../ui/useForm.ts';
import { readTyped, type TypedReport, typedFrom } from './typedReport.ts';

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
