import { type QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getCheckContext } from '../../shared/checks.ts';
import { getDashboard, type Dashboard } from '../../shared/dashboard.ts';
import type { Output } from '../../shared/endpoint.ts';
import { getIndicator, type Indicator } from '../../shared/plans.ts';
import { listReadings, type Reading } from '../../shared/readings.ts';
import { getReview, type Review } from '../../shared/review.ts';
import { listRounds, type RoundState } from '../../shared/rounds.ts';
import { query } from '../call.ts';

/** For the sheet: the draft of one reading, its rules and its words, one row at a time. */
export { Beside } from './Beside.tsx';
export { draftIssues, type EntryIssue, remindersOf, roundIssues, submitIssues } from './check.ts';
export { ClashPanel, ClosedClash } from './ClashPanel.tsx';
export { ConditionFields } from './ConditionFields.tsx';
export { EntryKeeper, type EntryState } from './EntryKeeper.ts';
export { EntryPanel } from './EntryPanel.tsx';
export { fieldNames } from './fieldNames.ts';
export { recallDraft } from './localDraft.ts';
export { type FieldKey, fieldKeys, meaningDiffers, sameMeaning, takeField } from './merge.ts';
export { FigureYearField, PaperField, ScopeFields } from './OriginFields.tsx';
export { type Back, ReturnDialog } from './ReturnDialog.tsx';
export { saveWords } from './SaveState.tsx';
export { useSay, useSpeech } from './speech.ts';
export { startOf } from './startOf.ts';
export { StepButtons } from './StepButtons.tsx';
export { type EntrySubject, type NumberKey, subjectOf } from './subject.ts';
export { Timeline } from './Timeline.tsx';
export { blankTyped, figuresIn, numberIn, type Typed, typedFrom } from './typed.ts';
export { UnsentGuard } from './UnsentGuard.tsx';
export { clockTime, entryIssueSentence, figureWords, formulaWords, lastYears } from './words.ts';
export { YearPicker } from './YearPicker.tsx';

type Readings = UseQueryResult<{ items: Reading[] }>;

/** The readings of a plan that the reader may see, of one year or of all; idle without a plan. */
export function usePlanReadings(planId: string | null, year?: number): Readings {
  return useQuery({
    ...query(listReadings, {
      query: {
        ...(planId === null ? {} : { planId }),
        ...(year === undefined ? {} : { year: String(year) }),
      },
    }),
    enabled: planId !== null,
  });
}

/** Every year's reading of one indicator that the reader may see; read afresh by each page. */
export function useIndicatorReadings(indicatorId: string): Readings {
  return useQuery({
    ...query(listReadings, { query: { indicatorId } }),
    refetchOnMount: 'always',
  });
}

/** What the server answered to a save, for every page that comes after: nothing is read for it now. */
export function rememberReading(client: QueryClient, reading: Reading): void {
  const { queryKey } = query(listReadings, { query: { indicatorId: reading.indicatorId } });
  client.setQueryData(
    queryKey,
    (old: { items: Reading[] } | undefined) =>
      old && { items: [...old.items.filter(({ id }) => id !== reading.id), reading] },
  );
  void client.invalidateQueries({ queryKey: [listReadings.operationId], refetchType: 'none' });
}

/** The settings of an indicator: its clause, its parts, what the document leaves open. */
export function useSettings(indicatorId: string): UseQueryResult<Indicator> {
  return useQuery(query(getIndicator, { params: { indicatorId } }));
}

/** The board of exactly this year: an entry never shows another year's plan while it loads. */
export function boardOf(planId: string, year: number) {
  return query(getDashboard, { params: { planId }, query: { year: String(year) } });
}

/** The same as a hook; idle while plan or year are unknown. */
export function useYearBoard(
  planId: string | null,
  year: number | null,
): UseQueryResult<Dashboard> {
  return useQuery({
    ...boardOf(planId ?? '', year ?? 0),
    enabled: planId !== null && year !== null,
  });
}

/** What the figures of one indicator in one year are checked against; read afresh by each page. */
export function useCheckContext(
  indicatorId: string,
  year: number,
): UseQueryResult<Output<typeof getCheckContext>> {
  return useQuery({
    ...query(getCheckContext, { params: { indicatorId }, query: { year: String(year) } }),
    refetchOnMount: 'always',
  });
}

/** What lies beside the readings that wait, for the one who decides; idle without a plan. */
export function useReview(planId: string | null): UseQueryResult<Review> {
  return useQuery({
    ...query(getReview, { params: { planId: planId ?? '' } }),
    enabled: planId !== null,
  });
}

/** Where each year of a plan with a round stands; idle without a plan. */
export function useRoundStates(
  planId: string | null,
): UseQueryResult<ReadonlyMap<number, RoundState>> {
  return useQuery({
    ...query(listRounds, { params: { planId: planId ?? '' } }),
    enabled: planId !== null,
    select: statesByYear,
  });
}

function statesByYear({ items }: { items: readonly { year: number; state: RoundState }[] }) {
  return new Map(items.map(({ year, state }) => [year, state]));
}
