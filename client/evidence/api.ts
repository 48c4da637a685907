import { lazy } from 'react';

/** The files beside something, to be looked at, added to and taken away; a chunk of its own. */
export const EvidencePanel = lazy(async () => ({
  default: (await import('./EvidencePanel.tsx')).EvidencePanel,
}));
