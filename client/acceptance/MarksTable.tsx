import type { ReactElement } from 'react';
import type { Acceptance, AcceptanceItem } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { TargetText, ValueText, VerdictWord } from './ItemFigures.tsx';
import { ItemParts } from './ItemParts.tsx';
import { useDepartmentName } from './useDepartmentName.ts';
import { useItemName } from './useItemName.ts';
import { useRunWords } from './useRunWords.ts';

/** 评分表 filled in: computed, self-assessed and verified mark side by side, and what differs why. */
export function MarksTable(props: { acceptance: Acceptance; board: Dashboard }): ReactElement {
  const { acceptance, board } = props;
  const { acceptance: general, acceptances: words } = useMessages();
  const heads = general.columns;
  return (
    <table className={`statTable ${styles['items']} ${styles['marks']}`}>
      <caption>{words.items}</caption>
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
          <th scope="col" className="num">
            {words.computed}
          </th>
          <th scope="col" className="num">
            {words.self}
          </th>
          <th scope="col" className="num">
            {words.assessed}
          </th>
          <th scope="col">{words.deduction}</th>
        </tr>
      </thead>
      <ItemParts items={acceptance.items} columns={11}>
        {(item, number) => <Row key={item.itemId} number={number} item={item} board={board} />}
      </ItemParts>
    </table>
  );
}

function Row(props: { number: number; item: AcceptanceItem; board: Dashboard }): ReactElement {
  const { number, item, board } = props;
  const { acceptance: general, acceptances: words } = useMessages();
  const nameOf = useItemName(board);
  const departmentOf = useDepartmentName();
  const say = useRunWords({ grades: [] });
  const { part, self, verified } = item;
  const mark = (marks: number) =>
    part === 'veto' ? (marks > 0 ? words.strikes : words.notStruck) : say.marks(marks);
  return (
    <tr>
      <td>{number}</td>
      <th scope="row" className={styles['name']}>
        {nameOf(item)}
      </th>
      <td className={styles['department']}>{departmentOf(item.departmentId)}</td>
      <td>
        <TargetText item={item} board={board} />
      </td>
      <td className="num">
        <ValueText item={item} board={board} />
      </td>
      <td>
        <VerdictWord item={item} />
        {item.late ? <span className={styles['aside']}> {general.late}</span> : null}
      </td>
      <td className="num">{item.weight === null ? '' : say.marks(item.weight)}</td>
      <td className="num">{item.excluded || part === 'veto' ? words.none : say.score(item)}</td>
      <td className="num">
        {self === null || part === 'veto' || item.excluded
          ? words.none
          : item.takesOwnMark
            ? self.marks === null
              ? words.none
              : say.marks(self.marks)
            : say.score(item)}
      </td>
      <td className="num">{verified === null ? words.none : mark(verified.marks)}</td>
      <td className={styles['reckoning']}>
        <Why item={item} />
      </td>
    </tr>
  );
}

/** Why the mark is what it is: the assessors' reason, the objection and what came of it. */
export function Why({ item }: { item: AcceptanceItem }): ReactElement {
  const { acceptance: general, acceptances: words } = useMessages();
  const say = useRunWords({ grades: [] });
  const { verified, dispute } = item;
  const answer = dispute?.answer ?? null;
  const told = answer !== null && dispute?.state === 'changed';
  return (
    <>
      {item.excluded ? <div>{general.excluded}</div> : null}
      {verified === null || verified.reason === '' || told ? null : <div>{verified.reason}</div>}
      {dispute === null ? null : <div>{words.disputed(dispute.reason)}</div>}
      {dispute === null || answer === null ? null : (
        <div>
          {words.answered(
            told
              ? words.fromTo(say.marks(dispute.marks), say.marks(answer.marks))
              : words.disputeStates.upheld,
            answer.reason,
          )}
        </div>
      )}
      {dispute?.state === 'open' ? <strong>{words.disputeStates.open}</strong> : null}
    </>
  );
}
