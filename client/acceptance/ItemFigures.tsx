import type { ReactElement } from 'react';
import type { AcceptanceItem } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { targetText, valueText } from '../dashboard/api.ts';
import { StatusGlyph } from '../ui/status.tsx';

type Judged = Pick<AcceptanceItem, 'indicatorId' | 'verdict' | 'why' | 'status'>;

const DRAWN = { met: 'achieved', notMet: 'missed', cannotJudge: 'noData' } as const;

/** The target of an item's indicator; nothing for what has none. */
export function TargetText(props: { item: Judged; board: Dashboard }): ReactElement | null {
  const { item, board } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const indicator = board.indicators.find(({ id }) => id === item.indicatorId);
  if (indicator === undefined) return null;
  return <>{targetText(indicator, board.plan, { language, messages })}</>;
}

/** Its figure in the year of the board, with its unit. */
export function ValueText(props: { item: Judged; board: Dashboard }): ReactElement | null {
  const { item, board } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const indicator = board.indicators.find(({ id }) => id === item.indicatorId);
  if (indicator === undefined) return null;
  const { assessment } = indicator;
  const { text, unit } = valueText(indicator, assessment, board.year, { language, messages });
  return (
    <>
      {text}
      {unit === '' ? '' : ` ${unit}`}
    </>
  );
}

/** 完成、未完成、无法评价 with why; of a measure how far it is. */
export function VerdictWord({ item }: { item: Judged }): ReactElement | null {
  const { acceptance: words, measures } = useMessages();
  const { verdict, why, status } = item;
  if (verdict === null) {
    const state = Object.entries(measures.states).find(([code]) => code === status);
    return state === undefined ? null : <>{state[1]}</>;
  }
  const drawn = why === 'targetPending' ? 'targetPending' : DRAWN[verdict];
  return (
    <span className="statusWord" data-status={drawn}>
      <StatusGlyph status={drawn} />
      {why === null
        ? words.verdicts[verdict]
        : words.verdictWhy(words.verdicts[verdict], words.why[why])}
    </span>
  );
}
