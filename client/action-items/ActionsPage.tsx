import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ActionItem } from '../../shared/action-items.ts';
import { STILL_OPEN } from '../../shared/action-rules.ts';
import { useMessages, usePick } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMe } from '../app/session.ts';
import { WithPlan } from '../app/WithPlan.tsx';
import { useDepartments } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { usePaper } from '../ui/usePaper.ts';
import styles from './actions.module.css';
import { ActionTable } from './ActionTable.tsx';
import { useActions } from './useActions.ts';

const SHOWN = ['open', 'overdue', 'near', 'everything'] as const;
type Show = (typeof SHOWN)[number];
/** Of the filter in the address: every department. */
const ALL = 'all';

/** `/actions`: what was decided and who owes it; a department begins with its own. */
export function ActionsPage(): ReactElement {
  const words = useMessages().actions;
  return <WithPlan title={words.title}>{(plan) => <ActionsOf plan={plan} />}</WithPlan>;
}

function ActionsOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().actions;
  usePaper('landscape');
  const { departmentId } = useMe();
  const { department, show, setFilter } = useFilter(departmentId ?? ALL);
  const result = useActions(plan.id, department === ALL ? {} : { departmentId: department });
  const items = result.data?.items ?? [];
  const counted = (urgency: ActionItem['urgency']): number =>
    items.filter((one) => one.urgency === urgency).length;
  return (
    <PageFrame
      title={words.title}
      lead={
        items.length === 0
          ? words.lead
          : words.counts(
              items.filter(({ state }) => STILL_OPEN.includes(state)).length,
              counted('near'),
              counted('overdue'),
            )
      }
      actions={
        <>
          <DepartmentFilter
            value={department}
            onChange={(chosen) => setFilter({ department: chosen })}
          />
          <InlineSelect
            label={words.filter.show}
            value={show}
            options={SHOWN.map((value) => ({ value, label: words.filter[value] }))}
            onChange={(chosen) => setFilter({ show: chosen })}
          />
          <Button onClick={() => globalThis.print()}>{words.print}</Button>
        </>
      }
    >
      <Loaded result={result}>
        {({ items: all }) => {
          const fitting = all.filter((action) => fits(action, show));
          if (all.length === 0) {
            return <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>;
          }
          if (fitting.length === 0) return <p>{words.noneFits}</p>;
          return <ActionTable actions={fitting} caption={words.caption} />;
        }}
      </Loaded>
    </PageFrame>
  );
}

function fits({ state, urgency }: ActionItem, show: Show): boolean {
  switch (show) {
    case 'everything':
      return true;
    case 'open':
      return STILL_OPEN.includes(state);
    case 'overdue':
    case 'near':
      return urgency === show;
  }
}

function DepartmentFilter(props: {
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  const words = useMessages().actions.filter;
  const pick = usePick();
  const departments = useDepartments().data?.items ?? [];
  return (
    <span className={styles['filter']}>
      <InlineSelect
        label={words.department}
        value={props.value}
        options={[
          { value: ALL, label: words.all },
          ...departments.map(({ id, shortNameZh, nameEn }) => ({
            value: id,
            label: pick(shortNameZh, nameEn),
          })),
        ]}
        onChange={props.onChange}
      />
    </span>
  );
}

/** The filter stands in the address. @param own the department that one begins with */
function useFilter(own: string) {
  const navigate = useNavigate();
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const { department = own, show } = raw;
  return {
    department: typeof department === 'string' ? department : own,
    show: SHOWN.find((known) => known === show) ?? 'open',
    setFilter: (changes: { readonly department?: string; readonly show?: Show }) =>
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, ...changes }),
        replace: true,
        resetScroll: false,
      }),
  };
}
