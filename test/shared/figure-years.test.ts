import { expect, test } from 'vitest';
import { asJudged } from '../../shared/figure-years.ts';

const own = (year: number, value: number) => ({ year, figureYear: null, value });
const carried = (year: number, figureYear: number, value: number) => ({ year, figureYear, value });

test.each<[string, Parameters<typeof asJudged>[0], string[]]>([
  ['an own figure stays in its year', [own(2018, 84)], ['2018 84']],
  ['a carried one is read in the year that it is about', [carried(2018, 2017, 83)], ['2017 83']],
  [
    'and gives way to what its own year reported, whichever came first',
    [carried(2018, 2017, 83), own(2017, 82)],
    ['2017 82'],
  ],
  [
    'of two reports that carry the same year, the later one is known better',
    [carried(2019, 2017, 83.5), carried(2018, 2017, 83)],
    ['2017 83.5'],
  ],
  [
    'a report that carries an older year leaves its own year open',
    [own(2016, 81), carried(2018, 2017, 83), own(2019, 85)],
    ['2016 81', '2017 83', '2019 85'],
  ],
  ['nothing reported is nothing judged', [], []],
])('%s', (_why, reports, expected) => {
  const judged = asJudged(reports as ReturnType<typeof own>[]);
  expect(judged.map(({ year, value }) => `${year} ${value}`)).toEqual(expected);
});

test('what was given is left as it was', () => {
  const reports = [carried(2018, 2017, 83)];
  asJudged(reports);
  expect(reports).toEqual([carried(2018, 2017, 83)]);
});
