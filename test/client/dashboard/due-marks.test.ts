import { describe, expect, it, test } from 'vitest';
import { dueMarksOf, yearsOf } from '../../../client/dashboard/dueMarks.ts';
import type { ActionItem } from '../../../shared/action-items.ts';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';

const action = (more: Partial<ActionItem>): ActionItem =>
  ({
    id: 'a',
    year: 2019,
    number: 3,
    dueOn: '2019-03-31',
    state: 'received',
    ...more,
  }) as ActionItem;

describe('the marks of what is due', () => {
  test.each([
    ['2018-12-31', 2018, 'a year stands for its end'],
    ['2019-12-31', 2019, 'and so does the next'],
    ['2020-07-01', 2019.5, 'the middle of a leap year'],
  ])('%s stands at %s (%s)', (day, expected) => {
    expect(yearsOf(day)).toBeCloseTo(expected, 2);
  });

  it('say what is due, and whether it is late or done; what was withdrawn is due no more', () => {
    const marks = dueMarksOf(
      [
        action({ urgency: 'overdue' }),
        action({ urgency: 'late', state: 'closed' }),
        action({ urgency: 'near' }),
        action({ urgency: 'void', state: 'withdrawn' }),
      ],
      { language: 'zh-CN', messages: zhCN },
    );
    expect(marks.map(({ standing }) => standing)).toEqual(['late', 'settled', 'open']);
    expect(marks[0]?.label).toBe('督办〔2019〕3号，2019年3月31日到期');
  });
});
