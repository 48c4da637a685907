import { readFileSync } from 'node:fs';
import fastify from 'fastify';

/** `node bare-answer.ts FILE`: Fastify and nothing else, sending the bytes of a file as JSON. */
const [file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const app = fastify();
app.get('/', (_request, reply) => {
  void reply.type('application/json; charset=utf-8').send(bytes);
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
