import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SECURITY_HEADERS } from './headers.ts';
import { Problem, type ProblemCode, problemDetails } from '../../shared/problems.ts';

/** Fastify's own refusals, in the words of the catalogue. */
const FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformedRequest',
  FST_ERR_BAD_URL: 'malformedRequest',
  FST_ERR_ASYNC_CONSTRAINT: 'malformedRequest',
  FST_ERR_MAX_PARAM_LENGTH: 'uriTooLong',
  FST_ERR_NOT_FOUND: 'notFound',
};

/** No space, no quota, and no larger file than the operator lets the process write. */
const FULL: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** SQLite's and the file system's, by what they mean for the one who waits. */
function ofStorage(code: string): ProblemCode | undefined {
  if (/^SQLITE_(FULL|IOERR)/.test(code) || FULL.includes(code)) return 'storageFull';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'databaseDamaged';
  return undefined;
}

/** Any error as a refusal of the catalogue. What nobody foresaw is `internal`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  if (typeof code === 'string') {
    const known = FASTIFY[code] ?? ofStorage(code);
    if (known === 'busy') return new Problem('busy', { retryAfter: 1 });
    if (known !== undefined) return new Problem(known);
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Problem('malformedRequest');
  }
  return new Problem('internal');
}

export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = asProblem(error);
  // The error itself goes to the log, never over the wire; a refusal is not an error.
  if (problem.code === 'internal') request.log.error({ err: error }, 'unforeseen');
  else if (problem.status >= 500) request.log.warn({ code: problem.code }, 'storage');
  if (problem.extras.retryAfter !== undefined) {
    reply.header('retry-after', String(problem.extras.retryAfter));
  }
  if (problem.extras.currentVersion !== undefined) {
    reply.header('etag', `"${problem.extras.currentVersion}"`);
  }
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemDetails(problem, instanceOf(problem, request))));
}

/** A stranger gets the same bytes whatever they asked for. */
function instanceOf(problem: Problem, request: FastifyRequest): string | undefined {
  return problem.status === 401 ? undefined : request.id;
}

const SECURITY_LINES = Object.entries(SECURITY_HEADERS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** What never became a request: answered by hand on the socket, which is then closed. */
export function rawProblem(code: ProblemCode): string {
  const body = JSON.stringify(problemDetails(new Problem(code)));
  const { status, title } = problemDetails(new Problem(code));
  return (
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json; charset=utf-8\r\n${SECURITY_LINES}` +
    `content-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${body}`
  );
}
