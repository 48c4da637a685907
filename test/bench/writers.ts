import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends JSON over a connection that stays open. */
export function send(
  agent: Agent,
  method: string,
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const payload = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(payload),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** One that writes again and again, each time waiting for the answer. */
export type Writer = (agent: Agent) => Promise<void>;

/** Lets writers work side by side for some seconds. @returns writes a second, all together */
export async function writeFor(seconds: number, writers: readonly Writer[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: writers.length });
  const from = performance.now();
  const until = from + seconds * 1000;
  let writes = 0;
  await Promise.all(
    writers.map(async (write) => {
      while (performance.now() < until) {
        await write(agent);
        writes += 1;
      }
    }),
  );
  const taken = (performance.now() - from) / 1000;
  agent.destroy();
  return writes / taken;
}
