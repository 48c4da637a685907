import { describe, expect, it } from 'vitest';
import { isDue, type Nightly, tooMany } from '../../server/backup/retention.ts';

/** A backup at two in the morning in China, `days` before 10 January 2019 (a Thursday). */
const night = (days: number): Nightly => ({
  fileName: `${days}`,
  madeAt: new Date(Date.parse('2019-01-09T18:00:00Z') - days * 24 * 3_600_000),
});
const nights = (count: number) => Array.from({ length: count }, (_, days) => night(days));
const keptOf = (backups: readonly Nightly[]): number[] => {
  const gone = new Set(tooMany(backups));
  return backups
    .map(({ fileName }) => fileName)
    .filter((name) => !gone.has(name))
    .map(Number)
    .sort((a, b) => a - b);
};

describe('what is kept of the nightly backups', () => {
  it.each([
    { backups: nights(0), kept: [], why: 'there is none' },
    { backups: nights(7), kept: [0, 1, 2, 3, 4, 5, 6], why: 'a week of days' },
    {
      backups: nights(40),
      // Days 0–6; the Sundays of the weeks before (4, 11, 18, 25); the ends of December and November.
      kept: [0, 1, 2, 3, 4, 5, 6, 10, 11, 18, 25, 41 - 1].filter((day) => day < 40),
      why: 'weeks behind the days, and the last of each month',
    },
    {
      backups: [night(0), night(100), night(200), night(300)],
      kept: [0, 100, 200, 300],
      why: 'a machine that was off for months loses nothing',
    },
  ])('$why', ({ backups, kept }) => {
    expect(keptOf(backups)).toEqual(kept);
  });

  it('never is more than one of 7 days, 5 weeks and 12 months, and always holds the newest', () => {
    for (const count of [1, 8, 36, 400, 1200]) {
      const kept = keptOf(nights(count));
      expect(kept.length).toBeLessThanOrEqual(7 + 5 + 12);
      expect(kept[0]).toBe(0);
    }
    // Two years of nights: the oldest kept is eleven months back.
    expect(keptOf(nights(730)).at(-1)).toBeGreaterThan(300);
  });

  it('keeps the newest of a day, whatever order the folder lists them in', () => {
    const early = { fileName: '1', madeAt: new Date('2019-01-09T18:00:00Z') };
    const late = { fileName: '2', madeAt: new Date('2019-01-10T09:00:00Z') };
    expect(tooMany([early, late])).toEqual(['1']);
    expect(tooMany([late, early])).toEqual(['1']);
  });
});

describe('whether the nightly one is due', () => {
  const last = new Date('2019-01-08T18:05:00Z');
  it.each([
    { now: '2019-01-09T17:59:59Z', last, due: false, why: 'one second before two in China' },
    { now: '2019-01-09T18:00:00Z', last, due: true, why: 'two o’clock' },
    { now: '2019-01-10T09:00:00Z', last, due: true, why: 'the machine was off at two' },
    {
      now: '2019-01-10T09:00:00Z',
      last: new Date('2019-01-09T18:00:00Z'),
      due: false,
      why: 'made',
    },
    { now: '2019-01-10T09:00:00Z', last: null, due: true, why: 'the first day' },
    { now: '2019-01-07T18:30:00Z', last, due: true, why: 'the clock was set back two days' },
  ])('$why', ({ now, last: before, due }) => {
    expect(isDue(new Date(now), 2, before)).toBe(due);
  });
});
