import {
  type Cell,
  evidenceRows,
  indicatorRows,
  measureRows,
} from '../../shared/reports/annexes.ts';
import type { ReportSource, Voice } from '../../shared/reports/source.ts';
import type { AnnexColumn } from '../../shared/reports/words.ts';
import type { Book, BookCell, BookSheet } from '../files/book.ts';

/** Sheet names end here. */
const LONGEST_NAME = 31;

/** The annexes of a report as a workbook: numbers are numbers, and show as the paper shows them. */
export function annexBook(source: ReportSource, voice: Voice, title: string): Book {
  const { words } = voice;
  const marks = [
    ...(source.final ? [] : [words.draft]),
    ...(source.board.plan.illustrative ? [words.illustrative] : []),
  ].join(' · ');
  const proof = source.seal === null ? words.unsealed(source.board.year) : words.proof(source.seal);

  const sheet = (
    name: string,
    columns: readonly (readonly [AnnexColumn, number])[],
    rows: readonly (readonly BookCell[])[],
    unit: string,
    notes: readonly string[],
  ): BookSheet => ({
    name: name.slice(0, LONGEST_NAME),
    widths: columns.map(([, width]) => width),
    headRows: 3,
    fixedColumns: 0,
    rows: [
      [{ value: title, style: 'title' }],
      [
        {
          value: marks === '' ? unit : `${marks}　${unit}`,
          style: marks === '' ? 'words' : 'mark',
        },
      ],
      columns.map(([id]): BookCell => ({ value: words.columns[id], style: 'head' })),
      ...rows,
      ...notes.map((note): BookCell[] => [{ value: note, style: 'words' }]),
      [{ value: proof, style: 'words' }],
    ],
  });

  const themes = new Map(
    source.board.themes.map(({ id, nameZh, nameEn }) => [
      id,
      voice.language === 'zh-CN' ? nameZh : nameEn,
    ]),
  );
  const indicators = sheet(
    words.annexes.indicators,
    [
      ['number', 6],
      ['code', 7],
      ['name', 34],
      ['target', 20],
      ['baseline', 12],
      ['figure', 14],
      ['unit', 14],
      ['completion', 12],
      ['planned', 12],
      ['gap', 12],
      ['status', 14],
      ['department', 20],
      ['remarks', 20],
    ],
    indicatorRows(source, voice).map((row, at) => [
      number(at + 1, 0),
      fixed(row.code),
      fixed(row.name),
      fixed(row.target),
      cell(row.baseline),
      cell(row.figure),
      fixed(row.unit),
      cell(row.completion),
      cell(row.planned),
      cell(row.gap),
      fixed(row.status),
      fixed(row.department),
      fixed(row.remarks),
    ]),
    `${words.asOf(source.board.year)}　${[...themes.values()].join('、')}`,
    words.notes.indicators,
  );
  const measures = sheet(
    words.annexes.measures,
    [
      ['number', 6],
      ['title', 34],
      ['department', 30],
      ['state', 16],
      ['paid', 14],
      ['done', 60],
      ['results', 30],
    ],
    measureRows(source, voice).map((row) => [
      number(row.number, 0),
      fixed(row.title),
      fixed(row.department),
      fixed(row.state),
      cell(row.paid),
      fixed(row.done),
      fixed(row.results),
    ]),
    words.money,
    words.notes.measures,
  );
  const evidence = sheet(
    words.annexes.evidence,
    [
      ['number', 6],
      ['code', 7],
      ['indicator', 34],
      ['file', 44],
      ['sha256', 24],
    ],
    evidenceRows(source, voice).map(({ code, indicator, file, sha256 }, at) => [
      number(at + 1, 0),
      fixed(code),
      fixed(indicator),
      fixed(file),
      fixed(sha256),
    ]),
    words.asOf(source.board.year),
    [words.notes.evidence],
  );
  return { sheets: [indicators, measures, evidence] };
}

const fixed = (text: string): BookCell => ({ value: text === '' ? null : text, style: 'fixed' });

function number(value: number, decimals: number): BookCell {
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return { value, style: 'fixed', format };
}

const cell = (one: Cell): BookCell =>
  typeof one === 'string' ? fixed(one) : number(one.value, one.decimals);
