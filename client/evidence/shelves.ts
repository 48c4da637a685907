import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  type ActionDetails,
  addActionFile,
  getAction,
  getActionFile,
  removeActionFile,
  restoreActionFile,
} from '../../shared/action-items.ts';
import {
  addAcceptanceFile,
  type Acceptance,
  getAcceptance,
  getAcceptanceFile,
  removeAcceptanceFile,
  restoreAcceptanceFile,
} from '../../shared/acceptances.ts';
import type { Output } from '../../shared/endpoint.ts';
import {
  addCorrectionEvidence,
  addEvidence,
  type Evidence,
  getEvidence,
  listCorrectionEvidence,
  listEvidence,
  removeCorrectionEvidence,
  removeEvidence,
  restoreCorrectionEvidence,
  restoreEvidence,
} from '../../shared/evidence.ts';
import {
  addReportFile,
  getReportFile,
  listReportFiles,
  removeReportFile,
  restoreReportFile,
} from '../../shared/measures.ts';
import { addressOf, call, query } from '../call.ts';
import { sendFile } from '../transfer.ts';

type Files = Output<typeof listEvidence>;
type Tell = (share: number) => void;

/**
 * Where files lie: beside a reading, a request for a correction, an action item, a report on a
 * measure, an item of an acceptance (`acceptance/item`).
 */
export interface Shelf {
  /** Idle while there is nothing that they could lie beside. */
  readonly useFiles: (id: string | null) => UseQueryResult<Files>;
  /** Where the bytes of a file are fetched. */
  readonly address: (id: string, evidenceId: string) => string;
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

/** An action item brings its files with it. */
function useActionFiles(id: string | null): UseQueryResult<Files> {
  const options = query(getAction, { params: { actionId: id ?? '' } });
  const select = ({ files, steps }: ActionDetails): Files => ({
    items: files ?? [],
    editable: steps.includes('attach'),
  });
  return useQuery({ ...options, select, enabled: id !== null });
}

function useReportFiles(id: string | null): UseQueryResult<Files> {
  const options = query(listReportFiles, { params: { reportId: id ?? '' } });
  return useQuery({ ...options, enabled: id !== null });
}

/** `acceptance/item`: an acceptance brings the files of its items with it. */
function useAcceptanceFiles(id: string | null): UseQueryResult<Files> {
  const [acceptanceId, itemId] = ofAcceptance(id ?? '');
  const options = query(getAcceptance, { params: { acceptanceId } });
  const select = ({ items }: Acceptance): Files => {
    const item = items.find((one) => one.itemId === itemId);
    return { items: item?.files ?? [], editable: item?.steps.includes('attach') ?? false };
  };
  return useQuery({ ...options, select, enabled: id !== null });
}

function ofAcceptance(id: string): readonly [acceptanceId: string, itemId: string] {
  const [acceptanceId = '', itemId = ''] = id.split('/');
  return [acceptanceId, itemId];
}

const addressById = (_id: string, evidenceId: string): string =>
  addressOf(getEvidence, { params: { evidenceId } });

export const SHELVES = {
  reading: {
    useFiles: useReadingFiles,
    address: addressById,
    add: (readingId, file, tell, signal) =>
      sendFile(addEvidence, { params: { readingId } }, file, tell, signal),
    remove: (readingId, evidenceId) => call(removeEvidence, { params: { readingId, evidenceId } }),
    restore: (readingId, evidenceId) =>
      call(restoreEvidence, { params: { readingId, evidenceId } }),
  },
  correction: {
    useFiles: useCorrectionFiles,
    address: addressById,
    add: (correctionId, file, tell, signal) =>
      sendFile(addCorrectionEvidence, { params: { correctionId } }, file, tell, signal),
    remove: (correctionId, evidenceId) =>
      call(removeCorrectionEvidence, { params: { correctionId, evidenceId } }),
    restore: (correctionId, evidenceId) =>
      call(restoreCorrectionEvidence, { params: { correctionId, evidenceId } }),
  },
  action: {
    useFiles: useActionFiles,
    address: (actionId, evidenceId) =>
      addressOf(getActionFile, { params: { actionId, evidenceId } }),
    add: (actionId, file, tell, signal) =>
      sendFile(addActionFile, { params: { actionId } }, file, tell, signal),
    remove: (actionId, evidenceId) => call(removeActionFile, { params: { actionId, evidenceId } }),
    restore: (actionId, evidenceId) =>
      call(restoreActionFile, { params: { actionId, evidenceId } }),
  },
  measureReport: {
    useFiles: useReportFiles,
    address: (reportId, evidenceId) =>
      addressOf(getReportFile, { params: { reportId, evidenceId } }),
    add: (reportId, file, tell, signal) =>
      sendFile(addReportFile, { params: { reportId } }, file, tell, signal),
    remove: (reportId, evidenceId) => call(removeReportFile, { params: { reportId, evidenceId } }),
    restore: (reportId, evidenceId) =>
      call(restoreReportFile, { params: { reportId, evidenceId } }),
  },
  acceptanceItem: {
    useFiles: useAcceptanceFiles,
    address: (id, evidenceId) => {
      const [acceptanceId] = ofAcceptance(id);
      return addressOf(getAcceptanceFile, { params: { acceptanceId, evidenceId } });
    },
    add: (id, file, tell, signal) => {
      const [acceptanceId, itemId] = ofAcceptance(id);
      return sendFile(addAcceptanceFile, { params: { acceptanceId, itemId } }, file, tell, signal);
    },
    remove: (id, evidenceId) => {
      const [acceptanceId] = ofAcceptance(id);
      return call(removeAcceptanceFile, { params: { acceptanceId, evidenceId } });
    },
    restore: (id, evidenceId) => {
      const [acceptanceId] = ofAcceptance(id);
      return call(restoreAcceptanceFile, { params: { acceptanceId, evidenceId } });
    },
  },
} as const satisfies Record<string, Shelf>;
