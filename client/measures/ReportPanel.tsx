import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { createMeasureReport, type MeasureReport } from '../../shared/measures.ts';
import type { RoundState } from '../../shared/rounds.ts';
import { refuseTyping } from '../../shared/workflow.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import type { ShownDuty } from './duties.ts';
import styles from './measures.module.css';
import { ReportCorrections } from './ReportCorrections.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportFiles } from './ReportFiles.tsx';
import { ReportForm } from './ReportForm.tsx';
import { ReportHistory } from './ReportHistory.tsx';
import { ReportSteps } from './ReportSteps.tsx';

/** One report: to be begun, written, or read and decided about. */
export function ReportPanel(props: {
  duty: ShownDuty;
  planId: string;
  year: number;
  round: RoundState;
  name: (departmentId: string) => string;
}): ReactElement {
  const { duty, planId, year, round, name } = props;
  const { measure, report, departmentId, actingDepartmentId } = duty;
  const messages = useMessages();
  const words = messages.measures.reports;
  const pick = usePick();
  const me = useMe();
  const begin = useMutation({
    mutationFn: () =>
      call(createMeasureReport, { body: { planId, measureId: measure.id, departmentId, year } }),
  });
  const title = words.formTitle(
    measure.number,
    pick(measure.titleZh, measure.titleEn),
    name(departmentId),
  );
  const mine = me.departmentId === actingDepartmentId && me.roles.includes('reporter');
  const closed = refuseTyping(round, null);
  return (
    <section className={styles['panel']} aria-label={title}>
      <h2>{title}</h2>
      {actingDepartmentId === departmentId ? null : (
        <p className={styles['acts']}>{words.actingFor(name(actingDepartmentId))}</p>
      )}
      {begin.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, begin.error)}</Notice>
      )}
      {report === null ? (
        <>
          <p>
            <strong>{words.dutyStates[duty.dutyState]}</strong>{' '}
            {words.notBegunBody(name(departmentId))}
          </p>
          {mine && closed !== null ? (
            <Notice tone="warning">{String(messages.problems.refusals[closed])}</Notice>
          ) : null}
          {mine && closed === null ? (
            <p className={styles['buttons']}>
              <Button variant="primary" pending={begin.isPending} onClick={() => begin.mutate()}>
                {words.begin}
              </Button>
            </p>
          ) : null}
        </>
      ) : (
        <Report report={report} hasMoney={measure.incentiveCount > 0} number={measure.number} />
      )}
    </section>
  );
}

function Report(props: { report: MeasureReport; hasMoney: boolean; number: number }): ReactElement {
  const { report, hasMoney, number } = props;
  const messages = useMessages();
  const words = messages.measures.reports;
  const { dateTime } = useFormat();
  const { returned } = report;
  return (
    <>
      <p className={styles['acts']}>
        {words.dutyStates[report.status]}
        {report.corrections === 0 ? null : ` · ${messages.review.corrected(report.corrections)}`}
        {(['entered', 'submitted', 'signed', 'approved'] as const).map((what) => {
          const act = report[what];
          if (act === null) return null;
          return (
            <span key={what}>
              {' · '}
              {words.acts[what]} {words.history(act.name, dateTime(act.at))}
            </span>
          );
        })}
      </p>
      {returned === null ? null : (
        <Notice tone="warning">
          {words.returnedBy(returned.name, dateTime(returned.at), returned.reason)}
        </Notice>
      )}
      {report.findings.map((finding) => (
        <p key={finding} className={styles['finding']}>
          {messages.measures.findings[finding]}
        </p>
      ))}
      {report.editable ? (
        <>
          <ReportForm report={report} hasMoney={hasMoney} />
          <ReportFiles reportId={report.id} />
        </>
      ) : (
        <>
          <ReportFacts report={report} />
          <ReportFiles reportId={report.id} />
          <ReportSteps report={report} number={number} />
          <ReportCorrections report={report} number={number} hasMoney={hasMoney} />
        </>
      )}
      <ReportHistory report={report} />
    </>
  );
}
