import type { ReactElement } from 'react';
import type { DryRun, ScoreSheet } from '../../shared/acceptance.ts';
import { ITEM_PARTS } from '../../shared/acceptance-rules.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { useDepartments } from '../plans/api.ts';
import styles from './acceptance.module.css';
import { TargetText, ValueText, VerdictWord } from './ItemFigures.tsx';
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
  const say = useRunWords(sheet);
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
      {ITEM_PARTS.map((part) => {
        const own = sheet.items.filter((item) => item.part === part);
        if (own.length === 0) return null;
        const sum = own.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 100), 0);
        return (
          <tbody key={part}>
            <tr className="group">
              <th scope="rowgroup" colSpan={9}>
                {part === 'veto'
                  ? words.parts.veto
                  : words.partHead(words.parts[part], say.marks(sum / 100))}
              </th>
            </tr>
            {own.map((item, at) => {
              const scored = run.items.find(({ itemId }) => itemId === item.id);
              return scored === undefined ? null : (
                <Row
                  key={item.id}
                  number={at + 1}
                  sheet={sheet}
                  item={item}
                  scored={scored}
                  board={board}
                />
              );
            })}
          </tbody>
        );
      })}
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
  const pick = usePick();
  const say = useRunWords(props.sheet);
  const nameOf = useItemName(board);
  const departments = useDepartments().data?.items ?? [];
  const department = departments.find(({ id }) => id === scored.departmentId);
  const later = scored.deadline !== null && scored.deadline > board.year;
  return (
    <tr>
      <td>{props.number}</td>
      <th scope="row">{nameOf(item)}</th>
      <td>
        {department === undefined ? words.nobody : pick(department.shortNameZh, department.nameEn)}
      </td>
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
