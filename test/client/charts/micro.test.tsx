import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Bullet } from '../../../client/charts/Bullet.tsx';
import { bulletLayout, type BulletModel } from '../../../client/charts/bulletLayout.ts';
import { CountRange } from '../../../client/charts/CountRange.tsx';
import { countLayout, drawsAsCircles } from '../../../client/charts/countLayout.ts';
import { HeatCell, type HeatCellProps } from '../../../client/charts/HeatCell.tsx';
import { RatingSteps } from '../../../client/charts/RatingSteps.tsx';
import { StatusStrip } from '../../../client/charts/StatusStrip.tsx';
import { STATUS_ORDER, StatusGlyph } from '../../../client/ui/status.tsx';

const drawBullet = (value: number | null, target: number | null): string =>
  renderToStaticMarkup(
    <Bullet kind="atLeast" value={value} previous={null} plan={null} target={target} />,
  );

const drawCount = (value: number | null, lower: number | null): string =>
  renderToStaticMarkup(
    <CountRange value={value} previous={null} plan={null} lower={lower} upper={null} />,
  );

const drawRating = (level: number | null): string =>
  renderToStaticMarkup(
    <RatingSteps steps={3} level={level} previous={null} planned={1} target={3} />,
  );

const drawCell = (cell: HeatCellProps): string =>
  renderToStaticMarkup(
    <table>
      <tbody>
        <tr>
          <HeatCell {...cell} />
        </tr>
      </tbody>
    </table>,
  );

const bullet = (change: Partial<BulletModel>): BulletModel => ({
  kind: 'atLeast',
  value: 49,
  previous: 42,
  plan: 48,
  target: 60,
  ...change,
});

describe('a bullet', () => {
  test('ends its axis at 1.18 × the target when the figure is below it', () => {
    expect(bulletLayout(bullet({}), 170).target).toBeCloseTo(170 / 1.18);
  });

  test('ends its axis at 1.18 × the figure when that is beyond the target', () => {
    expect(bulletLayout(bullet({ value: 90 }), 170).bar?.to).toBeCloseTo(170 / 1.18);
  });

  test('of a ceiling has its plan band right of the plan, and grows to the right all the same', () => {
    const layout = bulletLayout(bullet({ kind: 'atMost', value: 7.2, plan: 7.4, target: 7 }), 170);
    expect(layout.planBand?.to).toBe(170);
    expect(layout.planBand?.from).toBe(layout.plan);
    expect(layout.bar?.from).toBe(0);
  });

  test('of a reduction that became a rise grows left of zero', () => {
    const layout = bulletLayout(
      bullet({ kind: 'reduction', value: -2, previous: null, plan: 4, target: 10 }),
      170,
    );
    expect(layout.zero).toBeGreaterThan(0);
    expect(layout.bar).toEqual({ from: 0, to: layout.zero });
  });

  test('of "no increase" (target 0) keeps everything finite', () => {
    for (const value of [0, -3, 4, null]) {
      const layout = bulletLayout(
        bullet({ kind: 'reduction', value, previous: 0, plan: 0, target: 0 }),
        170,
      );
      expect(Number.isFinite(layout.target)).toBe(true);
    }
  });

  test('missing, zero and pending are three different pictures', () => {
    expect(new Set([drawBullet(null, 60), drawBullet(0, 60), drawBullet(0, null)]).size).toBe(3);
    expect(drawBullet(null, 60)).not.toContain('--chart-actual');
    expect(drawBullet(0, 60)).toMatch(/<rect[^>]*width="2"[^>]*fill="var\(--chart-actual\)"/);
    expect(drawBullet(0, null)).toContain('stroke-dasharray');
  });

  test('is decoration without a name and an image with one', () => {
    const model = bullet({});
    expect(renderToStaticMarkup(<Bullet {...model} />)).toContain('aria-hidden="true"');
    expect(renderToStaticMarkup(<Bullet {...model} title="49%" />)).toContain(
      'role="img" aria-label="49%"',
    );
  });

  test('submitted is outlined, approved is filled', () => {
    const model = bullet({});
    expect(renderToStaticMarkup(<Bullet {...model} hollow />)).not.toBe(
      renderToStaticMarkup(<Bullet {...model} />),
    );
  });
});

