import { randomUUID } from 'node:crypto';
import {
  beginPairing,
  CODE_MINUTES,
  type Display,
  listDisplays,
  pairDisplay,
  unpairDisplay,
} from '../../shared/displays.ts';
import { Problem } from '../../shared/problems.ts';
import { type Host, serve } from '../http/serve.ts';
import { PairingDesk } from './pairing.ts';
import {
  insertDisplay,
  listDisplays as all,
  type StoredDisplay,
  unpairDisplay as unpair,
  wasPaired,
} from './store.ts';

/** What the room of accounts knows about the cookie of a machine. */
export interface DeviceCookie {
  readonly newToken: () => string;
  readonly hashToken: (token: string) => Buffer;
  readonly transportOf: (host: string) => {
    readonly cookie: string;
    readonly secure: boolean;
    readonly accepted: boolean;
  };
}

interface Surroundings {
  readonly device: DeviceCookie;
  /** Whether a machine's line to the events is open now. */
  readonly listens: (displayId: string) => boolean;
  /** Ends that line, should its machine no longer be paired once the change is committed. */
  readonly recheck: (displayId: string) => void;
}

/** Wall screens: paired by the security administrator, because what they carry is a session. */
export function displayRoutes(host: Host, { device, listens, recheck }: Surroundings): void {
  const desk = new PairingDesk();
  const shown = (stored: StoredDisplay): Display => ({ ...stored, listening: listens(stored.id) });

  serve(host, listDisplays, async ({ db }) => ({ items: (await all(db)).map(shown) }));

  serve(host, beginPairing, async (context) => {
    const { user, now, address, nothingDone, setCookie } = context;
    const { cookie, secure, accepted } = device.transportOf(context.host);
    if (!accepted) throw new Problem('insecureTransport');
    // Somebody's session must not be lost to a page that was opened by mistake.
    if (user !== null) throw new Problem('wrongState');
    const token = device.newToken();
    const waiting = desk.begin(device.hashToken(token), address, now);
    if (waiting === null) throw new Problem('busy', { retryAfter: 60 });
    setCookie(cookie, token, { secure, maxAge: CODE_MINUTES * 60 });
    nothingDone();
    return { code: waiting.code, expiresAt: waiting.expiresAt.toISOString() };
  });

  serve(host, pairDisplay, async ({ db, user, now, note }, { body }) => {
    if (user === null) throw new Problem('notSignedIn');
    const waiting = desk.find(body.code, now);
    if (waiting === null || (await wasPaired(db, waiting.tokenHash))) {
      throw Problem.fields({ pointer: '/code', code: 'unknownReference' });
    }
    const { tokenHash, address } = waiting;
    const pairedAt = now.toISOString();
    const stored = {
      id: randomUUID(),
      name: body.name,
      place: body.place ?? '',
      address,
      pairedAt,
    };
    await insertDisplay(db, { ...stored, tokenHash, pairedBy: user.userId });
    const { id, ...after } = stored;
    note({ target: { type: 'display', id }, after });
    return shown({ ...stored, pairedBy: user.name, seenAt: pairedAt });
  });

  serve(host, unpairDisplay, async ({ db, now, note }, { params: { displayId } }) => {
    const before = await unpair(db, displayId, now.toISOString());
    if (before === null) throw new Problem('notFound');
    note({ target: { type: 'display', id: displayId }, before });
    recheck(displayId);
    return undefined;
  });
}
