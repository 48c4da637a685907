import type { ReactElement, ReactNode } from 'react';
import { type Demand, lacks } from '../../shared/acceptance-evidence.ts';
import type { Acceptance, AcceptanceItem } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { Lacking } from './EvidenceChecklist.tsx';
import { TargetText, ValueText, VerdictWord } from './ItemFigures.tsx';
import { useRunWords } from './useRunWords.ts';

/** What is known of an item before anybody marks it: figure, verdict, computed mark, papers. */
export function ItemFacts(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  board: Dashboard;
}): ReactElement {
  const { acceptance, item, board } = props;
  const { acceptance: general, acceptances: words } = useMessages();
  const checked = acceptance.evidence.find(({ indicatorId }) => indicatorId === item.indicatorId);
  const demands = checked?.demands ?? [];
  const heads = general.columns;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(item.indicatorId === null
      ? []
      : [
          [heads.target, <TargetText key="target" item={item} board={board} />] as const,
          [heads.value, <ValueText key="value" item={item} board={board} />] as const,
        ]),
    ...(item.verdict === null && item.status === null
      ? []
      : [[heads.verdict, <VerdictWord key="verdict" item={item} />] as const]),
    ...(item.part === 'veto'
      ? []
      : [[words.computed, <Computed key="computed" item={item} />] as const]),
    ...(item.standard === ''
      ? []
      : [
          [
            general.standard,
            <span key="standard" lang="zh-CN">
              {item.standard}
            </span>,
          ] as const,
        ]),
    ...(demands.length === 0
      ? []
      : [[words.support, <Papers key="papers" demands={demands} />] as const]),
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether everything that is asked for lay there when the acceptance was opened. */
function Papers({ demands }: { demands: readonly Demand[] }): ReactElement {
  const words = useMessages().acceptances;
  const missing = demands.filter(lacks);
  if (missing.length === 0) return <>{words.allThere}</>;
  return (
    <>
      {words.missing} <Lacking demands={missing} />
    </>
  );
}

function Computed({ item }: { item: AcceptanceItem }): ReactElement {
  const { acceptance: general, acceptances: words } = useMessages();
  const say = useRunWords({ grades: [] });
  if (item.excluded) return <>{words.excluded}</>;
  if (item.gap !== null) {
    const why = general.gaps[item.gap];
    return <>{words.computedRange(say.marks(item.low), say.marks(item.high), why)}</>;
  }
  return <>{words.computedMark(say.marks(item.low), say.marks(item.weight ?? 0))}</>;
}
