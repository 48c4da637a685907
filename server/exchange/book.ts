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
