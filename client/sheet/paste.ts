import { parseNumber } from '../../shared/number-input.ts';
import { ABSENCES, DATA_STATUSES } from '../../shared/readings.ts';
import type { EntrySubject, NumberKey, Typed } from '../readings/api.ts';
import {
  type Cell,
  cellAt,
  type Column,
  COLUMNS,
  isOpen,
  type Place,
  type RowShape,
} from './columns.ts';

/** A row of the grid as far as a paste must know it. */
export interface PasteRow {
  readonly id: string;
  readonly subject: EntrySubject;
  readonly typed: Typed;
  /** null: closed, nothing is typed into it. */
  readonly shape: RowShape | null;
}

/** The words that are taken for a choice, in every language of the product. */
export interface PasteWords {
  readonly statuses: Readonly<Record<string, Typed['dataStatus']>>;
  readonly absences: Readonly<Record<string, NonNullable<Typed['absence']>>>;
  /** Of the levels of a rating, by indicator. */
  readonly levels: (rowId: string) => Readonly<Record<string, number>>;
}

export interface PasteCell {
  readonly rowId: string;
  readonly column: Column;
  readonly text: string;
  /**
   * `taken`: it says what the cell can hold; `unreadable`: it does not, and stays as it was pasted
   * where the cell holds text, to be mended there; `closed`: nothing can be typed there.
   */
  readonly fate: 'taken' | 'unreadable' | 'closed';
}

export interface PastePlan {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PasteCell[];
  /** Pasted rows and columns that lie beyond the edge of the grid. */
  readonly beyond: number;
  /** The rows as they will be. */
  readonly after: readonly { readonly rowId: string; readonly typed: Typed }[];
}

/**
 * What a block of cells would do, before it does anything. It is laid from the focused cell to the
 * right and downwards; columns that nobody types into in any of these rows are passed over.
 */
export function planPaste(
  rows: readonly PasteRow[],
  from: Place,
  block: readonly (readonly string[])[],
  words: PasteWords,
): PastePlan {
  const below = rows.slice(from.row, from.row + block.length);
  const columns = COLUMNS.slice(COLUMNS.indexOf(from.column)).filter((column) =>
    below.some(({ shape }) => shape !== null && isOpen(cellAt(shape, column))),
  );
  const width = Math.max(...block.map((line) => line.length), 0);
  const cells: PasteCell[] = [];
  const after: { rowId: string; typed: Typed }[] = [];
  for (const [index, row] of below.entries()) {
    let typed = row.typed;
    for (const [place, column] of columns.entries()) {
      const text = block[index]?.[place];
      if (text === undefined) continue;
      const cell = row.shape === null ? 'none' : cellAt(row.shape, column);
      const put = isPasted(cell) ? putInto(row, cell, column, text.trim(), typed, words) : null;
      const fate = put === null ? 'closed' : put.readable ? 'taken' : 'unreadable';
      if (put !== null) ({ typed } = put);
      cells.push({ rowId: row.id, column, text, fate });
    }
    if (typed !== row.typed) after.push({ rowId: row.id, typed });
  }
  return {
    rows: below.length,
    columns: Math.min(width, columns.length),
    cells,
    beyond: Math.max(0, block.length - below.length) + Math.max(0, width - columns.length),
    after,
  };
}

/** Days and documents of a milestone are no block of cells. */
function isPasted(cell: Cell): boolean {
  return isOpen(cell) && cell !== 'conditions';
}

function putInto(
  row: PasteRow,
  cell: Cell,
  column: Column,
  text: string,
  typed: Typed,
  words: PasteWords,
): { readonly typed: Typed; readonly readable: boolean } {
  switch (cell) {
    case 'number': {
      const key = column as NumberKey;
      return {
        typed: { ...typed, [key]: text },
        readable: parseNumber(text, row.subject.fields[key]).ok,
      };
    }
    case 'ground':
    case 'absenceReason':
      return { typed: { ...typed, [cell]: text }, readable: true };
    case 'level': {
      const level = words.levels(row.id)[text];
      const known = level ?? row.subject.levels.find((one) => String(one) === text);
      return known === undefined
        ? { typed, readable: text === '' }
        : { typed: { ...typed, level: known }, readable: true };
    }
    case 'dataStatus': {
      const status = words.statuses[text] ?? DATA_STATUSES.find((one) => one === text);
      const absence = words.absences[text] ?? ABSENCES.find((one) => one === text);
      if (status !== undefined) {
        return { typed: { ...typed, dataStatus: status, absence: null }, readable: true };
      }
      if (absence !== undefined) return { typed: { ...typed, absence }, readable: true };
      return { typed, readable: text === '' };
    }
    default:
      // A cell with a line end is one line in a box that holds one.
      return {
        typed: { ...typed, [column]: column === 'note' ? text : text.replace(/\s+/g, ' ') },
        readable: true,
      };
  }
}
