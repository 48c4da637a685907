import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** The server hung up by itself. */
  readonly closed: boolean;
}

/** Sends bytes to a port as they are and waits until the server hangs up, or for a moment. */
export function sendRaw(port: number, bytes: string | Buffer, patience = 1500): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let finished = false;
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const finish = (closed: boolean) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('utf8');
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({ status, head, body: rest.join('\r\n\r\n'), closed });
    };
    const timer = setTimeout(() => finish(false), patience);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => finish(true));
    // The server may hang up while this side still writes.
    socket.on('error', () => undefined);
  });
}

/** Sends bytes in two halves, with something in between, and gives what the server says. */
export function sendSlowly(
  port: number,
  [first, second]: readonly [string, string],
  between: () => Promise<void>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(first);
      between().then(() => socket.write(second), reject);
    });
    socket.once('data', (chunk: Buffer) => {
      socket.destroy();
      resolve(chunk.toString('utf8'));
    });
    socket.on('error', reject);
  });
}

/** One message of a stream of events. */
export interface Heard {
  readonly id: number;
  readonly data: unknown;
}

/** Somebody who listens to a stream of events on a socket of their own. */
export interface Listening {
  readonly status: number;
  /** Status line and headers. */
  readonly head: string;
  /** Everything heard so far, in order. */
  readonly heard: readonly Heard[];
  /** The first message that fits, heard already or yet to come; waits as long as the test may take. */
  until(fits: (message: Heard) => boolean): Promise<Heard>;
  /** When these very signs have come, message or not. */
  said(part: string): Promise<void>;
  /** When the server has hung up. */
  readonly ended: Promise<void>;
  /** Stops reading: what is sent then waits with the server. */
  pause(): void;
  resume(): void;
  hangUp(): void;
}

/**
 * Listens to `/api/events` as a browser does.
 * @param cookie as a Cookie header carries it; '' for a stranger
 * @param since the last message heard; absent: none
 */
export function listenTo(port: number, cookie: string, since?: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const heard: Heard[] = [];
    const waiting = new Set<() => void>();
    let text = '';
    let started = false;
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `GET /api/events HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n` +
          'accept: text/event-stream\r\n' +
          `${since === undefined ? '' : `last-event-id: ${since}\r\n`}\r\n`,
      ),
    );
    const ended = new Promise<void>((gone) => socket.on('close', () => gone()));
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const messages = [...text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)];
      for (const [, id, data] of messages.slice(heard.length)) {
        heard.push({ id: Number(id), data: JSON.parse(data ?? '') as unknown });
      }
      for (const look of waiting) look();
      const [head = '', body] = text.split('\r\n\r\n');
      if (started || body === undefined) return;
      started = true;
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        heard,
        until: (fits) =>
          new Promise((found) => {
            const look = () => {
              const message = heard.find(fits);
              if (message === undefined) return;
              waiting.delete(look);
              found(message);
            };
            waiting.add(look);
            look();
          }),
        said: (part) =>
          new Promise((found) => {
            const look = () => {
              if (!text.includes(part)) return;
              waiting.delete(look);
              found();
            };
            waiting.add(look);
            look();
          }),
        ended,
        pause: () => void socket.pause(),
        resume: () => void socket.resume(),
        hangUp: () => void socket.destroy(),
      });
    });
  });
}
