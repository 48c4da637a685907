import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { useInspection } from './api.ts';
import { InspectionReport } from './InspectionReport.tsx';

/** `/inspection`: what an inspector asks, to be read by the auditor and printed as a report. */
export function InspectionPage(): ReactElement {
  const { inspection: words } = useMessages();
  const inspection = useInspection();
  usePaper('inspection');
  return (
    <PageFrame
      title={words.title}
      lead={<span className="screenOnly">{words.lead}</span>}
      actions={
        <Button
          variant="primary"
          disabled={inspection.data === undefined}
          onClick={() => globalThis.print()}
        >
          {words.print}
        </Button>
      }
    >
      <Loaded result={inspection} skeleton={<SkeletonTable rows={12} columns={3} />}>
        {(found) => <InspectionReport found={found} />}
      </Loaded>
    </PageFrame>
  );
}
