import { queryOptions } from '@tanstack/react-query';
import type { Endpoint, Input, Output } from '../shared/endpoint.ts';
import {
  type Issue,
  type ProblemCode,
  type ProblemDetails,
  PROBLEM_CODES,
} from '../shared/problems.ts';
import { takeEarly } from './early.ts';

/** A refusal by the server, or `offline` / `unreadable` when there was none to read. */
export type RefusalCode = ProblemCode | 'offline' | 'unreadable';

/** What every failed `call` throws. `errors` names the fields; sentences are made by the page. */
export class ApiProblem extends Error {
  readonly code: RefusalCode;
  readonly errors: readonly Issue[];
  /** 412: the version that stands now. */
  readonly currentVersion: number | undefined;
  /** 429, 503: seconds to wait. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, details: Partial<ProblemDetails> = {}) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.errors = details.errors ?? [];
    this.currentVersion = details.currentVersion;
    this.retryAfter = details.retryAfter;
  }
}

export interface CallOptions {
  /** The version that the change was made on; sent as `If-Match`. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** How much of a file has come: bytes, and of how many (null: nobody said). */
export interface Arrived {
  readonly bytes: number;
  readonly of: number | null;
}

export interface DownloadOptions extends CallOptions {
  /** Told again and again while a large file comes. */
  readonly onArrived?: (arrived: Arrived) => void;
}

/** Asks the reader to sign in again over the page. true: done, so the request is sent once more. */
type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | null = null;
let asking: Promise<boolean> | null = null;

/** The shell says here how to sign in in place. Returns how to take that back. */
export function onSignedOut(ask: SignInAgain): () => void {
  signInAgain = ask;
  return () => {
    signInAgain = null;
  };
}

/**
 * Calls one operation of the API and gives its answer (`undefined` for 204).
 * @throws ApiProblem for every refusal, `offline` when the server cannot be reached
 * @example await call(submitReading, { params: { readingId } }, { version: reading.version })
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options: CallOptions = {},
): Promise<Output<E>> {
  const request = requestFor(endpoint, input, options);
  return (await signedIn(() => send(request))) as Output<E>;
}

/** A file that the server made, under the name that the server gave it. */
export interface Downloaded {
  readonly name: string;
  readonly content: Blob;
}

/**
 * Calls an operation that answers with a file (`saveFile` in ui/ gives it to the user).
 * @throws ApiProblem as `call` does
 */
export async function download<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options: DownloadOptions = {},
): Promise<Downloaded> {
  const { url, init } = requestFor(endpoint, input, options);
  return signedIn(async () => {
    const response = await reach(url, init);
    if (!response.ok) throw refusalOf(await jsonOf(response));
    const name = nameIn(response.headers.get('content-disposition'));
    return { name, content: await contentOf(response, options.onArrived) };
  });
}

/** A line that breaks in the middle is a file that did not come. @throws ApiProblem offline */
async function contentOf(
  response: Response,
  onArrived: DownloadOptions['onArrived'],
): Promise<Blob> {
  try {
    if (onArrived === undefined || response.body === null) return await response.blob();
    const said = response.headers.get('content-length');
    const of = said === null ? null : Number(said);
    const reader = response.body.getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (;;) {
      onArrived({ bytes, of });
      const { done, value } = await reader.read();
      if (done) return new Blob(chunks);
      chunks.push(value);
      bytes += value.length;
    }
  } catch {
    throw new ApiProblem('offline');
  }
}

/**
 * The name that an answer is to be saved under.
 * @example nameIn("attachment; filename=\"_.xlsx\"; filename*=UTF-8''%E8%A1%A8.xlsx") // '表.xlsx'
 */
export function nameIn(disposition: string | null): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '');
  return decodeURIComponent(name?.[1] ?? 'file');
}

/** Does a request; where the session has ended, once more after signing in again in place. */
export async function signedIn<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'notSignedIn' || signInAgain === null) {
      throw error;
    }
    // Several requests may fail together: one dialog answers for all of them.
    asking ??= signInAgain().finally(() => {
      asking = null;
    });
    if (!(await asking)) throw error;
    return request();
  }
}

/** The TanStack Query options of a read: `useQuery(query(getDashboard, { params, query }))`. */
export function query<E extends Endpoint>(endpoint: E, input: Input<E>) {
  return queryOptions({
    queryKey: [endpoint.operationId, input] as const,
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    staleTime: 60_000,
  });
}

interface Prepared {
  readonly url: string;
  readonly init: RequestInit;
  /** What a repetition of the very same creation is known by; null: not a creation. */
  readonly twin: string | null;
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

function requestFor(endpoint: Endpoint, input: unknown, options: CallOptions): Prepared {
  const { body } = input as Parts;
  const url = addressOf(endpoint, input);
  const json = body === undefined ? null : JSON.stringify(body);
  const twin = endpoint.status === 201 ? `${url} ${json ?? ''}` : null;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (json !== null) headers['content-type'] = 'application/json';
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  if (twin !== null) headers['idempotency-key'] = keyFor(twin);
  return {
    url,
    twin,
    init: {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      ...(json === null ? {} : { body: json }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    },
  };
}

/** The address of an operation with its parameters and its query. */
export function addressOf(endpoint: Endpoint, input: unknown): string {
  const { params = {}, query = {} } = input as Parts;
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const asked = Object.entries(query).filter((pair): pair is [string, string] => {
    return pair[1] !== undefined && pair[1] !== '';
  });
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked).toString()}`;
}

/**
 * Keys of creations whose answer never arrived. The same content sent again carries the same key,
 * so that a second press after a broken connection makes nothing twice.
 */
const unanswered = new Map<string, string>();

function keyFor(twin: string): string {
  const key = unanswered.get(twin) ?? randomId();
  unanswered.set(twin, key);
  return key;
}

/** 128 random bits in hex. `crypto.randomUUID` does not exist on plain http. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send({ url, init, twin }: Prepared): Promise<unknown> {
  const response = await reach(url, init);
  if (response.status === 204) return answered(twin, undefined);
  const json = await jsonOf(response);
  if (response.ok) return answered(twin, json);
  const refusal = refusalOf(json);
  // Signing in again sends the same request once more; every other refusal settles it.
  if (refusal.code !== 'notSignedIn') answered(twin, undefined);
  throw refusal;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await ((init.method === 'GET' ? takeEarly(url) : undefined) ?? fetch(url, init));
  } catch (error) {
    // A read that nobody waits for any more is not a failure of the network.
    if (init.signal?.aborted === true) throw error;
    throw new ApiProblem('offline');
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // A gateway in between may answer with a page of its own.
    throw new ApiProblem(response.ok ? 'unreadable' : 'offline');
  }
}

/** What a problem+json answer says. */
export function refusalOf(json: unknown): ApiProblem {
  const details = json as Partial<ProblemDetails>;
  const code = PROBLEM_CODES.find((known) => known === details.code) ?? 'internal';
  return new ApiProblem(code, details);
}

function answered<T>(twin: string | null, answer: T): T {
  if (twin !== null) unanswered.delete(twin);
  return answer;
}
