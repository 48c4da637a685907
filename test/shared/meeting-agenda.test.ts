import { describe, expect, it, test } from 'vitest';
import type { ActionItem } from '../../shared/action-items.ts';
import type { Status } from '../../shared/assessment/types.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { openActions, suggestAgenda, troubled } from '../../shared/meeting-agenda.ts';
import { endAfter, type UsualEnd } from '../../shared/meeting-days.ts';

type Indicator = Dashboard['indicators'][number];

/** As much of an indicator as an agenda looks at. */
function indicator(
  id: string,
  status: Status,
  flags: readonly string[] = [],
  state: 'named' | 'none' = 'named',
): Indicator {
  return { id, assessment: { status, flags }, lead: { state } } as unknown as Indicator;
}
const action = (
  id: string,
  state: ActionItem['state'],
  dueOn: string,
  urgency: ActionItem['urgency'] = 'running',
): ActionItem => ({ id, state, dueOn, urgency }) as unknown as ActionItem;

describe('what a meeting should talk about', () => {
  it('is what is missed, far behind, fell back, was not kept or is behind: the worst first', () => {
    const found = troubled([
      indicator('a', 'behind'),
      indicator('b', 'onTrack'),
      indicator('c', 'farBehind'),
      indicator('d', 'missed'),
      indicator('e', 'achieved', ['regressed']),
      indicator('f', 'missed'),
      indicator('g', 'noData'),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['d', 'f', 'c', 'e', 'a']);
  });

  it('opens with what is open, the overdue first, then as it falls due', () => {
    const open = openActions([
      action('closed', 'closed', '2018-01-01'),
      action('later', 'received', '2019-06-30'),
      action('sooner', 'reported', '2019-02-01'),
      action('overdue', 'issued', '2018-12-31', 'overdue'),
      action('withdrawn', 'withdrawn', '2018-01-01'),
    ]);
    expect(open.map(({ id }) => id)).toEqual(['overdue', 'sooner', 'later']);
  });
});

describe('the agenda that is suggested', () => {
  it('is the whole first, then earlier decisions, trouble, what is pending and what nobody leads', () => {
    const board = {
      indicators: [
        indicator('robots', 'farBehind'),
        indicator('so2', 'targetPending', [], 'none'),
        indicator('index', 'achieved'),
      ],
    };
    const actions = [
      action('one', 'received', '2018-12-31', 'overdue'),
      action('two', 'issued', '2019-03-31'),
    ];
    expect(suggestAgenda(board, actions)).toEqual([
      'overall',
      'decisions',
      'decision:one',
      'indicator:robots',
      'pending',
      'ownerless',
    ]);
  });

  it('is short where all is well', () => {
    expect(suggestAgenda({ indicators: [indicator('index', 'achieved')] }, [])).toEqual([
      'overall',
    ]);
  });
});

describe('the usual due days', () => {
  test.each<[UsualEnd, string, string]>([
    ['monthEnd', '2019-01-31', '2019-01-31'],
    ['monthEnd', '2020-02-10', '2020-02-29'],
    ['quarterEnd', '2019-01-01', '2019-03-31'],
    ['quarterEnd', '2019-12-31', '2019-12-31'],
    ['yearEnd', '2018-12-20', '2018-12-31'],
  ])('%s after %s is %s', (end, day, expected) => {
    expect(endAfter(end, day)).toBe(expected);
  });
});
