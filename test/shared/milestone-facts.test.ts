import { expect, it, test } from 'vitest';
import { milestoneFacts } from '../../shared/milestone-facts.ts';

const condition = (id: string, metOn: string | null, lostOn: string | null = null) => ({
  id,
  metOn,
  lostOn,
  documentNumber: null,
});
const report = (year: number, ...conditions: ReturnType<typeof condition>[]) => ({
  year,
  absence: null,
  conditions,
});
const absent = (year: number) => ({ year, absence: 'unavailable' as const, conditions: [] });

const REPORTS = [
  report(2018, condition('built', '2016-05-01', '2018-03-01')),
  report(2016, condition('built', '2016-05-01'), condition('operating', null)),
  report(2017, condition('operating', '2017-02-01')),
  absent(2019),
  report(2020, condition('operating', null)),
];

test.each<[number, string, number | null, string]>([
  [2015, '', null, 'nothing reported is null, not a year'],
  [2016, 'built 2016–, operating never', 2016, 'as the first report says'],
  [2017, 'built 2016–, operating 2017–', 2017, 'a report of one condition leaves the other'],
  [2018, 'built 2016–2018, operating 2017–', 2018, 'lost in the year that is told'],
  [2019, 'built 2016–2018, operating 2017–', 2018, 'an absence is no report'],
  [2020, 'built 2016–2018, operating never', 2020, 'named without a day: taken back'],
])('at the end of %d: %s, reported through %s (%s)', (asOf, expected, through) => {
  const facts = milestoneFacts(REPORTS, asOf);
  const said = facts.conditions.map(({ id, metYear, lostYear }) =>
    metYear === null ? `${id} never` : `${id} ${metYear}–${lostYear ?? ''}`,
  );
  expect(said.toSorted().join(', ')).toBe(expected);
  expect(facts.reportedThrough).toBe(through);
});

it('a later report never changes an earlier year', () => {
  const later = [...REPORTS, report(2021, condition('built', '2021-01-01'))];
  for (const year of [2015, 2016, 2017, 2018, 2019, 2020]) {
    expect(milestoneFacts(later, year)).toEqual(milestoneFacts(REPORTS, year));
  }
});
