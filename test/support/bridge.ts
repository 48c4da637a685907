import type { TestApp } from './app.ts';
import type { Signed } from './people.ts';

/**
 * Lets the client's own `fetch` reach the real server without a network, as one person. What the
 * tests of client code go through: the calls are the client's, the answers the server's.
 * @returns `as` changes who asks (null: nobody); `cut` breaks and mends the line; `restore` ends it
 */
export function bridge(t: TestApp): {
  as(person: Signed | null): void;
  cut(broken: boolean): void;
  restore(): void;
} {
  const before = globalThis.fetch;
  let person: Signed | null = null;
  let broken = false;
  globalThis.fetch = async (input, init = {}) => {
    if (broken) throw new TypeError('Failed to fetch');
    const response = await t.app.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: String(input),
      headers: {
        ...(init.headers as Record<string, string>),
        ...(person === null ? {} : { cookie: person.cookie }),
      },
      ...(init.body === undefined || init.body === null ? {} : { payload: String(init.body) }),
    });
    const empty = response.statusCode === 204;
    return new Response(empty ? null : response.body, { status: response.statusCode });
  };
  return {
    as: (somebody) => {
      person = somebody;
    },
    cut: (state) => {
      broken = state;
    },
    restore: () => {
      globalThis.fetch = before;
    },
  };
}
