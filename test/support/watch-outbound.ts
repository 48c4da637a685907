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
  const real = dns[name] as (...words: unknown[]) => unknown;
  Object.assign(dns, {
    [name]: (...words: unknown[]) => {
      // A server asks for the name that it listens on, which is an address already.
      if (words[0] !== '127.0.0.1') tell(`the name ${String(words[0])}`);
      return real.apply(dns, words);
    },
  });
}
const send = dgram.Socket.prototype.send as (...words: unknown[]) => void;
Object.assign(dgram.Socket.prototype, {
  send(this: dgram.Socket, ...words: unknown[]) {
    tell('a datagram');
    send.apply(this, words);
  },
});
