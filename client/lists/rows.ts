import { readDay } from '../../shared/list-input.ts';
import { duplicates, nameKey } from '../../shared/list-rules.ts';
import type { CellProblem, ParsedRow } from '../../shared/list-input.ts';
import type { ListEntry } from '../../shared/lists.ts';
import { parseNumber } from '../../shared/number-input.ts';
import { randomId } from '../call.ts';

/** One entry as it stands in the editor: what was typed stays typed until it is saved. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly documentNumber: string;
  readonly recognisedOn: string;
  readonly quantity: string;
  readonly baseline: boolean;
  readonly evidenceId: string | null;
  /** The earlier year that it was taken over from; null: it was not. */
  readonly from: number | null;
}

export const BLANK_ROW: Omit<Row, 'key'> = {
  name: '',
  documentNumber: '',
  recognisedOn: '',
  quantity: '1',
  baseline: false,
  evidenceId: null,
  from: null,
};

export const newRow = (): Row => ({ ...BLANK_ROW, key: randomId() });

/** @param entry of a list, or as it was pasted: a quantity that could not be read is left empty */
export function rowOf(entry: ParsedRow['entry'], from: number | null = null): Row {
  return {
    key: randomId(),
    name: entry.name,
    documentNumber: entry.documentNumber ?? '',
    recognisedOn: entry.recognisedOn ?? '',
    quantity: entry.quantity === null ? '' : String(entry.quantity),
    baseline: entry.baseline,
    evidenceId: from === null ? entry.evidenceId : null,
    from,
  };
}

/** A row in which nothing was typed is none. */
export const isBlank = ({ name, documentNumber, recognisedOn, quantity }: Row): boolean =>
  name.trim() === '' &&
  documentNumber.trim() === '' &&
  recognisedOn.trim() === '' &&
  (quantity.trim() === '' || quantity.trim() === '1');

export interface RowIssue {
  /** From 0. */
  readonly at: number;
  readonly code: CellProblem;
}

/** What keeps rows from being saved, and the entries where nothing does. */
export function readRows(
  rows: readonly Row[],
  unit: string | null,
): { readonly entries: ListEntry[]; readonly issues: RowIssue[] } {
  const issues: RowIssue[] = [];
  const entries = rows.map((row, at): ListEntry => {
    if (row.name.trim() === '') issues.push({ at, code: 'nameMissing' });
    const { day, problem } = readDay(row.recognisedOn);
    if (problem !== null) issues.push({ at, code: problem });
    const quantity = quantityOf(row, unit);
    if (typeof quantity !== 'number') issues.push({ at, code: quantity.code });
    return {
      name: row.name.trim(),
      documentNumber: row.documentNumber.trim() === '' ? null : row.documentNumber.trim(),
      recognisedOn: day,
      quantity: typeof quantity === 'number' ? quantity : 0,
      baseline: row.baseline,
      evidenceId: row.evidenceId,
    };
  });
  return { entries, issues };
}

function quantityOf(row: Row, unit: string | null): number | { readonly code: CellProblem } {
  const read = parseNumber(row.quantity, { unit });
  if (!read.ok) return { code: read.problem };
  if (read.value !== null && read.value < 0) return { code: 'negative' };
  return read.value ?? { code: 'quantityMissing' };
}

/** For each row the place of the first of its name, from 0; null: it is the first, or has no name. */
export function twiceOf(rows: readonly Row[]): (number | null)[] {
  const first = duplicates(rows);
  return rows.map(({ name }, at) => (name.trim() === '' ? null : (first[at] ?? null)));
}

/** The rows of one list that another does not name yet. */
export function notYetIn(rows: readonly Row[], more: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ name }) => nameKey(name)));
  return more.filter(({ name }) => !known.has(nameKey(name)));
}
