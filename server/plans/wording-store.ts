import type { Indicator } from '../../shared/plans.ts';
import type { Reader } from '../db/transaction.ts';

/** What the document says of an indicator, as whoever reports on it must know it. */
export interface Wording {
  readonly ratio: Indicator['ratio'];
  /** Verbatim. */
  readonly quote: string;
  readonly ambiguities: Indicator['ambiguities'];
}

/** The wording of every indicator of a plan, by indicator, in a fixed number of queries. */
export async function wordingsOf(db: Reader, planId: string): Promise<Map<string, Wording>> {
  const indicators = await db
    .selectFrom('indicators')
    .select(['id', 'numeratorId', 'denominatorId', 'multiplier', 'quote'])
    .where('planId', '=', planId)
    .execute();
  const parts = await db
    .selectFrom('components')
    .select(['id', 'nameZh', 'nameEn', 'unitZh'])
    .where('planId', '=', planId)
    .execute();
  const open = await db
    .selectFrom('indicatorAmbiguities as a')
    .innerJoin('indicators as i', 'i.id', 'a.indicatorId')
    .select(['a.indicatorId', 'a.textZh', 'a.textEn'])
    .where('i.planId', '=', planId)
    .orderBy('a.position')
    .execute();
  return new Map(
    indicators.map(({ id, numeratorId, denominatorId, multiplier, quote }) => {
      const numerator = parts.find((part) => part.id === numeratorId);
      const denominator = parts.find((part) => part.id === denominatorId);
      const whole = numerator !== undefined && denominator !== undefined && multiplier !== null;
      return [
        id,
        {
          ratio: whole ? { numerator, denominator, multiplier } : null,
          quote,
          ambiguities: open
            .filter(({ indicatorId }) => indicatorId === id)
            .map(({ textZh, textEn }) => ({ textZh, textEn })),
        },
      ];
    }),
  );
}
