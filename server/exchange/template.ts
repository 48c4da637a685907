import { decimalsOf } from '../../shared/figures.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { statuses as english } from '../../shared/i18n/en/statuses.ts';
import { statuses as chinese } from '../../shared/i18n/zh-CN/statuses.ts';
import type { SheetColumn, WorkbookWords } from '../../shared/i18n/zh-CN/workbook.ts';
import { plannedFor } from '../../shared/preview.ts';
import { entryOf, type Figures } from '../../shared/reading-rules.ts';
import { ABSENCES, DATA_STATUSES } from '../../shared/readings.ts';
import type { Sheet, SheetRow } from '../../shared/sheet.ts';
import {
  addressOf,
  type Book,
  type BookCell,
  type BookSheet,
  type CellRule,
} from '../files/book.ts';
import { metaSheet } from './meta.ts';
import { askedElsewhere, figuresOf, subjectOf } from './row-figures.ts';
import { ABOUT_COLUMNS, MAIN_COLUMNS, MORE_COLUMNS, wordsOf } from './sheet-columns.ts';

/** What a template says beside the sheet itself. */
export interface TemplateFrame {
  readonly language: Language;
  readonly plan: { readonly shortTitleZh: string; readonly shortTitleEn: string };
  /** Of the demo. */
  readonly illustrative: boolean;
  readonly now: Date;
}

/** Title, how to, mark; then the headings. */
const HEAD_ROWS = 4;

type Row = (BookCell | null)[];

/** A department's year as a workbook: what is entered now, open where something may be typed. */
export function templateOf(sheet: Sheet, frame: TemplateFrame): Book {
  const words = wordsOf(frame.language);
  const seen = new Map(sheet.rows.map((row) => [row.indicator.id, figuresOf(row)]));
  const sheets: BookSheet[] = [mainSheet(sheet, frame, words)];
  const more = moreSheet(sheet, frame, words);
  if (more !== null) sheets.push(more);
  sheets.push(
    aboutSheet(sheet, frame, words),
    metaSheet({
      planId: sheet.plan.id,
      year: sheet.year,
      departmentId: sheet.department?.id ?? '',
      madeAt: frame.now.toISOString(),
      seen,
    }),
  );
  return { sheets };
}

const pick = (language: Language, zh: string, en: string): string =>
  language === 'zh-CN' ? zh : en;

const statusWords = (language: Language) => (language === 'zh-CN' ? chinese : english);

function isOpen(sheet: Sheet, { reading }: SheetRow): boolean {
  return reading === null ? sheet.mayBegin : reading.editable;
}

function headOf(
  sheet: Sheet,
  { language, plan, illustrative }: TemplateFrame,
  words: WorkbookWords,
  columns: readonly (readonly [SheetColumn, number])[],
): Row[] {
  const { department, year } = sheet;
  const name = department === null ? '' : pick(language, department.shortNameZh, department.nameEn);
  const short = pick(language, plan.shortTitleZh, plan.shortTitleEn);
  return [
    [{ value: words.sheet.title(short, year, name), style: 'title' }],
    [{ value: words.sheet.howTo, style: 'words' }],
    [illustrative ? { value: words.sheet.illustrative, style: 'mark' } : null],
    columns.map(([column]) => ({ value: words.columns[column], style: 'head' })),
  ];
}

function mainSheet(sheet: Sheet, frame: TemplateFrame, words: WorkbookWords): BookSheet {
  const elsewhere = askedElsewhere(sheet.rows);
  const rowNumber = new Map(sheet.rows.map((row, at) => [row.indicator.code, HEAD_ROWS + 1 + at]));
  const warnings: { range: string; formula: string }[] = [];
  const rows = sheet.rows.map((row, at): Row => {
    const number = HEAD_ROWS + 1 + at;
    const cells = mainCells(sheet, row, frame, words);
    const asked = elsewhere.get(row.indicator.id) ?? {};
    for (const part of ['numerator', 'denominator'] as const) {
      const code = asked[part];
      if (code === undefined || row.ratio === null) continue;
      cells[part] = {
        value: { formula: sharedFormula(sheet, row, part, rowNumber) },
        style: 'computed',
      };
    }
    if (row.ratio !== null) {
      const over = at4('numerator', number);
      const under = at4('denominator', number);
      cells.value = {
        value: {
          formula: `IF(OR(${over}="",${under}="",${under}=0),"",${over}*${row.ratio.multiplier}/${under})`,
        },
        style: 'computed',
        format: formatOf(row),
      };
      if (row.indicator.unitZh === '%' && row.ratio.multiplier === 100) {
        warnings.push({
          range: `${over}:${under}`,
          // Both cells ask about the same two.
          formula: `AND($${over}<>"",$${under}<>"",$${over}>$${under})`,
        });
      }
    }
    return MAIN_COLUMNS.map(([column]) => cells[column]);
  });
  return {
    name: words.sheet.main(sheet.year),
    locked: true,
    widths: MAIN_COLUMNS.map(([, width]) => width),
    headRows: HEAD_ROWS,
    fixedColumns: 2,
    rows: [...headOf(sheet, frame, words, MAIN_COLUMNS), ...rows],
    warnings,
  };
}

