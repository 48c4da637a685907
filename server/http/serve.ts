import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { type Endpoint, type Output, type Received, successStatus } from '../../shared/endpoint.ts';
import { admits } from '../../shared/permissions.ts';
import { Problem, PROBLEMS, type ProblemCode } from '../../shared/problems.ts';
import type { Reader, Transactions, Writer } from '../db/transaction.ts';
import { drain, receiveUpload, refuseAnnounced, type Upload } from '../files/receive.ts';
import {
  type AuditEntry,
  auditEntry,
  type AuditNote,
  auditRefusal,
  type Circumstances,
} from './auditing.ts';
import { documentation } from './openapi.ts';
import { requireNamedOrigin, requireOwnOrigin } from './origin.ts';
import type { Principal } from './principal.ts';
import { asProblem, sendProblem } from './problems.ts';
import { EventStream, sendStream } from './stream.ts';
import { validate } from './validation.ts';

/** What the plumbing needs of the rest of the house, given once by app.ts. */
export interface Host {
  readonly app: FastifyInstance;
  /** The part of the app that takes files: multipart bodies, and nothing else. */
  readonly uploads: FastifyInstance;
  /** The folder of what is coming in. */
  readonly tmpFolder: string;
  readonly transactions: Transactions;
  readonly now: () => Date;
  /** Says whether anything in the database changed (server/db/stamp.ts). */
  readonly stamp: () => string;
  /** The configured public origin, e.g. `https://targets.example`; null: the Host header decides. */
  readonly origin: string | null;
  /** Check every answer against its schema (tests); otherwise only those that are kept. */
  readonly checkAnswers: boolean;
  /** Who sends this request; null for a stranger. */
  authenticate(request: FastifyRequest): Promise<Principal | null>;
  /** Whether an open line may stay open: asks the same, and counts as no sign of life. */
  stillStands(request: FastifyRequest): Promise<boolean>;
  /** Counts the request of a known or unknown sender. @throws Problem tooManyRequests */
  limit(request: FastifyRequest): Promise<void>;
  appendAudit(db: Writer, entry: AuditEntry): Promise<void>;
  /** The kept answer of a repeated POST, or null when it is the first. */
  recallAnswer(db: Writer, request: KeyedRequest): Promise<KeptAnswer | null>;
  keepAnswer(db: Writer, request: KeyedRequest, answer: KeptAnswer): Promise<void>;
}

export interface KeyedRequest {
  readonly userId: string;
  readonly key: string;
  readonly operationId: string;
  readonly fingerprint: string;
  readonly now: Date;
}

export interface KeptAnswer {
  readonly status: number;
  readonly json: string;
}

/** What a handler gets. `user` is null only for public endpoints. */
export interface Context<D, P = undefined> extends Circumstances {
  readonly db: D;
  /** The version that `If-Match` named; 0 on endpoints that are not versioned. */
  readonly expectedVersion: number;
  /** What `before` worked out outside the transaction. */
  readonly prepared: P;
  readonly note: (note: AuditNote) => void;
  /** One more row beside that of `note`, or instead of it: a request that does the same to several. */
  readonly noteEach: (note: AuditNote) => void;
  /** Nothing was there to change: no audit row (strangers could fill the log otherwise). */
  readonly nothingDone: () => void;
  readonly setCookie: (
    name: string,
    value: string,
    options: { readonly maxAge?: number; readonly secure: boolean },
  ) => void;
  readonly clearCookie: (name: string, options: { readonly secure: boolean }) => void;
  readonly cookie: (name: string) => string | undefined;
}

/** An answer that is kept serialised. Made with the endpoint's schema, so it was checked once. */
export class Prepared {
  /** As they go over the wire: encoding 70 kB of Chinese anew is what an answer would cost most. */
  readonly bytes: Buffer;
  /** Changes with the answer, for `If-None-Match`; null: the answer has none. */
  readonly tag: string | null;
  constructor(json: string | Buffer, tag: string | null = null) {
    this.bytes = typeof json === 'string' ? Buffer.from(json) : json;
    this.tag = tag;
  }
}

