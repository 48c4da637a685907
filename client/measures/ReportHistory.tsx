import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { listMeasureReportRevisions, type MeasureReport } from '../../shared/measures.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { query } from '../call.ts';
import { returnWords } from '../dashboard/api.ts';
import { MixedText } from '../ui/MixedText.tsx';
import styles from './measures.module.css';
import { reportDifference } from './reportDifference.ts';

/** Every version of a report that the reader may see, the latest first, and what each changed. */
export function ReportHistory({ report }: { report: MeasureReport }): ReactElement {
  const { measures } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['versions']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{measures.reports.versions(report.version)}</summary>
      {open ? <Versions report={report} /> : null}
    </details>
  );
}

function Versions({ report }: { report: MeasureReport }): ReactElement {
  const messages = useMessages();
  const changed = messages.dashboard.revision;
  const format = useFormat();
  const params = { reportId: report.id };
  const { data } = useQuery(query(listMeasureReportRevisions, { params }));
  const items = data?.items ?? [];
  const latestFirst = items
    .map((revision, at) => ({ revision, before: items[at - 1] ?? null }))
    .sort((a, b) => b.revision.version - a.revision.version);
  return (
    <ol>
      {latestFirst.map(({ revision, before }) => (
        <li key={revision.version}>
          <strong>{changed.actions[revision.action]}</strong>{' '}
          <span className={styles['acts']}>
            {messages.measures.reports.history(revision.by.name, format.dateTime(revision.at))}
          </span>
          {revision.reason === null ? null : (
            <div>
              <MixedText text={changed.reason(returnWords(messages, revision))} />
            </div>
          )}
          {reportDifference(before, revision, messages, format).map(({ name, from, to }) => (
            <div key={name}>
              <MixedText
                text={
                  from === ''
                    ? changed.set(name, to)
                    : changed.from(name, from, to === '' ? changed.empty : to)
                }
              />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
