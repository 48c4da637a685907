import { describe, expect, it } from 'vitest';
import { figureLine, type Shown, slideTitle } from '../../../client/presentation/deckView.ts';
import { slideChart } from '../../../client/presentation/slideChart.ts';
import { slideSource } from '../../../client/presentation/slideSource.ts';
import { slideCsv, slideTable } from '../../../client/presentation/slideTable.ts';
import { type DeckDecision, deckOf, NO_EXTRAS, type Slide } from '../../../shared/deck.ts';
import { en } from '../../../shared/i18n/en.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import { boardOf } from '../dashboard/board.ts';

const board = boardOf({ year: 2019 });
const CHINESE: Shown = {
  board,
  extras: NO_EXTRAS,
  speech: { language: 'zh-CN', messages: zhCN },
};
const ENGLISH: Shown = { ...CHINESE, speech: { language: 'en', messages: en } };
const deck = deckOf(board);

function slideOf(code: string, slides: readonly Slide[] = deck): Slide {
  const id = board.indicators.find((each) => each.code === code)?.id;
  const found = slides.find((slide) => slide.kind === 'indicator' && slide.indicatorId === id);
  if (found === undefined) throw new Error(`no slide for ${code}`);
  return found;
}

const decision = (code: string, number: number, made: Partial<DeckDecision>): DeckDecision => ({
  id: `d${number}`,
  meeting: 1,
  text: '',
  leadDepartmentId: null,
  supportingDepartmentIds: [],
  dueOn: null,
  standing: 'open',
  overdue: false,
  issued: { year: 2019, number },
  indicatorIds: [board.indicators.find((each) => each.code === code)?.id ?? ''],
  ...made,
});

describe('the chart of an indicator’s slide', () => {
  it.each([
    ['A1', 'trajectory', 'a share has a trajectory'],
    ['A4', 'trajectory', 'a level climbs its steps by year'],
    ['A6', 'count', 'a small count is counted one by one'],
    ['A7', 'milestone', 'a milestone has a time line'],
    ['C3', 'trajectory', 'a reduction is drawn as its cut'],
  ])('%s: %s, because %s', (code, kind) => {
    expect(slideChart(slideOf(code), CHINESE).kind).toBe(kind);
  });

  it('draws a reduction against its base: 0 there, and the cut required as the target', () => {
    const chart = slideChart(slideOf('C3'), CHINESE);
    if (chart.kind !== 'trajectory') throw new Error(chart.kind);
    expect(chart.model.actual[0]).toMatchObject({ year: 2015, value: 0 });
    expect(chart.model.target).toMatchObject({ value: 16, op: 'atLeast' });
    expect(slideSource(slideOf('C3'), CHINESE)).toContain('相对2015年基期的累计降幅');
  });

  it('draws no axis where there is nothing to measure', () => {
    const empty = { ...CHINESE, board: boardOf({ year: 2016, figures: 'none' }) };
    const slides = deckOf(empty.board);
    expect(slideChart(slideOf('C3', slides), empty)).toEqual({ kind: 'none' });
    expect(slideSource(slideOf('C3', slides), empty)).toBe(zhCN.presentation.source.settings);
  });

  it.each([
    ['A1', 'on the axis of a trajectory'],
    ['A6', 'in the line of its year of a count'],
    ['A7', 'on the time line of a milestone'],
  ])('%s marks the due days of its decisions %s, and says them in words', (code) => {
    const decisions = [
      decision(code, 1, { dueOn: '2018-06-30', standing: 'closed' }),
      decision(code, 2, { dueOn: '2019-06-30', overdue: true }),
      decision(code, 3, { dueOn: '2026-06-30' }),
      decision(code, 4, { dueOn: '2026-06-30', standing: 'closed' }),
      decision(code, 5, {}),
      decision('A2', 6, { dueOn: '2019-06-30' }),
    ];
    const chart = slideChart(slideOf(code), { ...CHINESE, extras: { decisions } });
    const marks =
      chart.kind === 'trajectory'
        ? chart.model.dueMarks
        : chart.kind === 'count' || chart.kind === 'milestone'
          ? chart.dueMarks
          : [];
    expect(marks?.map(({ key, standing }) => [key, standing])).toEqual([
      ['d1', 'settled'],
      ['d2', 'late'],
    ]);
    const said = slideSource(slideOf(code), { ...CHINESE, extras: { decisions } });
    expect(said).toContain(
      '◆\u00a0议定事项办结期限：督办〔2019〕1号，2018年6月30日，已办结；督办〔2019〕2号，2019年6月30日，逾期。',
    );
    expect(said).toContain('图外期限：督办〔2019〕3号，2026年6月30日，在办。');
  });
});

