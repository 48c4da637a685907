/** A cell of a CSV file: a number stays a number, a text is made harmless, null is an empty cell. */
export type CsvCell = string | number | null;

/** What Excel, WPS or LibreOffice would take for a formula, also in full width. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
    return String(value);
  }
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * Rows as a CSV file that Excel and WPS open in Chinese: UTF-8 with its mark, lines ended by
 * CR LF. A text that would run as a formula gets an apostrophe in front; null is left empty, so
 * say "…" where a figure is missing. Throws RangeError for NaN and infinities.
 *
 * @example csvText([['=1+1', -5], ['甲,乙', null]]) // "\uFEFF'=1+1,-5\r\n\"甲,乙\",\r\n"
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
