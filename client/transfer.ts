import type { Endpoint, Input, Output } from '../shared/endpoint.ts';
import {
  addressOf,
  ApiProblem,
  type Downloaded,
  nameIn,
  randomId,
  refusalOf,
  signedIn,
} from './call.ts';

/** Whoever waited for a transfer does not wait any more. */
export class Cancelled extends Error {}

/**
 * Sends one file to an endpoint that takes one.
 * @param onProgress the share that is sent, 0 to 1; the answer comes some time after 1
 * @throws ApiProblem as `call` does; Cancelled once `signal` aborts
 */
export async function sendFile<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  file: File,
  onProgress: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Output<E>> {
  // The same when it is sent twice because the session had ended meanwhile.
  const key = randomId();
  const { content } = await signedIn(() =>
    post(endpoint, input, file, { key, onProgress, ...(signal === undefined ? {} : { signal }) }),
  );
  try {
    return JSON.parse(await content.text()) as Output<E>;
  } catch {
    throw new ApiProblem('unreadable');
  }
}

/** The same for an endpoint that answers with a file of its own. */
export function sendForFile<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  file: File,
): Promise<Downloaded> {
  return signedIn(() => post(endpoint, input, file, {}));
}

interface Way {
  readonly key?: string;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** XMLHttpRequest, because fetch does not tell how much is sent. */
function post(
  endpoint: Endpoint,
  input: unknown,
  file: File,
  { key, onProgress, signal }: Way,
): Promise<Downloaded> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new Cancelled());
      return;
    }
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal?.addEventListener('abort', abort);
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    request.addEventListener('abort', () => reject(new Cancelled()));
    request.open(endpoint.method, addressOf(endpoint, input));
    if (key !== undefined) request.setRequestHeader('idempotency-key', key);
    request.responseType = 'blob';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress?.(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener('error', () => reject(new ApiProblem('offline')));
    request.addEventListener('load', () => {
      const content = request.response as Blob;
      if (request.status < 400) {
        resolve({ name: nameIn(request.getResponseHeader('content-disposition')), content });
        return;
      }
      content.text().then(
        (text) => reject(refusalIn(text)),
        () => reject(new ApiProblem('unreadable')),
      );
    });
    const form = new FormData();
    form.append(endpoint.upload?.field ?? 'file', file);
    request.send(form);
  });
}

function refusalIn(text: string): ApiProblem {
  try {
    return refusalOf(JSON.parse(text));
  } catch {
    // A gateway in between may answer with a page of its own.
    return new ApiProblem('offline');
  }
}