type MainCells = Record<(typeof MAIN_COLUMNS)[number][0], BookCell>;

function mainCells(
  sheet: Sheet,
  row: SheetRow,
  { language }: TemplateFrame,
  words: WorkbookWords,
): MainCells {
  const { indicator, ratio } = row;
  const open = isOpen(sheet, row);
  const figures = figuresOf(row);
  const entry = entryOf(subjectOf(indicator));
  const said = statusWords(language);
  const fixed = (value: string | number | null, format?: string): BookCell => ({
    value,
    style: 'fixed',
    ...(format === undefined ? {} : { format }),
  });
  const computed = (value: string | number | null): BookCell => ({ value, style: 'computed' });
  const input = (value: string | number | null, rule: CellRule): BookCell =>
    open ? { value, style: 'input', rule } : computed(value);
  const name = pick(language, indicator.nameZh, indicator.nameEn);
  const part = (which: 'numerator' | 'denominator'): BookCell => {
    if (ratio === null) return computed(null);
    const called = pick(language, ratio[which].nameZh, ratio[which].nameEn);
    const prompt =
      which === 'numerator' ? words.sheet.numeratorIs(called) : words.sheet.denominatorIs(called);
    return input(figures[which], { kind: 'number', least: 0, most: null, prompt });
  };
  const absence = figures.absence === null ? null : said.absences[figures.absence.kind];
  const text = (value: string | null, longest: number): BookCell =>
    input(value === '' ? null : value, { kind: 'text', longest });
  return {
    code: fixed(indicator.code),
    indicator: fixed(ratio === null ? name : `${name}\n${partNames(row, language, words)}`),
    unit: fixed(
      indicator.unitZh === null ? null : pick(language, indicator.unitZh, indicator.unitEn ?? ''),
    ),
    lastYear: lastYear(sheet, row, language, words),
    plan: planned(sheet, row, language),
    numerator: part('numerator'),
    denominator: part('denominator'),
    value:
      entry === 'value' || entry === 'count'
        ? input(figures.value, valueRule(row))
        : computed(entry === 'ratio' ? null : words.sheet.onOtherSheet),
    dataStatus: input(said.dataStatuses[figures.dataStatus], {
      kind: 'list',
      items: DATA_STATUSES.map((status) => said.dataStatuses[status]),
    }),
    source: text(figures.source, 200),
    note: text(figures.note, 4000),
    absence: input(absence, { kind: 'list', items: ABSENCES.map((one) => said.absences[one]) }),
    absenceReason: text(figures.absence?.reason ?? null, 500),
    scopeChange: text(figures.scopeChange, 500),
    figureYear: input(figures.figureYear, {
      kind: 'whole',
      least: sheet.plan.baselineYear,
      most: sheet.year,
    }),
    paper: text(figures.paper, 300),
  };
}

function partNames({ ratio }: SheetRow, language: Language, words: WorkbookWords): string {
  if (ratio === null) return '';
  const { numerator, denominator } = ratio;
  const over = words.sheet.numeratorIs(pick(language, numerator.nameZh, numerator.nameEn));
  const under = words.sheet.denominatorIs(pick(language, denominator.nameZh, denominator.nameEn));
  return `${over}\n${under}`;
}

/** A part that another row asks for is shown here, too, and typed there. */
function sharedFormula(
  sheet: Sheet,
  { ratio }: SheetRow,
  part: 'numerator' | 'denominator',
  rowNumber: ReadonlyMap<string, number>,
): string {
  const id = ratio?.[part].id;
  for (const row of sheet.rows) {
    if (row.reading !== null && row.reading.absence !== null) continue;
    for (const theirs of ['numerator', 'denominator'] as const) {
      if (row.ratio?.[theirs].id !== id) continue;
      const address = at4(theirs, rowNumber.get(row.indicator.code) ?? 0);
      return `IF(${address}="","",${address})`;
    }
  }
  throw new Error(`nobody asks for ${id}`);
}

function at4(column: (typeof MAIN_COLUMNS)[number][0], row: number): string {
  return addressOf(row, MAIN_COLUMNS.findIndex(([name]) => name === column) + 1);
}

function valueRule({ indicator }: SheetRow): CellRule {
  const subject = subjectOf(indicator);
  if (entryOf(subject) === 'count') return { kind: 'whole', least: 0, most: null };
  return {
    kind: 'number',
    least: subject.kind === 'reduction' ? 0 : null,
    most: subject.unitZh === '%' ? 100 : null,
  };
}

