import { setImmediate as turn } from 'node:timers/promises';
import type { Reader, Transactions } from '../db/transaction.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import { listLinks, type StoredLink } from './store.ts';

/** A few milliseconds of work. */
const AT_A_TIME = 200;

export type ChainVerdict =
  | { readonly ok: true; readonly rows: number }
  /** The first row that is missing, or not what was written. */
  | { readonly ok: false; readonly seq: number };

/**
 * Walks the whole audit log: sequence without a gap, every row with the hash of its columns and of
 * the row before. Rows cut off at the end leave a whole chain; a backup's row count shows those.
 * @example await verifyChain(db) // { ok: true, rows: 1204 }
 */
export function verifyChain(db: Reader): Promise<ChainVerdict> {
  return walk((after) => listLinks(db, after, AT_A_TIME));
}

/**
 * The same between the requests of others: each step reads for itself, and then whoever waits is
 * answered. Rows are only ever added, so that this is one walk all the same.
 */
export function verifyChainAside(transactions: Transactions): Promise<ChainVerdict> {
  return walk(async (after) => {
    await turn();
    return transactions.read((db) => listLinks(db, after, AT_A_TIME));
  });
}

async function walk(linksAfter: (seq: number) => Promise<StoredLink[]>): Promise<ChainVerdict> {
  let seq = 0;
  let previous = CHAIN_START;
  for (;;) {
    const links = await linksAfter(seq);
    for (const link of links) {
      seq += 1;
      const { previousHash, hash, ...row } = link;
      const whole =
        row.seq === seq && previousHash === previous && hash === chainHash(previous, row);
      if (!whole) return { ok: false, seq };
      previous = hash;
    }
    if (links.length < AT_A_TIME) return { ok: true, rows: seq };
  }
}
