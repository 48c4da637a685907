import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../client/charts/placement.ts';
import {
  actualDots,
  actualSegments,
  missingYears,
  trajectoryFrame,
} from '../../../client/charts/trajectoryLayout.ts';
import type { TrajectoryModel } from '../../../client/charts/trajectoryModel.ts';
import { trajectoryRows } from '../../../client/charts/trajectoryRows.ts';
import { TrajectoryStatic } from '../../../client/charts/TrajectoryStatic.tsx';
import { trajectoryWords } from '../../../client/charts/trajectoryWords.ts';
import { SIZE, trajectory } from './models.ts';

function words(model: TrajectoryModel) {
  return trajectoryWords(model, trajectoryFrame(model, SIZE), SIZE);
}

function word(model: TrajectoryModel, role: string) {
  const found = words(model).find((each) => each.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
}

const draw = (model: TrajectoryModel): string =>
  renderToStaticMarkup(<TrajectoryStatic model={model} title="标题" desc="说明" />);

describe('the axis', () => {
  test.each([
    ['above every reading', 100, 'atLeast'],
    ['below every reading', 7, 'atMost'],
    ['below zero', -5, 'atMost'],
  ] as const)('a target %s is inside the domain', (_, value, op) => {
    const model = trajectory({ target: { year: 2020, value, upper: null, op }, forecast: [] });
    const { axis, plot, y } = trajectoryFrame(model, SIZE);
    expect(axis.low).toBeLessThanOrEqual(value);
    expect(axis.high).toBeGreaterThanOrEqual(value);
    expect(y(value)).toBeGreaterThanOrEqual(plot.y1);
    expect(y(value)).toBeLessThanOrEqual(plot.y2);
    expect(draw(model)).toContain(`data-target="${value}"`);
  });

  test.each(['free', 'zero'] as const)('a target is inside a %s axis too', (axis) => {
    const model = trajectory({
      axis,
      actual: [{ year: 2018, value: 80.1 }],
      plan: [],
      forecast: [],
      target: { year: 2020, value: 85, upper: null, op: 'atLeast' },
    });
    expect(trajectoryFrame(model, SIZE).axis.high).toBeGreaterThanOrEqual(85);
  });

  test('holds the whole scenario band, the upper bound and the standing limit', () => {
    const model = trajectory({
      target: { year: 2020, value: 3, upper: 70, op: 'atLeast' },
      forecast: [
        { year: 2018, value: 49, low: 49, high: 49 },
        { year: 2020, value: 60, low: -8, high: 91 },
      ],
      limit: 120,
    });
    const { axis } = trajectoryFrame(model, SIZE);
    expect(axis.low).toBeLessThanOrEqual(-8);
    expect(axis.high).toBeGreaterThanOrEqual(120);
  });

  test('that does not start at zero shows its break and says so', () => {
    const model = trajectory({
      axis: 'free',
      actual: [{ year: 2018, value: 83 }],
      plan: [],
      forecast: [],
      target: { year: 2020, value: 85, upper: null, op: 'atLeast' },
    });
    expect(draw(model)).toContain('纵轴未从0开始');
    expect(draw(trajectory())).not.toContain('纵轴未从0开始');
  });
});

describe('the actual line', () => {
  const holed = trajectory({
    actual: [
      { year: 2015, value: 30 },
      { year: 2016, value: null },
      { year: 2017, value: 42 },
      { year: 2018, value: 49 },
    ],
  });

  test('a missing year breaks the line and is marked, not interpolated', () => {
    const frame = trajectoryFrame(holed, SIZE);
    const pieces = actualSegments(actualDots(holed, frame));
    expect(pieces).toHaveLength(1);
    expect(pieces[0]?.from.x).toBe(frame.x(2017));
    expect(missingYears(holed)).toEqual([2016]);
    expect(draw(holed)).toContain('data-missing="2016"');
    expect(draw(holed)).not.toContain('data-year="2016"');
  });

  test('a year that nobody mentions is missing like one that says null', () => {
    const model = trajectory({
      actual: [
        { year: 2015, value: 30 },
        { year: 2018, value: 49 },
      ],
    });
    expect(missingYears(model)).toEqual([2016, 2017]);
  });

  test('a year after the report year is not missing, it has not been', () => {
    expect(missingYears(trajectory())).toEqual([]);
  });

  test('zero is a figure: a dot on the zero line, labelled 0', () => {
    const model = trajectory({
      actual: [
        { year: 2015, value: 0 },
        { year: 2016, value: 0 },
      ],
    });
    const frame = trajectoryFrame(model, SIZE);
    const [first] = actualDots(model, frame);
    expect(first?.y).toBe(frame.plot.y2);
    expect(words(model).filter((each) => each.text.startsWith('0'))).toHaveLength(2);
  });

  test('an estimate is dashed, a submitted figure is a hollow dot on a thin line', () => {
    const markup = draw(
      trajectory({
        actual: [
          { year: 2016, value: 36 },
          { year: 2017, value: 41, provisional: true, mark: '快报' },
          { year: 2018, value: 44, submittedOnly: true, mark: '待审' },
        ],
      }),
    );
    expect(markup).toMatch(/data-actual="provisional"[^>]*stroke-dasharray/);
    expect(markup).toMatch(/data-actual="submitted"/);
    expect(markup).toMatch(/<circle[^>]*fill="var\(--surface\)"[^>]*data-year="2018"/);
    expect(markup).toContain('快报');
    expect(markup).toContain('待审');
  });

  test('one single reading is drawn without a line', () => {
    const model = trajectory({ actual: [{ year: 2015, value: 30 }], forecast: [] });
    expect(draw(model)).not.toContain('data-actual');
    expect(draw(model)).toContain('data-year="2015"');
  });

  test('without any reading the target is still there', () => {
    const model = trajectory({ actual: [], plan: [], forecast: [] });
    expect(draw(model)).toContain('目标 ≥60%');
  });
});

describe('the words', () => {
  test('the forecast label is pushed off the target label', () => {
    const model = trajectory();
    expect(overlap(word(model, 'forecast').box, word(model, 'target').box)).toBe(0);
    expect(overlap(word(model, 'note').box, word(model, 'target').box)).toBe(0);
  });

  test('also when both say the same value, at the top and at the bottom of the axis', () => {
    for (const value of [100, 0.5]) {
      const model = trajectory({
        actual: [{ year: 2018, value: 50 }],
        plan: [],
        target: { year: 2020, value, upper: null, op: 'atLeast' },
        forecast: [
          { year: 2018, value: 50, low: null, high: null },
          { year: 2020, value, low: null, high: null },
        ],
      });
      expect(overlap(word(model, 'forecast').box, word(model, 'target').box)).toBe(0);
      expect(overlap(word(model, 'note').box, word(model, 'target').box)).toBe(0);
    }
  });

  test('a figure under the plan has its label below the dot, one above it above', () => {
    const above = trajectory();
    const frame = trajectoryFrame(above, SIZE);
    expect(word(above, 'latest').y).toBeLessThan(frame.y(49));
    const under = trajectory({
      actual: [
        { year: 2017, value: 31 },
        { year: 2018, value: 33 },
      ],
      forecast: [],
    });
    expect(word(under, 'latest').y).toBeGreaterThan(trajectoryFrame(under, SIZE).y(33));
  });

  test('no label leaves the plot downwards onto the years, even at zero under the plan', () => {
    const model = trajectory({
      actual: [0, 0, 0, 0].map((value, index) => ({ year: 2015 + index, value })),
      forecast: [],
    });
    const { plot } = trajectoryFrame(model, SIZE);
    for (const each of words(model)) expect(each.box.y2).toBeLessThanOrEqual(plot.y2 + 0.01);
  });

  test('no two words lie on each other', () => {
    const all = words(trajectory());
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) expect(overlap(one.box, other.box)).toBe(0);
    }
    expect(all.map((each) => each.role)).toContain('plan');
  });

  test('every word stays inside the picture', () => {
    for (const model of [
      trajectory(),
      trajectory({ target: { year: 2016, value: 60, upper: null, op: 'atLeast' } }),
    ]) {
      for (const each of words(model)) {
        expect(each.box.x1).toBeGreaterThanOrEqual(0);
        expect(each.box.x2).toBeLessThanOrEqual(SIZE.width);
      }
    }
  });

  test('the latest value carries the unit, a long unit is left to the subtitle', () => {
    expect(word(trajectory(), 'latest').text).toBe('49%');
    const long = trajectory();
    long.labels.unit = '台/万人';
    expect(word(long, 'latest').text).toBe('49');
  });

  test('none is smaller than 12 px', () => {
    const sizes = [...draw(trajectory()).matchAll(/font-size="([\d.]+)"/gi)].map(([, size]) =>
      Number(size),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});

describe('the drawing', () => {
  test('is an image with a name and a description', () => {
    expect(draw(trajectory())).toMatch(/^<svg[^>]*role="img"[^>]*aria-label="标题"/);
    expect(draw(trajectory())).toContain('<desc>说明</desc>');
  });

  test('takes every colour from the tokens', () => {
    expect(draw(trajectory())).not.toMatch(/#[0-9a-f]{3,8}\b|rgb/i);
  });

  test('a band is drawn only when the forecast has one', () => {
    const narrow = trajectory({
      forecast: [
        { year: 2018, value: 49, low: null, high: null },
        { year: 2020, value: 60.8, low: null, high: null },
      ],
    });
    expect(draw(trajectory())).toContain('<polygon');
    expect(draw(narrow)).not.toContain('<polygon');
  });

  test('a range is a solid line below, a dotted one above and a pale fill between', () => {
    const markup = draw(
      trajectory({ target: { year: 2020, value: 40, upper: 50, op: 'atLeast' } }),
    );
    expect(markup).toContain('var(--ok-band)');
    expect(markup).not.toContain('data-target');
  });
});

test('the rows hold every year, null where there is no figure', () => {
  const rows = trajectoryRows(trajectory());
  expect(rows).toHaveLength(6);
  expect(rows[4]).toEqual({ year: 2019, actual: null, plan: null, forecast: null, fan: null });
  expect(rows[5]).toEqual({ year: 2020, actual: null, plan: 60, forecast: 60.8, fan: [56, 65.4] });
});
