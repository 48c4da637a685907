import type { TestApp } from './app.ts';

/** The line between a page and the server, under the hand of a test. */
export interface Line {
  /** What the next requests meet: all is well, nothing arrives, or the answer is lost on the way. */
  state: 'up' | 'down' | 'answersLost';
  /** Every request that the page sent, e.g. `POST /api/users`. */
  readonly sent: { readonly what: string; readonly headers: Headers }[];
  /** Forgets the session cookie, as a browser does when it runs out. */
  forget(): void;
}

/**
 * Puts a `fetch` in the place of the browser's that reaches the real server through its front door
 * and keeps its cookies. @returns the line, and how to put everything back
 */
export function pageFetch(t: TestApp): { line: Line; restore: () => void } {
  const original = globalThis.fetch;
  const cookies = new Map<string, string>();
  const line: Line = { state: 'up', sent: [], forget: () => cookies.clear() };
  globalThis.fetch = async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const method = (init.method ?? 'GET') as 'GET';
    // A page only ever asks its own server, by a path.
    const url = input instanceof Request ? input.url : input.toString();
    line.sent.push({ what: `${method} ${url}`, headers });
    if (line.state === 'down') throw new TypeError('Failed to fetch');
    const response = await t.app.inject({
      method,
      url,
      headers: {
        ...Object.fromEntries(headers),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
    });
    if (line.state === 'answersLost') throw new TypeError('Failed to fetch');
    for (const { name, value } of response.cookies) cookies.set(name, value);
    const empty = response.statusCode === 204;
    return new Response(empty ? null : response.body, {
      status: response.statusCode,
      headers: { 'content-type': response.headers['content-type']?.toString() ?? '' },
    });
  };
  return {
    line,
    restore: () => {
      globalThis.fetch = original;
    },
  };
}
