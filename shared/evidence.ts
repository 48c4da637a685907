import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant } from './values.ts';

/**
 * What may prove a figure (佐证材料), by the ending of the name: the media type that it is stored and
 * sent back with. The bytes have to agree; a name alone proves nothing.
 */
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type EvidenceEnding = keyof typeof EVIDENCE_TYPES;

/** Largest file in bytes. */
export const EVIDENCE_LIMIT = 20 * 1024 * 1024;
/** Longest name that is kept; a longer one is cut before its ending. In UTF-16 units. */
export const EVIDENCE_NAME_LIMIT = 200;
/** Most files beside one reading. */
export const EVIDENCE_MOST = 50;

export const evidence = z.object({
  id: z.string(),
  /** As the sender called it, without a path; only ever shown. */
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** As the bytes say. */
  mediaType: z.string(),
  /** SHA-256 of the bytes, hex: the same file twice has it twice. */
  sha256: z.string(),
  added: z.object({ userId: z.string(), name: z.string(), at: instant }),
  /** The bytes were found missing or changed when last looked at; they cannot be downloaded. */
  damaged: z.boolean(),
});
export type Evidence = z.output<typeof evidence>;

/** Nothing beside a figure moves while the figure may not. */
const CLOSED = ['wrongState', 'conflict', 'roundNotOpen', 'roundClosed', 'roundSealed'] as const;

const HOSTILE = [
  'fileTypeNotAllowed',
  'fileTypeMismatch',
  'fileEmpty',
  'fileEncrypted',
  'fileUnsafe',
  'fileUnreadable',
  'fileTooComplex',
] as const;

const oneReading = z.strictObject({ readingId: id });
const ofReading = z.strictObject({ readingId: id, evidenceId: id });

export const listEvidence = endpoint({
  operationId: 'listEvidence',
  method: 'GET',
  path: '/api/readings/{readingId}/evidence',
  summary: 'The files beside a reading, oldest first; taken-away ones are not among them',
  access: 'evidence.see',
  params: oneReading,
  response: z.object({
    items: z.array(evidence),
    /** Whether the one who asks may add and take away now. */
    editable: z.boolean(),
  }),
});

export const addEvidence = endpoint({
  operationId: 'addEvidence',
  method: 'POST',
  path: '/api/readings/{readingId}/evidence',
  summary: 'Put a file beside a draft or returned reading: pdf, png, jpg, xlsx or docx',
  access: 'readings.enter',
  params: oneReading,
  upload: { field: 'file', limit: EVIDENCE_LIMIT },
  response: evidence,
  status: 201,
  problems: [...CLOSED, ...HOSTILE],
});

export const getEvidence = endpoint({
  operationId: 'getEvidence',
  method: 'GET',
  path: '/api/evidence/{evidenceId}',
  summary: 'The bytes of a file, as an attachment',
  access: 'evidence.see',
  params: z.strictObject({ evidenceId: id }),
  file: [...new Set(Object.values(EVIDENCE_TYPES))],
  problems: ['evidenceMissing'],
});

export const removeEvidence = endpoint({
  operationId: 'removeEvidence',
  method: 'DELETE',
  path: '/api/readings/{readingId}/evidence/{evidenceId}',
  summary: 'Take a file away from a draft or returned reading; its bytes stay',
  access: 'readings.enter',
  params: ofReading,
  problems: CLOSED,
});

export const restoreEvidence = endpoint({
  operationId: 'restoreEvidence',
  method: 'PUT',
  path: '/api/readings/{readingId}/evidence/{evidenceId}',
  summary: 'Put a file back that was taken away',
  access: 'readings.enter',
  params: ofReading,
  response: evidence,
  problems: CLOSED,
});

const oneCorrection = z.strictObject({ correctionId: id });
const ofCorrection = z.strictObject({ correctionId: id, evidenceId: id });

export const listCorrectionEvidence = endpoint({
  operationId: 'listCorrectionEvidence',
  method: 'GET',
  path: '/api/corrections/{correctionId}/evidence',
  summary: 'The files beside a request for a correction, for whoever may see the request',
  access: 'evidence.see',
  params: oneCorrection,
  response: z.object({
    items: z.array(evidence),
    /** Whether the one who asks may add and take away now. */
    editable: z.boolean(),
  }),
});

/** What is approved lies beside the reading from then on, too. */
export const addCorrectionEvidence = endpoint({
  operationId: 'addCorrectionEvidence',
  method: 'POST',
  path: '/api/corrections/{correctionId}/evidence',
  summary: 'Put a file beside a request that is not decided: pdf, png, jpg, xlsx or docx',
  access: 'corrections.request',
  params: oneCorrection,
  upload: { field: 'file', limit: EVIDENCE_LIMIT },
  response: evidence,
  status: 201,
  problems: ['wrongState', 'conflict', ...HOSTILE],
});

export const removeCorrectionEvidence = endpoint({
  operationId: 'removeCorrectionEvidence',
  method: 'DELETE',
  path: '/api/corrections/{correctionId}/evidence/{evidenceId}',
  summary: 'Take a file away from a request that is not decided; its bytes stay',
  access: 'corrections.request',
  params: ofCorrection,
  problems: ['wrongState', 'conflict'],
});

export const restoreCorrectionEvidence = endpoint({
  operationId: 'restoreCorrectionEvidence',
  method: 'PUT',
  path: '/api/corrections/{correctionId}/evidence/{evidenceId}',
  summary: 'Put a file back that was taken away from a request',
  access: 'corrections.request',
  params: ofCorrection,
  response: evidence,
  problems: ['wrongState', 'conflict'],
});
