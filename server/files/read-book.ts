import { type Cell, type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { Problem } from '../../shared/problems.ts';
import type { ReadBook, ReadCell, ReadSheet, ReadValue } from './book.ts';

/** Longer than any field; what is cut off here is refused there as too long. */
const LONGEST_TEXT = 5000;
const LONGEST_TOGETHER = 4 * 1024 * 1024;

/** Of no use for reading, and a range of a million cells is unrolled by some of them. */
const NOT_READ = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'picture',
  'extLst',
];

/** Parts that say nothing about cells. WPS and LibreOffice each write their own kind of them. */
const LEFT_OUT =
  /^(docProps|customXml|xl\/(media|theme|drawings|charts|comments|printerSettings))/i;

/**
 * Reads the parts that the guard let through. Runs in the worker only.
 * @throws Problem fileUnreadable when they do not make a workbook, fileTooComplex for a text that
 * stands in every cell
 */
export async function readBook(parts: ReadonlyMap<string, Uint8Array>): Promise<ReadBook> {
  const kept = [...parts].filter(([name]) => !LEFT_OUT.test(name) && !/calcChain/i.test(name));
  const workbook = new Workbook();
  try {
    await workbook.xlsx.loadFromFiles(Object.fromEntries(kept), { ignoreNodes: NOT_READ });
  } catch {
    throw new Problem('fileUnreadable');
  }
  const book = { sheets: workbook.worksheets.map(readSheet) };
  let together = 0;
  for (const { value } of book.sheets.flatMap(({ cells }) => cells)) {
    together += value.kind === 'text' ? value.text.length : 0;
  }
  if (together > LONGEST_TOGETHER) throw new Problem('fileTooComplex');
  return book;
}

function readSheet(sheet: Worksheet): ReadSheet {
  const cells: ReadCell[] = [];
  sheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      // The cells below a merge repeat its first one.
      if (cell.isMerged && cell.master.address !== cell.address) return;
      const value = valueOf(cell.value, formatOf(cell));
      if (value !== null) cells.push({ row: rowNumber, column, value });
    });
  });
  return { name: sheet.name, cells };
}

function formatOf({ numFmt }: Cell): string {
  return typeof numFmt === 'object' ? numFmt.formatCode : (numFmt ?? '');
}

function valueOf(value: CellValue, format: string): ReadValue | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    return { kind: 'number', number: value, percent: showsPercent(format) };
  }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  if (value instanceof Date) return dayOf(value);
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('formula' in value || 'sharedFormula' in value) return { kind: 'formula' };
  if ('richText' in value) return text(value.richText.map((run) => run.text).join(''));
  return 'text' in value ? text(value.text) : { kind: 'error', text: '' };
}

function text(written: string): ReadValue | null {
  return written === '' ? null : { kind: 'text', text: written.slice(0, LONGEST_TEXT + 1) };
}

function dayOf(value: Date): ReadValue {
  return Number.isNaN(value.getTime())
    ? { kind: 'error', text: '' }
    : { kind: 'day', day: value.toISOString().slice(0, 10) };
}

/**
 * Whether a number format multiplies by a hundred; in quotes or after a backslash % is a mere sign.
 * @example showsPercent('0.0%') // true
 * @example showsPercent('0.0"%"') // false
 */
export function showsPercent(format: string): boolean {
  return format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%');
}
