import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { bounded, type Figure, information } from '../bench/figures.ts';
import { demoFolder } from '../bench/folders.ts';
import { startProduct } from '../bench/processes.ts';
import { signIn } from '../bench/session.ts';

const SOCKETS = 500;
const LONGEST_S = 75;

/** What a slow client begins with; it then sends a byte a second, or nothing at all. */
const MANNERS: readonly (readonly [start: string, drip: string | null])[] = [
  ['GET /api/session HTTP/1.1\r\nHost: x\r\nX-A: ', 'a'],
  [
    'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{',
    ' ',
  ],
  ['', null],
];

/** Five hundred clients that never come to an end, beside one that is honest. */
export async function slow(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'leader');
  const port = Number(new URL(product.origin).port);
  const began = performance.now();
  const open = new Set<Socket>();
  let longest = 0;
  for (let nth = 0; nth < SOCKETS; nth += 1) {
    const [start, drip] = MANNERS[nth % MANNERS.length] ?? ['', null];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      // They do not hang up either when they are told to go.
      socket.write(start);
    });
    open.add(socket);
    let toldToGo = false;
    const dripping = setInterval(() => {
      // Whether the server has let go shows only to those who send.
      const next = drip ?? (toldToGo ? 'x' : null);
      if (next !== null && socket.writable) socket.write(next);
    }, 1000);
    socket.on('end', () => {
      toldToGo = true;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      open.delete(socket);
      longest = Math.max(longest, performance.now() - began);
    });
    socket.resume();
  }
  const times: number[] = [];
  let wrong = 0;
  while (open.size > 0 && performance.now() - began < (LONGEST_S + 15) * 1000) {
    const from = performance.now();
    const answer = await fetch(`${product.origin}/api/plans/qetdz-2016/dashboard?year=2019`, {
      headers: { cookie },
    });
    await answer.arrayBuffer();
    times.push(performance.now() - from);
    if (answer.status >= 500) wrong += 1;
    await wait(100);
  }
  const left = open.size;
  for (const socket of open) socket.destroy();
  await product.stop();
  times.sort((a, b) => a - b);
  return [
    information(`${SOCKETS} clients that send a byte a second, or nothing`, `${left} still there`),
    bounded('the last of them let go after', left > 0 ? Infinity : longest / 1000, 's', [
      '≤',
      LONGEST_S,
    ]),
    bounded(
      'an honest client meanwhile, p95',
      (times[Math.floor(times.length * 0.95)] ?? Infinity) / 1000,
      's',
      ['≤', 1],
    ),
    bounded('its answers that were 5xx', wrong, '', ['≤', 0]),
  ];
}
