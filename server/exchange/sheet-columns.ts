import { workbook as en } from '../../shared/i18n/en/workbook.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import {
  type SheetColumn,
  workbook as zhCN,
  type WorkbookWords,
} from '../../shared/i18n/zh-CN/workbook.ts';

/** The columns of the first sheet, in their order, with their widths in characters. */
export const MAIN_COLUMNS = [
  ['code', 6],
  ['indicator', 32],
  ['unit', 9],
  ['lastYear', 10],
  ['plan', 10],
  ['numerator', 10],
  ['denominator', 10],
  ['value', 11],
  ['dataStatus', 9],
  ['source', 15],
  ['note', 22],
  ['absence', 10],
  ['absenceReason', 16],
  ['scopeChange', 14],
  ['figureYear', 9],
  ['paper', 14],
] as const satisfies readonly (readonly [SheetColumn, number])[];

/** Of the second: one row for each condition of a milestone, one for each rating. */
export const MORE_COLUMNS = [
  ['code', 7],
  ['indicator', 34],
  ['condition', 34],
  ['conditionId', 16],
  ['metOn', 13],
  ['lostOn', 13],
  ['documentNumber', 22],
  ['level', 14],
  ['ground', 40],
] as const satisfies readonly (readonly [SheetColumn, number])[];

export const ABOUT_COLUMNS = [
  ['code', 7],
  ['indicator', 34],
  ['definition', 46],
  ['quote', 60],
  ['open', 46],
] as const satisfies readonly (readonly [SheetColumn, number])[];

/** The sheet with the version mark, found by this name whatever a program makes of its hiding. */
export const META_SHEET = '_meta';
/** Of what stands in it; another number is another layout. */
export const FORMAT = 'biaochi-sheet-1';

const WORDS: Readonly<Record<Language, WorkbookWords>> = { 'zh-CN': zhCN, en };

export const wordsOf = (language: Language): WorkbookWords => WORDS[language];

/**
 * The column that a heading names, in whichever language, without regard to spaces and line ends.
 * @example columnOf('本年 值') // 'value'
 */
export function columnOf(heading: string): SheetColumn | null {
  return BY_HEADING.get(folded(heading)) ?? null;
}

const folded = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

const BY_HEADING: ReadonlyMap<string, SheetColumn> = new Map(
  [zhCN, en].flatMap(({ columns }) =>
    Object.entries(columns).map(([column, heading]) => [folded(heading), column as SheetColumn]),
  ),
);
