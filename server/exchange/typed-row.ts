import type { BadCell, ImportField, SomeFigures, WhyNot } from '../../shared/exchange.ts';
import type { SheetColumn } from '../../shared/i18n/zh-CN/workbook.ts';
import { entryOf, type Figures } from '../../shared/reading-rules.ts';
import type { SheetRow } from '../../shared/sheet.ts';
import {
  ABSENCE_WORDS,
  DATA_STATUS_WORDS,
  type Said,
  saidDay,
  saidNumber,
  saidText,
  saidWord,
  saidYear,
  wordsFor,
} from './cell-values.ts';
import { type FilledCell, type FilledRow, shownText } from './filled.ts';
import { inOrder, subjectOf } from './row-figures.ts';

/** A field as a workbook has it, and where. */
export interface Typed {
  readonly field: ImportField;
  readonly at: FilledCell;
  readonly said: SomeFigures;
}

/** What one indicator's rows say, and what in them cannot be read. */
export interface TypedRow {
  readonly typed: readonly Typed[];
  readonly bad: readonly BadCell[];
}

export function bad(code: string, field: ImportField | null, at: FilledCell, why: WhyNot): BadCell {
  const typed = at.value === null ? '' : shownText(at.value).slice(0, 200);
  return { sheet: at.sheet, cell: at.cell, code, field, typed, why };
}

/** Reads the rows of one indicator, field by field. */
export function typedOf(
  row: SheetRow,
  main: FilledRow | undefined,
  more: readonly FilledRow[],
  { askedElsewhere }: { readonly askedElsewhere: readonly string[] },
): TypedRow {
  const { indicator, ratio } = row;
  const { code } = indicator;
  const entry = entryOf(subjectOf(indicator));
  const typed: Typed[] = [];
  const badCells: BadCell[] = [];
  const take = <T>(
    from: FilledRow | undefined,
    column: SheetColumn,
    field: ImportField,
    read: (cell: FilledCell) => Said<T>,
    made: (value: T) => SomeFigures | null,
  ): void => {
    const at = from?.cells.get(column);
    if (at === undefined) return;
    const said = read(at);
    if ('why' in said) {
      badCells.push(bad(code, field, at, said.why));
      return;
    }
    const figures = made(said.value);
    if (figures !== null) typed.push({ field, at, said: figures });
  };
  const figure = (
    column: 'numerator' | 'denominator' | 'value',
    unit: readonly (string | null)[],
  ) =>
    take(
      main,
      column,
      column,
      ({ value }) => saidNumber(value, { unit }),
      (value) => ({ [column]: value }),
    );
  const text = (column: 'source' | 'note' | 'scopeChange' | 'paper', empty: '' | null) =>
    take(
      main,
      column,
      column,
      ({ value }) => saidText(value),
      (value) => ({ [column]: value ?? empty }),
    );

  if (ratio !== null) {
    for (const part of ['numerator', 'denominator'] as const) {
      if (!askedElsewhere.includes(part)) figure(part, [ratio[part].unitZh]);
    }
  }
  if (entry === 'value' || entry === 'count') figure('value', [indicator.unitZh, indicator.unitEn]);
  if (entry === 'level') levelOf(row, more[0], take);
  if (entry === 'conditions') {
    const conditions = conditionsOf(row, more);
    typed.push(...conditions.typed);
    badCells.push(...conditions.bad);
  }
  absenceOf(main, code, typed, badCells);
  take(
    main,
    'dataStatus',
    'dataStatus',
    ({ value }) => saidWord(value, DATA_STATUS_WORDS),
    (value) =>
      // Emptied, it says nothing new: a figure always has one.
      value === null ? null : { dataStatus: value },
  );
  text('source', '');
  text('note', '');
  text('scopeChange', null);
  take(
    main,
    'figureYear',
    'figureYear',
    ({ value }) => saidYear(value),
    (value) => ({ figureYear: value }),
  );
  text('paper', null);
  return { typed, bad: badCells };
}

