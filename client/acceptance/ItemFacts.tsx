import type { ReactElement } from 'react';
import { lacks } from '../../shared/acceptance-evidence.ts';
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
  return (
    <dl className={styles['facts']}>
      {item.standard === '' ? null : (
        <>
          <dt>{general.standard}</dt>
          <dd lang="zh-CN">{item.standard}</dd>
        </>
      )}
      {item.indicatorId === null ? null : (
        <>
          <dt>{heads.target}</dt>
          <dd>
            <TargetText item={item} board={board} />
          </dd>
          <dt>{heads.value}</dt>
          <dd>
            <ValueText item={item} board={board} />
          </dd>
        </>
      )}
      {item.verdict === null && item.status === null ? null : (
        <>
          <dt>{heads.verdict}</dt>
          <dd>
            <VerdictWord item={item} />
          </dd>
        </>
      )}
      {item.part === 'veto' ? null : (
        <>
          <dt>{words.computed}</dt>
          <dd>
            <Computed item={item} />
          </dd>
        </>
      )}
      {demands.length === 0 ? null : (
        <>
          <dt>{words.support}</dt>
          <dd>
            {demands.some(lacks) ? (
              <>
                {words.missing} <Lacking demands={demands.filter(lacks)} />
              </>
            ) : (
              words.allThere
            )}
          </dd>
        </>
      )}
    </dl>
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
