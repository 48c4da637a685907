import {
  type Cell,
  type DataValidation,
  type Style,
  Workbook,
  type Worksheet,
} from '@cj-tech-master/excelts';
import type { Book, BookCell, BookSheet, CellRule, CellStyle } from './book.ts';
import { addressOf } from './book.ts';

const FONT = { name: '宋体', size: 11 } as const;
const A4 = 9;
/** Longest list that a rule can hold in itself; Excel calls a longer one damaged. */
const LONGEST_LIST = 255;

const line = { style: 'thin', color: { argb: 'FFBFC5CC' } } as const;
const BORDER = { top: line, left: line, bottom: line, right: line } as const;
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const WRAPPED = { vertical: 'middle', wrapText: true } as const;

const STYLES: Readonly<Record<CellStyle, Partial<Style>>> = {
  title: { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: 'middle' } },
  words: { font: FONT, alignment: { vertical: 'middle' } },
  mark: {
    font: { ...FONT, bold: true, color: { argb: 'FF9A3412' } },
    alignment: { vertical: 'middle' },
  },
  head: {
    font: { ...FONT, bold: true },
    fill: fill('FFE5EAF0'),
    border: BORDER,
    alignment: { ...WRAPPED, horizontal: 'center' },
  },
  fixed: { font: FONT, border: BORDER, alignment: WRAPPED },
  computed: { font: FONT, fill: fill('FFF0F1F3'), border: BORDER, alignment: WRAPPED },
  input: {
    font: FONT,
    fill: fill('FFFFF9DB'),
    border: BORDER,
    alignment: WRAPPED,
    protection: { locked: false },
  },
};

/** Makes a workbook. Runs in the worker only. */
export async function writeBook({ sheets }: Book): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const sheet of sheets) await writeSheet(workbook, sheet);
  return workbook.xlsx.writeBuffer();
}

async function writeSheet(workbook: Workbook, sheet: BookSheet): Promise<void> {
  const { name, rows, widths, headRows, fixedColumns } = sheet;
  const made = workbook.addWorksheet(name, {
    state: sheet.hidden === true ? 'veryHidden' : 'visible',
    views: [{ state: 'frozen', xSplit: fixedColumns, ySplit: headRows }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printArea: `A1:${addressOf(Math.max(rows.length, 1), widths.length)}`,
      ...(headRows === 0 ? {} : { printTitlesRow: `${headRows}:${headRows}` }),
    },
    headerFooter: { oddFooter: '&P / &N' },
  });
  made.columns = widths.map((width) => ({ width }));
  for (const [rowAt, row] of rows.entries()) {
    for (const [columnAt, cell] of row.entries()) {
      if (cell !== null) writeCell(made.getCell(rowAt + 1, columnAt + 1), cell);
    }
    made.getRow(rowAt + 1).height = heightOf(row, widths);
  }
  for (const [at, { range, formula }] of (sheet.warnings ?? []).entries()) {
    warn(made, range, formula, at + 1);
  }
  // Without a password: it keeps fingers off, not people out. The server trusts none of it.
  if (sheet.locked === true) {
    await made.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    });
  }
}

const LINE_HEIGHT = 14.5;
const LEAST_HEIGHT = 20;
/** Excel takes no more. */
const MOST_HEIGHT = 409;

/** In points. Not every program makes a row as high as its text by itself. */
function heightOf(row: BookSheet['rows'][number], widths: readonly number[]): number {
  const lines = row.map((cell, column) => {
    const wraps = cell !== null && !['title', 'words', 'mark'].includes(cell.style);
    if (!wraps || typeof cell.value !== 'string') return 1;
    const room = Math.max((widths[column] ?? LEAST_HEIGHT) - 1, 1);
    const paragraphs = cell.value.split('\n').map((text) => Math.ceil(widthOf(text) / room) || 1);
    return paragraphs.reduce((sum, count) => sum + count, 0);
  });
  return Math.min(Math.max(Math.max(...lines, 1) * LINE_HEIGHT + 4, LEAST_HEIGHT), MOST_HEIGHT);
}

/** In characters of the font: a Chinese one takes the room of two. */
function widthOf(text: string): number {
  const wide = text.match(/[\u2014-\u2027\u2e80-\uffe6]/gu)?.length ?? 0;
  return text.length + wide;
}

function writeCell(cell: Cell, { value, style, format, rule }: BookCell): void {
  cell.value = valueOf(value);
  cell.style = { ...STYLES[style], ...(format === undefined ? {} : { numFmt: format }) };
  const validation = rule === undefined ? null : validationOf(rule);
  if (validation !== null) cell.dataValidation = validation;
}

function valueOf(value: BookCell['value']): Cell['value'] {
  if (value === null || typeof value !== 'object') return value;
  if ('day' in value) return new Date(`${value.day}T00:00:00Z`);
  return { formula: value.formula };
}

function validationOf(rule: CellRule): DataValidation | null {
  const said = {
    allowBlank: true,
    showErrorMessage: true,
    ...(rule.prompt === undefined ? {} : { showInputMessage: true, prompt: rule.prompt }),
  };
  switch (rule.kind) {
    case 'list': {
      const items = rule.items.join(',');
      const fits = items.length <= LONGEST_LIST && rule.items.every((item) => !/[,"]/.test(item));
      return fits ? { ...said, type: 'list', formulae: [`"${items}"`] } : null;
    }
    case 'number':
      return { ...said, type: 'decimal', ...between(rule.least ?? -1e15, rule.most ?? 1e15) };
    case 'whole':
      return { ...said, type: 'whole', ...between(rule.least, rule.most ?? 1e15) };
    case 'day':
      return {
        ...said,
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date('1949-01-01T00:00:00Z')],
      };
    case 'text':
      return { ...said, type: 'textLength', operator: 'lessThanOrEqual', formulae: [rule.longest] };
  }
}

function between(least: number, most: number) {
  return { operator: 'between' as const, formulae: [least, most] };
}

function warn(sheet: Worksheet, range: string, formula: string, priority: number): void {
  sheet.addConditionalFormatting({
    ref: range,
    rules: [
      {
        type: 'expression',
        priority,
        formulae: [formula],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFD7D7' } } },
      },
    ],
  });
}
