import type { ImportDiff, ImportedField, ImportedRow } from '../../shared/exchange.ts';
import type { ReadingChanges } from '../../shared/readings.ts';

/** What names one change of a comparison. */
export const keyOf = (row: ImportedRow, { field }: ImportedField): string =>
  `${row.indicator.id} ${field}`;

export const isBlocked = ({ issues }: ImportedField): boolean => issues.length > 0;

/** Every change that nothing speaks against; a conflict waits for a person. */
export function chosenAtFirst({ rows }: ImportDiff): ReadonlySet<string> {
  return keysOf(rows, (one) => !isBlocked(one) && !one.conflict);
}

/** Every change that may be chosen. */
export function choosable({ rows }: ImportDiff): ReadonlySet<string> {
  return keysOf(rows, (one) => !isBlocked(one));
}

function keysOf(
  rows: readonly ImportedRow[],
  wanted: (one: ImportedField) => boolean,
): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.fields.filter(wanted).map((one) => keyOf(row, one))));
}

/** The chosen changes as they are sent, by reading. */
export function chosenChanges(
  { rows }: ImportDiff,
  chosen: ReadonlySet<string>,
): { indicatorId: string; version: number; changes: ReadingChanges }[] {
  return rows.flatMap((row) => {
    const taken = row.fields.filter((one) => chosen.has(keyOf(row, one)));
    if (taken.length === 0) return [];
    const changes = Object.assign({}, ...taken.map(({ after }) => after)) as ReadingChanges;
    return [{ indicatorId: row.indicator.id, version: row.version, changes }];
  });
}
