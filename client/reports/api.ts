import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../shared/endpoint.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import {
  type AnnualReport,
  getReport,
  getReportPages,
  getReportVersion,
  listIssuedReports,
  type ReportPages,
} from '../../shared/reports.ts';
import { query } from '../call.ts';

/** Which report of a plan and a year; `scope` is `zone` or a department. */
export interface ReportKey {
  readonly planId: string;
  readonly year: string;
  readonly scope: string;
}

export function useReport(params: ReportKey): UseQueryResult<AnnualReport> {
  return useQuery(query(getReport, { params }));
}

/** The report as it stands, as it is printed. */
export function useReportPages(params: ReportKey, language: Language): UseQueryResult<ReportPages> {
  return useQuery(query(getReportPages, { params, query: { language } }));
}

/** What was written as of a version; idle for 0, when nothing was. */
export function useReportVersion(
  key: ReportKey,
  version: number,
): UseQueryResult<Output<typeof getReportVersion>> {
  return useQuery({
    ...query(getReportVersion, { params: { ...key, version: String(version) } }),
    enabled: version > 0,
  });
}

export function useIssuedReports(planId: string): UseQueryResult<Output<typeof listIssuedReports>> {
  return useQuery(query(listIssuedReports, { params: { planId } }));
}
