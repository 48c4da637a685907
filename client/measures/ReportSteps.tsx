import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  approveMeasureReport,
  listReportFiles,
  type MeasureReport,
  returnMeasureReport,
  signMeasureReport,
} from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { sessionQuery } from '../app/queries.ts';
import { useMe } from '../app/session.ts';
import { call } from '../call.ts';
import { type Back, ReturnDialog } from '../readings/api.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './measures.module.css';

/** What the reader may do with a report that was handed in: sign, approve, send back. */
export function ReportSteps(props: { report: MeasureReport; number: number }): ReactElement {
  const { report, number } = props;
  const messages = useMessages();
  const words = messages.measures.reports;
  const me = useMe();
  const toast = useToast();
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const params = { reportId: report.id };
  const { version, steps } = report;
  const take = useMutation({
    mutationFn: (step: 'sign' | 'approve') =>
      call(step === 'sign' ? signMeasureReport : approveMeasureReport, { params }, { version }),
    onSuccess: (_answer, step) => toast(step === 'sign' ? words.signed : words.approved),
  });
  const back = useMutation({
    // What was sent back is its department's alone: its files may not be read again from here.
    meta: { quiet: true },
    mutationFn: (body: Back) => call(returnMeasureReport, { params, body }, { version }),
    onSuccess: async () => {
      setReturning(false);
      toast(words.returned);
      await client.invalidateQueries({
        predicate: ({ queryKey: [what] }) =>
          what !== sessionQuery.queryKey[0] && what !== listReportFiles.operationId,
      });
    },
  });
  const problem = take.error ?? back.error;
  const decides = steps.includes('sign') || steps.includes('approve');
  const wrote = [report.entered, report.changed].some((act) => act?.userId === me.id);
  const waits = report.status === 'submitted' || report.status === 'signed';
  return (
    <>
      {problem === null ? null : <Notice tone="error">{problemSentence(messages, problem)}</Notice>}
      {waits && wrote && !decides ? <Notice tone="info">{words.ownEntry}</Notice> : null}
      <div className={styles['buttons']}>
        {(['sign', 'approve'] as const).map((step) =>
          steps.includes(step) ? (
            <Button
              key={step}
              variant="primary"
              pending={take.isPending}
              onClick={() => take.mutate(step)}
            >
              {words[step]}
            </Button>
          ) : null,
        )}
        {steps.includes('return') ? (
          <Button onClick={() => setReturning(true)}>{words.return}</Button>
        ) : null}
      </div>
      {returning ? (
        <ReturnDialog
          code={words.returnCode(number)}
          pending={back.isPending}
          onReturn={(said) => back.mutate(said)}
          onClose={() => setReturning(false)}
        />
      ) : null}
    </>
  );
}
