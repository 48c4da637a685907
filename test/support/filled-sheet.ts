import { type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { TestApp } from './app.ts';
import type { Signed } from './people.ts';
import { sendFile } from './uploads.ts';

export const sheetUrl = (planId: string, year: number): string =>
  `/api/plans/${planId}/sheets/${year}`;

/** Downloads the template of somebody's sheet. @throws Error when it is refused */
export async function download(
  by: Signed,
  planId: string,
  year: number,
  query = '',
): Promise<Buffer> {
  const answer = await by.get(`${sheetUrl(planId, year)}/template${query}`);
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${answer.body}`);
  return answer.rawPayload;
}

export async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

export async function saved(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Types into a downloaded workbook as a person does: by the code of the row and the heading. */
export async function fill(
  bytes: Buffer,
  cells: readonly (readonly [code: string, heading: string, value: CellValue])[],
): Promise<Buffer> {
  const workbook = await opened(bytes);
  for (const [code, heading, value] of cells) cellAt(workbook, code, heading).value = value;
  return saved(workbook);
}

/**
 * The cell of a code (`S1`) or of one condition of it (`S8 built`) under a heading, in whichever
 * sheet has both.
 */
export function cellAt(workbook: Workbook, code: string, heading: string) {
  const [indicator, condition] = code.split(' ');
  for (const sheet of workbook.worksheets) {
    const column = columnOf(sheet, heading);
    if (column === null) continue;
    for (let row = 1; row <= sheet.rowCount; row += 1) {
      const named = sheet.getCell(row, 1).value === indicator;
      const matches = condition === undefined || sheet.getCell(row, 4).value === condition;
      if (named && matches) return sheet.getCell(row, column);
    }
  }
  throw new Error(`no ${heading} of ${code}`);
}

function columnOf(sheet: Worksheet, heading: string): number | null {
  for (let row = 1; row <= 12; row += 1) {
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      if (sheet.getCell(row, column).value === heading) return column;
    }
  }
  return null;
}

export const upload = (t: TestApp, by: Signed, planId: string, year: number, bytes: Buffer) =>
  sendFile(t, by, `${sheetUrl(planId, year)}/import`, '填报表.xlsx', bytes);
