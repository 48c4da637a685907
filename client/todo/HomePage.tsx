import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { hasDuties, type TodoItem } from '../../shared/todo.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { useMe } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useTodo } from './api.ts';
import styles from './Home.module.css';
import { ItemLink } from './ItemLink.tsx';
import { speakItem } from './speak.ts';

/** `/home`: what the reader must do now, and nothing else. */
export function HomePage(): ReactElement {
  const words = useMessages().todo;
  const result = useTodo();
  const count = result.data?.items.length ?? 0;
  return (
    <PageFrame title={words.title} lead={count === 0 ? undefined : words.lead(count)}>
      <Loaded result={result} skeleton={<SkeletonTable rows={6} columns={3} />}>
        {({ items }) => (items.length === 0 ? <Nothing /> : <Items items={items} />)}
      </Loaded>
    </PageFrame>
  );
}

function Nothing(): ReactElement {
  const words = useMessages().todo;
  const kind = hasDuties(useMe().roles) ? 'empty' : 'noDuties';
  return (
    <EmptyState title={words[`${kind}Title`]} action={<Link to="/">{words.toOverview}</Link>}>
      {words[`${kind}Body`]}
    </EmptyState>
  );
}

function Items({ items }: { items: readonly TodoItem[] }): ReactElement {
  const words = useMessages().todo;
  return (
    <table className={`statTable ${styles['list']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.work}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={JSON.stringify(item)} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item }: { item: TodoItem }): ReactElement {
  const messages = useMessages();
  const format = useFormat();
  const pick = usePick();
  const { plans } = usePlan();
  const { what, about, go } = speakItem(item, { messages, format, pick });
  const plan = plans.find(({ id }) => 'planId' in item && id === item.planId);
  // Which plan is said only where there are several.
  const suffix =
    plan === undefined || plans.length < 2
      ? ''
      : messages.todo.ofPlan(pick(plan.shortTitleZh, plan.shortTitleEn));
  return (
    <tr>
      <th scope="row">
        {what}
        {suffix}
      </th>
      <td className={styles['about']}>
        <MixedText text={about} />
      </td>
      <td>
        <Due item={item} />
      </td>
      <td>
        <ItemLink item={item} named={what}>
          {go}
        </ItemLink>
      </td>
    </tr>
  );
}

/** The due day and what is left until then; nothing for what has none. */
function Due({ item }: { item: TodoItem }): ReactElement | null {
  const words = useMessages().todo;
  const format = useFormat();
  if (!('dueOn' in item)) return null;
  const past = item.daysLeft < 0;
  return (
    <span className={styles['due']}>
      {words.dueOn(format.date(item.dueOn))}
      <strong data-past={past ? '' : undefined}>
        {past ? words.overdue(-item.daysLeft) : words.left(item.daysLeft)}
      </strong>
    </span>
  );
}
