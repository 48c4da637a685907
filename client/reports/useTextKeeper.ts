import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type AnnualReport, getReport, getReportPages } from '../../shared/reports.ts';
import { query } from '../call.ts';
import type { ReportKey } from './api.ts';
import { type KeptState, TextKeeper } from './TextKeeper.ts';

/** The keeper of the texts of a report, for as long as its page is open. */
export function useTextKeeper(
  of: ReportKey,
  report: AnnualReport,
): { keeper: TextKeeper; state: KeptState } {
  const client = useQueryClient();
  const [keeper] = useState(
    () =>
      new TextKeeper(of, report, (answer) => {
        client.setQueryData(query(getReport, { params: of }).queryKey, answer);
        void client.invalidateQueries({ queryKey: [getReportPages.operationId] });
      }),
  );
  useEffect(() => keeper.refresh(report), [keeper, report]);
  useEffect(() => () => void keeper.flush(), [keeper]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state) };
}
