import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { FontScheme } from '../../shared/paper.ts';
import { type AnnualReport, issueReport } from '../../shared/reports.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { ReportKey } from './api.ts';

/** Issuing is for good, so it is asked once more, with what is still open. */
export function IssueDialog(props: {
  of: ReportKey;
  report: AnnualReport;
  fonts: FontScheme;
  onClose: () => void;
}): ReactElement {
  const { of, report, fonts, onClose } = props;
  const words = useMessages().reports.one;
  const toast = useToast();
  const issue = useMutation({
    mutationFn: () =>
      call(issueReport, { params: of, body: { fonts } }, { version: report.version }),
    onSuccess: () => {
      toast(words.done);
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.issueTitle} onClose={onClose}>
      <p>{words.issueBody}</p>
      {report.checklist.length === 0 ? null : <p>{words.issueOpen(report.checklist.length)}</p>}
      {issue.error === null ? null : <ErrorState error={issue.error} />}
      <DialogActions>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button variant="primary" pending={issue.isPending} onClick={() => issue.mutate()}>
          {issue.isPending ? words.making : words.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
