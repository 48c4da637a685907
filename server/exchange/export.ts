import { csvText } from '../../shared/csv.ts';
import { type ExportFormat, XLSX } from '../../shared/exchange.ts';
import type { Book, BookCell } from '../files/book.ts';
import type { ExportTable } from './export-tables.ts';
import { writeWorkbook } from '../files/workshop.ts';

export interface ExportedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Of the name, with its dot. */
  readonly ending: string;
}

/** What is exported, once as a table and once as the API tells it. */
export interface Exported {
  readonly title: string;
  readonly table: ExportTable;
  readonly json: unknown;
}

/** One table in the form that was asked for. */
export async function fileOf(exported: Exported, format: ExportFormat): Promise<ExportedFile> {
  const { table, title, json } = exported;
  switch (format) {
    case 'json':
      return file(
        Buffer.from(JSON.stringify(json, null, 2)),
        'application/json; charset=utf-8',
        '.json',
      );
    case 'csv':
      return file(
        Buffer.from(csvText([table.headings, ...table.rows])),
        'text/csv; charset=utf-8',
        '.csv',
      );
    case 'xlsx':
      return file(await writeWorkbook(bookOf(title, table)), XLSX, '.xlsx');
  }
}

function file(bytes: Buffer, mediaType: string, ending: string): ExportedFile {
  return { bytes, mediaType, ending };
}

const NARROW = 12;
const WIDE = 28;
/** Sheet names end here. */
const LONGEST_NAME = 31;

function bookOf(title: string, { headings, rows }: ExportTable): Book {
  const cell = (value: string | number | null): BookCell => ({
    // Text is written as text and is never a formula, whatever it begins with.
    value: value === '' ? null : value,
    style: 'fixed',
  });
  const widths = headings.map((_heading, column) =>
    rows.some((row) => String(row[column] ?? '').length > NARROW) ? WIDE : NARROW,
  );
  return {
    sheets: [
      {
        name: title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_NAME),
        widths,
        headRows: 1,
        fixedColumns: 0,
        rows: [
          headings.map((value): BookCell => ({ value, style: 'head' })),
          ...rows.map((row) => row.map(cell)),
        ],
      },
    ],
  };
}
