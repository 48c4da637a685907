import type { EntrySubject, Typed } from '../readings/api.ts';

/** The columns that somebody can type into, from left to right. */
export const COLUMNS = [
  'numerator',
  'denominator',
  'value',
  'dataStatus',
  'source',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What stands in one place of the grid. `covered`: the cell to its left reaches over it. */
export type Cell =
  | 'number'
  | 'level'
  | 'ground'
  | 'conditions'
  | 'absenceReason'
  | 'dataStatus'
  | 'source'
  | 'note'
  | 'computed'
  | 'following'
  | 'covered'
  | 'none';

/** What decides about the cells of a row. */
export interface RowShape {
  readonly entry: EntrySubject['entry'];
  readonly absent: boolean;
  /** Parts that a row further up gives. */
  readonly following: readonly ('numerator' | 'denominator')[];
}

export function shapeOf(
  subject: Pick<EntrySubject, 'entry'>,
  typed: Pick<Typed, 'absence'>,
  following: RowShape['following'],
): RowShape {
  return { entry: subject.entry, absent: typed.absence !== null, following };
}

/**
 * What a row has in a column.
 * @example cellAt({ entry: 'ratio', absent: false, following: [] }, 'value') // 'computed'
 */
export function cellAt(shape: RowShape, column: Column): Cell {
  if (column === 'dataStatus' || column === 'source' || column === 'note') return column;
  if (shape.absent) return column === 'numerator' ? 'absenceReason' : 'covered';
  switch (shape.entry) {
    case 'ratio':
      if (column === 'value') return 'computed';
      return shape.following.includes(column) ? 'following' : 'number';
    case 'value':
    case 'count':
      return column === 'value' ? 'number' : 'none';
    case 'level':
      if (column === 'value') return 'level';
      return column === 'numerator' ? 'ground' : 'covered';
    case 'conditions':
      return column === 'numerator' ? 'conditions' : 'covered';
  }
}

const TYPED: readonly Cell[] = [
  'number',
  'level',
  'ground',
  'conditions',
  'absenceReason',
  'dataStatus',
  'source',
  'note',
];

/** Whether somebody can type, choose or open something there. */
export function isOpen(cell: Cell): boolean {
  return TYPED.includes(cell);
}

export interface Place {
  readonly row: number;
  readonly column: Column;
}

/**
 * Where the vertical keys lead: the next row, up or down, that can be typed into in the column that
 * was set out from; a cell that reaches over the column is entered from its side. null: no such row.
 * @param rows null: a row that is closed
 */
export function verticalFrom(
  rows: readonly (RowShape | null)[],
  from: Place,
  step: 1 | -1,
): Place | null {
  for (let row = from.row + step; row >= 0 && row < rows.length; row += step) {
    const shape = rows[row];
    if (shape === null || shape === undefined) continue;
    const column = reachedFrom(shape, from.column);
    if (column !== null) return { row, column };
  }
  return null;
}

function reachedFrom(shape: RowShape, column: Column): Column | null {
  for (let at = COLUMNS.indexOf(column); at >= 0; at -= 1) {
    const here = COLUMNS[at] ?? column;
    const cell = cellAt(shape, here);
    if (cell !== 'covered') return isOpen(cell) ? here : null;
  }
  return null;
}
