import { expect, it } from 'vitest';
import { showsOther } from '../../../client/presentation/newer.ts';
import type { Dashboard } from '../../../shared/dashboard.ts';

const board = (revision: number, sealedAt: string | null = null): Dashboard => ({
  plan: {
    id: 'p',
    titleZh: '',
    titleEn: '',
    shortTitleZh: '',
    shortTitleEn: '',
    baselineYear: 2015,
    startYear: 2016,
    endYear: 2020,
    defaultYear: 2018,
    illustrative: false,
  },
  year: 2018,
  known: 'now',
  sealedAt,
  revision,
  themes: [],
  departments: [],
  indicators: [],
});
const SEALED = '2019-03-01T00:00:00.000Z';

it.each([
  [board(7), board(7), false, 'the same'],
  [board(8), board(7), false, 'only something that no wall shows: handed in, sent back'],
  [board(8, SEALED), board(7), true, 'something that everybody sees'],
])('newer figures wait where there are any (%#)', (latest, shown, newer) => {
  expect(showsOther(latest, shown)).toBe(newer);
});
