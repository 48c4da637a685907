import { type ReactElement, useId } from 'react';
import { useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { EvidencePanel } from '../evidence/api.ts';

/** The files beside a report; who may write it adds and takes away. */
export function ReportFiles({ reportId }: { reportId: string }): ReactElement | null {
  const { evidence } = useMessages().measures.reports;
  const may = useMay();
  const id = useId();
  if (!may('evidence.see')) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{evidence}</h3>
      <EvidencePanel of="measureReport" besideId={reportId} compact />
    </section>
  );
}
