import type * as z from 'zod/mini';
import type { Access } from './permissions.ts';
import type { ProblemCode } from './problems.ts';

export type Schema = z.ZodMiniType;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One operation of the API, described once: `serve` on the server registers it, `call` on the client
 * uses it, the OpenAPI document prints it. `access` has no default, so forgetting it does not
 * compile.
 */
export interface Endpoint<
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Schema | undefined = Schema | undefined,
> {
  readonly operationId: string;
  readonly method: Method;
  /** Parameters in braces: `/api/plans/{planId}`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Absent: the answer is 204 without a body, or a file. */
  readonly response?: R;
  /** Answers with a file to be saved instead of JSON: the media types that it can have. */
  readonly file?: readonly string[];
  /** 201 for what creates; otherwise 200, or 204 without a response. */
  readonly status?: 200 | 201 | 204;
  /** Refusals beyond those that every operation of its access and shape can give. */
  readonly problems?: readonly ProblemCode[];
  /** Changes a row that carries a version: `If-Match` is demanded (428, 412). */
  readonly versioned?: true;
  /** A GET that leaves a row in the audit log all the same: what leaves the house is known. */
  readonly recorded?: true;
  /** Open to somebody who still has to change a one-time password. */
  readonly beforePasswordChange?: true;
  /** Open to an administrator who still has to set up the second factor that is demanded. */
  readonly beforeSecondFactor?: true;
  /** Largest body in bytes; 256 KiB if absent. */
  readonly bodyLimit?: number;
  /**
   * Takes one file, as multipart/form-data in the named field, instead of a JSON body. `limit` is its
   * largest size in bytes.
   */
  readonly upload?: { readonly field: string; readonly limit: number };
}

/** Keeps the exact schema types of an endpoint. */
export function endpoint<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema | undefined = undefined,
>(description: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return description;
}

type Parsed<S> = S extends Schema ? z.output<S> : undefined;
type Sent<S> = S extends Schema ? z.input<S> : undefined;

type PartsOf<E> = E extends Endpoint<infer P, infer Q, infer B, infer R> ? [P, Q, B, R] : never;

/** What a handler receives: the parts after validation. */
export interface Received<E extends Endpoint> {
  readonly params: Parsed<PartsOf<E>[0]>;
  readonly query: Parsed<PartsOf<E>[1]>;
  readonly body: Parsed<PartsOf<E>[2]>;
}

type Without<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a caller sends: only the parts that the endpoint has. */
export type Input<E extends Endpoint> = Without<{
  readonly params: Sent<PartsOf<E>[0]>;
  readonly query: Sent<PartsOf<E>[1]>;
  readonly body: Sent<PartsOf<E>[2]>;
}>;

/** What comes back. */
export type Output<E extends Endpoint> = PartsOf<E>[3] extends Schema
  ? z.output<PartsOf<E>[3]>
  : undefined;

/** The status of a success. */
export function successStatus(e: Endpoint): 200 | 201 | 204 {
  return e.status ?? (e.response === undefined && e.file === undefined ? 204 : 200);
}
