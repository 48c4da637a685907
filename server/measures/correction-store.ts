import type { ReportWords } from '../../shared/measure-rules.ts';
import type { AskedOfReport } from '../corrections/store.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { revisionsOf } from './revision-store.ts';

/** What a request to correct a report asks for: its words as they were then, and as they are to be. */
export interface AskedWords {
  readonly before: ReportWords;
  readonly after: ReportWords;
}

/** What a request asks for. @throws TypeError for one that is not whole, which the writer never makes */
export async function readAskedWords(
  db: Reader,
  { id, report, askedVersion }: AskedOfReport,
): Promise<AskedWords> {
  const revisions = await revisionsOf(db, report.id);
  const before = revisions.find(({ version }) => version === askedVersion);
  const after = await db
    .selectFrom('correctionWords')
    .select(['state', 'done', 'paidWan', 'problems', 'nextSteps', 'paper'])
    .where('correctionId', '=', id)
    .executeTakeFirst();
  if (before === undefined || after === undefined)
    throw new TypeError(`request ${id} is not whole`);
  const results = await db
    .selectFrom('correctionResults')
    .select(['name', 'amount', 'unit'])
    .where('correctionId', '=', id)
    .orderBy('position')
    .execute();
  return { before: wordsOf(before), after: { ...after, results } };
}

/** The words alone of what has them. */
export function wordsOf(words: ReportWords): ReportWords {
  const { state, done, results, paidWan, problems, nextSteps, paper } = words;
  return { state, done, results, paidWan, problems, nextSteps, paper };
}

export async function insertAskedWords(
  db: Writer,
  correctionId: string,
  { results, ...words }: ReportWords,
): Promise<void> {
  await db
    .insertInto('correctionWords')
    .values({ correctionId, ...words })
    .execute();
  if (results.length === 0) return;
  await db
    .insertInto('correctionResults')
    .values(results.map((result, position) => ({ correctionId, position, ...result })))
    .execute();
}
