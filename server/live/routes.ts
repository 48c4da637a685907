import { listen } from '../../shared/live.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, serve } from '../http/serve.ts';
import { EventStream } from '../http/stream.ts';
import { LiveHub } from './hub.ts';

/** About 30 kB of memory each. */
const MOST_LINES = 2000;
const MOST_OF_ONE_SESSION = 300;
const LATER_S = 30;

/** The stream of changes. @returns the hub, for whoever asks who listens */
export function liveRoutes(host: Host, beatMs?: number): LiveHub {
  const hub = new LiveHub({
    transactions: host.transactions,
    stamp: host.stamp,
    ...(beatMs === undefined ? {} : { beatMs }),
    onFault: (error) => host.app.log.error({ err: error }, 'what changed could not be told'),
  });
  host.app.addHook('preClose', async () => hub.close());
  serve(
    host,
    listen,
    async ({ user }, { query }) => {
      if (user === null) throw new Problem('notSignedIn');
      const { sessionId } = user;
      if (hub.count() >= MOST_LINES) throw new Problem('busy', { retryAfter: LATER_S });
      if (hub.count(sessionId) >= MOST_OF_ONE_SESSION) {
        throw new Problem('tooManyRequests', { retryAfter: LATER_S });
      }
      return new EventStream((line, request) => {
        const heard = request.headers['last-event-id'] ?? query.since;
        const since = typeof heard === 'string' && /^\d{1,15}$/.test(heard) ? Number(heard) : null;
        const stands = () => host.stillStands(request);
        const stays = /\btext\/event-stream\b/i.test(request.headers.accept ?? '');
        hub.open({ line, sessionId, since, stands }, stays);
      });
    },
    { before: () => hub.look() },
  );
  return hub;
}
