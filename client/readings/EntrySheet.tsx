import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import type { Reading } from '../../shared/readings.ts';
import { yearInChina } from '../../shared/reading-rules.ts';
import type { RoundState } from '../../shared/rounds.ts';
import { refuseTyping } from '../../shared/workflow.ts';
import { useMessages, useName } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMay, useMe } from '../app/session.ts';
import { returnWords } from '../dashboard/api.ts';
import { MixedText } from '../ui/MixedText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Beside } from './Beside.tsx';
import { draftIssues } from './check.ts';
import { Corrections } from './Corrections.tsx';
import { ClashPanel, ClosedClash } from './ClashPanel.tsx';
import { EntryForm } from './EntryForm.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import styles from './entry.module.css';
import { fieldKeys, meaningDiffers } from './merge.ts';
import { mayStart } from './mayStart.ts';
import { ReadingView } from './ReadingView.tsx';
import { RestoreDraft } from './RestoreDraft.tsx';
import { startOf } from './startOf.ts';
import { subjectOf } from './subject.ts';
import { figuresIn, typedFrom } from './typed.ts';
import { UnsentGuard } from './UnsentGuard.tsx';
import { useEntryKeeper } from './useEntryKeeper.ts';
import { YearPicker } from './YearPicker.tsx';

/** One indicator in one year: the form for those who may type, the figures for everybody else. */
export function EntrySheet(props: {
  plan: Plan;
  year: number;
  board: Dashboard;
  indicator: BoardIndicator;
  settings: Indicator;
  readings: readonly Reading[];
  round: RoundState;
}): ReactElement {
  const { plan, year, board, indicator, settings, readings, round } = props;
  const messages = useMessages();
  const { readings: words, review } = messages;
  const name = useName();
  const me = useMe();
  const may = useMay();
  const subject = useMemo(() => subjectOf(indicator, settings.ratio), [indicator, settings.ratio]);
  const place = { userId: me.id, year, indicatorId: indicator.id };
  const read = readings.find((reading) => reading.year === year) ?? null;
  const [start] = useState(() => startOf(subject, indicator, year, read));
  const [keeper, state] = useEntryKeeper(subject, place, read, start);
  const { reading, typed, clash } = state;
  const [thisYear] = useState(() => yearInChina(new Date()));
  const future = year > thisYear;
  const leads = mayStart(indicator, me);
  const mayBegin = !future && leads && refuseTyping(round, null) === null;
  const editable = reading === null ? mayBegin : reading.editable;
  const [begunAsForm] = useState(editable);
  const judged = draftIssues(subject, year, typed).length === 0 ? figuresIn(subject, typed) : null;

  const toast = useToast();
  const beside = (
    <Beside
      planId={plan.id}
      year={year}
      indicator={indicator}
      ratio={settings.ratio}
      readingId={reading?.id ?? null}
      editable={editable}
      onBegin={async () => {
        const begun = await keeper.begin();
        if (begun === null) toast(words.form.notBegun);
        return begun?.id ?? null;
      }}
    />
  );

  return (
    <PageFrame
      title={words.form.title(year, indicator.code, name(indicator))}
      actions={
        <>
          {may('readings.enter') || may('readings.sign') ? (
            <Link to="/entry" search={(old) => ({ plan: old.plan, year: old.year })}>
              {words.form.back}
            </Link>
          ) : null}
          <YearPicker plan={plan} year={year} />
        </>
      }
    >
      <UnsentGuard
        unsent={state.unsent}
        isUnsent={() => keeper.snapshot().unsent}
        save={keeper.save}
      />
      {editable ? <RestoreDraft keeper={keeper} place={place} subject={subject} /> : null}
      {reading?.status === 'returned' && reading.returned !== null ? (
        <Returned reading={reading} />
      ) : null}
      {leads &&
      !editable &&
      round !== 'none' &&
      round !== 'open' &&
      reading?.status !== 'approved' ? (
        <Notice tone="info">{review.closed[round](year)}</Notice>
      ) : null}
      {clash !== null && editable ? (
        <ClashPanel
          key={reading?.version ?? 0}
          clash={clash}
          by={reading?.changed?.name ?? null}
          subject={subject}
          indicator={indicator}
          ratio={settings.ratio}
          typed={typed}
          onSettle={(mine) => keeper.settle(mine)}
        />
      ) : null}
      {!editable && reading !== null && state.unsent ? (
        <ClosedClash
          keys={fieldKeys(subject).filter((key) =>
            meaningDiffers(subject, key, typed, typedFrom(subject, reading)),
          )}
          subject={subject}
          indicator={indicator}
          ratio={settings.ratio}
          typed={typed}
        />
      ) : null}
      <div className={styles['sheet']}>
        {editable ? (
          <EntryForm
            keeper={keeper}
            state={state}
            subject={subject}
            indicator={indicator}
            ratio={settings.ratio}
            year={year}
            firstYear={plan.baselineYear}
            fromPaper={round === 'none'}
          >
            {beside}
          </EntryForm>
        ) : reading === null ? (
          <NothingYet board={board} indicator={indicator} year={year} future={future} />
        ) : (
          <ReadingView
            reading={reading}
            indicator={indicator}
            takesFocus={begunAsForm}
            onDone={keeper.take}
            beside={beside}
          >
            <Corrections
              reading={reading}
              indicator={indicator}
              settings={settings}
              firstYear={plan.baselineYear}
            />
          </ReadingView>
        )}
        <EntryPanel
          plan={board.plan}
          indicator={indicator}
          settings={settings}
          subject={subject}
          year={year}
          figures={editable || reading !== null ? judged : null}
          approved={reading?.status === 'approved' || reading?.status === 'sealed'}
        />
      </div>
    </PageFrame>
  );
}

function Returned({ reading }: { reading: Reading }): ReactElement | null {
  const messages = useMessages();
  const { list } = messages.readings;
  if (reading.returned === null) return null;
  const why = returnWords(messages, reading.returned);
  return (
    <Notice tone="warning">
      <p>
        <MixedText text={list.returnedBecause(why)} />
      </p>
    </Notice>
  );
}

function NothingYet(props: {
  board: Dashboard;
  indicator: BoardIndicator;
  year: number;
  future: boolean;
}): ReactElement {
  const { board, indicator, year, future } = props;
  const { form } = useMessages().readings;
  const name = useName();
  if (future) return <EmptyState title={form.futureTitle(year)}>{form.futureBody}</EmptyState>;
  const lead = board.departments.find(({ id }) => id === indicator.lead.departmentIds[0]);
  return (
    <EmptyState title={form.notEntered}>
      {indicator.lead.state !== 'named' || lead === undefined
        ? form.noLead
        : form.whoEnters(name({ nameZh: lead.shortNameZh, nameEn: lead.nameEn }))}
    </EmptyState>
  );
}
