import { type AcceptancesVerdict, verifyAcceptances } from './acceptance/verify.ts';
import { verifyChain } from './audit/verify.ts';
import type { Opened } from './db/open.ts';
import { Transactions } from './db/transaction.ts';
import { type ListsVerdict, verifyLists } from './lists/verify.ts';
import { type ReportsVerdict, verifyReports } from './measures/verify.ts';
import { type ReadingsVerdict, verifyReadings } from './readings/verify.ts';
import { type SealsVerdict, verifySeals } from './seals/verify.ts';

/** What a check found wrong first: a code for programs, a sentence in both languages for a terminal. */
export class Damage extends Error {
  readonly part: 'database' | 'audit' | 'readings' | 'lists' | 'seals' | 'acceptances';
  /** The row, the reading, the year or the words of SQLite that it is about. */
  readonly what: string;

  constructor(part: Damage['part'], what: string, sentence: string) {
    super(sentence);
    this.name = 'Damage';
    this.part = part;
    this.what = what;
  }
}

/**
 * Integrity of a database, of its audit chain, and of everything that the chain seals.
 * @throws Damage with the first thing that is not as it was written
 */
export async function verifyDatabase(database: Opened): Promise<void> {
  await verifyChainOf(database);
  await verifySealedOf(database);
}

/** Integrity and audit chain alone: what a database of an older schema has, too. @throws Damage */
export async function verifyChainOf({ connection, kysely }: Opened): Promise<void> {
  const found = connection.pragma('integrity_check(5)') as { integrity_check: string }[];
  if (found[0]?.integrity_check !== 'ok') {
    const what = found.map((row) => row.integrity_check).join('\n');
    throw new Damage('database', what, what);
  }
  const chain = await new Transactions(kysely).read(verifyChain);
  if (!chain.ok) {
    throw new Damage(
      'audit',
      String(chain.seq),
      `审计日志第 ${chain.seq} 条与其校验值不符。\n` +
        `Row ${chain.seq} of the audit log does not match its hash.`,
    );
  }
}

async function verifySealedOf({ kysely }: Opened): Promise<void> {
  const transactions = new Transactions(kysely);
  const readings = await transactions.read(verifyReadings);
  if (!readings.ok) throw damagedReading(readings);
  const lists = await transactions.read(verifyLists);
  if (!lists.ok) throw damagedList(lists);
  const reports = await transactions.read(verifyReports);
  if (!reports.ok) throw damagedReport(reports);
  const seals = await transactions.read(verifySeals);
  if (!seals.ok) throw damagedSeal(seals);
  const acceptances = await transactions.read(verifyAcceptances);
  if (!acceptances.ok) throw damagedAcceptance(acceptances);
}

function damagedReading({
  readingId,
  version,
}: Extract<ReadingsVerdict, { readonly ok: false }>): Damage {
  return new Damage(
    'readings',
    readingId,
    version === null
      ? `年度数据 ${readingId} 与其最新版本不符。\n` +
          `Reading ${readingId} does not stand as its newest revision says.`
      : `年度数据 ${readingId} 的第 ${version} 版与审计日志不符。\n` +
          `Version ${version} of reading ${readingId} does not match the audit log.`,
  );
}

function damagedList({ listId, version }: Extract<ListsVerdict, { readonly ok: false }>): Damage {
  return new Damage(
    'lists',
    listId,
    `名单 ${listId} 的第 ${version} 版与审计日志不符。\n` +
      `Version ${version} of list ${listId} does not match the audit log.`,
  );
}

function damagedReport({
  reportId,
  version,
}: Extract<ReportsVerdict, { readonly ok: false }>): Damage {
  return new Damage(
    'readings',
    reportId,
    `措施进展 ${reportId} 的第 ${version} 版与审计日志不符。\n` +
      `Version ${version} of the report ${reportId} does not match the audit log.`,
  );
}

function damagedSeal({
  planId,
  year,
  place,
  what,
}: Extract<SealsVerdict, { readonly ok: false }>): Damage {
  const where = what === null ? place : `${place} ${what}`;
  return new Damage(
    'seals',
    `${planId} ${year} ${where}`,
    `${planId} 的 ${year} 年封存包与封存时不符：${where}。\n` +
      `The sealed package of ${year} of ${planId} is not what was sealed: ${where}.`,
  );
}

function damagedAcceptance({
  planId,
  year,
  place,
}: Extract<AcceptancesVerdict, { readonly ok: false }>): Damage {
  return new Damage(
    'acceptances',
    `${planId} ${year} ${place}`,
    place === 'basis'
      ? `${planId} 的 ${year} 年验收考核所依据的数据与启动时不符。\n` +
          `The acceptance of ${year} of ${planId} judges by other figures than were fixed.`
      : `${planId} 的 ${year} 年验收考核结果与审定时不符。\n` +
          `The acceptance of ${year} of ${planId} is not what was concluded.`,
  );
}
