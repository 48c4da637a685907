import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Form, type Look, textWidth, twips } from './form.ts';
import type { PaperColumn, PaperTable } from '../../shared/paper.ts';
import { runOf, STYLE } from './styles.ts';

/** Half a point, black. */
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** So many rows stay on one page, as long as they are short. */
const MOST_TOGETHER = 12;

/** Whether a table is small enough to be kept in one piece: a line in each cell, more or less. */
export function isTogether({ rows }: PaperTable): boolean {
  return (
    rows.length <= MOST_TOGETHER &&
    rows.every((row) => typeof row !== 'string' && row.every((text) => text.length <= 30))
  );
}

/**
 * A table with its caption above and its notes below. Widths stand in the grid, in the cells and in
 * the table: WPS reads the first, Word the last.
 */
export function tableOf(form: Form, table: PaperTable, landscape: boolean): (Paragraph | Table)[] {
  const widths = gridOf(table.columns, textWidth(form, landscape));
  const { caption, unit, notes, columns, rows } = table;
  const together = isTogether(table);
  // The rows of a small table stay together, and a note is never alone on a page.
  const staysWithNext = (place: number): boolean =>
    place < rows.length - 1 ? together : notes.length > 0;
  return [
    ...(caption === null ? [] : [line(form, caption, form.looks.caption, STYLE.caption)]),
    ...(unit === null ? [] : [line(form, unit, form.looks.small, STYLE.small, 'right')]),
    new Table({
      columnWidths: widths,
      width: { size: sum(widths), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      margins: { left: 80, right: 80, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
      borders: {
        top: RULE,
        bottom: RULE,
        left: RULE,
        right: RULE,
        insideHorizontal: RULE,
        insideVertical: RULE,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ head }, at) =>
            cell(form, head, {
              width: widths[at] ?? 0,
              align: 'center',
              look: form.looks.head,
              ...(together ? { keepNext: true } : {}),
            }),
          ),
        }),
        ...rows.map((row, place) =>
          typeof row === 'string'
            ? spanningRow(form, row, widths)
            : new TableRow({
                cantSplit: true,
                children: columns.map(({ align }, at) =>
                  cell(form, row[at] ?? '', {
                    width: widths[at] ?? 0,
                    align: align ?? 'left',
                    look: form.looks.cell,
                    ...(staysWithNext(place) ? { keepNext: true } : {}),
                  }),
                ),
              }),
        ),
      ],
    }),
    ...notes.map((note) => line(form, note, form.looks.small, STYLE.small, 'left', false)),
  ];
}

/** A row that names those below it, and stays with the first of them. */
function spanningRow(form: Form, text: string, widths: readonly number[]): TableRow {
  const look = form.looks.head;
  return new TableRow({
    cantSplit: true,
    children: [
      cell(form, text, {
        width: sum(widths),
        align: 'left',
        look,
        span: widths.length,
        keepNext: true,
      }),
    ],
  });
}

interface CellForm {
  readonly width: number;
  readonly align: NonNullable<PaperColumn['align']>;
  readonly look: Look;
  readonly span?: number;
  readonly keepNext?: true;
}

function cell(
  form: Form,
  text: string,
  { width, align, look, span, keepNext }: CellForm,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(span === undefined ? {} : { columnSpan: span }),
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          style: STYLE.cell,
          alignment: ALIGN[align],
          ...(keepNext === undefined ? {} : { keepNext }),
          children: [new TextRun({ text: part, ...runOf(form, look) })],
        }),
    ),
  });
}

function line(
  form: Form,
  text: string,
  look: Look,
  style: string,
  align?: 'left' | 'right',
  keepNext = true,
): Paragraph {
  return new Paragraph({
    style,
    keepNext,
    ...(align === undefined ? {} : { alignment: ALIGN[align] }),
    children: [new TextRun({ text, ...runOf(form, look) })],
  });
}

/** Whole twips that fill the text width exactly: what rounding leaves goes to the last column. */
function gridOf(columns: readonly PaperColumn[], room: number): number[] {
  const asked = sum(columns.map(({ width }) => twips(width)));
  const scale = room / asked;
  const widths = columns.map(({ width }) => Math.floor(twips(width) * scale));
  const last = widths.length - 1;
  return widths.map((width, at) => (at === last ? width + room - sum(widths) : width));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
