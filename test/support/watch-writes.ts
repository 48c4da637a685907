import { tracingChannel } from 'node:diagnostics_channel';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Operation, operationsOf } from './operations.ts';

/** Names the folder where a whole run gathers what it carried out (test/support/every-operation.ts). */
export const GATHERED = 'BIAOCHI_TEST_OPERATIONS';

/**
 * May leave no row, where nothing that is kept was changed: signing out without a session, a code for
 * a wall that nobody has used, the slide that is shown now, a sheet saved as it stood.
 */
const MAY_CHANGE_NOTHING = new Set(['signOut', 'beginPairing', 'setStage', 'saveTasks']);

interface Handled {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface Row {
  readonly at: string;
  readonly user_id: string | null;
  readonly username: string | null;
  readonly roles: string;
  readonly address: string;
  readonly action: string;
  readonly target_id: string | null;
  readonly outcome: string;
}

/**
 * Holds every change that a test makes through the front door to its row of the audit log: each
 * request that was accepted has one, and it says when, who, as what, from where and to what.
 * @returns stops watching, and says in a sentence each what was missing
 */
export function watchWrites(app: FastifyInstance, connection: Database.Database): () => string[] {
  const faults: string[] = [];
  const rows = connection.prepare<[string], Row>(
    'select * from audit_log where request_id = ? order by seq desc limit 1',
  );
  const { asyncEnd } = tracingChannel('fastify.request.handler');
  const look = (message: unknown): void => {
    const { request, reply } = message as Handled;
    if (request.server.server !== app.server || !connection.open) return;
    const operation: Partial<Operation> | undefined = request.routeOptions.schema;
    if (operation?.['x-recorded'] !== true || reply.statusCode >= 300) return;
    const { operationId: name = '' } = operation;
    gather(app, name);
    // The answer of the first one, once more: that one has the row.
    if (request.headers['idempotency-key'] !== undefined) return;
    const row = rows.get(request.id);
    if (row !== undefined) faults.push(...missingIn(row, operation));
    else if (!MAY_CHANGE_NOTHING.has(name)) faults.push(`${name} left no row`);
  };
  asyncEnd.subscribe(look);
  return () => {
    asyncEnd.unsubscribe(look);
    return [...new Set(faults)];
  };
}

function missingIn(row: Row, operation: Partial<Operation>): string[] {
  const { operationId: name = '', 'x-roles': admitted = [] } = operation;
  const said: readonly (readonly [boolean, string])[] = [
    [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(row.at), `at ${row.at}`],
    [row.action === name, `action ${row.action}`],
    [row.address !== '', 'no address'],
    [row.target_id !== null, 'no target'],
    [admitted.includes('public') || (row.user_id ?? row.username) !== null, 'nobody'],
    [admitted.includes('public') || row.roles !== '', 'no role'],
  ];
  return said.filter(([whole]) => !whole).map(([, fault]) => `${name}: ${fault}`);
}

const carriedOut = new Set<string>();

/** Writes down for the run that an operation was carried out, and once which of them there are. */
function gather(app: FastifyInstance, name: string): void {
  const { [GATHERED]: folder } = process.env;
  if (folder === undefined || carriedOut.has(name)) return;
  carriedOut.add(name);
  appendFileSync(join(folder, 'done'), `${name}\n`);
  const known = join(folder, 'known');
  if (existsSync(known)) return;
  const recorded = operationsOf(app).filter((one) => one['x-recorded']);
  writeFileSync(known, recorded.map(({ operationId }) => operationId).join('\n'));
}
