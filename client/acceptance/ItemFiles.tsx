import { type ReactElement, Suspense } from 'react';
import type { Acceptance, AcceptanceItem } from '../../shared/acceptances.ts';
import { EvidencePanel } from '../evidence/api.ts';
import { SkeletonTable } from '../ui/Skeleton.tsx';

/** The files beside an item; nothing where there are none and none can be added. */
export function ItemFiles(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
}): ReactElement | null {
  const { acceptance, item } = props;
  if (item.files.length === 0 && !item.steps.includes('attach')) return null;
  return (
    <Suspense fallback={<SkeletonTable rows={1} columns={2} />}>
      <EvidencePanel of="acceptanceItem" besideId={`${acceptance.id}/${item.itemId}`} compact />
    </Suspense>
  );
}
