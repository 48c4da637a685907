import { findings } from '../../shared/checks/findings.ts';
import type {
  BadCell,
  ImportDiff,
  ImportedField,
  ImportedRow,
  ImportField,
  SomeFigures,
  WhyNot,
} from '../../shared/exchange.ts';
import { issuesOf } from '../../shared/issues.ts';
import {
  applyChanges,
  type Figures,
  impossible,
  refuseFields,
} from '../../shared/reading-rules.ts';
import { type ReadingChanges, readingChanges } from '../../shared/readings.ts';
import type { Sheet, SheetRow } from '../../shared/sheet.ts';
import type { Filled } from './filled.ts';
import type { Meta } from './meta.ts';
import { askedElsewhere, figuresOf, subjectOf } from './row-figures.ts';
import { bad, type Typed, typedOf } from './typed-row.ts';

/** What is not read is named, up to so many. */
const MOST_NAMED = 50;

/**
 * What accepting a filled workbook would change. Three things are compared: what the sheet said when
 * it was downloaded, what stands now, and what the workbook says. Only what differs from the first
 * was typed by somebody; where the first two differ as well, somebody else changed it meanwhile.
 */
export function diffOf(sheet: Sheet, meta: Meta, filled: Filled): Omit<ImportDiff, 'fileName'> {
  const rows: ImportedRow[] = [];
  const badCells: BadCell[] = [];
  const elsewhere = askedElsewhere(sheet.rows);
  for (const row of sheet.rows) {
    const { code, id } = row.indicator;
    const [main, ...again] = filled.main.filter((one) => one.code === code);
    badCells.push(...again.map(({ at }) => bad(code, null, at, { of: 'cell', code: 'twice' })));
    const typedRow = typedOf(
      row,
      main,
      filled.more.filter((one) => one.code === code),
      {
        askedElsewhere: Object.keys(elsewhere.get(id) ?? {}),
      },
    );
    const compared = compare(sheet, row, meta.seen.get(id) ?? figuresOf(row), typedRow.typed);
    badCells.push(...typedRow.bad);
    if (compared.length === 0) continue;
    const open = row.reading === null ? sheet.mayBegin : row.reading.editable;
    if (open) rows.push(importedRow(row, compared));
    else {
      const why = { of: 'cell', code: 'locked' } as const;
      badCells.push(...compared.map(({ field, at }) => bad(code, field, at, why)));
    }
  }
  const known = new Set(sheet.rows.map(({ indicator }) => indicator.code));
  const codes = [...filled.main, ...filled.more].map(({ code }) => code.slice(0, 50));
  return {
    madeAt: meta.madeAt,
    rows,
    badCells,
    unknownCodes: [...new Set(codes.filter((code) => !known.has(code)))].slice(0, MOST_NAMED),
    ignoredColumns: filled.ignoredColumns.slice(0, MOST_NAMED),
  };
}

interface Compared extends Typed {
  readonly before: SomeFigures;
  readonly conflict: boolean;
  readonly issues: readonly WhyNot[];
}

function compare(sheet: Sheet, row: SheetRow, seen: Figures, typed: readonly Typed[]): Compared[] {
  const now = figuresOf(row);
  const changed = typed.flatMap((one): Compared[] => {
    const { field, said } = one;
    const before: SomeFigures = pickField(now, field);
    const mine = JSON.stringify(said);
    if (mine === JSON.stringify(before) || mine === JSON.stringify(pickField(seen, field)))
      return [];
    const conflict = JSON.stringify(pickField(seen, field)) !== JSON.stringify(before);
    return [{ ...one, before, conflict, issues: [] }];
  });
  if (changed.length === 0) return [];
  const issues = issuesAgainst(
    sheet,
    row,
    now,
    changed.map(({ said }) => said),
  );
  return changed.map((one) => ({
    ...one,
    issues: issues
      .filter(({ pointer }) => pointer === `/${one.field}` || pointer.startsWith(`/${one.field}/`))
      .map(({ code, values }) => ({
        of: 'issue',
        code,
        ...(values === undefined ? {} : { values }),
      })),
  }));
}

function pickField(figures: Figures, field: ImportField): SomeFigures {
  return { [field]: figures[field] };
}

/** What the rules of typing say of all changes of one row together. */
function issuesAgainst(
  sheet: Sheet,
  row: SheetRow,
  now: Figures,
  said: readonly SomeFigures[],
): Pick<ReturnType<typeof issuesOf>[number], 'pointer' | 'code' | 'values'>[] {
  const changes = together(said);
  const malformed = issuesOf(readingChanges, changes);
  if (malformed.length > 0) return malformed;
  const subject = subjectOf(row.indicator);
  return [
    ...refuseFields(subject, now, changes),
    ...impossible(subject, sheet.year, applyChanges(now, changes)),
  ];
}

function importedRow(row: SheetRow, compared: readonly Compared[]): ImportedRow {
  const { indicator, reading, checks } = row;
  const after = applyChanges(figuresOf(row), together(compared.map(({ said }) => said)));
  return {
    indicator,
    version: reading?.version ?? 0,
    // What cannot be true is not worth comparing.
    findings: compared.some(({ issues }) => issues.length > 0)
      ? []
      : findings(subjectOf(indicator), after, checks).map((found) => ({
          ...found,
          values: { ...found.values },
        })),
    fields: compared.map(({ field, at, before, said, conflict, issues }): ImportedField => ({
      field,
      sheet: at.sheet,
      cell: at.cell,
      before,
      after: said,
      conflict,
      issues: [...issues],
    })),
  };
}

function together(said: readonly SomeFigures[]): ReadingChanges {
  return Object.assign({}, ...said) as ReadingChanges;
}
