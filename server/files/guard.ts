import { Problem } from '../../shared/problems.ts';
import { type ArchiveLimits, Budget, walkArchive } from './archive.ts';

const LIMITS: ArchiveLimits = {
  entries: 200,
  part: 8 * 1024 * 1024,
  total: 20 * 1024 * 1024,
  ratio: 200,
};

/** A sheet of a department has some hundred cells; the library never sees more than this. */
const MOST_CELLS = 20_000;

/** The old formats (xls, et) are compound files, and so is an xlsx under a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const ZIP = Buffer.from('PK');

/** What a workbook may not bring along (macros, links to files, objects), by the names of parts. */
const FORBIDDEN_PARTS = [
  /vbaproject|vbadata|^xl\/(macrosheets|dialogsheets|activex)\//,
  /^xl\/(externallinks|querytables)\/|^xl\/connections\.xml$/,
  /^xl\/embeddings\//,
];

/** And by what its parts say of each other: a part may have any name. */
const FORBIDDEN_WORDS = [
  /macroEnabled|vbaProject|macrosheet|dialogsheet|activeX/i,
  /\/(externalLink|connections|queryTable)\w*["']/i,
  /\/(oleObject|package)["']/i,
];

/**
 * Looks through an uploaded workbook before any library reads it.
 * @returns its parts by name, inflated
 * @throws Problem for what is no xlsx, or a hostile one; within the bounds above in time and
 * memory, whatever the file is
 */
export async function guard(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  refuseByMagic(bytes);
  const parts = new Map<string, Buffer>();
  let cells = 0;
  await walkArchive(bytes, new Budget(LIMITS), (name) => {
    const key = name.toLowerCase();
    if (FORBIDDEN_PARTS.some((pattern) => pattern.test(key))) throw new Problem('fileUnsafe');
    const chunks: Buffer[] = [];
    return {
      take: (chunk) => void chunks.push(chunk),
      end: () => {
        const content = Buffer.concat(chunks);
        if (/\.(xml|rels|vml)$/.test(key)) cells += countCells(key, content);
        if (cells > MOST_CELLS) throw new Problem('sheetTooLarge');
        if (!name.endsWith('/')) parts.set(name, content);
      },
    };
  });
  if (!parts.has('[Content_Types].xml') || !parts.has('xl/workbook.xml')) {
    throw new Problem(parts.has('mimetype') ? 'sheetOldFormat' : 'sheetNotXlsx');
  }
  return parts;
}

function refuseByMagic(bytes: Buffer): void {
  if (bytes.length === 0) throw new Problem('fileEmpty');
  if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    throw new Problem(bytes.includes(ENCRYPTED_PACKAGE) ? 'fileEncrypted' : 'sheetOldFormat');
  }
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) throw new Problem('sheetNotXlsx');
}

/** The cells or rows of a part, after what is forbidden in any. */
function countCells(name: string, bytes: Buffer): number {
  const text = textOf(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Problem('fileUnsafe');
  if (name === '[content_types].xml' || name.endsWith('.rels')) refuseRelations(text);
  // Any part may be a sheet, whatever its name; this one only repeats the addresses of formulas.
  if (name === 'xl/calcchain.xml') return 0;
  refuseMerges(text);
  // Rows count, too: a million empty ones are as heavy as cells.
  return Math.max(
    occurrences(text, /<(?:\w+:)?c[\s/>]/g),
    occurrences(text, /<(?:\w+:)?row[\s/>]/g),
  );
}

/** A part that is not UTF-8 would be read as something else than what was looked at here. */
function textOf(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('fileUnreadable');
  }
  const encoding = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(encoding) || text.includes('\u0000')) {
    throw new Problem('fileUnreadable');
  }
  return text;
}

/** A link that somebody typed into a cell is a word; anything else outside is fetched or run. */
function refuseRelations(text: string): void {
  if (FORBIDDEN_WORDS.some((pattern) => pattern.test(text))) throw new Problem('fileUnsafe');
  for (const [relation] of text.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)) {
    if (/TargetMode\s*=\s*["']External/i.test(relation) && !/\/hyperlink["']/.test(relation)) {
      throw new Problem('fileUnsafe');
    }
  }
}

function refuseMerges(text: string): void {
  let merged = 0;
  for (const [, from = '', to = ''] of text.matchAll(
    /<(?:\w+:)?mergeCell\s[^<>]*ref\s*=\s*["']([A-Z]+\d+)(?::([A-Z]+\d+))?["']/gi,
  )) {
    const start = placeOf(from);
    const end = placeOf(to === '' ? from : to);
    merged += (Math.abs(end.row - start.row) + 1) * (Math.abs(end.column - start.column) + 1);
    if (merged > MOST_CELLS) throw new Problem('sheetTooLarge');
  }
}

/** @example placeOf('B3') // { row: 3, column: 2 } */
function placeOf(address: string): { row: number; column: number } {
  const letters = address.replace(/\d+$/, '').toUpperCase();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(address.slice(letters.length)), column };
}

function occurrences(text: string, pattern: RegExp): number {
  let count = 0;
  while (pattern.exec(text) !== null) count += 1;
  return count;
}
