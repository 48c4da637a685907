import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Dashboard, getDashboard } from '../../shared/dashboard.ts';
import { query } from '../call.ts';

/** For the wall: what charts and tables of an indicator are made from. */
export { boardYears, statusWords } from './rows.ts';
export { csvRows, downloadFrame, fileName, type Leaving, sourceLine } from './downloads.ts';
export { yearsOf } from './dueMarks.ts';
export { conditionsMet } from './asOf.ts';
export { milestoneModel } from './milestoneModel.ts';
export { rowChart } from './rowChart.ts';
export { pick, unitOf } from './speak.ts';
export { whyGroups } from './why.ts';
export { isPending } from './targetText.ts';
export { trajectoryOf } from './trajectory.ts';
export { departmentText, type ValueText, valueText } from './valueText.ts';
export { type YearRow, yearRows } from './yearRows.ts';
export { statusCounts, WORST_FIRST } from './arrange.ts';

/** For the entry and review of readings: figures and targets in the reader's language. */
export { speakerOf, type Speech } from './speak.ts';
export { targetText } from './targetText.ts';
export { RevisionTable } from './Revisions.tsx';
export { useRevisions } from './useHistories.ts';
export { changedFields, returnWords, revisionChanges } from './revisionChanges.ts';

/** What a board is asked for; without a year it is the plan's default year. */
export interface BoardRequest {
  readonly planId: string | null;
  readonly year?: number | undefined;
  readonly unapproved?: 'include' | undefined;
  /** `reported`: as the sealed year was reported then; needs the year. */
  readonly known?: 'reported' | undefined;
}

/**
 * The board of a plan: every indicator with its target, readings and assessment as of a year. While
 * another year is fetched the last one stays, so that the table never flashes. Idle without a plan.
 */
export function useBoard({
  planId,
  year,
  unapproved,
  known,
}: BoardRequest): UseQueryResult<Dashboard> {
  return useQuery({
    ...query(getDashboard, {
      params: { planId: planId ?? '' },
      query: {
        ...(year === undefined ? {} : { year: String(year) }),
        ...(unapproved === undefined ? {} : { unapproved }),
        ...(known === undefined ? {} : { known }),
      },
    }),
    enabled: planId !== null,
    placeholderData: keepPreviousData,
  });
}
