import type { ActionItem } from './action-items.ts';
import { STILL_OPEN } from './action-rules.ts';
import type { Dashboard } from './dashboard.ts';
import { attentionOf } from './deck.ts';

type BoardIndicator = Dashboard['indicators'][number];

/** The worst first: what is past its deadline, then what fell back, then what is behind. */
const WORST_FIRST = ['missed', 'farBehind', 'regressed', 'notSustained', 'behind'] as const;

/**
 * The indicators that a meeting should talk about, the worst first and in the document's order among
 * equals.
 */
export function troubled(indicators: readonly BoardIndicator[]): BoardIndicator[] {
  const found = indicators.map((indicator) => {
    const { assessment } = indicator;
    const [worst] = attentionOf(assessment);
    return { indicator, reason: worst ?? (assessment.status === 'behind' ? 'behind' : null) };
  });
  return WORST_FIRST.flatMap((reason) =>
    found.filter((one) => one.reason === reason).map(({ indicator }) => indicator),
  );
}

/** The action items that the next meeting opens with: overdue ones first, then as they fall due. */
export function openActions<T extends Pick<ActionItem, 'state' | 'urgency' | 'dueOn'>>(
  actions: readonly T[],
): T[] {
  const open = actions
    .filter(({ state }) => STILL_OPEN.includes(state))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return [
    ...open.filter(({ urgency }) => urgency === 'overdue'),
    ...open.filter(({ urgency }) => urgency !== 'overdue'),
  ];
}

/**
 * The agenda that the figures suggest, as slides: 总体, what became of earlier decisions with each
 * overdue one, each indicator in trouble, targets still pending and indicators that nobody leads.
 * @example suggestAgenda(board, []) // ['overall', 'indicator:im-robot-density', 'pending']
 */
export function suggestAgenda(
  { indicators }: Pick<Dashboard, 'indicators'>,
  actions: readonly ActionItem[],
): string[] {
  const open = openActions(actions);
  const pending = indicators.some(({ assessment }) => assessment.status === 'targetPending');
  const ownerless = indicators.some(({ lead }) => lead.state !== 'named');
  return [
    'overall',
    ...(open.length > 0 ? ['decisions'] : []),
    ...open.filter(({ urgency }) => urgency === 'overdue').map(({ id }) => `decision:${id}`),
    ...troubled(indicators).map(({ id }) => `indicator:${id}`),
    ...(pending ? ['pending'] : []),
    ...(ownerless ? ['ownerless'] : []),
  ];
}
