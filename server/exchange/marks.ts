import { exchange as englishCells } from '../../shared/i18n/en/exchange.ts';
import { problems as englishIssues } from '../../shared/i18n/en/problems.ts';
import { readings as englishNumbers } from '../../shared/i18n/en/readings.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { exchange as chineseCells } from '../../shared/i18n/zh-CN/exchange.ts';
import { problems as chineseIssues } from '../../shared/i18n/zh-CN/problems.ts';
import { readings as chineseNumbers } from '../../shared/i18n/zh-CN/readings.ts';
import type { ImportDiff, WhyNot } from '../../shared/exchange.ts';
import type { Mark } from '../files/book.ts';
import { wordsOf } from './sheet-columns.ts';

const SENTENCES = {
  'zh-CN': { cells: chineseCells, issues: chineseIssues, numbers: chineseNumbers },
  en: { cells: englishCells, issues: englishIssues, numbers: englishNumbers },
} as const;

/** A remark at every cell of a workbook that cannot be taken over as it stands. */
export function marksOf({ badCells, rows }: ImportDiff, language: Language): Mark[] {
  const { problemAt } = wordsOf(language).sheet;
  const mark = ({ sheet, cell }: Omit<Mark, 'text'>, why: readonly WhyNot[]): Mark => ({
    sheet,
    cell,
    text: problemAt(why.map((one) => sentenceOf(one, language)).join(' ')),
  });
  return [
    ...badCells.map((one) => mark(one, [one.why])),
    ...rows.flatMap(({ fields }) =>
      fields.filter(({ issues }) => issues.length > 0).map((one) => mark(one, one.issues)),
    ),
  ];
}

function sentenceOf(why: WhyNot, language: Language): string {
  const { cells, issues, numbers } = SENTENCES[language];
  if (why.of === 'cell') return cells.cellProblems[why.code];
  if (why.of === 'number') return numbers.numbers[why.code];
  const sentence = issues.issues[why.code];
  return typeof sentence === 'string' ? sentence : sentence(why.values ?? {});
}
