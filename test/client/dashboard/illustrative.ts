import type { Absence } from '../../../shared/readings.ts';

/** One made-up figure; `met` names the conditions of a milestone with their days. */
export interface Figure {
  year: number;
  value?: number;
  provisional?: boolean;
  absence?: Absence;
  met?: Record<string, string>;
}

/** The figures of 2016, 2017, …; null: that year was not reported. */
const from2016 = (...values: (number | null)[]): Figure[] =>
  values.flatMap((value, index) => (value === null ? [] : [{ year: 2016 + index, value }]));

const levels = (...values: (number | null)[]): Figure[] => from2016(...values);

/** What an administrator would have settled: made up, like everything in this file. */
export const SETTINGS: Record<string, { baseline?: number; target?: Record<string, unknown> }> = {
  A1: { baseline: 30 },
  A2: { baseline: 44 },
  A5: { baseline: 60 },
  A8: { baseline: 0 },
  A9: { baseline: 0 },
  C1: { baseline: 82 },
  C2: { baseline: 0 },
  C3: { baseline: 0.5, target: { reductionPct: 16 } },
  C4: { baseline: 1200, target: { reductionPct: 10, path: 'linear' } },
  C5: { baseline: 800 },
};

/** Leads other than the science bureau: two of them make 牵头待定, none 无责任单位. */
export const LEADS: Record<string, string[]> = {
  A11: ['steb', 'finance'],
  A12: ['steb', 'finance'],
  C1: ['quality'],
  C2: ['quality'],
  C4: ['landPlanning'],
  C5: ['landPlanning'],
  C6: [],
};

/** Brings every status to 2019, and 0, absent and not applicable side by side. */
export const FIGURES: Record<string, Figure[]> = {
  A1: [...from2016(36, 42, 49), { year: 2019, value: 55, provisional: true }],
  A2: from2016(48, 52, 61, 66),
  A3: from2016(0, 1, 2, 3),
  A4: levels(0, 1, 2, 2),
  A5: from2016(63, 66, 69, 72),
  A6: from2016(0, 2, 3, 4),
  A7: [
    { year: 2016, met: { built: '2016-06-30', operating: '2016-09-30' } },
    {
      year: 2017,
      met: { built: '2016-06-30', operating: '2016-09-30', recognised: '2017-11-20' },
    },
    {
      year: 2018,
      met: { built: '2016-06-30', operating: '2016-09-30', recognised: '2017-11-20' },
    },
    {
      year: 2019,
      met: { built: '2016-06-30', operating: '2016-09-30', recognised: '2017-11-20' },
    },
  ],
  A8: from2016(2, 4, 6, 8),
  A9: from2016(3, 6, 9, 12),
  A10: [
    { year: 2016, met: { batch2016: '2016-10-20' } },
    { year: 2017, met: { batch2016: '2016-10-20', batch2017: '2017-09-18' } },
    {
      year: 2018,
      met: { batch2016: '2016-10-20', batch2017: '2017-09-18', batch2018: '2018-10-11' },
    },
    {
      year: 2019,
      met: {
        batch2016: '2016-10-20',
        batch2017: '2017-09-18',
        batch2018: '2018-10-11',
        batch2019: '2019-09-27',
      },
    },
  ],
  A11: [2017, 2018, 2019].map((year) => ({ year, met: { biomedicine: '2017-12-05' } })),
  A12: levels(0, 1, 1, 1),
  A13: from2016(1, 1, 1, 1),
  A14: from2016(0, 0, 0, 0),
  B1: from2016(0, 0, 1, 1),
  B2: [2018, 2019].map((year) => ({ year, met: { built: '2018-11-30' } })),
  B3: from2016(0, 1, 1, 1),
  B4: levels(1),
  B5: [{ year: 2019, absence: 'notApplicable' }],
  B6: from2016(1, 2, 2, 3),
  C1: [
    ...from2016(82.4, 83.1),
    { year: 2018, absence: 'unavailable' },
    { year: 2019, value: 84.2 },
  ],
  C2: from2016(0, 1, 2, 2),
  C3: from2016(0.485, 0.47, 0.452, 0.44),
  C4: from2016(1170, 1150, 1128, 1100),
  C5: from2016(790, 780, 775, 768),
  C6: levels(1, 1, 2, 2),
};

/** Handed in and not approved yet. */
export const UNAPPROVED: Record<string, Figure[]> = {
  B4: [{ year: 2019, value: 2 }],
  A8: [{ year: 2020, value: 13 }],
};
