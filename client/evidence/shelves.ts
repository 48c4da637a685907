import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../shared/endpoint.ts';
import {
  addCorrectionEvidence,
  addEvidence,
  type Evidence,
  listCorrectionEvidence,
  listEvidence,
  removeCorrectionEvidence,
  removeEvidence,
  restoreCorrectionEvidence,
  restoreEvidence,
} from '../../shared/evidence.ts';
import { call, query } from '../call.ts';
import { sendFile } from '../transfer.ts';

type Files = Output<typeof listEvidence>;
type Tell = (share: number) => void;

/** Where files lie: beside a reading, or beside a request for a correction of one. */
export interface Shelf {
  /** Idle while there is nothing that they could lie beside. */
  readonly useFiles: (id: string | null) => UseQueryResult<Files>;
  readonly add: (id: string, file: File, tell: Tell, signal: AbortSignal) => Promise<Evidence>;
  readonly remove: (id: string, evidenceId: string) => Promise<undefined>;
  readonly restore: (id: string, evidenceId: string) => Promise<Evidence>;
}

function useReadingFiles(id: string | null): UseQueryResult<Files> {
  const options = query(listEvidence, { params: { readingId: id ?? '' } });
  return useQuery({ ...options, enabled: id !== null });
}

function useCorrectionFiles(id: string | null): UseQueryResult<Files> {
  const options = query(listCorrectionEvidence, { params: { correctionId: id ?? '' } });
  return useQuery({ ...options, enabled: id !== null });
}

export const READING_SHELF: Shelf = {
  useFiles: useReadingFiles,
  add: (readingId, file, tell, signal) =>
    sendFile(addEvidence, { params: { readingId } }, file, tell, signal),
  remove: (readingId, evidenceId) => call(removeEvidence, { params: { readingId, evidenceId } }),
  restore: (readingId, evidenceId) => call(restoreEvidence, { params: { readingId, evidenceId } }),
};

export const CORRECTION_SHELF: Shelf = {
  useFiles: useCorrectionFiles,
  add: (correctionId, file, tell, signal) =>
    sendFile(addCorrectionEvidence, { params: { correctionId } }, file, tell, signal),
  remove: (correctionId, evidenceId) =>
    call(removeCorrectionEvidence, { params: { correctionId, evidenceId } }),
  restore: (correctionId, evidenceId) =>
    call(restoreCorrectionEvidence, { params: { correctionId, evidenceId } }),
};
