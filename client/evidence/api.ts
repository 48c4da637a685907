import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { lazy } from 'react';
import { type Evidence, listEvidence } from '../../shared/evidence.ts';
import { query } from '../call.ts';

/** The files beside a reading; idle while there is no reading, or for whom they are not. */
export function useEvidence(
  readingId: string | null,
): UseQueryResult<{ items: Evidence[]; editable: boolean }> {
  return useQuery({
    ...query(listEvidence, { params: { readingId: readingId ?? '' } }),
    enabled: readingId !== null,
  });
}

/** The files beside a reading, to be looked at, added to and taken away; a chunk of its own. */
export const EvidencePanel = lazy(async () => ({
  default: (await import('./EvidencePanel.tsx')).EvidencePanel,
}));
