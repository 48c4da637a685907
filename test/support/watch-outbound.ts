import { subscribe } from 'node:diagnostics_channel';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';

/**
 * Preloaded into a server (`--import`): says on standard error whatever the process would send or ask
 * beyond its own listening socket, before it does.
 */
const tell = (what: string): void => void writeSync(2, `outbound: ${what}\n`);

subscribe('net.client.socket', () => tell('a connection'));
subscribe('undici:request:create', () => tell('a request'));
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
  watch(dns, name, (host) => {
    // A server asks for the name that it listens on, which is an address already.
    if (host !== '127.0.0.1') tell(`the name ${String(host)}`);
  });
}
watch(dgram.Socket.prototype, 'send', () => tell('a datagram'));

/** Says what is called, and lets it happen. */
function watch(of: object, name: string, say: (first: unknown) => void): void {
  const real = Reflect.get(of, name) as (...words: unknown[]) => unknown;
  Object.assign(of, {
    [name](this: unknown, ...words: unknown[]) {
      say(words[0]);
      return real.apply(this, words);
    },
  });
}
