import { describe, expect, it } from 'vitest';
import { changedFields } from '../../../client/dashboard/revisionChanges.ts';
import { speaker } from '../../../shared/figures.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import { BLANK } from '../../../shared/reading-rules.ts';

const none = { levels: new Map<number, string>(), conditions: new Map<string, string>() };
const say = (unit: string, decimals: number) =>
  speaker({ kind: 'atLeast', unit, decimals }, none, zhCN.explain.figures);

interface Case {
  readonly unit: string;
  readonly decimals: number;
  readonly before: { value: number; numerator?: number; denominator?: number };
  readonly after: { value: number; numerator?: number; denominator?: number };
  readonly said: readonly string[];
  readonly why: string;
}
const CASES: readonly Case[] = [
  {
    unit: '个',
    decimals: 0,
    before: { value: 2 },
    after: { value: 3 },
    said: ['2个 → 3个'],
    why: 'whole things in their unit',
  },
  {
    unit: '分',
    decimals: 2,
    before: { value: 84.1 },
    after: { value: 84.125 },
    said: ['84.10分 → 84.125分'],
    why: 'a typed figure keeps what was typed, and has the places of its indicator at least',
  },
  {
    unit: '%',
    decimals: 1,
    before: { value: 100 / 3, numerator: 1, denominator: 3 },
    after: { value: 200 / 3, numerator: 2, denominator: 3 },
    said: ['33.3% → 66.7%', '1 → 2'],
    why: 'a computed figure is rounded as everywhere; its parts are whole',
  },
  {
    unit: '%',
    decimals: 1,
    before: { value: 33.3333333, numerator: 1000, denominator: 3000 },
    after: { value: 33.34, numerator: 1000.2, denominator: 3000 },
    said: ['33.333333% → 33.34%', '1,000 → 1,000.2'],
    why: 'two figures that differ are not printed alike',
  },
];

describe('what a correction or a revision changed', () => {
  it.each(CASES)('$why', ({ unit, decimals, before, after, said }) => {
    const rows = changedFields(
      { ...BLANK, ...before, conditions: [] },
      { ...BLANK, ...after, conditions: [] },
      zhCN,
      say(unit, decimals),
    );
    expect(rows.map(({ from, to }) => `${from} → ${to}`)).toEqual(said);
  });
});
