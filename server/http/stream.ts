import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that goes on: server-sent events, written whenever there is something to say. */
export class EventStream {
  /** Takes the open line; from then on it is the taker's to write to, and to end. */
  readonly open: (line: ServerResponse, request: FastifyRequest) => void;
  constructor(open: (line: ServerResponse, request: FastifyRequest) => void) {
    this.open = open;
  }
}

export function sendStream(reply: FastifyReply, { open }: EventStream): FastifyReply {
  const { request, raw } = reply;
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  reply.hijack();
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A gateway that collects answers before it passes them on would keep the news to itself.
    'x-accel-buffering': 'no',
  });
  if (request.method === 'HEAD') raw.end();
  else open(raw, request);
  return reply;
}
