import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { DossierButton } from './DossierButton.tsx';
import { EvidenceChecklist } from './EvidenceChecklist.tsx';
import { Journal } from './Journal.tsx';
import { LifeFrame } from './LifeFrame.tsx';
import { LifeSteps } from './LifeSteps.tsx';
import { MarksTable } from './MarksTable.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { UnitTable } from './UnitTable.tsx';

/** `/acceptance/…`: a whole acceptance, from where it stands to every mark, paper and step. */
export function WholePage(): ReactElement {
  const { acceptanceId } = useParams({ from: '/inside/acceptance/$acceptanceId' });
  const words = useMessages().acceptances;
  return (
    <LifeFrame acceptanceId={acceptanceId} title={words.titleOf}>
      {(acceptance, board) => (
        <>
          <LifeSteps acceptance={acceptance} />
          {acceptance.withdrawn === null ? <DossierButton acceptanceId={acceptance.id} /> : null}
          <OutcomeTable acceptance={acceptance} />
          <UnitTable acceptance={acceptance} />
          <MarksTable acceptance={acceptance} board={board} />
          <p className="printOnly">{words.signatures}</p>
          <EvidenceChecklist acceptance={acceptance} board={board} />
          <Journal acceptance={acceptance} board={board} />
        </>
      )}
    </LifeFrame>
  );
}
