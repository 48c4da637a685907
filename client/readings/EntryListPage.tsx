import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { type Plan, usePlan, useYear } from '../app/plan.ts';
import { useMay, useMe } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { Progress } from '../ui/Progress.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { usePlanReadings, useYearBoard } from './api.ts';
import { EntryListTable } from './EntryListTable.tsx';
import { leads } from './mayStart.ts';
import { YearPicker } from './YearPicker.tsx';

/** `/entry?year=2018`: what the reader's department leads, and how far its year is. */
export function EntryListPage(): ReactElement {
  const { app, readings: words } = useMessages();
  const may = useMay();
  const { departmentId } = useMe();
  const { plan, isPending, error } = usePlan();
  const year = useYear();
  const board = useYearBoard(plan?.id ?? null, year);
  const readings = usePlanReadings(plan?.id ?? null, year ?? undefined);

  if (!may('readings.enter') && !may('readings.sign')) {
    return (
      <PageFrame title={app.nav.entry}>
        <EmptyState
          title={words.list.forbiddenTitle}
          action={<Link to="/">{app.actions.backToOverview}</Link>}
        >
          {words.list.forbiddenBody}
        </EmptyState>
      </PageFrame>
    );
  }
  const failed = [board, readings].find((query) => query.isError && !query.data);
  if (error !== null || failed !== undefined) {
    return (
      <PageFrame title={app.nav.entry}>
        <ErrorState
          error={error ?? failed?.error}
          {...(failed === undefined ? {} : { onRetry: () => void failed.refetch() })}
        />
      </PageFrame>
    );
  }
  if (plan === null && !isPending) {
    return (
      <PageFrame title={app.nav.entry}>
        <EmptyState title={app.errors.noPlanTitle}>{app.errors.noPlanBody}</EmptyState>
      </PageFrame>
    );
  }
  if (plan === null || year === null || !board.data || !readings.data) {
    return (
      <PageFrame title={year === null ? app.nav.entry : words.list.title(year)}>
        <SkeletonTable rows={12} columns={7} />
      </PageFrame>
    );
  }
  return (
    <List
      plan={plan}
      year={year}
      board={board.data}
      readings={readings.data.items}
      departmentId={departmentId}
    />
  );
}

/** Handed in or further: nothing is left for the department to type. */
const DONE = new Set<Reading['status']>(['submitted', 'signed', 'approved', 'sealed']);

function List(props: {
  plan: Plan;
  year: number;
  board: Dashboard;
  readings: readonly Reading[];
  departmentId: string | null;
}): ReactElement {
  const { plan, year, board, readings, departmentId } = props;
  const { readings: words } = useMessages();
  const pick = usePick();
  const own = board.indicators.filter((indicator) => leads(indicator, departmentId));
  const department = board.departments.find(({ id }) => id === departmentId);
  const name = department === undefined ? '' : pick(department.shortNameZh, department.nameEn);
  const done = own.filter((indicator) =>
    readings.some((reading) => reading.indicatorId === indicator.id && DONE.has(reading.status)),
  ).length;
  const empty = departmentId === null ? 'noDepartment' : 'empty';
  return (
    <PageFrame
      title={words.list.title(year)}
      lead={own.length === 0 ? undefined : words.list.lead(name, own.length, done)}
      actions={
        <>
          {own.length === 0 ? null : (
            <Progress
              label={words.list.progress}
              value={done}
              max={own.length}
              text={`${done}/${own.length}`}
            />
          )}
          <YearPicker plan={plan} year={year} />
        </>
      }
    >
      {own.length === 0 ? (
        <EmptyState
          title={words.list[`${empty}Title`]}
          action={<Link to="/coverage">{words.list.toCoverage}</Link>}
        >
          {words.list[`${empty}Body`]}
        </EmptyState>
      ) : (
        <EntryListTable
          caption={words.list.caption(name, year)}
          year={year}
          indicators={own}
          readings={readings}
        />
      )}
    </PageFrame>
  );
}
