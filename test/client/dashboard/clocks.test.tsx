import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { changedSince } from '../../../client/dashboard/clocks.ts';
import { ClockSwitch, clockWords } from '../../../client/dashboard/ClockSwitch.tsx';
import { csvRows, downloadFrame, fileName } from '../../../client/dashboard/downloads.ts';
import { readingMarks } from '../../../client/dashboard/marks.ts';
import { boardRows } from '../../../client/dashboard/rows.ts';
import { trajectoryOf } from '../../../client/dashboard/trajectory.ts';
import { yearRows } from '../../../client/dashboard/yearRows.ts';
import type { BoardReading, Dashboard } from '../../../shared/dashboard.ts';
import { en } from '../../../shared/i18n/en.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import { boardOf } from './board.ts';

const CHINESE = { language: 'zh-CN', messages: zhCN } as const;
const ENGLISH = { language: 'en', messages: en } as const;
const SEALED_AT = '2020-01-12T02:00:00.000Z';

/** The board of 2019 with one figure of A1 told otherwise. */
function boardWith(year: number, changes: Partial<BoardReading>): Dashboard {
  const board = boardOf();
  return {
    ...board,
    sealedAt: SEALED_AT,
    indicators: board.indicators.map((indicator) =>
      indicator.code === 'A1'
        ? {
            ...indicator,
            readings: indicator.readings.map((one) =>
              one.year === year ? { ...one, ...changes } : one,
            ),
          }
        : indicator,
    ),
  };
}
const a1 = (board: Dashboard) => {
  const found = board.indicators.find(({ code }) => code === 'A1');
  if (found === undefined) throw new Error('no A1');
  return found;
};

describe('the marks of a figure', () => {
  const plain = a1(boardOf()).readings[0];
  if (plain === undefined) throw new Error('no reading');

  it.each<[string, Partial<BoardReading>, string[], string[]]>([
    ['final and as it was', {}, [], []],
    ['corrected', { corrections: 2 }, ['更正'], ['corrected']],
    ['of an older year', { figureYear: 2018 }, ['2018年数据'], ['figure of 2018']],
    ['from a paper', { paper: true }, ['补录'], ['from paper']],
    [
      'all at once, the weightiest first',
      { corrections: 1, figureYear: 2018, paper: true, dataStatus: 'preliminary', break: true },
      ['更正', '2018年数据', '快报', '新口径', '补录'],
      ['corrected', 'figure of 2018', 'preliminary', 'new scope', 'from paper'],
    ],
  ])('%s', (_what, changes, chinese, english) => {
    expect(readingMarks({ ...plain, ...changes }, CHINESE)).toEqual(chinese);
    expect(
      readingMarks({ ...plain, ...changes }, ENGLISH).map((mark) => mark.toLowerCase()),
    ).toEqual(english);
  });

  it('a correction is told at the row, in the cell of its year, on the chart and in the table', () => {
    const board = boardWith(2019, { corrections: 1 });
    const [row] = boardRows({ ...board, indicators: [a1(board)] }, CHINESE);
    expect(row?.value.marks).toContain('更正');
    const cells = new Map(row?.cells.map((cell) => [cell.year, cell]));
    expect(cells.get(2019)).toMatchObject({ corrected: true });
    expect(cells.get(2019)?.label).toContain('更正');
    expect(cells.get(2018)).toMatchObject({ corrected: false });
    expect(cells.get(2018)?.label).not.toContain('更正');
    const points = trajectoryOf(a1(board), board, CHINESE)?.actual ?? [];
    expect(points.find(({ year }) => year === 2019)?.mark).toBe('更正 快报');
    const rows = yearRows(a1(board), board, CHINESE);
    expect(rows.find(({ year }) => year === 2019)?.marks).toEqual(['更正']);
  });

  it('and goes with every file: a column of the table, a sentence below the chart', () => {
    const board = boardWith(2018, { corrections: 1 });
    const leaving = { indicator: a1(board), board, finding: '', lead: '科经局', speech: CHINESE };
    const rows = csvRows(leaving, yearRows(a1(board), board, CHINESE));
    expect(rows.find(([first]) => first === '年份')?.at(-1)).toBe('标注');
    expect(rows.find(([first]) => first === 2018)?.at(-1)).toBe('更正');
    expect(rows.find(([first]) => first === 2017)?.at(-1)).toBe('');
    expect(downloadFrame(leaving).source).toContain('2018年数据审核后经过更正。');
  });

  it('a carried figure stands on the chart at the year that it is about', () => {
    const board = boardWith(2019, { figureYear: 2017 });
    const kept = {
      ...a1(board),
      readings: a1(board).readings.filter(({ year }) => year !== 2017),
    };
    const carried = kept.readings.find(({ year }) => year === 2019)?.value;
    const points = trajectoryOf(kept, board, CHINESE)?.actual ?? [];
    expect(points.find(({ year }) => year === 2017)?.value).toBe(carried);
    expect(points.find(({ year }) => year === 2019)?.value).toBeNull();
    const rows = yearRows(kept, board, CHINESE);
    expect(rows.find(({ year }) => year === 2019)?.marks).toEqual(['2017年数据']);
  });
});

describe('the two clocks', () => {
  const now = boardWith(2019, { value: 40, corrections: 1 });
  const reported = { ...boardWith(2019, {}), known: 'reported' as const };

  it('differ where a figure or a status does, and nowhere else', () => {
    const changed = changedSince(now, reported, CHINESE);
    expect([...changed.keys()]).toEqual([a1(now).id]);
    const [change] = changed.get(a1(now).id) ?? [];
    expect(change?.year).toBe(2019);
    expect(change?.reported).toBe('55.0%（达到序时）');
    expect(change?.now).toMatch(/^40\.0%（.*）$/);
    expect(changedSince(now, now, CHINESE).size).toBe(0);
  });

  it('are a switch of two links, one of them current, and a list of what changed', () => {
    const html = renderToStaticMarkup(
      <ClockSwitch
        board={now}
        changed={changedSince(now, reported, CHINESE)}
        speech={CHINESE}
        hrefOfKnown={(known) => `/?year=2019&known=${known}`}
      />,
    );
    expect(html).toContain('2019年数据已于2020年1月12日封存');
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
    expect(html).toMatch(/aria-current="true">现在所知/);
    expect(html).toContain('封存后有变动：1项');
    expect(html).toMatch(/A1 规上制造企业.*：2019年 上报时55\.0%（达到序时），现为40\.0%/);
  });

  it('are not spoken of where the year is not sealed', () => {
    const html = renderToStaticMarkup(
      <ClockSwitch board={boardOf()} changed={null} speech={CHINESE} hrefOfKnown={() => ''} />,
    );
    expect(html).toBe('');
  });

  it('what was reported then leaves under that name', () => {
    expect(clockWords(reported, CHINESE)).toBe('按2019年封存时上报（2020年1月12日）');
    expect(clockWords(reported, ENGLISH)).toMatch(/^As reported when 2019 was sealed \(.*2020\)$/);
    const leaving = {
      indicator: a1(reported),
      board: reported,
      finding: '',
      lead: '',
      speech: CHINESE,
    };
    expect(fileName(leaving)).toMatch(/ 2019 当时上报$/);
    expect(csvRows(leaving, [])).toContainEqual(['按2019年封存时上报（2020年1月12日）']);
    expect(downloadFrame(leaving).source).toContain('按2019年封存时上报');
  });
});