function formatOf({ indicator }: SheetRow, more = 0): string {
  const { documentKind: kind, decimals } = indicator;
  const places = decimalsOf({ kind, unit: null, decimals }) + more;
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

function lastYear(sheet: Sheet, row: SheetRow, language: Language, words: WorkbookWords): BookCell {
  const { indicator } = row;
  const last = indicator.readings.find(({ year }) => year === sheet.year - 1);
  if (indicator.documentKind === 'milestone') return { value: null, style: 'fixed' };
  if (last === undefined || last.value === null)
    return { value: words.sheet.missing, style: 'fixed' };
  if (indicator.documentKind === 'rating') {
    return { value: levelName(indicator, last.value, language), style: 'fixed' };
  }
  return { value: last.value, style: 'fixed', format: formatOf(row) };
}

function planned(sheet: Sheet, row: SheetRow, language: Language): BookCell {
  const { indicator } = row;
  const value = plannedFor(indicator, sheet.year);
  if (value === null) return { value: null, style: 'fixed' };
  if (indicator.documentKind === 'rating') {
    return { value: levelName(indicator, Math.round(value), language), style: 'fixed' };
  }
  // A place on the way need not be a whole one.
  return { value, style: 'fixed', format: formatOf(row, Number.isInteger(value) ? 0 : 1) };
}

function levelName(indicator: SheetRow['indicator'], level: number, language: Language): string {
  const named = indicator.levels.find((one) => one.level === level);
  return named === undefined ? String(level) : pick(language, named.nameZh, named.nameEn);
}

/** Milestones and ratings; null: the department has none. */
function moreSheet(sheet: Sheet, frame: TemplateFrame, words: WorkbookWords): BookSheet | null {
  const rows = sheet.rows.flatMap((row) => moreRows(sheet, row, frame));
  if (rows.length === 0) return null;
  return {
    name: words.sheet.more,
    locked: true,
    widths: MORE_COLUMNS.map(([, width]) => width),
    headRows: HEAD_ROWS,
    fixedColumns: 2,
    rows: [...headOf(sheet, frame, words, MORE_COLUMNS), ...rows],
  };
}

function moreRows(sheet: Sheet, row: SheetRow, { language }: TemplateFrame): Row[] {
  const { indicator } = row;
  const entry = entryOf(subjectOf(indicator));
  if (entry !== 'conditions' && entry !== 'level') return [];
  const figures = figuresOf(row);
  const fixed = (value: string | null): BookCell => ({ value, style: 'fixed' });
  const closed: BookCell = { value: null, style: 'computed' };
  const input = (value: BookCell['value'], rule: CellRule, format?: string): BookCell =>
    isOpen(sheet, row)
      ? { value, style: 'input', rule, ...(format === undefined ? {} : { format }) }
      : { value, style: 'computed', ...(format === undefined ? {} : { format }) };
  const name = fixed(pick(language, indicator.nameZh, indicator.nameEn));
  const code = fixed(indicator.code);
  if (entry === 'level') {
    const items = indicator.levels.map(({ nameZh, nameEn }) => pick(language, nameZh, nameEn));
    const level = figures.level === null ? null : levelName(indicator, figures.level, language);
    return [
      [
        code,
        name,
        fixed(null),
        fixed(null),
        closed,
        closed,
        closed,
        input(level, { kind: 'list', items }),
        input(figures.ground, { kind: 'text', longest: 2000 }),
      ],
    ];
  }
  const day = (value: string | null): BookCell =>
    input(value === null ? null : { day: value }, { kind: 'day' }, 'yyyy-mm-dd');
  return indicator.conditionNames.map(({ id, nameZh, nameEn }) => {
    const condition: Partial<Figures['conditions'][number]> =
      figures.conditions.find((one) => one.id === id) ?? {};
    return [
      code,
      name,
      fixed(pick(language, nameZh, nameEn)),
      fixed(id),
      day(condition.metOn ?? null),
      day(condition.lostOn ?? null),
      input(condition.documentNumber ?? null, { kind: 'text', longest: 100 }),
      closed,
      closed,
    ];
  });
}

/** What the words mean: how a rate is made, what the document says and what it leaves open. */
function aboutSheet(sheet: Sheet, frame: TemplateFrame, words: WorkbookWords): BookSheet {
  const { language } = frame;
  const fixed = (value: string | null): BookCell => ({ value, style: 'fixed' });
  const rows = sheet.rows.map(({ indicator, ratio, quote, ambiguities }): Row => [
    fixed(indicator.code),
    fixed(pick(language, indicator.nameZh, indicator.nameEn)),
    fixed(
      ratio === null
        ? null
        : words.sheet.ratio(
            pick(language, ratio.numerator.nameZh, ratio.numerator.nameEn),
            pick(language, ratio.denominator.nameZh, ratio.denominator.nameEn),
            ratio.multiplier,
          ),
    ),
    fixed(quote),
    fixed(
      ambiguities.map(({ textZh, textEn }) => pick(language, textZh, textEn)).join('\n') || null,
    ),
  ]);
  const [title, , mark, headings] = headOf(sheet, frame, words, ABOUT_COLUMNS);
  const rules = words.sheet.rules.map((rule): Row => [{ value: rule, style: 'words' }]);
  return {
    name: words.sheet.about,
    locked: true,
    widths: ABOUT_COLUMNS.map(([, width]) => width),
    headRows: rules.length + 3,
    fixedColumns: 2,
    rows: [title ?? [], mark ?? [], ...rules, headings ?? [], ...rows],
  };
}
