/**
 * Workbooks as plain data: what is read out of an uploaded file, and what one is to be made of. Both
 * cross the border to the worker, which alone knows the library.
 */

/** What stands in a cell of an uploaded file. Formulas are never evaluated. */
export type ReadValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `percent`: shown as a percentage, so that 0.49 was typed and seen as 49 %. */
  | { readonly kind: 'number'; readonly number: number; readonly percent: boolean }
  /** `2018-12-31`, whatever the file shows it as. */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'formula' }
  /** `#N/A`, `#DIV/0!`. */
  | { readonly kind: 'error'; readonly text: string };

export interface ReadCell {
  /** Both count from 1. */
  readonly row: number;
  readonly column: number;
  readonly value: ReadValue;
}

export interface ReadSheet {
  readonly name: string;
  /** Of the cells that hold something, by row and column. */
  readonly cells: readonly ReadCell[];
}

export interface ReadBook {
  readonly sheets: readonly ReadSheet[];
}

/** How a cell looks. Only `input` is open on a protected sheet. */
export type CellStyle = 'title' | 'words' | 'mark' | 'head' | 'fixed' | 'computed' | 'input';

/** What may be typed into a cell; `prompt` is shown while it has the focus. */
export type CellRule = { readonly prompt?: string } & (
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'number'; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number | null }
  | { readonly kind: 'day' }
  | { readonly kind: 'text'; readonly longest: number }
);

export interface BookCell {
  /** A formula without its equals sign; text is never one. null: empty. */
  readonly value: string | number | null | { readonly formula: string } | { readonly day: string };
  readonly style: CellStyle;
  /** A number format of Excel; absent: as it comes. */
  readonly format?: string;
  readonly rule?: CellRule;
}

export interface BookSheet {
  readonly name: string;
  /** Shown to nobody, not even in the list of hidden sheets. */
  readonly hidden?: true;
  /** Only the cells of the style `input` can be typed into. */
  readonly locked?: true;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (BookCell | null)[])[];
  /** Rows that stay in sight, and head every printed page from the last one on. */
  readonly headRows: number;
  readonly fixedColumns: number;
  /** Cells that turn red: a range and the formula, for its first cell, that says when. */
  readonly warnings?: readonly { readonly range: string; readonly formula: string }[];
}

export interface Book {
  readonly sheets: readonly BookSheet[];
}

/** A remark at a cell of an uploaded workbook. */
export interface Mark {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** @example addressOf(7, 8) // 'H7' */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
