import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Say } from '../../shared/figures.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { ApiProblem } from '../call.ts';
import type { Formats } from '../app/language.tsx';
import { clockTime, type EntryState, figureWords } from '../readings/api.ts';
import type { SheetState } from './SheetKeeper.ts';
import type { Column } from './columns.ts';

export interface Word {
  readonly text: string;
  readonly failed: boolean;
}

const fine = (text: string): Word => ({ text, failed: false });
const bad = (text: string): Word => ({ text, failed: true });

/** Where a row stands between the grid and the server, short; empty: nothing was typed into it. */
export function rowSaveWord(
  { saving, unsent, problem, clash, blocked, reading }: EntryState,
  { sheet }: Messages,
  format: Pick<Formats, 'dateTime'>,
): Word {
  const { save } = sheet;
  if (saving) return fine(save.saving);
  if (unsent) {
    if (problem instanceof ApiProblem && problem.code === 'offline') return bad(save.offline);
    return clash !== null || blocked || problem !== null ? bad(save.unsent) : fine(save.unsent);
  }
  const at = reading?.changed?.at;
  return fine(at === undefined ? '' : save.saved(clockTime(format, at)));
}

/** The same for the page. */
export function pageSaveWord(
  { saving, unsent, offline, stuck, savedAt }: SheetState,
  { sheet }: Messages,
  format: Pick<Formats, 'dateTime'>,
): Word {
  const { save } = sheet;
  if (offline) return bad(save.offlineRows(unsent.length));
  if (saving) return fine(save.saving);
  if (stuck.length > 0) return bad(save.stuck(stuck.length));
  if (unsent.length > 0) return fine(save.unsentRows(unsent.length));
  return fine(savedAt === null ? save.clean : save.saved(clockTime(format, savedAt)));
}

/**
 * A number without what stands behind it: its unit has a column of its own.
 * @example bare('61.5台/万人') // '61.5'
 */
export function bare(figure: string): string {
  return /^\u2212?\d[\d,.]*/.exec(figure)?.[0] ?? figure;
}

/**
 * A figure in a column beside its unit: a number alone, or the words of a level or an absence.
 * @example bareFigure({ …, unitZh: '个' }, { value: 3, … }, say, messages) // '3'
 */
export function bareFigure(
  indicator: KnownIndicator,
  shown: Parameters<typeof figureWords>[1],
  say: Say,
  messages: Messages,
): string {
  const plain = shown.absence === null && shown.value !== null;
  return plain && indicator.documentKind !== 'rating'
    ? bare(say.figure(shown.value))
    : figureWords(indicator, shown, say, messages);
}

/** What last year's report says in a column, to be taken over by whoever types; null: nothing. */
export function ghostOf(indicator: KnownIndicator, year: number, column: Column): string | null {
  const last = indicator.readings.find((one) => one.year === year - 1 && one.absence === null);
  if (last === undefined) return null;
  switch (column) {
    case 'numerator':
    case 'denominator': {
      const part = last[column];
      return part === null ? null : String(part);
    }
    case 'source':
      return last.source === '' ? null : last.source;
    default:
      return null;
  }
}
