import type { ReactElement } from 'react';
import type { DryRun, ScoreSheet } from '../../shared/acceptance.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { useItemName } from './useItemName.ts';
import { useRunWords } from './useRunWords.ts';

/** What the result hinges on: each single change that would alter a verdict or the grade. */
export function SwingTable(props: {
  sheet: ScoreSheet;
  run: DryRun;
  board: Dashboard;
}): ReactElement {
  const { sheet, run, board } = props;
  const words = useMessages().acceptance;
  const say = useRunWords(sheet);
  const nameOf = useItemName(board);
  return (
    <section>
      <table className={`statTable ${styles['swings']}`}>
        <caption>{words.swingsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.item}</th>
            <th scope="col">{words.swing}</th>
            <th scope="col">{words.thenVerdict}</th>
            <th scope="col" className="num">
              {words.thenTotal}
            </th>
            <th scope="col">{words.thenGrade}</th>
          </tr>
        </thead>
        <tbody>
          {run.swings.map((one) => {
            const item = sheet.items.find(({ id }) => id === one.itemId);
            const { from, to, verdict, verdictBefore } = one;
            const swing = words.swings[one.swing];
            return (
              <tr key={`${one.itemId} ${one.swing}`}>
                <th scope="row">{item === undefined ? one.itemId : nameOf(item)}</th>
                <td>
                  {from === null || to === null
                    ? swing
                    : words.swingFrom(swing, String(from), String(to))}
                </td>
                <td>
                  {verdict === verdictBefore
                    ? words.same
                    : words.becomes(words.verdicts[verdictBefore], words.verdicts[verdict])}
                </td>
                <td className="num">{say.score(one.total)}</td>
                <td>{say.grade(one)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="sourceLine">{run.swings.length === 0 ? words.noSwings : words.swingsNote}</p>
    </section>
  );
}
