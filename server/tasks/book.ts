import { tasks as english } from '../../shared/i18n/en/tasks.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { tasks as chinese } from '../../shared/i18n/zh-CN/tasks.ts';
import type { Breakdown, Task } from '../../shared/tasks.ts';
import type { Book, BookCell } from '../files/book.ts';

/** The hidden sheet that says whose table it is. */
export const META_SHEET = '_biaochi';

export const wordsOf = (language: Language): typeof chinese =>
  language === 'zh-CN' ? chinese : english;

/** The breakdown as a workbook: what may be typed is open, what the plan says is not. */
export function bookOf(
  { planId, year, departments, items }: Breakdown,
  { language, illustrative }: { readonly language: Language; readonly illustrative: boolean },
): Book {
  const words = wordsOf(language);
  const zh = language === 'zh-CN';
  const name = (id: string | null): string => {
    const found = departments.find((one) => one.id === id);
    return found === undefined ? '' : zh ? found.shortNameZh : found.nameEn;
  };
  const line = (item: Task): BookCell[] => {
    const typed = (value: BookCell['value']): BookCell => ({
      value: value === '' ? null : value,
      style: 'input',
    });
    const fixed = (value: string): BookCell => ({ value, style: 'fixed' });
    return [
      fixed(item.subject === 'measure' ? words.measureCode(item.code) : item.code),
      fixed(zh ? item.nameZh : item.nameEn),
      typed(name(item.leadDepartmentId)),
      typed(item.supportingDepartmentIds.map(name).join(zh ? '、' : '; ')),
      typed(item.principalLeader),
      typed(item.leaderInCharge),
      typed(item.handler),
      typed(item.task),
      typed(item.target),
      typed(item.unit),
      typed(item.dueOn === null ? null : { day: item.dueOn }),
      typed(item.requirement),
    ];
  };
  const before: (BookCell | null)[][] = [
    [{ value: words.page.title(year), style: 'title' }],
    ...(illustrative ? [[{ value: words.illustrative, style: 'mark' as const }]] : []),
    [{ value: words.fill, style: 'words' }],
    words.heads.map((value) => ({ value, style: 'head' as const })),
  ];
  return {
    sheets: [
      {
        name: words.sheet,
        rows: [...before, ...items.map(line)],
        widths: [9, 26, 16, 18, 10, 10, 10, 30, 9, 8, 12, 26],
        headRows: before.length,
        fixedColumns: 2,
      },
      {
        name: META_SHEET,
        hidden: true,
        rows: [
          [
            { value: planId, style: 'words' },
            { value: year, style: 'words' },
          ],
        ],
        widths: [20, 10],
        headRows: 0,
        fixedColumns: 0,
      },
    ],
  };
}
