import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { ActionTable } from './ActionTable.tsx';
import { useActions } from './useActions.ts';

/** The action items that serve an indicator, for its page; nothing where there are none. */
export function ActionsOfIndicator(props: {
  planId: string;
  indicatorId: string;
  className: string;
}): ReactElement | null {
  const { planId, indicatorId, className } = props;
  const words = useMessages().actions.ofIndicator;
  const { data } = useActions(planId, { indicatorId });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={className}>
      <h2>{words.title}</h2>
      <ActionTable actions={data.items} caption={words.title} />
    </section>
  );
}
