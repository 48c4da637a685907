import Database from 'better-sqlite3';
import fastify from 'fastify';

/** `node bare-insert.ts FILE`: Fastify and one durable insert, without anything around it. */
const [file = ''] = process.argv.slice(2);
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table writes (id integer primary key, who integer not null, value real)');
const insert = database.prepare<[number, number]>('insert into writes (who, value) values (?, ?)');
const app = fastify();
app.post<{ Body: { who: number; value: number } }>('/', ({ body }, reply) => {
  const { lastInsertRowid } = insert.run(body.who, body.value);
  void reply.send({ id: Number(lastInsertRowid) });
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
