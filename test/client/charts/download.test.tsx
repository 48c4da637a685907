import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../shared/csv.ts';
import { standaloneSvg, wrap } from '../../../client/charts/standaloneSvg.ts';
import { textWidth } from '../../../client/charts/textWidth.ts';
import { TrajectoryStatic } from '../../../client/charts/TrajectoryStatic.tsx';
import { trajectory } from './models.ts';

describe('a CSV file', () => {
  const cases: [string, string | number | null, string][] = [
    ['a formula becomes text', '=1+1', "'=1+1"],
    ['so does a plus', '+86', "'+86"],
    ['so does a minus in a text', '-2+3', "'-2+3"],
    ['so does an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['so do their full-width forms', '＝1+1', "'＝1+1"],
    ['full-width plus', '＋1', "'＋1"],
    ['full-width minus', '－1', "'－1"],
    ['full-width at sign', '＠A1', "'＠A1"],
    ['a tab in front', '\tx', '"\'\tx"'],
    ['a return in front', '\rx', '"\'\rx"'],
    ['blanks before a formula', '  =1', "'  =1"],
    ['a negative number stays a number', -5.25, '-5.25'],
    ['zero is written', 0, '0'],
    ['null is an empty cell', null, ''],
    ['a dash for "not applicable" is no formula', '—', '—'],
    ['a comma is quoted', '甲,乙', '"甲,乙"'],
    ['a quote is doubled', '称"标尺"', '"称""标尺"""'],
    ['a line break is quoted', '一\n二', '"一\n二"'],
  ];
  test.each(cases)('%s', (_, cell, expected) => {
    expect(csvText([[cell]])).toBe(`\uFEFF${expected}\r\n`);
  });

  test('refuses what is not a figure', () => {
    expect(() => csvText([[Number.NaN]])).toThrow(RangeError);
  });
});

describe('an SVG file', () => {
  const chart = renderToStaticMarkup(
    <TrajectoryStatic model={trajectory()} title="标题" desc="说明" />,
  );
  const frame = {
    title: 'A1 <实现率> & 目标',
    subtitle: '单位：%；2015—2020年',
    source: '资料来源：科技经济发展局',
  };
  const make = (extra: { illustrative?: string; scale?: number } = {}) =>
    standaloneSvg(
      chart,
      { ...frame, ...extra },
      () => '#123456',
      (text) => textWidth(text, 1),
    );

  test('of a wall has words as large as those of its chart', () => {
    expect(make().svg).toContain('font-size="20"');
    expect(make({ scale: 3 }).svg).toContain('font-size="60"');
  });

  test('stands alone: colours written in, white ground, fonts named', () => {
    const { svg } = make();
    expect(svg).not.toContain('var(');
    expect(svg).not.toContain('class=');
    expect(svg).toContain('fill="#FFFFFF"');
    expect(svg).toContain('Noto Sans SC');
    expect(svg.match(/<svg/g)).toHaveLength(2);
    expect(svg.match(/xmlns="/g)).toHaveLength(1);
  });

  test('carries title, subtitle and source, escaped', () => {
    const { svg } = make();
    expect(svg).toContain('A1 &lt;实现率&gt; &amp; 目标');
    expect(svg).toContain('单位：%；2015—2020年');
    expect(svg).toContain('资料来源：科技经济发展局');
  });

  test('says that figures are illustrative when they are, and only then', () => {
    expect(make({ illustrative: '示例数据 · illustrative data' }).svg).toContain('示例数据');
    expect(make().svg).not.toContain('示例数据');
  });

  test('is as large as it says', () => {
    const { svg, width, height } = make();
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
  });

  test('refuses a drawing without a viewBox', () => {
    expect(() =>
      standaloneSvg(
        '<svg></svg>',
        frame,
        () => '',
        () => 0,
      ),
    ).toThrow(RangeError);
  });
});

test('a long title is broken into lines, and no line begins with a comma', () => {
  const text = '规上制造企业自动化、数字化制造实现率达到百分之四十九，高于本年计划一个百分点';
  const lines = wrap(text, 12, (part) => textWidth(part, 1));
  expect(lines.join('')).toBe(text);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    expect(line).not.toMatch(/^[，、。]/);
    expect(textWidth(line, 1)).toBeLessThanOrEqual(14);
  }
});

test('a long English title is broken between its words, with Chinese among them or without', () => {
  const text = 'Source: Science, Technology and Economic Development Bureau (示例数据), approved.';
  const lines = wrap(text, 16, (part) => textWidth(part, 1));
  expect(lines.join(' ').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(textWidth(line, 1)).toBeLessThanOrEqual(18);
  expect(lines[0]).toMatch(/[A-Za-z,:]$/);
});
