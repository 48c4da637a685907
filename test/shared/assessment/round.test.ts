import { expect, test } from 'vitest';
import {
  displayDecimals,
  displayPaceRatio,
  roundHalfAway,
} from '../../../shared/assessment/round.ts';

const rounded: [why: string, value: number, decimals: number, expected: number][] = [
  ['half goes away from zero', 2.5, 0, 3],
  ['below zero too', -2.5, 0, -3],
  ['binary noise does not lose a tie', 1.005, 2, 1.01],
  ['nor one that is a little below', 0.285, 2, 0.29],
  ['less than half stays', 85.0449, 1, 85],
  ['a negative number that rounds to zero is plain zero', -0.04, 1, 0],
  ['tens', 1249, -2, 1200],
  ['a number without places left stays itself', 1e300, 2, 1e300],
  ['nor is a half added where a double is whole', -8946178982.2, 6, -8946178982.2],
];

test.each(rounded)('rounding: %s', (_why, value, decimals, expected) => {
  expect(roundHalfAway(value, decimals)).toBe(expected);
});

const shown: [
  why: string,
  value: number,
  target: number,
  sign: 1 | -1,
  wanted: number,
  n: number,
][] = [
  ['met needs nothing', 80, 80, 1, 1, 1],
  ['far below needs nothing', 79.4, 80, 1, 1, 1],
  ['80.0 would look met', 79.96, 80, 1, 1, 2],
  ['80 and 80.0 would both look met', 79.96, 80, 1, 0, 2],
  ['a ceiling: 10.0 would look kept', 10.04, 10, -1, 1, 2],
  ['the target is read rounded as well: 60 against 60', 60.2, 60.4, 1, 0, 1],
  ['a pace of 94.96% is not 95.0%', 94.96, 95, 1, 1, 2],
];

test.each(shown)('decimals shown: %s', (_why, value, target, sign, wanted, expected) => {
  expect(displayDecimals(value, target, sign, wanted)).toBe(expected);
});

test('a pace ratio is drawn between −100% and 200%', () => {
  expect([-3, -1, 0.95, 2, 7.5].map(displayPaceRatio)).toEqual([-1, -1, 0.95, 2, 2]);
});