describe('the figures of an indicator’s slide', () => {
  it.each([
    [CHINESE, 'A1', '55.0', '%', '2019年计划：54.0%', '目标：≥60%'],
    [ENGLISH, 'A6', '4', 'workshops', null, 'Target: 3–5'],
    [ENGLISH, 'B1', '1', 'platform', null, 'Target: 1–2'],
    [CHINESE, 'A7', '全部成立', '', null, '目标：2016年底3项成立'],
  ] as const)('case %#: value, unit, plan and target', (shown, code, value, unit, plan, target) => {
    const indicator = board.indicators.find((each) => each.code === code);
    if (indicator === undefined) throw new Error(code);
    const line = figureLine(indicator, shown);
    expect([line.value, line.unit, line.plan, line.target]).toEqual([value, unit, plan, target]);
  });
});

describe('every slide', () => {
  it('has a sentence, a source and a table of what it draws, in both languages', () => {
    for (const shown of [CHINESE, ENGLISH]) {
      for (const slide of deck) {
        expect(slideTitle(slide, shown), slide.key).not.toBe('');
        expect(slideSource(slide, shown), slide.key).toMatch(/^(资料来源：|Source: )/);
        const chart = slideChart(slide, shown);
        const table = slideTable(slide, shown);
        expect(table === null, slide.key).toBe(chart.kind === 'none');
        if (table === null) continue;
        expect(table.rows.length, slide.key).toBeGreaterThan(0);
        for (const row of table.rows) expect(row).toHaveLength(table.head.length);
        const csv = slideCsv(slide, shown);
        expect(new Set(csv.map(({ length }) => length)).size, slide.key).toBe(1);
      }
    }
  });

  it('of a reduction has the cut that its chart draws in its table', () => {
    const table = slideTable(slideOf('C3'), CHINESE);
    expect(table?.head.map(({ text }) => text)).toEqual([
      '年份',
      '实际',
      '累计降幅',
      '计划降幅',
      '状态',
    ]);
    const chart = slideChart(slideOf('C3'), CHINESE);
    if (chart.kind !== 'trajectory') throw new Error(chart.kind);
    for (const { year, value } of chart.model.actual) {
      const row = table?.rows.find(([first]) => first?.text === String(year));
      if (value !== null) expect(row?.[2]?.text, String(year)).toBe(`${value.toFixed(2)}%`);
    }
  });

  it('of a milestone has the day of each condition in its table', () => {
    const table = slideTable(slideOf('A7'), CHINESE);
    expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['建成', '2016年底', '2016年6月', '已完成'],
      ['运营', '2016年底', '2016年9月', '已完成'],
      ['市级以上认定', '2016年底', '2017年11月', '逾期完成'],
    ]);
  });

  it('says what the letters of a department stand for: nobody can point at a wall', () => {
    const decisions = [decision('A1', 1, { leadDepartmentId: 'steb' })];
    const list = deckOf(board, { decisions }).find(({ kind }) => kind === 'decisions');
    if (list === undefined) throw new Error('no list');
    expect(slideSource(list, { ...ENGLISH, extras: { decisions } })).toContain(
      'STEDB: Science, Technology and Economic Development Bureau.',
    );
    expect(slideSource(list, { ...CHINESE, extras: { decisions } })).toBe(
      zhCN.presentation.source.decisions,
    );
  });

  it('of the heat matrix leaves as a file with every indicator and year', () => {
    const heat = deck.find(({ kind }) => kind === 'heat');
    if (heat === undefined) throw new Error('no heat');
    expect(slideCsv(heat, CHINESE)).toHaveLength(board.indicators.length + 1);
  });
});
