import type { ActionItem } from '../../shared/action-items.ts';
import { date } from '../../shared/i18n/format.ts';
import type { DueMark } from '../charts/trajectoryModel.ts';
import type { Speech } from './speak.ts';

/**
 * The due days of the action items that serve an indicator, as marks on its axis of years. What was
 * withdrawn is due no more.
 */
export function dueMarksOf(actions: readonly ActionItem[], speech: Speech): DueMark[] {
  const { actions: words } = speech.messages;
  return actions
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ id, year, number, dueOn, urgency }) => ({
      key: id,
      at: yearsOf(dueOn),
      standing: urgency === 'overdue' ? 'late' : isSettled(urgency) ? 'settled' : 'open',
      label: words.ofSubject.mark(words.numberOf(year, number), date(speech.language, dueOn)),
    }));
}

const isSettled = (urgency: ActionItem['urgency']): boolean =>
  urgency === 'inTime' || urgency === 'late';

/**
 * A day on an axis on which each year stands for its end.
 * @example yearsOf('2018-12-31') // 2018
 */
export function yearsOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 0);
  return year - 1 + (Date.parse(day) - start) / (Date.UTC(year + 1, 0, 0) - start);
}
