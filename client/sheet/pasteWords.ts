import { type Messages, zhCN } from '../../shared/i18n/zh-CN.ts';
import { type Absence, ABSENCES, DATA_STATUSES, type DataStatus } from '../../shared/readings.ts';
import type { PasteWords } from './paste.ts';
import type { OpenRow } from './SheetKeeper.ts';

/**
 * The words of a pasted cell that stand for a choice: those of the page and the Chinese ones, since
 * the sheets that offices paste from are in Chinese whatever the page is in.
 */
export function pasteWords(rows: readonly OpenRow[], messages: Messages): PasteWords {
  const spoken = [zhCN.statuses, messages.statuses];
  return {
    statuses: Object.fromEntries(
      spoken.flatMap(({ dataStatuses }) =>
        DATA_STATUSES.map((one): [string, DataStatus] => [dataStatuses[one], one]),
      ),
    ),
    absences: Object.fromEntries(
      spoken.flatMap(({ absences }) =>
        ABSENCES.map((one): [string, Absence] => [absences[one], one]),
      ),
    ),
    levels: (rowId) => {
      const levels = rows.find(({ id }) => id === rowId)?.given.indicator.levels ?? [];
      return Object.fromEntries(
        levels.flatMap(({ level, nameZh, nameEn }): [string, number][] => [
          [nameZh, level],
          [nameEn, level],
        ]),
      );
    },
  };
}
