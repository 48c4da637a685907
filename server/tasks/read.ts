import { Problem } from '../../shared/problems.ts';
import { parseNumber } from '../../shared/number-input.ts';
import { officeNamed, officesNamed, readTaskCode } from '../../shared/task-rules.ts';
import {
  type Breakdown,
  type Task,
  type TaskCellProblem,
  type TaskChange,
  TASK_FIELDS,
  type TaskField,
  type TaskRow,
} from '../../shared/tasks.ts';
import { isDay } from '../../shared/values.ts';
import { addressOf, type ReadBook, type ReadCell, type ReadSheet } from '../files/book.ts';
import { META_SHEET, wordsOf } from './book.ts';

/** What an uploaded table would change, and what is wrong with it. */
export interface ReadTasks {
  readonly changes: TaskChange[];
  readonly problems: TaskCellProblem[];
  /** [] while there is a problem: nothing is taken over by half. */
  readonly rows: TaskRow[];
}

type Column = TaskField | 'code';

/** The columns in the order of the table; the second is the name, which is only read by people. */
const COLUMNS: readonly (Column | null)[] = ['code', null, ...TASK_FIELDS];

/** In UTF-16 units, as shared/tasks.ts has them. */
const LONGEST: Partial<Record<TaskField, number>> = {
  principalLeader: 60,
  leaderInCharge: 60,
  handler: 60,
  task: 1000,
  unit: 20,
  requirement: 1000,
};

/**
 * Compares an uploaded table with the breakdown, row by row, by the codes in it. Rows and columns that
 * are not there stay as they are.
 * @throws Problem sheetNotTemplate without the heading of the codes; sheetOfAnother for the table of
 * another plan or year
 */
export function readTasks({ sheets }: ReadBook, breakdown: Breakdown): ReadTasks {
  requireOwn(sheets, breakdown);
  const sheet = sheets.find(({ name }) => name !== META_SHEET);
  const head = sheet === undefined ? null : headOf(sheet);
  if (sheet === undefined || head === null) throw new Problem('sheetNotTemplate');
  const read: ReadTasks = { changes: [], problems: [], rows: [] };
  const seen = new Set<Task>();
  const byRow = Map.groupBy(
    sheet.cells.filter(({ row }) => row > head.row),
    ({ row }) => row,
  );
  for (const [row, cells] of byRow) {
    const codeColumn = head.columns.get('code') ?? 1;
    const codeCell = cells.find(({ column }) => column === codeColumn);
    const text = codeCell === undefined ? '' : textOf(codeCell).trim();
    if (text === '') continue;
    const { subject, code } = readTaskCode(text);
    const item = breakdown.items.find((one) => one.subject === subject && one.code === code);
    const cell = addressOf(row, codeColumn);
    if (item === undefined) {
      read.problems.push({ cell, code: 'unknownCode', text });
    } else if (seen.has(item)) {
      read.problems.push({ cell, code: 'repeatedCode', text });
    } else {
      seen.add(item);
      readRow(item, row, cells, head.columns, breakdown, read);
    }
  }
  return read.problems.length === 0 ? read : { ...read, rows: [] };
}

function requireOwn(sheets: readonly ReadSheet[], { planId, year }: Breakdown): void {
  const meta = sheets.find(({ name }) => name === META_SHEET);
  if (meta === undefined) return;
  const said = meta.cells.map(textOf);
  if (said[0] !== planId || said[1] !== String(year)) throw new Problem('sheetOfAnother');
}

/** The row of headings and what stands below each, in either language. */
function headOf({ cells }: ReadSheet) {
  const words = [wordsOf('zh-CN').heads, wordsOf('en').heads];
  const columnOf = (text: string): Column | null => {
    const places = words.map((heads) => heads.indexOf(text.trim()));
    const place = places.find((at) => at >= 0) ?? -1;
    return COLUMNS[place] ?? null;
  };
  const first = cells.find((cell) => columnOf(textOf(cell)) === 'code');
  if (first === undefined) return null;
  const columns = new Map<Column, number>();
  for (const cell of cells.filter(({ row }) => row === first.row)) {
    const column = columnOf(textOf(cell));
    if (column !== null && !columns.has(column)) columns.set(column, cell.column);
  }
  return { row: first.row, columns };
}

