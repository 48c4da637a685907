import { EVIDENCE_TYPES, type EvidenceEnding } from '../../shared/evidence.ts';
import { cleanFileName, endingOf, refuseFile } from '../../shared/evidence-rules.ts';
import { Problem } from '../../shared/problems.ts';
import type { ArchiveLimits } from './archive.ts';
import { requireHarmless } from './office.ts';
import type { Upload } from './receive.ts';

const MEBIBYTE = 1024 * 1024;
const LIMITS: ArchiveLimits = {
  entries: 2000,
  part: 100 * MEBIBYTE,
  total: 100 * MEBIBYTE,
  ratio: 200,
};

const ZIP = Buffer.from('PK\u0003\u0004');
/** Of old Office formats, and of new ones under a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
const BEGINNINGS: Readonly<Record<EvidenceEnding, Buffer>> = {
  pdf: Buffer.from('%PDF-'),
  png: Buffer.from('89504e470d0a1a0a', 'hex'),
  jpg: JPEG,
  jpeg: JPEG,
  xlsx: ZIP,
  docx: ZIP,
};

const beginsWith = (head: Buffer, beginning: Buffer): boolean =>
  head.subarray(0, beginning.length).equals(beginning);

/**
 * Judges a file that came in by its name, its first bytes and, for Office documents, everything in
 * it.
 * @returns the name and media type to keep it under
 * @throws Problem fileTypeNotAllowed, fileEmpty, fileTypeMismatch, fileEncrypted, fileUnsafe,
 * fileUnreadable, fileTooComplex
 */
export async function inspect(upload: Upload): Promise<{ name: string; mediaType: string }> {
  const name = cleanFileName(upload.name);
  const refusal = refuseFile({ name, size: upload.size });
  const ending = endingOf(name);
  if (refusal !== null || ending === null) throw new Problem(refusal ?? 'fileTypeNotAllowed');
  const office = ending === 'xlsx' || ending === 'docx';
  if (office && beginsWith(upload.head, COMPOUND)) throw new Problem('fileEncrypted');
  if (!beginsWith(upload.head, BEGINNINGS[ending])) throw new Problem('fileTypeMismatch');
  if (office) await requireHarmless(upload.path, ending, LIMITS);
  return { name, mediaType: EVIDENCE_TYPES[ending] };
}
