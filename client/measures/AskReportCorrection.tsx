import { type ReactElement, useState } from 'react';
import { requestReportCorrection } from '../../shared/corrections.ts';
import { applyReport, missingInReport } from '../../shared/measure-rules.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import type { Issue } from '../../shared/problems.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './measures.module.css';
import { ReportFields, reportFieldNames } from './ReportFields.tsx';
import { readTyped, typedFrom } from './typedReport.ts';

/** Asks for the correction of an approved report: what it should say, and why it is wrong. */
export function AskReportCorrection(props: {
  report: MeasureReport;
  number: number;
  hasMoney: boolean;
  onClose: () => void;
}): ReactElement {
  const { report, number, hasMoney, onClose } = props;
  const messages = useMessages();
  const { app, review, measures } = messages;
  const words = review.corrections;
  const code = measures.reports.returnCode(number);
  const toast = useToast();
  const [typed, setTyped] = useState(() => typedFrom(report));
  const [reason, setReason] = useState('');
  const form = useForm(requestReportCorrection, {
    input: () => ({
      params: { reportId: report.id },
      body: {
        reason: reason.trim().replaceAll(/\s+/g, ' '),
        changes: readTyped(typed).body,
      },
    }),
    check: () => {
      const { body, issues } = readTyped(typed);
      const lacking = missingInReport(applyReport(report, body), hasMoney);
      return [...issues, ...lacking.map((issue): Issue => ({ in: 'body', ...issue }))].map(
        (issue) => ({ ...issue, pointer: `/changes${issue.pointer}` }),
      );
    },
    version: report.version,
    onDone: () => {
      toast(words.asked(code));
      onClose();
    },
  });
  const shown = { ...form, issues: form.issues.map(inForm) };
  return (
    <Dialog isOpen wide title={words.askTitle(code, report.year)} onClose={onClose}>
      <p className={styles['asking']}>{measures.reports.corrections.askBody}</p>
      <Form
        form={shown}
        names={{
          ...reportFieldNames(messages),
          '': words.changes,
          '/reason': words.reason,
        }}
      >
        <ReportFields
          typed={typed}
          onChange={(changes) => setTyped((old) => ({ ...old, ...changes }))}
          hasMoney={hasMoney}
          fromPaper={report.paper !== null}
        />
        <TextArea
          label={words.reason}
          pointer="/reason"
          hint={measures.reports.corrections.reasonHint}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.submit}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** The server names the places of a request; here they are the fields of one form. */
function inForm(issue: Issue): Issue {
  const { pointer } = issue;
  return pointer.startsWith('/changes') ? { ...issue, pointer: pointer.slice(8) } : issue;
}
