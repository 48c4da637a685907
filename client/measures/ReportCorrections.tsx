import { type ReactElement, useState } from 'react';
import { refuseAsking } from '../../shared/correction-rules.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { useCorrectionsOfReport } from '../corrections/api.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AskReportCorrection } from './AskReportCorrection.tsx';
import styles from './measures.module.css';
import { ReportCorrectionItem } from './ReportCorrectionItem.tsx';

/** The corrections of an approved report, and the way to ask for one. Nothing before it is approved. */
export function ReportCorrections(props: {
  report: MeasureReport;
  number: number;
  hasMoney: boolean;
}): ReactElement | null {
  const { report, number, hasMoney } = props;
  const { review, measures } = useMessages();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const approved = report.status === 'approved' || report.status === 'sealed';
  const asked = useCorrectionsOfReport(approved ? report.id : null).data ?? [];
  const open = asked.some(({ status }) => status === 'requested');
  const seen = { status: report.status, leadDepartmentId: report.actingDepartmentId };
  const person = { userId: me.id, roles: me.roles, departmentId: me.departmentId };
  const mayAsk = refuseAsking(seen, person) === null;
  if (!approved || (!mayAsk && asked.length === 0)) return null;
  return (
    <section className={styles['corrections']}>
      <h3>{review.corrections.history}</h3>
      {open && mayAsk ? <Notice tone="info">{measures.reports.corrections.open}</Notice> : null}
      {asked.map((correction) => (
        <ReportCorrectionItem key={correction.id} correction={correction} planId={report.planId} />
      ))}
      {mayAsk && !open ? (
        <Button onClick={() => setAsking(true)}>{review.corrections.ask}</Button>
      ) : null}
      {asking ? (
        <AskReportCorrection
          report={report}
          number={number}
          hasMoney={hasMoney}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
