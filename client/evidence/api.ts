import { later } from '../ui/later.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';

/** The files beside something, to be looked at, added to and taken away; a chunk of its own. */
export const EvidencePanel = later(
  async () => (await import('./EvidencePanel.tsx')).EvidencePanel,
  { waiting: SkeletonLines },
);
