/**
 * What the first screen asks for, on its way before the application has arrived: this file is a
 * script of its own, ahead of all others. `call` takes the answers from here. Plain addresses,
 * because the contracts bring half of the application along; a test holds them to the contracts.
 */

/** An answer that was not wanted while the page started is old afterwards. */
const FRESH_MS = 10_000;

const asked = new Map<string, Promise<Response>>();
const taken = new Set<string>();

/** The answer that is on its way to a GET, once; undefined: it has not been asked for, or is old. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = taken.has(url) ? undefined : asked.get(url);
  taken.add(url);
  return performance.now() < FRESH_MS ? answer : undefined;
}

/** What decides whether anything may be read yet. */
interface Standing {
  readonly mustChangePassword: boolean;
  readonly mustSetUpCode?: boolean;
}

class TakenOver extends Error {}

/** @throws TakenOver when the application was there before and asks for itself */
function send(url: string): Promise<Response> {
  if (taken.has(url)) throw new TakenOver(url);
  const answer = fetch(url, {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    // Read to its end at once: an answer that nobody takes would hold one of six connections.
  }).then(async (response) => new Response(await response.blob(), response));
  asked.set(url, answer);
  return answer;
}

/** Null where it was refused. */
async function read<T>(url: string): Promise<T | null> {
  const copy = (await send(url)).clone();
  return copy.ok ? ((await copy.json()) as T) : null;
}

/** Asks for the session, the plans and, on the overview and the wall, its board, as far as they may be read. */
async function askEarly(path: string, search: URLSearchParams): Promise<void> {
  const session = await read<{ user: Standing | null }>('/api/session');
  if (session === null || session.user === null) return;
  if (session.user.mustChangePassword || session.user.mustSetUpCode === true) return;
  const plans = await read<{ items: readonly { id: string }[] }>('/api/plans');
  // Whether unapproved figures may be seen, the application knows.
  if ((path !== '/' && path !== '/present') || search.has('unapproved')) return;
  const wanted = search.get('plan');
  const plan = plans?.items.find(({ id }) => wanted === null || id === wanted);
  if (plan === undefined) return;
  const year = /^(19|20|21)\d\d$/.exec(search.get('year') ?? '')?.[0];
  const board = `/api/plans/${encodeURIComponent(plan.id)}/dashboard`;
  await send(year === undefined ? board : `${board}?year=${year}`);
}

/**
 * Begins to ask. What fails is told by whoever takes the answer.
 * @example void startEarly({ pathname: '/', search: '?year=2019' })
 */
export async function startEarly(address: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  await askEarly(address.pathname, new URLSearchParams(address.search)).catch(() => undefined);
}

const LOOK_MS = 10_000;

/**
 * A page of a wall whose scripts were cut off, because the server ended while they came, would say
 * that it is loading for ever: it begins again once the server is back. Nobody stands there to do it.
 */
function watchStart(): void {
  const timer = setInterval(() => {
    const waits = document.querySelector('#root > .startNotice') !== null;
    if (!waits) clearInterval(timer);
    if (!waits || document.readyState !== 'complete') return;
    fetch('/api/health').then(
      ({ ok }) => {
        if (ok) globalThis.location.reload();
      },
      () => undefined,
    );
  }, LOOK_MS);
}

if (typeof document !== 'undefined') {
  const { location } = globalThis;
  void startEarly(location);
  if (/^\/(pair|present)\b/.test(location.pathname)) watchStart();
}
