/** An xlsx or an old xls: not text, whatever its name says. */
const NOT_TEXT = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** Whether the bytes begin as those of a workbook, which only the server reads. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return NOT_TEXT.some((magic) => magic.every((byte, place) => bytes[place] === byte));
}

/**
 * The rows of a table as the clipboard would bring them: a cell with a tab, a line break or a quote
 * in it stands in quotes.
 * @example tableText([['甲厂', '1'], ['乙厂', '2']]) // '甲厂\t1\n乙厂\t2'
 */
export function tableText(rows: readonly (readonly string[])[]): string {
  const written = (cell: string): string =>
    /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => cells.map(written).join('\t')).join('\n');
}

/**
 * The text of a list that was saved as CSV or as plain text: UTF-8, or else GB 18030, in which Excel
 * and WPS save CSV on a Chinese machine.
 * @returns null: the file holds no text
 * @example textOf(new TextEncoder().encode('甲厂,2018'))  // '甲厂,2018'
 */
export function textOf(bytes: Uint8Array): string | null {
  if (isWorkbook(bytes)) return null;
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Comma-separated text as the clipboard would bring it: a tab between cells, a line for each row.
 * Text that has tabs is that already. Tabs and line breaks inside a quoted cell become spaces.
 * @example tabbed('"甲,乙",2018\r\n') // '甲,乙\t2018'
 */
export function tabbed(text: string): string {
  if (text.includes('\t')) return text;
  const rows: string[][] = [];
  // A quoted cell (with doubled quotes inside) or a plain one, and what ends it.
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/gy;
  let row: string[] = [];
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [whole, quoted, plain = '', end] = found;
    row.push((quoted?.replaceAll('""', '"') ?? plain).replaceAll(/[\t\r\n]+/g, ' ').trim());
    if (end !== ',') {
      if (row.some((one) => one !== '')) rows.push(row);
      row = [];
    }
    if (whole === '' || cell.lastIndex >= text.length) break;
  }
  if (row.some((one) => one !== '')) rows.push(row);
  return rows.map((cells) => cells.join('\t')).join('\n');
}