/** A file to be saved: no browser ever shows or runs it, whatever it holds. */
export class Download {
  readonly content: Buffer | Readable;
  readonly mediaType: string;
  /** As somebody called it; only ever a suggestion to the browser. */
  readonly fileName: string;
  /** Bytes; null: only known at the end of the stream. */
  readonly size: number | null;
  constructor(
    content: Buffer | Readable,
    mediaType: string,
    fileName: string,
    size: number | null = null,
  ) {
    this.size = size;
    this.content = content;
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  /** It is not sent after all: whatever it holds open is closed. */
  discard(): void {
    if (!Buffer.isBuffer(this.content)) this.content.destroy();
  }
}

/**
 * A refusal that commits: what the handler wrote stays (a counted wrong password). Everything else
 * throws a Problem, which rolls back.
 */
export class Refusal {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

type Answer<E extends Endpoint> = Output<E> | Prepared | Download | EventStream | Refusal;
type HandlerFor<E extends Endpoint, P> = (
  context: Context<E['method'] extends 'GET' ? Reader : Writer, P>,
  input: Received<E>,
) => Promise<Answer<E>>;

/** What the slow work before a transaction gets. */
export interface BeforeContext extends Circumstances {
  readonly transactions: Transactions;
  /**
   * Reads the file of an endpoint that takes one; whoever wants to refuse it unseen does so before.
   * What is not moved elsewhere is removed when the request ends.
   */
  readonly receive: () => Promise<Upload>;
}

interface Before<E extends Endpoint, P> {
  /**
   * Slow work (hashing, files) before the transaction; reads with a snapshot of its own. Write the
   * types of its parameters out: `prepared` takes its type from what this returns.
   */
  before?(context: BeforeContext, input: Received<E>): Promise<P>;
  /**
   * For a GET: the answer, when it is certain without the database that it still stands (nothing
   * changed since it was made). undefined: the handler has to be asked.
   */
  kept?(context: Circumstances, input: Received<E>): Prepared | undefined;
  /** The answer holds a secret: a repeated POST is refused instead of answered again. */
  readonly secret?: true;
  /** Of a public endpoint: whom the database cannot tell is answered as a stranger. */
  readonly evenUnknown?: true;
}

const UNSAFE_STATUS_FOR_KEY = 201;

/** Who sends a body for as long as this is asked again who they are: their session may have ended. */
const LONG_MS = 1000;

/**
 * Registers an endpoint: origin, session and access (before the body is read, so that a stranger
 * learns nothing of its shape), validation, the transaction, the audit row in the same transaction,
 * the check of the answer.
 */
export function serve<
  P extends Endpoint['params'],
  Q extends Endpoint['query'],
  B extends Endpoint['body'],
  R extends Endpoint['response'],
  M extends Endpoint['method'],
  W = undefined,
>(
  host: Host,
  endpoint: Endpoint<P, Q, B, R> & { readonly method: M },
  handler: HandlerFor<Endpoint<P, Q, B, R> & { readonly method: M }, W>,
  options: Before<Endpoint<P, Q, B, R>, W> = {},
): void {
  const plain = endpoint as unknown as Endpoint;
  const run = handler as unknown as HandlerFor<Endpoint, unknown>;
  const extra = options as unknown as Before<Endpoint, unknown>;
  const unsafe = plain.method !== 'GET';
  const status = successStatus(plain);
  const { upload } = plain;

  const app = upload === undefined ? host.app : host.uploads;
  app.route({
    method: plain.method,
    url: plain.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(plain.bodyLimit === undefined ? {} : { bodyLimit: plain.bodyLimit }),
    schema: documentation(plain),
    onRequest: async (request) => {
      if (unsafe) requireOwnOrigin(request, host.origin);
      const user = await host.authenticate(request).catch((error: unknown) => {
        if (extra.evenUnknown !== true) throw error;
        return null;
      });
      request.principal = user;
      request.knownAt = performance.now();
      await host.limit(request);
      try {
        requireAccess(plain, user);
      } catch (error) {
        if (user !== null) await auditRefusal(host, plain, request, error, null);
        throw error;
      }
    },
    ...(upload === undefined ? {} : { onError: async (request) => drain(request, upload) }),
    handler: async (request, reply) => {
      const user = request.principal;
      const circumstances: Circumstances = {
        user,
        now: host.now(),
        address: request.ip ?? '',
        userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
        requestId: request.id,
        host: request.hostname,
        asOf: request.asOf,
      };
      let note: AuditNote | null = null;
      const each: AuditNote[] = [];
      let done = true;
      const received: Upload[] = [];
      const receive = async (): Promise<Upload> => {
        if (upload === undefined) throw new Error(`${plain.operationId} takes no file`);
        const file = await receiveUpload(request, upload, host.tmpFolder);
        received.push(file);
        return file;
      };
      try {
        if (upload !== undefined) {
          requireNamedOrigin(request);
          refuseAnnounced(request, upload);
        }
        const input = validate(plain, request) as Received<Endpoint>;
        const standing = unsafe ? undefined : extra.kept?.(circumstances, input);
        if (standing !== undefined) return sendPrepared(reply, status, standing);
        const expectedVersion = plain.versioned === true ? requireIfMatch(request) : 0;
        const prepared = await extra.before?.(
          { ...circumstances, transactions: host.transactions, receive },
          input,
        );
        const context = {
          ...circumstances,
          expectedVersion,
          prepared,
          note: (said: AuditNote) => {
            note = said;
          },
          noteEach: (said: AuditNote) => void each.push(said),
          nothingDone: () => {
            done = false;
          },
          setCookie: (name: string, value: string, cookie: { maxAge?: number; secure: boolean }) =>
            void reply.setCookie(name, value, {
              path: '/',
              httpOnly: true,
              sameSite: 'strict',
              ...cookie,
            }),
          clearCookie: (name: string, cookie: { secure: boolean }) =>
            void reply.clearCookie(name, {
              path: '/',
              httpOnly: true,
              sameSite: 'strict',
              ...cookie,
            }),
          cookie: (name: string) => request.cookies[name],
        };
        if (unsafe && performance.now() - request.knownAt > LONG_MS) {
          requireAccess(plain, await host.authenticate(request));
        }
        if (!unsafe) {
          const answer = await host.transactions.read((db) =>
            run({ ...context, db } as unknown as Context<Writer, unknown>, input),
          );
          if (plain.recorded === true) {
            // First the row, then the answer: what is not recorded does not leave the house.
            const entry = auditEntry(plain, circumstances, note, 'ok');
            try {
              await host.transactions.write((db) => host.appendAudit(db, entry));
            } catch (error) {
              if (answer instanceof Download) answer.discard();
              throw error;
            }
          }
          return send(host, plain, reply, status, answer);
        }
        const keyed = keyOf(plain, request, circumstances, received);
        const answer = await host.transactions.write(async (db) => {
          const kept = keyed === null ? null : await host.recallAnswer(db, keyed);
          if (kept !== null) {
            if (extra.secret === true) throw new Problem('conflict');
            return kept;
          }
          const made = await run({ ...context, db }, input);
          const outcome = made instanceof Refusal ? made.problem.code : ('ok' as const);
          if (done) {
            for (const row of rowsOf(note, each)) {
              await host.appendAudit(db, auditEntry(plain, circumstances, row, outcome));
            }
          }
          if (keyed !== null && !(made instanceof Refusal)) {
            const json =
              made instanceof Prepared ? made.bytes.toString() : JSON.stringify(made ?? null);
            await host.keepAnswer(db, keyed, { status, json: extra.secret === true ? '' : json });
          }
          return made;
        });
        if (isKept(answer)) return sendKept(reply, answer);
        return send(host, plain, reply, status, answer);
      } catch (error) {
        const { code } = asProblem(error);
        if (worthAuditing(unsafe || plain.recorded === true, user, code))
          await auditRefusal(host, plain, request, error, note);
        throw error;
      } finally {
        for (const { path } of received) await rm(path, { force: true });
      }
    },
  });
}

/** The rows of a request: at least one, and none that would say nothing beside those of each. */
function rowsOf(note: AuditNote | null, each: readonly AuditNote[]): (AuditNote | null)[] {
  return note === null && each.length > 0 ? [...each] : [note, ...each];
}

function isKept(answer: unknown): answer is KeptAnswer {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'json' in answer &&
    'status' in answer &&
    !(answer instanceof Prepared)
  );
}

/** Refusals that a person met, other than slips of typing; never a storage failure (it cannot). */
function worthAuditing(unsafe: boolean, user: Principal | null, code: ProblemCode): boolean {
  if (user === null || code === 'internal' || PROBLEMS[code].status >= 500) return false;
  return code === 'forbidden' || code === 'ownEntry' || (unsafe && code !== 'staleVersion');
}

function requireAccess(endpoint: Endpoint, user: Principal | null): void {
  if (endpoint.access === 'public') return;
  if (user === null) throw new Problem('notSignedIn');
  if (user.mustChangePassword && endpoint.beforePasswordChange !== true) {
    throw new Problem('passwordChangeRequired');
  }
  if (user.mustSetUpCode && endpoint.beforeSecondFactor !== true) {
    throw new Problem('secondFactorRequired');
  }
  if (user.kind === 'display' && endpoint.method !== 'GET') throw new Problem('forbidden');
  if (!admits(endpoint.access, user.roles)) throw new Problem('forbidden');
}

function requireIfMatch(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem('versionRequired');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  // A tag that we never gave out names no version that could still stand.
  return version === undefined ? -1 : Number(version);
}

function keyOf(
  endpoint: Endpoint,
  request: FastifyRequest,
  at: Circumstances,
  received: readonly Upload[],
): KeyedRequest | null {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || at.user === null) return null;
  if (endpoint.method !== 'POST' || successStatus(endpoint) !== UNSAFE_STATUS_FOR_KEY) return null;
  if (!/^[\x21-\x7e]{1,120}$/.test(key)) throw new Problem('malformedRequest');
  const fingerprint = createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? received.map(nameAndHash))}`)
    .digest('hex');
  const { operationId } = endpoint;
  return { userId: at.user.userId, key, operationId, fingerprint, now: at.now };
}

const nameAndHash = ({ name, sha256 }: Upload): string[] => [name, sha256];

function send(
  host: Host,
  endpoint: Endpoint,
  reply: FastifyReply,
  status: number,
  answer: Answer<Endpoint>,
): FastifyReply {
  // Not thrown: its transaction has written the audit row already.
  if (answer instanceof Refusal) return sendProblem(answer.problem, reply.request, reply);
  if (answer instanceof Prepared) return sendPrepared(reply, status, answer);
  if (answer instanceof Download) return sendDownload(reply, status, answer);
  if (answer instanceof EventStream) return sendStream(reply, answer);
  if (endpoint.response === undefined) return reply.code(status).send();
  const checked = host.checkAnswers ? z.parse(endpoint.response, answer) : answer;
  const version = (checked as { version?: unknown } | null)?.version;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  return sendJson(reply, status, JSON.stringify(checked));
}

/** A repeated POST is answered as the first one was, its version included. */
function sendKept(reply: FastifyReply, { status, json }: KeptAnswer): FastifyReply {
  const { version } = (JSON.parse(json) ?? {}) as { version?: unknown };
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  return sendJson(reply, status, json);
}

function sendPrepared(reply: FastifyReply, status: number, { bytes, tag }: Prepared): FastifyReply {
  if (tag === null) return sendJson(reply, status, bytes);
  const etag = `"${tag}"`;
  reply.header('etag', etag);
  const known = reply.request.headers['if-none-match']?.split(',') ?? [];
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) return reply.code(304).send();
  return sendJson(reply, status, bytes);
}

function sendDownload(reply: FastifyReply, status: number, answer: Download): FastifyReply {
  const { content, mediaType, fileName, size } = answer;
  if (size !== null) reply.header('content-length', String(size));
  return reply
    .code(status)
    .header('content-type', mediaType)
    .header('content-disposition', attachment(fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(content);
}

/**
 * RFC 6266: the name in UTF-8, and a plain one for what is too old to read that.
 * @example attachment('名单.xlsx') // `attachment; filename="__.xlsx"; filename*=UTF-8''%E5%90%8D…`
 */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  // What encodeURIComponent leaves alone and RFC 5987 does not.
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function sendJson(reply: FastifyReply, status: number, json: string | Buffer): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(json);
}
