import type { BoardReading } from './dashboard.ts';
import type { MilestoneFacts } from './engine-target.ts';
import { yearOf } from './reading-rules.ts';

type Report = Pick<BoardReading, 'year' | 'absence' | 'conditions'>;

/**
 * What approved reports say about the conditions of a milestone at the end of a year. Each condition
 * stands as the latest report up to that year that names it says; a report that names only others
 * does not take it back. `reportedThrough` is the latest of those years with a report that names
 * anything; a report of absence knows nothing and is not one.
 * @param reports approved ones, in any order
 * @example milestoneFacts([{ year: 2016, absence: null, conditions: [{ id: 'built', metOn:
 *   '2016-05-01', lostOn: null, documentNumber: null }] }], 2018)
 *   // { conditions: [{ id: 'built', metYear: 2016, lostYear: null }], reportedThrough: 2016 }
 */
export function milestoneFacts(reports: readonly Report[], asOf: number): MilestoneFacts {
  const known = reports
    .filter(({ year, absence, conditions }) => {
      return year <= asOf && absence === null && conditions.length > 0;
    })
    .sort((a, b) => a.year - b.year);
  const standing = new Map<string, MilestoneFacts['conditions'][number]>();
  for (const { conditions } of known) {
    for (const { id, metOn, lostOn } of conditions) {
      standing.set(id, {
        id,
        metYear: metOn === null ? null : yearOf(metOn),
        lostYear: lostOn === null ? null : yearOf(lostOn),
      });
    }
  }
  return { conditions: [...standing.values()], reportedThrough: known.at(-1)?.year ?? null };
}
