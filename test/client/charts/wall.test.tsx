import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CountYears } from '../../../client/charts/CountYears.tsx';
import { DutyBars, type DutyRow } from '../../../client/charts/DutyBars.tsx';
import { HeatMatrix, LateMark } from '../../../client/charts/HeatMatrix.tsx';
import { heatMatrixLayout, type HeatMatrixModel } from '../../../client/charts/heatMatrixLayout.ts';
import {
  barTop,
  type Multiple,
  multiplesLayout,
  shareAt,
} from '../../../client/charts/multiplesLayout.ts';
import { SmallMultiples } from '../../../client/charts/SmallMultiples.tsx';
import { StatusBars } from '../../../client/charts/StatusBars.tsx';

const FONT = 30;
const BOX = { title: '图', width: 1600, height: 600, font: FONT };

const LEGEND = [{ id: 'late', mark: <LateMark />, label: '逾期完成', detail: '' }];

/** Every size of letter in a drawing. */
const sizes = (markup: string): number[] =>
  [...markup.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));

describe('a heat matrix', () => {
  const column = (id: string, late = false) => ({
    id,
    label: id,
    cells: [
      { status: 'missed', late: false },
      { status: 'missed', late },
    ] as const,
  });
  const model: HeatMatrixModel = {
    years: [2018, 2019],
    groups: [
      { id: 'a', name: 'A 智能制造', columns: ['1', '2', '3'].map((id) => column(id)) },
      { id: 'b', name: 'B', columns: [column('4', true)] },
    ],
  };

  it('gives every indicator a column of its own, and sets the themes apart', () => {
    const { groups, cell, rows } = heatMatrixLayout(model, 1600, 600, FONT);
    const xs = groups.flatMap(({ columns }) => columns);
    for (let at = 1; at < xs.length; at += 1) {
      expect((xs[at] ?? 0) - (xs[at - 1] ?? 0)).toBeGreaterThan(cell.width);
    }
    expect((xs[3] ?? 0) - (xs[2] ?? 0)).toBeGreaterThan((xs[1] ?? 0) - (xs[0] ?? 0) + FONT);
    expect(rows.map(({ year }) => year)).toEqual([2018, 2019]);
  });

  it('draws what came late on the ground of what was missed: never as if in time', () => {
    const markup = renderToStaticMarkup(<HeatMatrix model={model} legend={LEGEND} {...BOX} />);
    expect(markup.match(/var\(--cell-missed\)/g)).toHaveLength(9);
    expect(markup).toContain('逾期完成');
    expect(Math.min(...sizes(markup))).toBe(FONT);
  });
});

describe('small multiples', () => {
  const multiple = (id: string, ...shares: (number | null)[]): Multiple => ({
    id,
    name: id,
    figure: '1',
    goal: '目标 1',
    status: 'onTrack',
    points: shares.map((share, index) => ({ year: 2016 + index, share })),
    ceiling: false,
    instead: '',
  });
  const model = {
    years: [2016, 2017, 2018],
    multiples: [multiple('a', 0.2, 0.4), multiple('b', 0, null, 1.3), multiple('c', 4)],
  };

  it('stand on one scale, however different what they measure', () => {
    const { most, tiles } = multiplesLayout(model, 1600, 600, FONT);
    const lines = tiles.map(({ plot }) => shareAt(1, most, plot.y1, plot.y2));
    expect(new Set(lines).size).toBe(1);
    expect(most).toBe(1.6);
  });

  it.each([
    [0.9999, 54, 'what misses the target by a little does not touch its line'],
    [1, 50, 'what meets it does'],
    [1.0001, 46, 'what is beyond it by a little is seen beyond'],
    [0.5, 100, 'what is far from it stands where it is'],
  ])('a bar of %f ends at %i: %s', (share, top) => {
    expect(barTop(share, 1.5, 0, 150, 4)).toBeCloseTo(top, 6);
  });

  it('draw zero as a figure, a missing year as nothing, and say what is beyond the chart', () => {
    const markup = renderToStaticMarkup(<SmallMultiples model={model} {...BOX} />);
    const bars = markup.match(/<rect[^>]*fill="var\(--chart-actual\)"/g);
    expect(bars).toHaveLength(5);
    expect(markup.match(/<path[^>]*fill="var\(--chart-actual\)"/g)).toHaveLength(1);
  });
});

describe('duties by department', () => {
  const row = (id: string, ...squares: ('done' | 'owed' | 'overdue')[]): DutyRow => ({
    id,
    name: id,
    short: id,
    groups: [{ id: 'figures', squares, count: `${squares.length}` }],
  });

  it('keep the order they are given in, and show what is owed as empty', () => {
    const rows = [row('甲', 'owed'), row('乙', 'done', 'done'), row('丙', 'overdue')];
    const markup = renderToStaticMarkup(
      <DutyBars heads={['数据']} rows={rows} legend={[]} {...BOX} />,
    );
    const names = [...markup.matchAll(/>([甲乙丙])</g)].map(([, name]) => name);
    expect(names).toEqual(['甲', '乙', '丙']);
    expect(markup.match(/<rect[^>]*fill="var\(--chart-actual\)"/g)).toHaveLength(2);
    expect(markup.match(/<rect[^>]*fill="var\(--surface\)"/g)).toHaveLength(2);
    expect(markup.match(/<path/g)).toHaveLength(1);
  });
});

describe('a count by years', () => {
  it('fills what is there, dashes what is still to come, and has three dots where a count is missing', () => {
    const markup = renderToStaticMarkup(
      <CountYears
        years={[
          { year: 2017, value: null, toCome: false, plan: null, mark: '' },
          { year: 2018, value: 2, toCome: false, plan: 1, mark: '快报' },
          { year: 2019, value: null, toCome: true, plan: 3, mark: '' },
        ]}
        lower={3}
        upper={5}
        reportYear={2018}
        deadline={2020}
        labels={{ target: '目标 3–5个', plan: '当年计划' }}
        unit="个"
        dueMarks={[
          { key: 'a', at: 2017.5, standing: 'late', label: '2018年7月' },
          { key: 'b', at: 2018, standing: 'settled', label: '2018年底' },
        ]}
        {...BOX}
      />,
    );
    expect(markup.match(/<circle[^>]*fill="var\(--chart-actual\)"/g)).toHaveLength(2);
    expect(markup.match(/<circle[^>]*fill="var\(--surface\)"/g)).toHaveLength(16);
    expect(markup).toContain('2个 快报');
    // Both in the line of 2018, beside each other.
    const due = [...markup.matchAll(/data-due="\w+" d="M([\d.]+) ([\d.]+)/g)];
    expect(due).toHaveLength(2);
    expect(due[0]?.[2]).toBe(due[1]?.[2]);
    expect(due[0]?.[1]).not.toBe(due[1]?.[1]);
    expect(markup.match(/<g fill="var\(--ink-3\)">/g)).toHaveLength(1);
    expect(Math.min(...sizes(markup))).toBe(FONT);
  });
});

describe('statuses counted', () => {
  it('names the things in their squares where all of them have room, and in none otherwise', () => {
    const bar = (count: number) => ({
      status: 'onTrack' as const,
      label: '达到序时',
      count,
      names: Array.from({ length: count }, (_, index) => `A${index}`),
    });
    const few = renderToStaticMarkup(<StatusBars bars={[bar(3)]} {...BOX} />);
    expect(few).toContain('>A2<');
    const many = renderToStaticMarkup(<StatusBars bars={[bar(40)]} {...BOX} />);
    expect(many).not.toContain('>A2<');
    expect(many.match(/<rect/g)).toHaveLength(40);
  });
});
