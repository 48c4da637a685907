import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ScoreSheet } from '../../shared/acceptance.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { type Plan, useYear } from '../app/plan.ts';
import { useSetSearch } from '../app/search.ts';
import { useBoard } from '../dashboard/api.ts';
import { ForPlan } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { usePaper } from '../ui/usePaper.ts';
import styles from './acceptance.module.css';
import { AcceptanceList } from './AcceptanceList.tsx';
import { type Sheets, useDryRun, useScoreSheets } from './api.ts';
import { DepartmentScores } from './DepartmentScores.tsx';
import { RunHead } from './RunHead.tsx';
import { RunTable } from './RunTable.tsx';
import { BeginActions, SheetActions } from './SheetActions.tsx';
import { SwingTable } from './SwingTable.tsx';

/** `/acceptance`: where the acceptance would stand at the end of a year, by a version of the sheet. */
export function AcceptancePage(): ReactElement {
  const words = useMessages().acceptance;
  usePaper('landscape');
  return (
    <PageFrame
      title={words.title}
      actions={<Button onClick={() => globalThis.print()}>{words.print}</Button>}
    >
      <ForPlan>{(plan) => <AcceptanceOf plan={plan} />}</ForPlan>
    </PageFrame>
  );
}

function AcceptanceOf({ plan }: { plan: Plan }): ReactElement {
  const sheets = useScoreSheets(plan.id);
  return <Loaded result={sheets}>{(found) => <Shown plan={plan} sheets={found} />}</Loaded>;
}

function Shown({ plan, sheets }: { plan: Plan; sheets: Sheets }): ReactElement {
  const words = useMessages().acceptance;
  const setSearch = useSetSearch();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { items, mayBegin } = sheets;
  const sheet = items.find(({ id }) => id === search['sheet']) ?? items[0];
  if (sheet === undefined) {
    return (
      <>
        <EmptyState title={words.noneTitle}>
          {mayBegin ? words.noneBody : words.notYetBody}
        </EmptyState>
        {mayBegin ? <BeginActions plan={plan} revises={false} /> : null}
      </>
    );
  }
  return (
    <>
      <div className={`${styles['tools']} screenOnly`}>
        <InlineSelect
          label={words.version}
          value={sheet.id}
          options={items.map(({ id, number, state }) => ({
            value: id,
            label: words.versionOption(number, words.states[state]),
          }))}
          onChange={(id) => setSearch({ sheet: id }, { replace: true })}
        />
        <SheetActions key={sheet.id} sheet={sheet} />
        {mayBegin ? <BeginActions plan={plan} revises /> : null}
      </div>
      <Standing sheet={sheet} />
      <AcceptanceList plan={plan} sheet={sheet} />
      <RunOf plan={plan} sheet={sheet} />
    </>
  );
}

function Standing({ sheet }: { sheet: ScoreSheet }): ReactElement {
  const words = useMessages().acceptance;
  const format = useFormat();
  const { approved, presented, example } = sheet;
  if (approved !== null) {
    return (
      <p className={styles['standing']}>
        {words.approvedBy(approved.name, format.date(approved.at))}
      </p>
    );
  }
  return (
    <Notice tone="warning">
      <p>
        {example ? words.example : words.draftNotice}
        {presented === null
          ? ''
          : ` ${words.presentedBy(presented.name, format.date(presented.at))}`}
      </p>
    </Notice>
  );
}

function RunOf({ plan, sheet }: { plan: Plan; sheet: ScoreSheet }): ReactElement {
  const year = useYear() ?? plan.defaultYear;
  const run = useDryRun(sheet.id, year);
  const known = run.data === undefined || run.data.sealedAt === null ? undefined : 'reported';
  const board = useBoard({ planId: plan.id, year: run.data?.year ?? year, known });
  return (
    <Loaded result={run}>
      {(scored) => (
        <Loaded result={board}>
          {(shown) => (
            <>
              <RunHead sheet={sheet} run={scored} />
              <RunTable sheet={sheet} run={scored} board={shown} />
              <DepartmentScores run={scored} />
              <SwingTable sheet={sheet} run={scored} board={shown} />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
