import type { LightMyRequestResponse } from 'fastify';
import type { Method } from '../../shared/endpoint.ts';
import type { TestApp } from './app.ts';
import type { Signed } from './people.ts';

/** Operations that were tried by twenty at once. */
export const raced = new Set<string>();

/**
 * What somebody finds who comes second with a request that would have been taken: their session is
 * over, it is gone, done already, on another version, or names what is used up;
 * a password that was changed is wrong now, and five wrong ones are enough; where one document is made
 * and five wait, come again.
 */
const BEATEN = new Set([401, 404, 409, 412, 422, 429, 503]);

export interface Outcome {
  readonly answers: readonly LightMyRequestResponse[];
  /** The answer of the one that came first. */
  readonly first: LightMyRequestResponse;
  /** What went against the rule; empty: nothing. */
  readonly faults: readonly string[];
}

/**
 * Sends what twenty people, or twenty fingers, send at the same moment. By the rule that is one step:
 * one is taken, the others are told so, and one of the requests stands in the log as done.
 */
export async function sendTwenty(
  t: TestApp,
  send: (at: number) => Promise<LightMyRequestResponse>,
): Promise<Outcome> {
  const rows = t.database.connection;
  const before = rows.prepare('select coalesce(max(seq), 0) from audit_log').pluck().get();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => send(at)));
  const taken = answers.filter(({ statusCode }) => statusCode < 300);
  const strange = answers.filter(({ statusCode }) => statusCode >= 300 && !BEATEN.has(statusCode));
  const done = rows
    .prepare(
      `select distinct request_id, action from audit_log
       where seq > ? and outcome = 'ok' and address <> 'server'`,
    )
    .all(before) as { action: string }[];
  for (const { action } of done) raced.add(action);
  const [first = answers[0]] = taken;
  if (first === undefined) throw new Error('nobody answered');
  return {
    answers,
    first,
    faults: [
      ...(taken.length === 1 ? [] : [`${taken.length} were taken: ${answers[0]?.body}`]),
      ...new Set(strange.map(({ statusCode }) => String(statusCode))),
      ...(done.length === 1 ? [] : [`${done.length} are in the log as done`]),
    ],
  };
}

/**
 * Somebody whose every change is sent twenty times at once, in turn by all who are given; what comes
 * back is the answer of the one that was taken.
 * @throws Error unless that was one step
 */
export function byTwenty(t: TestApp, ...people: readonly [Signed, ...Signed[]]): Signed {
  const [one] = people;
  return {
    user: one.user,
    cookie: one.cookie,
    get: (url) => one.get(url),
    async send(method: Exclude<Method, 'GET'>, url, body, headers) {
      const { first, faults } = await sendTwenty(t, (at) =>
        (people[at % people.length] ?? one).send(method, url, body, headers),
      );
      if (faults.length > 0) throw new Error([`${method} ${url}`, ...faults].join('\n'));
      return first;
    },
  };
}
