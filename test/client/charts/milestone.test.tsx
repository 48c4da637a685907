import { textWidth } from '../../../client/charts/textWidth.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MilestoneLine, MilestoneRow } from '../../../client/charts/MilestoneLine.tsx';
import {
  besideTick,
  completedAt,
  milestoneLayout,
  stretch,
  type MilestoneModel,
  type MilestoneStep,
} from '../../../client/charts/milestoneLayout.ts';

const step = (change: Partial<MilestoneStep>): MilestoneStep => ({
  label: '建成',
  status: 'achieved',
  done: 2016.6,
  due: 2017,
  note: '2016年8月',
  ...change,
});

const model = (steps: MilestoneStep[]): MilestoneModel => ({
  from: 2015,
  to: 2020,
  now: 2019,
  deadline: 2017,
  status: 'achieved',
  steps,
});

describe('the stretch between deadline and fact', () => {
  const cases: [string, number | null, number | null, ReturnType<typeof stretch>][] = [
    ['before it was due: early', 2016.5, 2017, { from: 2016.5, to: 2017, kind: 'early' }],
    ['after it was due: late', 2018.5, 2017, { from: 2017, to: 2018.5, kind: 'late' }],
    [
      'not at all, and past: overdue up to now',
      null,
      2017,
      { from: 2017, to: 2019, kind: 'overdue' },
    ],
    ['not yet due: none', null, 2021, null],
    ['due at this very moment is not overdue', null, 2019, null],
    ['no date to compare with: none', 2016.5, null, null],
  ];
  test.each(cases)('%s', (_, done, due, expected) => {
    expect(stretch(done, due, 2019)).toEqual(expected);
  });
});

test('a milestone is reached with its last step, not before', () => {
  expect(completedAt([step({}), step({ done: 2016.9 })])).toBe(2016.9);
  expect(completedAt([step({}), step({ done: null })])).toBeNull();
  expect(completedAt([])).toBeNull();
});

test('a glyph never covers the tick of its date and keeps its side of it', () => {
  expect(besideTick(98, 100, 9)).toBe(91);
  expect(besideTick(103, 100, 9)).toBe(109);
  expect(besideTick(50, 100, 9)).toBe(50);
  expect(besideTick(50, null, 9)).toBe(50);
});

describe('the wide chart', () => {
  test('marks the days on which something is due, as far as its axis goes', () => {
    const markup = renderToStaticMarkup(
      <MilestoneLine
        {...model([step({})])}
        labels={{ deadline: '期限', now: '统计截止' }}
        dueMarks={[
          { key: 'a', at: 2018, standing: 'open', label: '2018年底' },
          { key: 'b', at: 2018.5, standing: 'settled', label: '2019年中' },
          { key: 'c', at: 2025.2, standing: 'late', label: '2026年' },
        ]}
      />,
    );
    // The end of 2018 is where 2019 begins, which is also where what is known ends.
    const { nowX } = milestoneLayout(model([step({})]), 760, 13);
    expect(markup.match(/data-due="\w+"/g)).toEqual(['data-due="open"', 'data-due="settled"']);
    expect(markup).toContain(`data-due="open" d="M${nowX} `);
  });

  test('gives every step a lane of its own', () => {
    const steps = ['立项', '建成', '运营', '认定'].map((label) => step({ label }));
    const { lanes } = milestoneLayout(model(steps), 760, 13);
    expect(new Set(lanes.map((lane) => lane.y)).size).toBe(4);
  });

  test.each([
    ['Recognised at municipal level or above', 'words'],
    ['国家级、省级和市级以上企业技术中心认定通过', 'characters'],
  ])('breaks a long name between its %2$s and cuts nothing off: %1$s', (label) => {
    const { lanes, left } = milestoneLayout(model([step({ label }), step({})]), 760, 13);
    const [long, short] = lanes;
    expect(long?.name.length).toBeGreaterThan(1);
    expect(long?.name.join(' ').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''));
    for (const line of long?.name ?? []) expect(textWidth(line, 13)).toBeLessThan(left - 13);
    expect((short?.y ?? 0) - (long?.y ?? 0)).toBeGreaterThan((long?.name.length ?? 0) * 13 * 1.25);
  });

  test('keeps what lies outside the years at the edge of the axis', () => {
    const { lanes, left, right } = milestoneLayout(
      model([step({ done: 2014.2 }), step({ label: '运营', done: 2024, due: 2030 })]),
      760,
      13,
    );
    for (const lane of lanes) {
      expect(lane.glyphX).toBeGreaterThanOrEqual(left - 13);
      expect(lane.glyphX).toBeLessThanOrEqual(right + 13);
    }
  });

  test('stacks the labels of a deadline and an end of data that are close, inside the picture', () => {
    const labels = { deadline: 'Due end 2020', now: 'Data up to here' };
    const markup = renderToStaticMarkup(
      <MilestoneLine {...model([step({})])} to={2020} now={2020} deadline={2021} labels={labels} />,
    );
    const place = (label: string) =>
      (new RegExp(`<text x="([\\d.]+)" y="(-?[\\d.]+)"[^>]*>${label}`).exec(markup) ?? [])
        .slice(1)
        .map(Number);
    const [deadlineX = Number.NaN, deadlineY = Number.NaN] = place(labels.deadline);
    const [, nowY = Number.NaN] = place(labels.now);
    expect(nowY - deadlineY).toBeGreaterThan(13);
    expect(deadlineX + textWidth(labels.deadline, 13) / 2).toBeLessThan(760);
  });

  test('names every step, the deadline and the end of what is known', () => {
    const markup = renderToStaticMarkup(
      <MilestoneLine
        {...model([
          step({}),
          step({ label: '运营', done: null, status: 'missed', note: '逾期2年' }),
        ])}
        labels={{ deadline: '期限 2016年底', now: '统计截止' }}
        title="众创空间"
      />,
    );
    for (const text of ['建成', '运营', '逾期2年', '期限 2016年底', '统计截止', '众创空间']) {
      expect(markup).toContain(text);
    }
  });
});

test('in a row, late and on time are different pictures', () => {
  const late = model([step({ done: 2017.6 })]);
  const onTime = model([step({})]);
  expect(renderToStaticMarkup(<MilestoneRow {...late} lateMark="迟" />)).toContain('迟');
  expect(renderToStaticMarkup(<MilestoneRow {...late} />)).not.toBe(
    renderToStaticMarkup(<MilestoneRow {...onTime} />),
  );
});
