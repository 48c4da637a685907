import type { RoundDates } from '../../shared/rounds.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/transaction.ts';

/** The round of one year of a plan; null: that year has none and is entered from paper. */
export async function findRound(
  db: Reader,
  planId: string,
  year: number,
): Promise<RoundDates | null> {
  const [row] = await datesOf(db, { planId, year });
  return row ?? null;
}

const datesOf = prepared((db: Reader, { planId, year }: { planId: string; year: number }) =>
  db
    .selectFrom('rounds')
    .select(['opensOn', 'closedAt', 'sealedAt'])
    .where('planId', '=', planId)
    .where('year', '=', year),
);
