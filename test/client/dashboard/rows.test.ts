import { describe, expect, it } from 'vitest';
import { arrange, statusCounts } from '../../../client/dashboard/arrange.ts';
import { boardRows, boardYears, type Row } from '../../../client/dashboard/rows.ts';
import type { RowChart } from '../../../client/dashboard/rowChart.ts';
import { initials } from '../../../client/dashboard/valueText.ts';
import { en } from '../../../shared/i18n/en.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import { STATUSES } from '../../../shared/assessment/types.ts';
import { boardOf } from './board.ts';

const CHINESE = { language: 'zh-CN', messages: zhCN } as const;
const ENGLISH = { language: 'en', messages: en } as const;

const board = boardOf({ unapproved: true });
const rows = boardRows(board, CHINESE);
const english = boardRows(board, ENGLISH);

function rowOf(list: readonly Row[], code: string): Row {
  const found = list.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no row ${code}`);
  return found;
}

describe('a row of the board', () => {
  const cases: {
    code: string;
    why: string;
    target: [string, string];
    value: string;
    unit: string;
    kind: Row['value']['kind'];
    chart: RowChart['kind'];
    marks?: string[];
  }[] = [
    {
      code: 'A1',
      why: 'a share, preliminary',
      target: ['≥60', '≥60'],
      value: '55.0',
      unit: '%',
      kind: 'figure',
      chart: 'bullet',
      marks: ['快报'],
    },
    {
      code: 'A6',
      why: 'a range is a range',
      target: ['3–5', '3–5'],
      value: '4',
      unit: '个',
      kind: 'figure',
      chart: 'count',
    },
    {
      code: 'A14',
      why: 'zero is a figure, and an early deadline is named',
      target: ['2016年底≥1', '≥1 by end 2016'],
      value: '0',
      unit: '个',
      kind: 'figure',
      chart: 'count',
    },
    {
      code: 'A7',
      why: 'a milestone is counted, never a percentage; late conditions are there',
      target: ['2016年底3项成立', 'All 3 met by end 2016'],
      value: '全部成立',
      unit: '',
      kind: 'words',
      chart: 'milestone',
    },
    {
      code: 'B2',
      why: 'two conditions have room for their names',
      target: ['2020年底建成、运营', 'Built, in operation by end 2020'],
      value: '成立1/2',
      unit: '',
      kind: 'words',
      chart: 'milestone',
    },
    {
      code: 'A4',
      why: 'a rating has a name',
      target: ['完成', 'Complete'],
      value: '大部分完成',
      unit: '',
      kind: 'words',
      chart: 'rating',
    },
    {
      code: 'C3',
      why: 'a reduction shows the cut',
      target: ['下降≥16%', '≥16% cut'],
      value: '↓12.00',
      unit: '%',
      kind: 'figure',
      chart: 'bullet',
    },
    {
      code: 'C5',
      why: 'a pending target says so and draws no bar',
      target: ['待下达', 'Pending'],
      value: '↓4.00',
      unit: '%',
      kind: 'figure',
      chart: 'bullet',
    },
    {
      code: 'B5',
      why: 'not applicable is a dash',
      target: ['完成', 'Complete'],
      value: '—',
      unit: '',
      kind: 'notApplicable',
      chart: 'rating',
    },
  ];
  it.each(cases)('$code: $why', (expected) => {
    const row = rowOf(rows, expected.code);
    expect(row.target).toBe(expected.target[0]);
    expect(rowOf(english, expected.code).target).toBe(expected.target[1]);
    expect(row.value.text).toBe(expected.value);
    expect(row.value.unit).toBe(expected.unit);
    expect(row.value.kind).toBe(expected.kind);
    expect(row.chart.kind).toBe(expected.chart);
    expect(row.value.marks).toEqual(expected.marks ?? []);
  });

  it('draws a reduction as the cut against the cut required', () => {
    const { chart } = rowOf(rows, 'C3');
    expect(chart.kind === 'bullet' ? chart.model : null).toMatchObject({
      kind: 'reduction',
      target: 16,
    });
    // 0.44 of 0.5 is 12 % less; 0.452 the year before is 9.6 % less.
    expect(chart.kind === 'bullet' ? chart.model.value : null).toBeCloseTo(12, 9);
    expect(chart.kind === 'bullet' ? chart.model.previous : null).toBeCloseTo(9.6, 9);
  });

  it('a year that nobody reported is …, and unavailable says why', () => {
    const rows2018 = boardRows(boardOf({ year: 2018 }), CHINESE);
    expect(rowOf(rows2018, 'B5').value).toMatchObject({
      kind: 'missing',
      text: '…',
      spoken: '未报送',
    });
    // C1 could not be provided in 2018: last year's figure stands, and says of which year it is.
    expect(rowOf(rows2018, 'C1').value).toMatchObject({ text: '83.10', marks: ['2017年'] });
    const noReading = boardRows(boardOf({ year: 2016 }), CHINESE);
    expect(rowOf(noReading, 'A11').value).toMatchObject({ kind: 'missing', text: '…' });
  });

  it('leads: named, undecided, none', () => {
    expect(rowOf(rows, 'A1').lead).toMatchObject({ state: 'named', text: '科技经济发展局' });
    expect(rowOf(rows, 'A11').lead).toMatchObject({
      state: 'undecided',
      text: '牵头待定',
      full: '科技经济发展局、财政局',
    });
    expect(rowOf(rows, 'C6').lead).toMatchObject({ state: 'none', text: '无责任单位', full: null });
    expect(rowOf(english, 'A1').lead).toMatchObject({
      text: 'STEDB',
      full: 'Science, Technology and Economic Development Bureau',
    });
  });

  it('every status of the method is on the illustrative board', () => {
    expect(statusCounts(rows).map(({ status }) => status)).toEqual([...STATUSES]);
  });
});

describe('the heat cells', () => {
  const labels = (code: string, list = rows): string[] =>
    rowOf(list, code).cells.map(({ label }) => label);

  it('say year and status, the baseline, and what is not due yet', () => {
    expect(labels('A2')).toEqual([
      '2015年：基期',
      '2016年：严重滞后',
      '2017年：严重滞后',
      '2018年：严重滞后',
      '2019年：严重滞后',
      '2020年：未到期',
    ]);
    expect(labels('A2', english)[4]).toBe('2019: Far behind');
  });

  it('late is never the same as on time', () => {
    const { cells, status, late } = rowOf(rows, 'A7');
    expect(status).toBe('missed');
    expect(late).toBe(true);
    expect(cells.map((cell) => [cell.status, cell.late, cell.afterDeadline])).toEqual([
      ['notDue', false, false],
      ['missed', false, false],
      ['achieved', true, true],
      ['achieved', true, false],
      ['achieved', true, false],
      ['notDue', false, false],
    ]);
    expect(cells[2]?.label).toBe('2017年：未完成（逾期完成）');
    expect(rowOf(rows, 'A13').cells.map(({ late: mark }) => mark)).not.toContain(true);
  });

  it('what is handed in and not approved is hollow, and the status stays', () => {
    const row = rowOf(rows, 'B4');
    expect(row.hollow).toBe(true);
    expect(row.status).toBe('noData');
    expect(row.value).toMatchObject({ text: '大部分完成', marks: ['待审'] });
    expect(row.cells.at(-2)).toMatchObject({ year: 2019, status: 'onTrack', hollow: true });
    const hidden = rowOf(boardRows(boardOf(), CHINESE), 'B4');
    expect(hidden.hollow).toBe(false);
    expect(hidden.cells.at(-2)).toMatchObject({ status: 'noData', hollow: false });
  });

  it('later figures do not change an earlier board', () => {
    const then = boardOf({ year: 2017 });
    // The server sends every approved reading, also those after the year that is shown.
    const whole = {
      ...then,
      indicators: then.indicators.map((indicator) => ({
        ...indicator,
        readings: board.indicators.find(({ id }) => id === indicator.id)?.readings ?? [],
      })),
    };
    const strip = (list: Row[]) =>
      list.map(({ indicator: { code }, ...row }) => ({ ...row, code }));
    expect(strip(boardRows(whole, CHINESE))).toEqual(strip(boardRows(then, CHINESE)));
  });

  it('has six years at most', () => {
    expect(boardYears({ plan: board.plan, year: 2019 })).toEqual([
      2015, 2016, 2017, 2018, 2019, 2020,
    ]);
    expect(boardYears({ plan: board.plan, year: 2023 })).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023,
    ]);
  });
});

describe('filters and order', () => {
  const codes = (asked: Parameters<typeof arrange>[2]): string[] =>
    arrange(rows, board, asked, CHINESE).flatMap((group) => group.rows.map(({ code }) => code));

  it('the document order by theme', () => {
    const groups = arrange(rows, board, {}, CHINESE);
    expect(groups.map(({ title, rows: { length } }) => [title, length])).toEqual([
      ['智能制造', 14],
      ['服务型制造', 6],
      ['质量品牌', 6],
    ]);
    expect(codes({}).slice(0, 3)).toEqual(['A1', 'A2', 'A3']);
  });

  it('problems first: the worst status leads, ties keep the document order', () => {
    expect(codes({ sort: 'problems' }).slice(0, 4)).toEqual(['A7', 'A14', 'A2', 'A5']);
    expect(codes({ sort: 'problems' })).toHaveLength(26);
  });

  it.each([
    ['one status', { status: 'missed' }, ['A7', 'A14']],
    ['one theme', { theme: 'quality-brand' }, ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']],
    ['a department, also where it is one of several', { department: 'finance' }, ['A11', 'A12']],
    ['nobody named', { department: 'none' }, ['A11', 'A12', 'C6']],
    ['a code in full width', { text: 'ｂ２' }, ['B2']],
    ['a part of the name', { text: '众创' }, ['A7']],
    ['nothing fits', { text: '没有' }, []],
  ] as const)('%s', (_, asked, expected) => {
    expect(codes(asked)).toEqual(expected);
  });
});

describe('the initials of a long English name', () => {
  it.each([
    ['Science, Technology and Economic Development Bureau', 'STEDB'],
    ['Land, Planning and Construction Bureau', 'LPCB'],
  ])('%s → %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('a milestone that nobody has reported on', () => {
  it('shows its conditions as unknown, not as missed, also after its deadline', () => {
    const unreported = boardRows(boardOf({ figures: 'none', year: 2017 }), CHINESE);
    const { chart } = rowOf(unreported, 'A7');
    const steps = chart.kind === 'milestone' ? chart.model.steps : [];
    expect(steps.map(({ status, note }) => [status, note])).toEqual(
      steps.map(() => ['noData', '未报送']),
    );
    expect(steps).toHaveLength(3);
  });

  it('shows what was reached, and as unknown what was open when the reports ended', () => {
    const late = boardRows(boardOf({ year: 2025 }), CHINESE);
    const { chart, status } = rowOf(late, 'B2');
    const steps = chart.kind === 'milestone' ? chart.model.steps : [];
    expect(status).toBe('noData');
    const open = steps.filter(({ done }) => done === null);
    expect(open.map((step) => step.status)).toEqual(open.map(() => 'noData'));
    expect(open.length).toBeGreaterThan(0);
  });
});
