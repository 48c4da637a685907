import type { readListFile } from '../../shared/exchange.ts';
import type { Output } from '../../shared/endpoint.ts';
import { namesColumns } from '../../shared/list-input.ts';
import { Problem } from '../../shared/problems.ts';
import type { ReadSheet } from '../files/book.ts';
import { shownText } from './filled.ts';
import { META_SHEET } from './sheet-columns.ts';
import { readWorkbook } from '../files/workshop.ts';

/** A list has four columns; a workbook may have some beside them. */
const MOST_COLUMNS = 30;
/** And at most so many entries; a cell far below would make rows of nothing. */
const MOST_ROWS = 20_000;

/**
 * The list in a workbook, whoever made it: the first table that says by its headings that it is one,
 * or else the first.
 * @throws Problem as `readWorkbook`; fileEmpty where no cell says anything, sheetTooLarge
 * for one that says something far below
 */
export async function readListWorkbook(bytes: Uint8Array): Promise<Output<typeof readListFile>> {
  const { sheets } = await readWorkbook(bytes);
  const filled = sheets.filter(
    ({ name, cells }) => cells.length > 0 && name.toLowerCase() !== META_SHEET,
  );
  const tables = filled.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
  const list = tables.find(({ rows }) => namesColumns(rows)) ?? tables[0];
  if (list === undefined) throw new Problem('fileEmpty');
  return {
    sheet: list.name,
    otherSheets: tables.filter((one) => one !== list).map(({ name }) => name),
    rows: list.rows,
  };
}

/** Every row down to the last filled one: what is wrong is then said of the row that the file shows. */
function rowsOf({ cells }: ReadSheet): string[][] {
  const rows: string[][] = [];
  for (const { row, column, value } of cells) {
    if (column > MOST_COLUMNS) continue;
    if (row > MOST_ROWS) throw new Problem('sheetTooLarge');
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    while (line.length < column) line.push('');
    line[column - 1] = shownText(value);
  }
  return rows;
}
