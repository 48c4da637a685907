import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { Problem } from '../../shared/problems.ts';
import type { Mark } from './book.ts';

const FILL = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFC9A8' },
} as const;

/**
 * Marks cells of an uploaded workbook: coloured, with the remark as a comment and once more in the
 * column behind the last, for those whose program shows no comments. Runs in the worker only.
 * @param heading of that column
 */
export async function markBook(
  parts: ReadonlyMap<string, Uint8Array>,
  marks: readonly Mark[],
  heading: string,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  try {
    await workbook.xlsx.loadFromFiles(Object.fromEntries([...parts].map(withPlainLocks)));
  } catch {
    throw new Problem('fileUnreadable');
  }
  for (const sheet of workbook.worksheets) {
    const own = marks.filter((mark) => mark.sheet === sheet.name);
    if (own.length === 0) continue;
    const column = remarkColumn(sheet, heading);
    sheet.getColumn(column).width = 50;
    for (const { cell: address, text } of own) {
      const cell = sheet.getCell(address);
      cell.fill = FILL;
      cell.note = text;
      const remark = sheet.getCell(cell.row, column);
      const before = typeof remark.value === 'string' ? `${remark.value}\n` : '';
      remark.value = `${before}${address} ${text}`;
      remark.alignment = { vertical: 'middle', wrapText: true };
    }
  }
  return workbook.xlsx.writeBuffer();
}

/** LibreOffice writes `locked="false"`, which the library takes for locked. */
function withPlainLocks([name, bytes]: [string, Uint8Array]): [string, Uint8Array] {
  if (name.toLowerCase() !== 'xl/styles.xml') return [name, bytes];
  const styles = Buffer.from(bytes).toString().replaceAll('locked="false"', 'locked="0"');
  return [name, Buffer.from(styles)];
}

/** Behind everything that stands in the sheet; emptied where an earlier marking left it. */
function remarkColumn(sheet: Worksheet, heading: string): number {
  let last = 0;
  let earlier: number | null = null;
  let headRow = 1;
  sheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, at) => {
      if (cell.value === heading) earlier = at;
      if (at > last) headRow = rowNumber;
      last = Math.max(last, at);
    });
  });
  const column = earlier ?? last + 1;
  if (earlier === null) sheet.getCell(headRow, column).value = heading;
  else sheet.eachRow((row) => clear(row.getCell(column), heading));
  return column;
}

function clear(cell: Cell, heading: string): void {
  if (cell.value !== heading) cell.value = null;
}