describe('a count', () => {
  const count = { value: 3, previous: 2, plan: 1, lower: 3, upper: 5 };

  test('has one circle past the range, for what exceeds it', () => {
    expect(countLayout(count, 170, 16).circles).toHaveLength(6);
  });

  test('keeps the box of the target around its circles', () => {
    const { circles, box } = countLayout(count, 170, 16);
    expect(box?.from).toBeLessThan(circles[2]?.x ?? 0);
    expect(box?.to).toBeGreaterThan(circles[4]?.x ?? 0);
    expect(box?.to).toBeLessThan(circles[5]?.x ?? 0);
  });

  test('without an upper bound is open to the right', () => {
    expect(countLayout({ ...count, upper: null }, 170, 16).box?.open).toBe(true);
  });

  test('far beyond its target ends with a plus and stays in its width', () => {
    const layout = countLayout({ ...count, value: 60, upper: null }, 170, 16);
    expect(layout.beyond).toBe(true);
    expect(Math.max(...layout.circles.map((circle) => circle.x))).toBeLessThan(170);
  });

  test('of a large target becomes a bullet', () => {
    expect(drawsAsCircles({ ...count, lower: 40, upper: null })).toBe(false);
    expect(
      renderToStaticMarkup(
        <CountRange value={42} previous={35} plan={30} lower={40} upper={null} />,
      ),
    ).toBe(
      renderToStaticMarkup(
        <Bullet kind="atLeast" value={42} previous={35} plan={30} target={40} />,
      ),
    );
  });

  test('missing, zero and pending are three different pictures', () => {
    expect(new Set([drawCount(null, 3), drawCount(0, 3), drawCount(0, null)]).size).toBe(3);
    // The stub on the zero line.
    expect(drawCount(0, 3)).toContain('<rect x="0" y="3"');
    expect(drawCount(null, 3)).not.toContain('<rect x="0" y="3"');
  });
});

describe('a rating', () => {
  test('level 0 and no judgement are different pictures', () => {
    expect(drawRating(0)).toContain('--chart-actual');
    expect(drawRating(null)).not.toContain('--chart-actual');
  });

  test('the wide one names every level', () => {
    const names = ['未启动', '推进中', '大部分完成', '完成'];
    const markup = renderToStaticMarkup(
      <RatingSteps steps={3} level={2} previous={1} planned={2} target={3} levelNames={names} />,
    );
    for (const name of names) expect(markup).toContain(name);
  });
});

describe('a status', () => {
  test('each has a shape of its own, also without colour', () => {
    const shapes = [...STATUS_ORDER, 'notDue' as const].map((status) =>
      renderToStaticMarkup(<StatusGlyph status={status} ink="black" />),
    );
    expect(new Set(shapes).size).toBe(10);
  });

  test('the word carries it, the glyph is hidden from readers', () => {
    expect(renderToStaticMarkup(<StatusGlyph status="behind" />)).toContain('aria-hidden="true"');
  });
});

describe('a heat cell', () => {
  test('says its year and status in hidden text', () => {
    expect(drawCell({ status: 'behind', label: '2018年：滞后' })).toContain(
      '<span class="visuallyHidden">2018年：滞后</span>',
    );
  });

  test('met after the deadline never looks like on time', () => {
    const late = drawCell({ status: 'achieved', label: 'x', lateMark: '迟' });
    expect(late).toContain('迟');
    expect(late).not.toBe(drawCell({ status: 'achieved', label: 'x' }));
  });

  test('a year to come is a dot, a year without a figure a dashed ring', () => {
    expect(drawCell({ status: 'notDue', label: 'x' })).not.toContain('stroke-dasharray');
    expect(drawCell({ status: 'noData', label: 'x' })).toContain('stroke-dasharray');
  });

  test('the year after the deadline and a submitted figure are marked', () => {
    const plain = drawCell({ status: 'missed', label: 'x' });
    expect(drawCell({ status: 'missed', label: 'x', afterDeadline: true })).not.toBe(plain);
    expect(drawCell({ status: 'missed', label: 'x', hollow: true })).not.toBe(plain);
  });
});

describe('the strip', () => {
  test('has a square for every indicator, and no group of none', () => {
    const markup = renderToStaticMarkup(
      <StatusStrip
        title="状态"
        groups={[
          { status: 'onTrack', label: '达到序时', count: 3 },
          { status: 'missed', label: '未完成', count: 0 },
          { status: 'noData', label: '暂无数据', count: 2 },
        ]}
        link={(group, children) => <a href={`?status=${group.status}`}>{children}</a>}
      />,
    );
    expect(markup.match(/<rect/g)).toHaveLength(5);
    expect(markup).not.toContain('未完成');
    expect(markup).toContain('href="?status=noData"');
  });
});
