import type { SheetColumn } from '../../shared/i18n/zh-CN/workbook.ts';
import {
  addressOf,
  type ReadBook,
  type ReadCell,
  type ReadSheet,
  type ReadValue,
} from '../files/book.ts';
import { columnOf, META_SHEET } from './sheet-columns.ts';

/** A cell of a filled sheet; null: it is empty. */
export interface FilledCell {
  readonly sheet: string;
  /** `H7` */
  readonly cell: string;
  readonly value: ReadValue | null;
}

/** A row that names an indicator, whichever sheet it stands in and at whatever place. */
export interface FilledRow {
  readonly code: string;
  /** The row of the sheet that it was found in. */
  readonly at: FilledCell;
  /** Only of columns that the sheet has: a missing column says nothing. */
  readonly cells: ReadonlyMap<SheetColumn, FilledCell>;
}

export interface Filled {
  /** Rows with the figures of an indicator. */
  readonly main: readonly FilledRow[];
  /** Rows with one condition of a milestone, or with a rating. */
  readonly more: readonly FilledRow[];
  readonly ignoredColumns: readonly string[];
}

/** A table begins within so many rows; above it are title and explanation. */
const DEEPEST_HEADINGS = 40;

/** Finds the tables of a workbook by their headings, and the rows in them by their codes. */
export function filledOf({ sheets }: ReadBook): Filled {
  const main: FilledRow[] = [];
  const more: FilledRow[] = [];
  const ignored = new Set<string>();
  for (const sheet of sheets) {
    if (sheet.name.toLowerCase() === META_SHEET) continue;
    const headings = headingsOf(sheet);
    if (headings === null) continue;
    const { columns, row, unknown } = headings;
    if (!columns.has('value') && !columns.has('conditionId')) continue;
    for (const heading of unknown) ignored.add(heading);
    (columns.has('value') ? main : more).push(...rowsOf(sheet, columns, row));
  }
  return { main, more, ignoredColumns: [...ignored] };
}

interface Headings {
  readonly row: number;
  readonly columns: ReadonlyMap<SheetColumn, number>;
  readonly unknown: readonly string[];
}

/** The first row that has a heading for codes and one for indicators. */
function headingsOf({ cells }: ReadSheet): Headings | null {
  for (const [row, line] of byRow(cells)) {
    if (row > DEEPEST_HEADINGS) return null;
    const columns = new Map<SheetColumn, number>();
    const unknown: string[] = [];
    for (const { column, value } of line) {
      if (value.kind !== 'text') continue;
      const known = columnOf(value.text);
      if (known === null) unknown.push(value.text.slice(0, 50));
      else if (!columns.has(known)) columns.set(known, column);
    }
    if (columns.has('code') && columns.has('indicator')) return { row, columns, unknown };
  }
  return null;
}

function rowsOf(sheet: ReadSheet, columns: Headings['columns'], headRow: number): FilledRow[] {
  const rows: FilledRow[] = [];
  for (const [row, line] of byRow(sheet.cells)) {
    if (row <= headRow) continue;
    const cellOf = (column: number): FilledCell => ({
      sheet: sheet.name,
      cell: addressOf(row, column),
      value: line.find((one) => one.column === column)?.value ?? null,
    });
    const at = cellOf(columns.get('code') ?? 1);
    const code = at.value === null ? '' : shownText(at.value).trim();
    if (code === '') continue;
    const cells = new Map([...columns].map(([name, column]) => [name, cellOf(column)]));
    rows.push({ code, at, cells });
  }
  return rows;
}

function byRow(cells: readonly ReadCell[]): Map<number, ReadCell[]> {
  const rows = new Map<number, ReadCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

/** What somebody would say that stands in a cell. */
export function shownText(value: ReadValue): string {
  switch (value.kind) {
    case 'text':
    case 'error':
      return value.text;
    case 'number':
      return value.percent ? `${hundredfold(value.number)}%` : String(value.number);
    case 'day':
      return value.day;
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'formula':
      return '=…';
  }
}

/** 0.07 × 100 is 7.000000000000001 in binary; what was typed is 7. */
export function hundredfold(share: number): number {
  return Number((share * 100).toPrecision(15));
}
