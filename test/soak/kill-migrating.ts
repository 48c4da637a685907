import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';

/**
 * `node --import ./test/soak/kill-migrating.ts server/main.ts`: the product, killed (SIGKILL) so many
 * milliseconds after its migration has begun as `SOAK_KILL_AFTER` says, in whatever SQLite is doing
 * then; without one, the milliseconds that the migration takes go into the file `SOAK_TOOK`. The
 * migration holds the only thread that there is, so that another one has to watch the time.
 */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const view = new Int32Array(workerData.shared);
  Atomics.store(view, 0, 1);
  Atomics.notify(view, 0);
  Atomics.wait(view, 1, 0, workerData.after);
  process.kill(process.pid, 'SIGKILL');
`;

const { SOAK_KILL_AFTER: killAfter, SOAK_TOOK: took } = process.env;
const execute: Database.Database['exec'] = Reflect.get(Database.prototype, 'exec');
let began = 0;

Database.prototype.exec = function exec(sql: string) {
  if (sql === 'begin immediate') {
    if (killAfter !== undefined) watch(Number(killAfter));
    began = performance.now();
  }
  const said = execute.call(this, sql);
  if (sql === 'commit' && took !== undefined) {
    writeFileSync(took, String(performance.now() - began));
  }
  return said;
};

function watch(after: number): void {
  const shared = new SharedArrayBuffer(8);
  new Worker(WATCH, { eval: true, workerData: { shared, after } }).unref();
  Atomics.wait(new Int32Array(shared), 0, 0);
}