type Take = <T>(
  from: FilledRow | undefined,
  column: SheetColumn,
  field: ImportField,
  read: (cell: FilledCell) => Said<T>,
  made: (value: T) => SomeFigures | null,
) => void;

function levelOf({ indicator }: SheetRow, from: FilledRow | undefined, take: Take): void {
  const words = wordsFor(
    indicator.levels.flatMap(({ level, nameZh, nameEn }) => [
      [nameZh, level] as const,
      [nameEn, level] as const,
      [String(level), level] as const,
    ]),
  );
  take(
    from,
    'level',
    'level',
    ({ value }) => saidWord(value, words),
    (level) => ({ level }),
  );
  take(
    from,
    'ground',
    'ground',
    ({ value }) => saidText(value),
    (ground) => ({ ground }),
  );
}

/** 无法提供 and its reason are one thing said in two cells. */
function absenceOf(
  main: FilledRow | undefined,
  code: string,
  typed: Typed[],
  badCells: BadCell[],
): void {
  const kindAt = main?.cells.get('absence');
  const reasonAt = main?.cells.get('absenceReason');
  if (kindAt === undefined || reasonAt === undefined) return;
  const kind = saidWord(kindAt.value, ABSENCE_WORDS);
  const reason = saidText(reasonAt.value);
  if ('why' in kind) badCells.push(bad(code, 'absence', kindAt, kind.why));
  if ('why' in reason) badCells.push(bad(code, 'absence', reasonAt, reason.why));
  if ('why' in kind || 'why' in reason) return;
  if (kind.value === null && reason.value === null) {
    typed.push({ field: 'absence', at: kindAt, said: { absence: null } });
  } else if (reason.value === null) {
    badCells.push(bad(code, 'absence', kindAt, { of: 'cell', code: 'reasonMissing' }));
  } else {
    const absence = { kind: kind.value ?? 'unavailable', reason: reason.value } as const;
    typed.push({ field: 'absence', at: kindAt, said: { absence } });
  }
}

/** The conditions of a milestone are a list that is replaced whole: one bad day, and none is taken. */
function conditionsOf({ indicator }: SheetRow, rows: readonly FilledRow[]): TypedRow {
  const { code } = indicator;
  const ids = indicator.conditionNames.map(({ id }) => id);
  const badCells: BadCell[] = [];
  const conditions: Figures['conditions'][number][] = [];
  for (const { at, cells } of rows) {
    const named = saidText(cells.get('conditionId')?.value ?? null);
    const id = 'value' in named ? named.value : null;
    if (id === null || !ids.includes(id)) {
      badCells.push(
        bad(code, 'conditions', cells.get('conditionId') ?? at, { of: 'cell', code: 'otherWord' }),
      );
      continue;
    }
    if (conditions.some((one) => one.id === id)) {
      badCells.push(bad(code, 'conditions', at, { of: 'cell', code: 'twice' }));
      continue;
    }
    const read = <T>(
      column: SheetColumn,
      how: (value: FilledCell['value']) => Said<T | null>,
    ): T | null => {
      const cell = cells.get(column);
      const said = how(cell?.value ?? null);
      if ('value' in said) return said.value;
      badCells.push(bad(code, 'conditions', cell ?? at, said.why));
      return null;
    };
    conditions.push({
      id,
      metOn: read('metOn', saidDay),
      lostOn: read('lostOn', saidDay),
      documentNumber: read('documentNumber', saidText),
    });
  }
  const [first] = rows;
  if (badCells.length > 0 || first === undefined) return { typed: [], bad: badCells };
  const at = first.cells.get('metOn') ?? first.at;
  const said = { conditions: inOrder(conditions, ids).map((one) => ({ ...one })) };
  return { typed: [{ field: 'conditions', at, said }], bad: [] };
}