function readRow(
  item: Task,
  row: number,
  cells: readonly ReadCell[],
  columns: ReadonlyMap<Column, number>,
  breakdown: Breakdown,
  read: ReadTasks,
): void {
  const after: Record<TaskField, unknown> = { ...pick(item) };
  let changed = false;
  for (const field of TASK_FIELDS) {
    const column = columns.get(field);
    if (column === undefined) continue;
    const found = cells.find((one) => one.column === column);
    const cell = addressOf(row, column);
    const value = valueOf(field, found, breakdown);
    if ('problem' in value) {
      read.problems.push({
        cell,
        code: value.problem,
        text: found === undefined ? '' : textOf(found),
      });
      continue;
    }
    if (JSON.stringify(value.value) === JSON.stringify(item[field])) continue;
    if (!item.editable || (field === 'leadDepartmentId' && !item.leadEditable)) {
      read.problems.push({ cell, code: 'notYours', text: item.code });
      continue;
    }
    after[field] = value.value;
    changed = true;
    read.changes.push({
      subject: item.subject,
      subjectId: item.subjectId,
      code: item.code,
      field,
      before: shownOf(item[field], breakdown),
      after: shownOf(value.value, breakdown),
    });
  }
  if (!changed) return;
  const { subject, subjectId, version } = item;
  read.rows.push({ ...(after as Omit<TaskRow, 'subject'>), subject, subjectId, version });
}

function pick(item: Task): Record<TaskField, unknown> {
  return Object.fromEntries(TASK_FIELDS.map((field) => [field, item[field]])) as Record<
    TaskField,
    unknown
  >;
}

type Value = { readonly value: Task[TaskField] } | { readonly problem: TaskCellProblem['code'] };

function valueOf(field: TaskField, cell: ReadCell | undefined, breakdown: Breakdown): Value {
  if (cell?.value.kind === 'formula') return { problem: 'formula' };
  const text = cell === undefined ? '' : textOf(cell).normalize('NFC').trim();
  switch (field) {
    case 'leadDepartmentId': {
      if (text === '') return { value: null };
      const id = officeNamed(text, breakdown.departments);
      return id === null ? { problem: 'unknownDepartment' } : { value: id };
    }
    case 'supportingDepartmentIds': {
      const ids = officesNamed(text, breakdown.departments);
      return ids === null ? { problem: 'unknownDepartment' } : { value: ids };
    }
    case 'target': {
      if (cell?.value.kind === 'number') return { value: cell.value.number };
      const parsed = parseNumber(text);
      return parsed.ok ? { value: parsed.value } : { problem: 'notANumber' };
    }
    case 'dueOn': {
      if (text === '') return { value: null };
      const day = dayOf(text);
      return day === null ? { problem: 'notADay' } : { value: day };
    }
    default:
      return text.length > (LONGEST[field] ?? Infinity) ? { problem: 'tooLong' } : { value: text };
  }
}

/** 2018-12-31, 2018/12/31, 2018.12.31 and 2018年12月31日. */
function dayOf(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.normalize('NFKC'));
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const said = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(said) ? said : null;
}

function textOf({ value }: ReadCell): string {
  switch (value.kind) {
    case 'text':
    case 'error':
      return value.text;
    case 'number':
      return String(value.number);
    case 'day':
      return value.day;
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'formula':
      return '';
  }
}

/** A value as the comparison shows it. */
function shownOf(value: Task[TaskField], { departments }: Breakdown): string {
  const name = (id: string): string => departments.find((one) => one.id === id)?.shortNameZh ?? id;
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return name(value);
  return value.map(name).join('、');
}
