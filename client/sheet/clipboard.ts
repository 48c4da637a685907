/**
 * The cells of a text that a spreadsheet put on the clipboard: rows by line ends, cells by tabs; a
 * cell in quotation marks may hold both, and a doubled mark is one. Excel and WPS end the last row
 * with a line end of its own, which is no row. Rows may differ in length.
 * @example cellsOf('147\t300\r\n') // [['147', '300']]
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let i = 0;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (i < text.length) {
    const sign = text[i] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign === '\r' && text[i + 1] === '\n' ? '' : sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '' && closes(text, i)) quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      endRow();
      if (sign === '\r' && text[i + 1] === '\n') i += 1;
    } else cell += sign;
    i += 1;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Whether the mark that opens here is closed at the end of a cell: `"甲"乙` is a name, not a cell. */
function closes(text: string, from: number): boolean {
  for (let i = from + 1; i < text.length; i += 1) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i += 1;
    else return i + 1 === text.length || /[\t\r\n]/.test(text[i + 1] ?? '');
  }
  return false;
}

/** Whether a text is one cell and no more: then the browser pastes it as it pastes any text. */
export function isOneCell(cells: readonly (readonly string[])[]): boolean {
  return cells.length === 0 || (cells.length === 1 && (cells[0]?.length ?? 0) <= 1);
}
