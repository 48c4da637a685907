import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Acceptance } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './acceptance.module.css';
import { ItemFacts } from './ItemFacts.tsx';
import { LifeFrame } from './LifeFrame.tsx';
import { SelfDispute } from './SelfDispute.tsx';
import { SelfForm } from './SelfForm.tsx';
import { SelfSteps } from './SelfSteps.tsx';
import { useItemName } from './useItemName.ts';

/** `/acceptance/…/self`: what a department says of its own items, and its objections later. */
export function SelfPage(): ReactElement {
  const { acceptanceId } = useParams({ from: '/inside/acceptance/$acceptanceId/self' });
  const words = useMessages().acceptances;
  return (
    <LifeFrame acceptanceId={acceptanceId} title={words.selfTitle}>
      {(acceptance, board) => <OwnOf acceptance={acceptance} board={board} />}
    </LifeFrame>
  );
}

function OwnOf(props: { acceptance: Acceptance; board: Dashboard }): ReactElement {
  const { acceptance, board } = props;
  const { acceptances: words } = useMessages();
  const format = useFormat();
  const nameOf = useItemName(board);
  const { departmentId } = useMe();
  // A department that took over from another one has steps in what that one is charged with.
  const own = acceptance.departments.filter(
    (one) => one.departmentId === departmentId || one.steps.length > 0,
  );
  if (own.length === 0) return <EmptyState title={words.selfNone}>{words.selfNoneBody}</EmptyState>;
  return (
    <>
      {own.map((department) => {
        const items = acceptance.items.filter(
          (item) => item.departmentId === department.departmentId,
        );
        const { returned } = department;
        return (
          <section key={department.departmentId}>
            {returned === null ? null : (
              <Notice tone="warning">
                {words.selfReturned(returned.name, format.dateTime(returned.at), returned.reason)}
              </Notice>
            )}
            <SelfSteps acceptance={acceptance} department={department} />
            {items.map((item, at) => (
              <article key={item.itemId} className={styles['card']}>
                <h2>
                  {at + 1}. {nameOf(item)}
                </h2>
                <ItemFacts acceptance={acceptance} item={item} board={board} />
                <div>
                  <SelfForm acceptance={acceptance} item={item} name={nameOf(item)} />
                  <SelfDispute acceptance={acceptance} item={item} name={nameOf(item)} />
                </div>
              </article>
            ))}
          </section>
        );
      })}
    </>
  );
}
