import type { FontScheme } from '../../../shared/paper.ts';
import type { Fact, TextSection } from '../../../shared/reports/words.ts';

interface Reports {
  id: string;
  planId: string;
  year: number;
  scope: string;
  version: number;
  changedBy: string;
  changedAt: string;
}

interface ReportTexts {
  reportId: string;
  section: TextSection | Fact;
  version: number;
  text: string;
  changedBy: string;
  changedAt: string;
}

interface ReportComments {
  id: string;
  reportId: string;
  section: string;
  text: string;
  createdBy: string;
  createdAt: string;
  settledBy: string | null;
  settledAt: string | null;
}

interface IssuedReports {
  id: string;
  reportId: string;
  version: number;
  title: string;
  fonts: FontScheme;
  packageSha256: string;
  documentSha256: string;
  workbookSha256: string;
  issuedBy: string;
  issuedAt: string;
}

export interface ReportTables {
  reports: Reports;
  reportTexts: ReportTexts;
  reportComments: ReportComments;
  issuedReports: IssuedReports;
}
