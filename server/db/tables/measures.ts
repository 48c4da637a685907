interface Measures {
  id: string;
  planId: string;
  number: number;
  themeId: string;
  titleZh: string;
  titleEn: string;
  text: string;
  textStart: number;
}

interface MeasureDepartments {
  planId: string;
  measureId: string;
  departmentId: string;
  position: number;
}

interface MeasureIndicators {
  planId: string;
  measureId: string;
  indicatorId: string;
}

interface MeasureReports {
  id: string;
  planId: string;
  measureId: string;
  departmentId: string;
  year: number;
  status: 'draft' | 'submitted' | 'signed' | 'approved' | 'returned' | 'sealed';
  state: 'notStarted' | 'inProgress' | 'mostlyDone' | 'done' | null;
  done: string;
  paidWan: number | null;
  problems: string;
  nextSteps: string;
  paper: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
  changedBy: string;
  changedAt: string;
  submittedBy: string | null;
  submittedAt: string | null;
  signedBy: string | null;
  signedAt: string | null;
  approvedBy: string | null;
  approvedAt: string | null;
  returns: number;
  returnedByDuty: 'head' | 'reviewer' | null;
  corrections: number;
}

interface MeasureReportFigures {
  reportId: string;
  position: number;
  name: string;
  amount: number;
  unit: string;
}

interface MeasureReportRevisions {
  reportId: string;
  version: number;
  action: 'enter' | 'change' | 'submit' | 'sign' | 'return' | 'approve' | 'seal' | 'correct';
  at: string;
  byUser: string;
  byName: string;
  byDepartment: string | null;
  reason: string | null;
  reasonCode: string | null;
  status: string;
  state: string | null;
  done: string;
  paidWan: number | null;
  problems: string;
  nextSteps: string;
  paper: string | null;
}

interface MeasureReportRevisionFigures {
  reportId: string;
  version: number;
  position: number;
  name: string;
  amount: number;
  unit: string;
}

interface MeasureReportTypists {
  reportId: string;
  userId: string;
}

interface MeasureReportEvidence {
  reportId: string;
  evidenceId: string;
}

export interface MeasureTables {
  measures: Measures;
  measureDepartments: MeasureDepartments;
  measureIndicators: MeasureIndicators;
  measureReports: MeasureReports;
  measureReportFigures: MeasureReportFigures;
  measureReportRevisions: MeasureReportRevisions;
  measureReportRevisionFigures: MeasureReportRevisionFigures;
  measureReportTypists: MeasureReportTypists;
  measureReportEvidence: MeasureReportEvidence;
}
