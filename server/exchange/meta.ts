import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { someFigures } from '../../shared/exchange.ts';
import type { Figures } from '../../shared/reading-rules.ts';
import type { BookSheet, ReadSheet } from '../files/book.ts';
import { FORMAT, META_SHEET } from './sheet-columns.ts';

/** What a downloaded sheet knows of itself: which it is, and what it said when it was made. */
export interface Meta {
  readonly planId: string;
  readonly year: number;
  readonly departmentId: string;
  readonly madeAt: string;
  /** By indicator: the figures that were filled in. */
  readonly seen: ReadonlyMap<string, Figures>;
}

const allFigures = z.required(someFigures);

export function metaSheet({ planId, year, departmentId, madeAt, seen }: Meta): BookSheet {
  const facts: [string, string, string][] = [
    ['format', FORMAT, ''],
    ['plan', planId, ''],
    ['year', String(year), ''],
    ['department', departmentId, ''],
    ['madeAt', madeAt, ''],
    ...[...seen].map(([id, figures]): [string, string, string] => [
      'reading',
      id,
      JSON.stringify(figures),
    ]),
  ];
  const rows = [...facts, ['checksum', checksumOf(facts), '']];
  return {
    name: META_SHEET,
    hidden: true,
    locked: true,
    widths: [12, 40, 80],
    headRows: 0,
    fixedColumns: 0,
    rows: rows.map((row) => row.map((value) => ({ value, style: 'words' }))),
  };
}

/** null: there is none, or it is not whole any more. */
export function readMeta(sheets: readonly ReadSheet[]): Meta | null {
  const sheet = sheets.find(({ name }) => name.toLowerCase() === META_SHEET);
  const rows = sheet === undefined ? [] : rowsOf(sheet);
  const facts = rows.filter(([key]) => key !== 'checksum');
  const one = (key: string): string => facts.find(([name]) => name === key)?.[1] ?? '';
  const written = rows.find(([key]) => key === 'checksum')?.[1];
  if (one('format') !== FORMAT || written !== checksumOf(facts)) return null;
  const seen = new Map<string, Figures>();
  for (const [key, id, json] of facts) {
    if (key !== 'reading') continue;
    const figures = z.safeParse(allFigures, parsed(json));
    if (!figures.success) return null;
    seen.set(id, figures.data);
  }
  return {
    planId: one('plan'),
    year: Number(one('year')),
    departmentId: one('department'),
    madeAt: one('madeAt'),
    seen,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function rowsOf({ cells }: ReadSheet): [string, string, string][] {
  const rows = new Map<number, [string, string, string]>();
  for (const { row, column, value } of cells) {
    if (column > 3) continue;
    const line = rows.get(row) ?? ['', '', ''];
    // A program may take the year for a number.
    if (value.kind === 'text') line[column - 1] = value.text;
    else if (value.kind === 'number') line[column - 1] = String(value.number);
    rows.set(row, line);
  }
  return [...rows.values()];
}

/** Against accidents, not against people: nothing here gives anybody a right. */
function checksumOf(facts: readonly (readonly string[])[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
