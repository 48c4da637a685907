import type { BoardReading } from '../../shared/dashboard.ts';
import type { Speech } from './speak.ts';

type Marked = Pick<
  BoardReading,
  'status' | 'dataStatus' | 'absence' | 'break' | 'corrections' | 'figureYear' | 'paper'
>;

/**
 * The small words at a figure, the weightiest first: corrected (更正), not approved (待审), carried
 * from an older year (2019年数据), not final (快报), of a new scope, taken over from paper (补录).
 * @example readingMarks({ corrections: 1, dataStatus: 'preliminary', … }) // ['更正', '快报']
 */
export function readingMarks(reading: Marked, speech: Speech): string[] {
  const { statuses, dashboard } = speech.messages;
  const marks: string[] = [];
  if (reading.corrections > 0) marks.push(dashboard.value.corrected);
  if (reading.status === 'submitted' || reading.status === 'signed') {
    marks.push(dashboard.value.unapproved);
  }
  if (reading.figureYear !== null) marks.push(dashboard.value.dataOf(reading.figureYear));
  if (reading.dataStatus !== 'final' && reading.absence === null) {
    marks.push(statuses.dataStatuses[reading.dataStatus]);
  }
  if (reading.break) marks.push(dashboard.value.newScope);
  if (reading.paper) marks.push(dashboard.value.fromPaper);
  return marks;
}
