import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './processes.ts';

export interface Load {
  /** Answers a second. */
  readonly rate: number;
  /** Of the time to an answer, in ms. */
  readonly p99: number;
}

interface Report {
  readonly requests: { readonly total: number };
  readonly latency: { readonly p99: number };
  readonly duration: number;
  readonly non2xx: number;
  readonly errors: number;
}

const AUTOCANNON = join(ROOT, 'node_modules/autocannon/autocannon.js');

/**
 * Asks for one address with 16 connections for some seconds, from a process of its own.
 * @throws Error when an answer was anything but a success
 */
export async function loadUp(url: string, cookie: string, seconds: number): Promise<Load> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [AUTOCANNON, '-c', '16', '-d', String(seconds), '--json', '-H', `cookie=${cookie}`, url],
    { maxBuffer: 1e8 },
  );
  const { requests, latency, duration, non2xx, errors } = JSON.parse(stdout) as Report;
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  return { rate: requests.total / duration, p99: latency.p99 };
}
