import { describe, expect, test } from 'vitest';
import { niceTicks, valueAxis } from '../../../client/charts/axis.ts';

describe('gridlines', () => {
  const cases: [string, number, number, boolean, number[]][] = [
    ['a share', 0, 60.8, false, [0, 20, 40, 60, 80]],
    ['the target on the topmost line', 0, 100, false, [0, 25, 50, 75, 100]],
    ['a count has no half', 0, 1, true, [0, 1]],
    ['a small count', 0, 5, true, [0, 2, 4, 6]],
    ['tenths print as tenths', 0, 0.3, false, [0, 0.1, 0.2, 0.3]],
    ['below zero', -4, 16, false, [-10, 0, 10, 20]],
  ];
  test.each(cases)('%s', (_, low, high, whole, expected) => {
    expect(niceTicks(low, high, whole)).toEqual(expected);
  });

  test('there are never more than five', () => {
    for (const high of [0.07, 1, 3, 7, 9.2, 13, 37, 61, 99, 101, 480, 123_456]) {
      expect(niceTicks(0, high, false).length).toBeLessThanOrEqual(5);
      expect(niceTicks(0, Math.ceil(high), true).length).toBeLessThanOrEqual(5);
    }
  });
});

describe('the value axis', () => {
  test('starts at zero for a share, however high its figures are', () => {
    expect(valueAxis([79, 83, 85], 'zero', false)).toMatchObject({ low: 0, broken: false });
  });

  test('of an index may start elsewhere, and then says that it is broken', () => {
    const axis = valueAxis([80.1, 83.62, 85], 'free', false);
    expect(axis.low).toBeGreaterThan(70);
    expect(axis.low).toBeLessThan(80.1);
    expect(axis.broken).toBe(true);
  });

  test('of figures that are all zero still has a height', () => {
    const axis = valueAxis([0, 0], 'zero', true);
    expect(axis.high).toBeGreaterThan(axis.low);
  });

  test('without any figure still has a height', () => {
    const axis = valueAxis([], 'free', false);
    expect(axis.high).toBeGreaterThan(axis.low);
  });

  test('keeps zero inside when a figure is negative', () => {
    const axis = valueAxis([-3, 12], 'zero', false);
    expect(axis.ticks).toContain(0);
    expect(axis.low).toBeLessThanOrEqual(-3);
  });

  test('takes given levels as they are', () => {
    expect(valueAxis([1, 2], 'zero', true, [0, 1, 2, 3])).toMatchObject({ low: 0, high: 3 });
  });
});
