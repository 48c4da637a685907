import { MutationCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { getSession } from '../../shared/accounts.ts';
import { ApiProblem, call } from '../call.ts';

/**
 * Who is signed in. Asked once, then changed only by signing in and out: a session that runs out in
 * the middle of typing must not take the page away.
 */
export const sessionQuery = queryOptions({
  queryKey: [getSession.operationId] as const,
  queryFn: () => call(getSession, {}),
  staleTime: Infinity,
  gcTime: Infinity,
});

declare module '@tanstack/react-query' {
  interface Register {
    /** `quiet`: what this writes shows nowhere else, so the screen is not read again. */
    mutationMeta: { quiet?: boolean };
  }
}

const RETRIES = 2;

/** The one cache of the page. After every write, what is on the screen is read again. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _result, mutation) => {
        if (mutation.meta?.quiet !== true) void rereadScreen(client);
      },
    }),
    defaultOptions: {
      queries: {
        // An intranet may have no internet at all, which browsers call "offline".
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (count, error) =>
          count < RETRIES &&
          error instanceof ApiProblem &&
          (error.code === 'offline' || error.code === 'busy'),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

/** Everything that the screen shows is old now; what is mounted is read again at once. */
export async function rereadScreen(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0],
  });
}
