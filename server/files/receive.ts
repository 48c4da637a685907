import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../shared/problems.ts';

/** A file that came in and lies in the temporary folder until somebody keeps it. */
export interface Upload {
  readonly path: string;
  /** As the sender called it, nothing taken out. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** The first bytes, up to 4 KiB. */
  readonly head: Buffer;
}

export interface UploadRule {
  readonly field: string;
  /** Largest file in bytes. */
  readonly limit: number;
}

const HEAD = 4096;
/** Boundaries and headers around a file. */
const FRAME = 64 * 1024;
/** How much more of a refused file is read, so that its sender comes to hear why. */
const DRAINED_LIMITS = 4;
const DRAINED_MS = 5000;

/**
 * Whether the sender says itself that it is too much; then nothing of it is read.
 * @throws Problem tooLarge
 */
export function refuseAnnounced(request: FastifyRequest, { limit }: UploadRule): void {
  if (Number(request.headers['content-length'] ?? 0) > limit + FRAME) throw new Problem('tooLarge');
}

/**
 * Reads the one file of a multipart body into a folder, hashing and counting on the way. The caller
 * removes it.
 * @throws Problem unsupportedMediaType, tooLarge, malformedRequest for what is no proper multipart
 * body, invalid where the file is missing or something else came with it
 */
export async function receiveUpload(
  request: FastifyRequest,
  rule: UploadRule,
  folder: string,
): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('unsupportedMediaType');
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o640);
  const overrun = Promise.withResolvers<never>();
  let read = 0;
  const count = (chunk: Buffer) => {
    read += chunk.length;
    if (read > rule.limit + FRAME) overrun.reject(new Problem('tooLarge'));
  };
  try {
    // Who hung up meanwhile says nothing any more, not even that.
    if (request.raw.destroyed) throw new Problem('malformedRequest');
    const taken = takeFile(request, rule, file);
    request.raw.on('data', count);
    return { path, ...(await Promise.race([taken, overrun.promise])) };
  } catch (error) {
    await rm(path, { force: true });
    throw ofTransport(error);
  } finally {
    request.raw.off('data', count);
    await file.close();
  }
}

async function takeFile(
  request: FastifyRequest,
  { field, limit }: UploadRule,
  file: FileHandle,
): Promise<Omit<Upload, 'path'>> {
  let taken: Omit<Upload, 'path'> | null = null;
  const limits = { files: 2, fields: 4, parts: 6, fieldSize: 1024, fileSize: limit + 1 };
  for await (const part of request.parts({ limits })) {
    if (part.type !== 'file' || part.fieldname !== field) {
      throw Problem.fields({ pointer: `/${part.fieldname.slice(0, 80)}`, code: 'unknownField' });
    }
    if (taken !== null) {
      throw Problem.fields({ pointer: `/${field}`, code: 'tooMany', values: { maximum: 1 } });
    }
    taken = { name: part.filename ?? '', ...(await writeDown(part, limit, file)) };
  }
  if (taken === null) throw Problem.fields({ pointer: `/${field}`, code: 'required' });
  return taken;
}

async function writeDown(
  part: MultipartFile,
  limit: number,
  file: FileHandle,
): Promise<Pick<Upload, 'size' | 'sha256' | 'head'>> {
  const hash = createHash('sha256');
  const first: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    if (size < HEAD) first.push(chunk);
    size += chunk.length;
    if (size > limit) throw new Problem('tooLarge');
    hash.update(chunk);
    await file.appendFile(chunk);
  }
  return { size, sha256: hash.digest('hex'), head: Buffer.concat(first).subarray(0, HEAD) };
}

/** What the parser of the body says is the sender's mistake; what the disk says is not. */
function ofTransport(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? new Problem('malformedRequest') : error;
}

/**
 * Reads on after a refusal for a while, keeping nothing, and then hangs up: a sender that is still
 * sending would otherwise see a broken connection instead of the answer.
 */
export function drain({ raw }: FastifyRequest, { limit }: UploadRule): void {
  if (raw.readableEnded || raw.destroyed) return;
  let left = limit * DRAINED_LIMITS;
  const hangUp = () => raw.destroy();
  const patience = setTimeout(hangUp, DRAINED_MS);
  raw.once('close', () => clearTimeout(patience));
  raw.once('end', () => clearTimeout(patience));
  raw.unpipe();
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) hangUp();
  });
  raw.resume();
}
