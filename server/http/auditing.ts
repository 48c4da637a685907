import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '../../shared/endpoint.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import type { Transactions, Writer } from '../db/transaction.ts';
import type { Principal } from './principal.ts';
import { asProblem } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null;
    /** When that was found out, as `performance.now()` tells it. */
    knownAt: number;
    /** The stamp of the database (server/db/stamp.ts) when that was asked. */
    asOf: string;
  }
}

/** One line of the audit log, before it is numbered and chained. */
export interface AuditEntry {
  readonly at: Date;
  readonly user: Principal | null;
  readonly address: string;
  readonly requestId: string;
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string } | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly outcome: AuditOutcome;
}

/** Done, refused with its code, or left for a look of its own. */
export type AuditOutcome = 'ok' | ProblemCode | 'heldBack';

/** What a handler says about itself to the audit log; without it the row names only the action. */
export interface AuditNote {
  readonly target: { readonly type: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  /** Who acted, where the request itself came from a stranger (sign-in, set-up). */
  readonly user?: Principal;
  /** Of this row, where a request that did something else refused this one; absent: of the request. */
  readonly outcome?: AuditOutcome;
}

export interface Circumstances {
  readonly user: Principal | null;
  readonly now: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** The host name that the client asked for, without the port. */
  readonly host: string;
  /** The stamp of the database when the request had come: asking costs what a small answer costs. */
  readonly asOf: string;
}

interface Recorder {
  readonly transactions: Transactions;
  readonly now: () => Date;
  appendAudit(db: Writer, entry: AuditEntry): Promise<void>;
}

export function auditEntry(
  endpoint: Endpoint,
  at: Circumstances,
  note: AuditNote | null,
  outcome: AuditOutcome,
): AuditEntry {
  return {
    at: at.now,
    user: note?.user ?? at.user,
    address: at.address,
    requestId: at.requestId,
    action: endpoint.operationId,
    target: note?.target ?? null,
    before: note?.before ?? null,
    after: note?.after ?? null,
    outcome: note?.outcome ?? outcome,
  };
}

/** A refused attempt leaves a row although its transaction is gone. */
export async function auditRefusal(
  host: Recorder,
  endpoint: Endpoint,
  request: FastifyRequest,
  error: unknown,
  note: AuditNote | null,
): Promise<void> {
  const at = {
    user: request.principal,
    now: host.now(),
    address: request.ip ?? '',
    userAgent: '',
    requestId: request.id,
    host: '',
    asOf: request.asOf,
  };
  const named = note === null ? targetOfPath(request) : note;
  const entry = auditEntry(endpoint, at, named, asProblem(error).code);
  await host.transactions
    .write((db) => host.appendAudit(db, { ...entry, before: null, after: null }))
    .catch((failure: unknown) => request.log.error({ err: failure }, 'a refusal was not recorded'));
}

function targetOfPath(request: FastifyRequest): AuditNote | null {
  const [first] = Object.entries((request.params ?? {}) as Record<string, string>);
  if (first === undefined) return null;
  return { target: { type: first[0].replace(/Id$/, ''), id: first[1].slice(0, 80) } };
}
