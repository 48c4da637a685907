import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  type Correction,
  listCorrections,
  type ReadingCorrection,
  type ReportCorrection,
} from '../../shared/corrections.ts';
import { query } from '../call.ts';

/** For the rooms of figures and of measures: one request for a correction, around what changes. */
export { CorrectionFrame, DifferenceTable } from './CorrectionFrame.tsx';

/** The corrections that wait for a decision in a plan; idle without a plan. */
export function useOpenCorrections(planId: string | null): UseQueryResult<{ items: Correction[] }> {
  return useQuery({
    ...query(listCorrections, { query: { planId: planId ?? '', status: 'requested' } }),
    enabled: planId !== null,
  });
}

/** Every correction of a reading that the reader may see, latest first; idle without one. */
export function useCorrectionsOf(readingId: string | null): UseQueryResult<ReadingCorrection[]> {
  return useQuery({
    ...query(listCorrections, { query: { readingId: readingId ?? '' } }),
    enabled: readingId !== null,
    select: ({ items }) => items.filter((one) => one.of === 'reading'),
  });
}

/** The same of the report on a measure. */
export function useCorrectionsOfReport(
  reportId: string | null,
): UseQueryResult<ReportCorrection[]> {
  return useQuery({
    ...query(listCorrections, { query: { reportId: reportId ?? '' } }),
    enabled: reportId !== null,
    select: ({ items }) => items.filter((one) => one.of === 'measureReport'),
  });
}
