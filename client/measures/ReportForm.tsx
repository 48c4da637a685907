import type { ReactElement } from 'react';
import type { MeasureReport } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import styles from './measures.module.css';
import { ReportFields, reportFieldNames } from './ReportFields.tsx';
import { useReportForm } from './useReportForm.ts';

/** A report to be written: saved as a draft as often as one likes, then handed in. */
export function ReportForm(props: { report: MeasureReport; hasMoney: boolean }): ReactElement {
  const { report, hasMoney } = props;
  const messages = useMessages();
  const words = messages.measures.reports;
  const { typed, set, form, save, submit, changed } = useReportForm(report, hasMoney);
  return (
    <>
      <LeaveGuard active={changed} />
      <Form form={form} names={reportFieldNames(messages)}>
        <ReportFields
          typed={typed}
          onChange={set}
          hasMoney={hasMoney}
          fromPaper={report.round === 'none'}
        />
        <div className={styles['buttons']}>
          <Button pending={form.pending} onClick={save}>
            {words.save}
          </Button>
          <Button variant="primary" pending={form.pending} onClick={submit}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </>
  );
}
