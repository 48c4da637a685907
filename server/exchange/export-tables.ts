import type { Language } from '../../shared/i18n/languages.ts';
import { statuses as english } from '../../shared/i18n/en/statuses.ts';
import { statuses as chinese } from '../../shared/i18n/zh-CN/statuses.ts';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Reading, Revision } from '../../shared/readings.ts';
import type { CsvCell } from '../../shared/csv.ts';
import { wordsOf } from './sheet-columns.ts';
import type { ExportedList } from './store.ts';

/** Rows with a heading each: the same for xlsx and CSV. */
export interface ExportTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** What the tables must know of the plan. */
export interface ExportContext {
  readonly language: Language;
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
  /** By id, in the language of the export. */
  readonly departments: ReadonlyMap<string, string>;
  /** Of the demo: every row says so. */
  readonly illustrative: boolean;
}

type Figures = Pick<
  Reading,
  | 'status'
  | 'dataStatus'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'level'
  | 'ground'
  | 'conditions'
  | 'absence'
  | 'source'
  | 'note'
  | 'scopeChange'
  | 'figureYear'
  | 'paper'
>;

/** Every reading on a row, its figures as they are stored: numbers, unrounded. */
export function readingsTable(readings: readonly Reading[], context: ExportContext): ExportTable {
  const { table } = wordsOf(context.language);
  return marked(context, {
    headings: [...headOf(context), ...figureHeadings(context), table.corrections, table.version],
    rows: readings.map((reading) => [
      ...whose(reading.indicatorId, reading.year, context),
      ...figuresOf(reading, reading.indicatorId, context),
      reading.corrections,
      reading.version,
    ]),
  });
}

/** Every version of every reading, oldest first. */
export function historyTable(
  revisions: readonly (Revision & Pick<Reading, 'indicatorId' | 'year'>)[],
  context: ExportContext,
): ExportTable {
  const { table } = wordsOf(context.language);
  return marked(context, {
    headings: [
      ...headOf(context),
      table.version,
      table.action,
      table.at,
      table.by,
      table.reason,
      ...figureHeadings(context),
    ],
    rows: revisions.map((revision) => [
      ...whose(revision.indicatorId, revision.year, context),
      revision.version,
      table.actions[revision.action],
      revision.at,
      revision.by.name,
      revision.reason,
      ...figuresOf(revision, revision.indicatorId, context),
    ]),
  });
}

/** Every entry of every list on a row. */
export function listsTable(lists: readonly ExportedList[], context: ExportContext): ExportTable {
  const { table } = wordsOf(context.language);
  return marked(context, {
    headings: [
      table.year,
      table.list,
      table.name,
      table.documentNumber,
      table.recognisedOn,
      table.quantity,
      table.baseline,
    ],
    rows: lists.flatMap((list) =>
      list.entries.map((entry) => [
        list.year,
        pick(context, list.nameZh, list.nameEn),
        entry.name,
        entry.documentNumber,
        entry.recognisedOn,
        entry.quantity,
        entry.baseline ? table.yes : null,
      ]),
    ),
  });
}

const pick = ({ language }: ExportContext, zh: string, en: string): string =>
  language === 'zh-CN' ? zh : en;

function headOf({ language }: ExportContext): string[] {
  const { columns, table } = wordsOf(language);
  return [table.year, columns.code, columns.indicator, columns.unit, table.department];
}

function whose(indicatorId: string, year: number, context: ExportContext): CsvCell[] {
  const indicator = context.indicators.get(indicatorId);
  if (indicator === undefined) return [year, null, null, null, null];
  const { lead, unitZh, unitEn } = indicator;
  const names = lead.departmentIds.map((id) => context.departments.get(id) ?? id);
  return [
    year,
    indicator.code,
    pick(context, indicator.nameZh, indicator.nameEn),
    unitZh === null ? null : pick(context, unitZh, unitEn ?? unitZh),
    names.length === 0 ? null : names.join(context.language === 'zh-CN' ? '、' : ', '),
  ];
}

function figureHeadings({ language }: ExportContext): string[] {
  const { columns, table } = wordsOf(language);
  return [
    table.status,
    columns.dataStatus,
    columns.value,
    columns.numerator,
    columns.denominator,
    columns.level,
    columns.ground,
    table.conditions,
    table.absence,
    columns.absenceReason,
    columns.source,
    columns.note,
    columns.scopeChange,
    columns.figureYear,
    columns.paper,
  ];
}

function figuresOf(figures: Figures, indicatorId: string, context: ExportContext): CsvCell[] {
  const said = context.language === 'zh-CN' ? chinese : english;
  const indicator = context.indicators.get(indicatorId);
  const level = indicator?.levels.find((one) => one.level === figures.level);
  return [
    said.readingStatuses[figures.status],
    said.dataStatuses[figures.dataStatus],
    figures.value,
    figures.numerator,
    figures.denominator,
    level === undefined ? figures.level : pick(context, level.nameZh, level.nameEn),
    figures.ground,
    conditionsOf(figures, indicator, context),
    figures.absence === null ? null : said.absences[figures.absence.kind],
    figures.absence?.reason ?? null,
    figures.source,
    figures.note,
    figures.scopeChange,
    figures.figureYear,
    figures.paper,
  ];
}

function conditionsOf(
  { conditions }: Figures,
  indicator: KnownIndicator | undefined,
  context: ExportContext,
): string | null {
  const { table } = wordsOf(context.language);
  const said = conditions.flatMap(({ id, metOn, lostOn, documentNumber }) => {
    const named = indicator?.conditionNames.find((one) => one.id === id);
    const name = named === undefined ? id : pick(context, named.nameZh, named.nameEn);
    return [
      ...(metOn === null ? [] : [table.met(name, metOn)]),
      ...(lostOn === null ? [] : [table.lost(name, lostOn)]),
      ...(documentNumber === null ? [] : [documentNumber]),
    ];
  });
  return said.length === 0 ? null : said.join(context.language === 'zh-CN' ? '；' : '; ');
}

/** In the demo every row begins by saying that it is made up: rows are copied one by one. */
/** The demo says so on every row. */
export function marked(
  { illustrative, language }: ExportContext,
  { headings, rows }: ExportTable,
): ExportTable {
  if (!illustrative) return { headings, rows };
  const { table } = wordsOf(language);
  return {
    headings: [table.mark, ...headings],
    rows: rows.map((row) => [table.illustrative, ...row]),
  };
}
