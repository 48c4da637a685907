import { type ReactElement, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { useExports } from '../inspection/api.ts';
import { ExportTable } from '../ui/ExportTable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import styles from './Indicator.module.css';

/** For the auditor: who took the figures of the plan out of the house; fetched when it is opened. */
export function TakenOut({ planId }: { planId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  const { taken } = useMessages().inspection;
  return (
    <details
      className={styles['details']}
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <h2>{taken.title}</h2>
      </summary>
      {open ? <Opened planId={planId} /> : null}
    </details>
  );
}

function Opened({ planId }: { planId: string }): ReactElement {
  const { taken, noExports } = useMessages().inspection;
  const result = useExports(planId);
  return (
    <Loaded result={result} skeleton={<SkeletonTable rows={3} columns={4} />}>
      {({ items }) => (
        <>
          <p>{items.length === 0 ? noExports : taken.lead}</p>
          {items.length === 0 ? null : <ExportTable items={items} />}
        </>
      )}
    </Loaded>
  );
}
