import type { ReactElement } from 'react';
import type { DryRun, ScoreSheet } from '../../shared/acceptance.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { TargetText, ValueText, VerdictWord } from './ItemFigures.tsx';
import { ItemParts } from './ItemParts.tsx';
import { useDepartmentName } from './useDepartmentName.ts';
import { useItemName } from './useItemName.ts';
import { useRunWords } from './useRunWords.ts';

type Item = ScoreSheet['items'][number];
type Scored = DryRun['items'][number];

/** Every item with its figure, its verdict and how its marks come about. */
export function RunTable(props: {
  sheet: ScoreSheet;
  run: DryRun;
  board: Dashboard;
}): ReactElement {
  const { sheet, run, board } = props;
  const words = useMessages().acceptance;
  const heads = words.columns;
  return (
    <table className={`statTable ${styles['items']}`}>
      <caption>{words.itemsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.number}</th>
          <th scope="col">{heads.item}</th>
          <th scope="col">{heads.department}</th>
          <th scope="col">{heads.target}</th>
          <th scope="col" className="num">
            {heads.value}
          </th>
          <th scope="col">{heads.verdict}</th>
          <th scope="col" className="num">
            {heads.weight}
          </th>
          <th scope="col">{heads.reckoning}</th>
          <th scope="col" className="num">
            {heads.marks}
          </th>
        </tr>
      </thead>
      <ItemParts items={sheet.items} columns={9}>
        {(item, number) => {
          const scored = run.items.find(({ itemId }) => itemId === item.id);
          return scored === undefined ? null : (
            <Row
              key={item.id}
              number={number}
              sheet={sheet}
              item={item}
              scored={scored}
              board={board}
            />
          );
        }}
      </ItemParts>
    </table>
  );
}

function Row(props: {
  number: number;
  sheet: ScoreSheet;
  item: Item;
  scored: Scored;
  board: Dashboard;
}): ReactElement {
  const { item, scored, board } = props;
  const words = useMessages().acceptance;
  const say = useRunWords(props.sheet);
  const nameOf = useItemName(board);
  const departmentOf = useDepartmentName();
  const later = scored.deadline !== null && scored.deadline > board.year;
  return (
    <tr>
      <td>{props.number}</td>
      <th scope="row">{nameOf(item)}</th>
      <td>{departmentOf(scored.departmentId)}</td>
      <td>
        <TargetText item={{ ...scored, indicatorId: item.indicatorId }} board={board} />
      </td>
      <td className="num">
        <ValueText item={{ ...scored, indicatorId: item.indicatorId }} board={board} />
      </td>
      <td>
        <VerdictWord item={{ ...scored, indicatorId: item.indicatorId }} />
        {scored.late ? <span className={styles['aside']}> {words.late}</span> : null}
        {later ? (
          <span className={styles['aside']}> {words.dueLater(scored.deadline ?? 0)}</span>
        ) : null}
      </td>
      <td className="num">
        {item.weight === null || item.part === 'veto' ? '' : say.marks(item.weight)}
      </td>
      <td className={styles['reckoning']}>
        <Reckoning item={item} scored={scored} />
      </td>
      <td className="num">
        {item.part === 'veto' ? vetoWord(words, scored) : scored.excluded ? '—' : say.score(scored)}
      </td>
    </tr>
  );
}

function vetoWord(
  words: { struck: string; mayStrike: string; notStruck: string },
  { low, high }: Scored,
): string {
  return low > 0 ? words.struck : high > 0 ? words.mayStrike : words.notStruck;
}

/** How the marks come about, or why they are not one number yet. */
function Reckoning({ item, scored }: { item: Item; scored: Scored }): ReactElement {
  const words = useMessages().acceptance;
  const format = useFormat();
  if (scored.excluded) return <>{words.excluded}</>;
  if (scored.gap !== null) return <>{words.gaps[scored.gap]}</>;
  const rule = item.rule === null ? '' : words.rules[item.rule];
  if (scored.share === null || item.weight === null) return <>{rule}</>;
  return (
    <>
      {words.times(format.number(item.weight, 2), format.percent(scored.share, 1))}{' '}
      <span className={styles['aside']}>
        {scored.share === 1 ? '' : item.basis === null ? rule : words.bases[item.basis]}
      </span>
    </>
  );
}
