import { describe, expect, test } from 'vitest';
import { cheapest, crosses, pushApart } from '../../../client/charts/placement.ts';

const AREA = { x1: 0, y1: 0, x2: 100, y2: 100 };
const at = (x: number, y: number) => ({ box: { x1: x, y1: y, x2: x + 20, y2: y + 10 } });

describe('a place for a label', () => {
  test('is the preferred one when it is free', () => {
    const first = at(10, 10);
    expect(cheapest([first, at(50, 50)], { boxes: [], lines: [], area: AREA })).toBe(first);
  });

  test('is the other one when a text is in the way', () => {
    const second = at(50, 50);
    const boxes = [{ x1: 15, y1: 12, x2: 30, y2: 20 }];
    expect(cheapest([at(10, 10), second], { boxes, lines: [], area: AREA })).toBe(second);
  });

  test('is never outside the chart while one inside is left, even on a line', () => {
    const inside = at(10, 10);
    const lines = [
      [
        { x: 0, y: 15 },
        { x: 100, y: 15 },
      ],
    ];
    expect(cheapest([at(90, 10), inside], { boxes: [], lines, area: AREA })).toBe(inside);
  });
});

test('a line crosses a box it passes through, not one it passes by', () => {
  const box = { x1: 4, y1: 4, x2: 6, y2: 6 };
  expect(crosses({ x: 0, y: 0 }, { x: 10, y: 10 }, box)).toBe(true);
  expect(crosses({ x: 0, y: 5 }, { x: 3, y: 5 }, box)).toBe(false);
  expect(crosses({ x: 0, y: 8 }, { x: 10, y: 8 }, box)).toBe(false);
});

describe('a line-end label beside another', () => {
  const cases: [string, number, number, number][] = [
    ['far enough: stays', 100, 160, 160],
    ['leans up: goes up', 100, 95, 80],
    ['leans down: goes down', 100, 104, 120],
    ['no room above: goes below', 10, 5, 30],
    ['no room below: goes above', 290, 295, 270],
  ];
  test.each(cases)('%s', (_, fixed, moving, expected) => {
    expect(pushApart(fixed, moving, 20, 0, 300)).toBe(expected);
  });
});
