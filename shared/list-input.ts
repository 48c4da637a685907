import { LIST_MOST, type ListEntry } from './lists.ts';
import { type NumberProblem, parseNumber } from './number-input.ts';
import { isDay } from './values.ts';

/** What a column of a pasted list can hold. */
export const LIST_COLUMNS = ['name', 'documentNumber', 'recognisedOn', 'quantity'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What can be wrong with a pasted cell; each has its own sentence. */
export type CellProblem =
  /** No name: without one there is nothing to count. */
  | 'nameMissing'
  | 'tooLong'
  /** `5日3月`, `3/5/2018`, `去年`: not year, month and day in this order. */
  | 'notADay'
  /** `2018年3月`, `2018.3`: which day is not said, and is not made up. */
  | 'dayMissing'
  /** `2018-02-30`. */
  | 'noSuchDay'
  | 'negative'
  /** How many it counts for is not made up. */
  | 'quantityMissing'
  /** A cell of a workbook that holds a formula: none is ever evaluated. */
  | 'formula'
  | NumberProblem;

/** How a cell of a workbook says that it holds a formula. */
export const FORMULA_CELL = '=…';

export interface ParsedRow {
  /** Where it stands in what was pasted: 1 is the first row, headings included. */
  readonly line: number;
  /**
   * As it will be listed; a cell that could not be read is left empty. `quantity`: 1 where nothing
   * stood, null where it could not be read, which has to be mended before the list is saved.
   */
  readonly entry: Omit<ListEntry, 'quantity'> & { readonly quantity: number | null };
  readonly problems: readonly { readonly column: ListColumn; readonly code: CellProblem }[];
}

export interface ParsedList {
  readonly rows: readonly ParsedRow[];
  /** The first row named the columns and is not an entry. */
  readonly headings: boolean;
  /** Rows beyond the most that a list takes; they are not among `rows`. */
  readonly left: number;
}

const HEADINGS: readonly (readonly [ListColumn | 'ignored', RegExp])[] = [
  ['ignored', /^(序号|编号|no\.?|#)$/iu],
  ['documentNumber', /^\D*(文号|文件|文件号|文件名称)$|document/iu],
  ['recognisedOn', /(日期|时间)$|date/iu],
  ['quantity', /^(数量|人数|台数|台套数|quantity|number|workers)|数$/iu],
  ['name', /名称|企业|项目|单位|产品|机构|平台|name|enterprise|project/iu],
];

/** A table in a workbook may have so many rows of titles above its headings. */
const MOST_TITLES = 4;

/**
 * Reads a list as it is copied from Excel or WPS: one entry a row, name, document number, day and
 * quantity in this order, or in the order that a first row of headings says. Empty rows and titles
 * above the headings are skipped. Nothing is guessed: what cannot be read is said of its cell.
 * @param unit of the count; it may stand behind a quantity
 * @example parseList('甲公司\t泉经信〔2018〕3号\t2018年3月5日').rows[0]?.entry.recognisedOn // '2018-03-05'
 */
export function parseList(text: string, unit: string | null = null): ParsedList {
  const table = cellsOf(text).map((cells, at) => ({ cells, line: at + 1 }));
  const filled = table.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const titles = titlesOf(filled.map(({ cells }) => cells));
  const named = columnsOf(filled[titles]?.cells ?? []);
  const body = named === null ? filled : filled.slice(titles + 1);
  const columns = named ?? LIST_COLUMNS;
  return {
    rows: body.slice(0, LIST_MOST).map(({ cells, line }) => readRow(cells, columns, line, unit)),
    headings: named !== null,
    left: Math.max(0, body.length - LIST_MOST),
  };
}

/**
 * Whether a table says by its headings that it is a list, so that it is found behind a cover sheet.
 * @example namesColumns([['2018年名单'], ['序号', '企业名称']]) // true
 */
export function namesColumns(table: readonly (readonly string[])[]): boolean {
  const filled = table.filter((cells) => cells.some((cell) => cell !== ''));
  return columnsOf(filled[titlesOf(filled)] ?? []) !== null;
}

/** How many rows of a single cell stand above the headings; 0 where there are no headings below. */
function titlesOf(rows: readonly (readonly string[])[]): number {
  for (let at = 0; at <= MOST_TITLES && at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    if (columnsOf(cells) !== null) return at;
    if (cells.filter((cell) => cell !== '').length !== 1) return 0;
  }
  return 0;
}

/** The columns that a row of headings names; null: the row is an entry. */
function columnsOf(cells: readonly string[]): (ListColumn | 'ignored')[] | null {
  const columns = cells.map((cell) => HEADINGS.find(([, words]) => words.test(cell))?.[0] ?? null);
  const short = cells.every((cell) => cell.length <= 20);
  const known = columns.filter((one) => one !== null);
  // An enterprise can be called 「某某单位」: a heading stands among headings, or alone.
  const all = known.length === cells.filter((cell) => cell !== '').length;
  const plain = /^(?:(?:企业|项目|单位|产品|机构|平台)?名称|企业|项目|name)$/iu.test(
    cells[0] ?? '',
  );
  if (!short || !all || !columns.includes('name')) return null;
  if (known.length === 1 && !plain) return null;
  return columns.map((one) => one ?? 'ignored');
}

function readRow(
  cells: readonly string[],
  columns: readonly (ListColumn | 'ignored')[],
  line: number,
  unit: string | null,
): ParsedRow {
  const problems: { column: ListColumn; code: CellProblem }[] = [];
  const at = (column: ListColumn): string => {
    const cell = cells[columns.indexOf(column)] ?? '';
    if (cell !== FORMULA_CELL) return cell;
    problems.push({ column, code: 'formula' });
    return '';
  };
  const within = (column: ListColumn, maximum: number): string => {
    const cell = at(column).normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
    if (cell.length <= maximum) return cell;
    problems.push({ column, code: 'tooLong' });
    return cell.slice(0, maximum).trim();
  };
  const name = within('name', 200);
  if (name === '') problems.push({ column: 'name', code: 'nameMissing' });
  const documentNumber = within('documentNumber', 100);
  const day = readDay(at('recognisedOn'));
  if (day.problem !== null) problems.push({ column: 'recognisedOn', code: day.problem });
  const computed = cells[columns.indexOf('quantity')] === FORMULA_CELL;
  const quantity = computed
    ? { value: null, problem: 'formula' as const }
    : readQuantity(at('quantity'), unit);
  if (quantity.problem !== null) problems.push({ column: 'quantity', code: quantity.problem });
  const entry = {
    name,
    documentNumber: documentNumber === '' ? null : documentNumber,
    recognisedOn: day.day,
    quantity: quantity.value,
    baseline: false,
    evidenceId: null,
  };
  return { line, entry, problems };
}

interface Day {
  readonly day: string | null;
  readonly problem: CellProblem | null;
}

const WHOLE_DAY =
  /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?$/u;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_ONLY = /^\d{4}\s*(?:年|[-/.])\s*\d{1,2}\s*月?$|^\d{4}\s*年?$/u;

/**
 * A day as people write it, always year before month before day.
 * @example readDay('２０１８．３．５') // { day: '2018-03-05', problem: null }
 * @example readDay('2018.3') // { day: null, problem: 'dayMissing' }
 */
export function readDay(text: string): Day {
  const shown = text.normalize('NFKC').replaceAll('。', '.').trim();
  if (shown === '' || /^(?:[-‐–—―−/]+|无)$/u.test(shown)) return { day: null, problem: null };
  const [, year, month, day] = WHOLE_DAY.exec(shown) ?? EIGHT_DIGITS.exec(shown) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return { day: null, problem: MONTH_ONLY.test(shown) ? 'dayMissing' : 'notADay' };
  }
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? { day: written, problem: null } : { day: null, problem: 'noSuchDay' };
}

function readQuantity(
  text: string,
  unit: string | null,
): { readonly value: number | null; readonly problem: CellProblem | null } {
  const read = parseNumber(text, { unit: [unit, '家', '个', '项', '人', '台', '套'] });
  if (!read.ok) return { value: null, problem: read.problem };
  if (read.value !== null && read.value < 0) return { value: null, problem: 'negative' };
  return { value: read.value ?? 1, problem: null };
}

/**
 * Rows and cells of tab-separated text as spreadsheets put it on the clipboard: a cell with a line
 * break, a tab or a quote in it stands in quotes.
 * @example cellsOf('甲\t1\r\n"乙\n二"\t2') // [['甲', '1'], ['乙\n二', '2']]
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      endCell();
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows;
}
