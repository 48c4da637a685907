import type { ReactElement } from 'react';
import { type Demand, lacks } from '../../shared/acceptance-evidence.ts';
import type { Acceptance } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages, useName } from '../app/language.tsx';
import styles from './acceptance.module.css';

/** 佐证材料清单: target by target what is asked for, what is there and what is missing. */
export function EvidenceChecklist(props: {
  acceptance: Acceptance;
  board: Dashboard;
}): ReactElement | null {
  const { acceptance, board } = props;
  const { acceptance: general, acceptances: words } = useMessages();
  const name = useName();
  const named = new Set(acceptance.items.map(({ indicatorId }) => indicatorId));
  const targets = board.indicators.flatMap((indicator) => {
    const checked = acceptance.evidence.find(({ indicatorId }) => indicatorId === indicator.id);
    return checked === undefined || !named.has(indicator.id) ? [] : [{ indicator, ...checked }];
  });
  if (targets.length === 0) return null;
  const complete = targets.filter(({ demands }) => !demands.some(lacks)).length;
  return (
    <section>
      <table className={`statTable ${styles['items']}`}>
        <caption>{words.evidence}</caption>
        <thead>
          <tr>
            <th scope="col">{general.columns.item}</th>
            <th scope="col">{words.have}</th>
            <th scope="col">{words.lackingHead}</th>
            <th scope="col">{words.files}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ indicator, demands }) => (
            <tr key={indicator.id}>
              <th scope="row">
                {indicator.code} {name(indicator)}
              </th>
              <td>
                <Told demands={demands.filter(({ have }) => have > 0)} />
              </td>
              <td>
                {demands.some(lacks) ? <Lacking demands={demands.filter(lacks)} /> : words.allThere}
              </td>
              <td lang="zh-CN">{filesOf(demands).join(words.comma) || words.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sourceLine">
        {words.targets(complete, targets.length)} {words.evidenceNote}
      </p>
    </section>
  );
}

const filesOf = (demands: readonly Demand[]): string[] =>
  demands.flatMap(({ files }) => files.map(({ name }) => name));

/** What is there, with how much of how much where that is not one of one. */
function Told({ demands }: { demands: readonly Demand[] }): ReactElement {
  const words = useMessages().acceptances;
  return (
    <>
      {demands
        .map(({ code, have, of }) =>
          of === 1 ? words.demands[code] : `${words.demands[code]} ${words.thereOf(have, of)}`,
        )
        .join(words.comma)}
    </>
  );
}

/** What is missing, by name. */
export function Lacking({ demands }: { demands: readonly Demand[] }): ReactElement {
  const words = useMessages().acceptances;
  return (
    <strong>
      {demands
        .map(({ code, have, of }) =>
          of === 1 ? words.demands[code] : `${words.demands[code]} ${words.missingOf(of - have)}`,
        )
        .join(words.comma)}
    </strong>
  );
}
