interface Corrections {
  id: string;
  readingId: string | null;
  reportId: string | null;
  askedVersion: number;
  status: 'requested' | 'approved' | 'refused' | 'withdrawn';
  reason: string;
  requestedBy: string;
  requestedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
  version: number;
}

interface CorrectionFigures {
  correctionId: string;
  dataStatus: 'estimate' | 'preliminary' | 'final';
  source: string;
  note: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  level: number | null;
  ground: string | null;
  absence: 'unavailable' | 'notApplicable' | null;
  absenceReason: string | null;
  scopeChange: string | null;
  paper: string | null;
  figureYear: number | null;
}

interface CorrectionWords {
  correctionId: string;
  state: 'notStarted' | 'inProgress' | 'mostlyDone' | 'done' | null;
  done: string;
  paidWan: number | null;
  problems: string;
  nextSteps: string;
  paper: string | null;
}

interface CorrectionResults {
  correctionId: string;
  position: number;
  name: string;
  amount: number;
  unit: string;
}

interface CorrectionConditions {
  correctionId: string;
  conditionId: string;
  position: number;
  metOn: string | null;
  lostOn: string | null;
  documentNumber: string | null;
}

interface CorrectionLists {
  correctionId: string;
  field: 'value' | 'numerator' | 'denominator';
  subject: 'indicator' | 'component';
  subjectId: string;
  listVersion: number;
}

interface CorrectionListEntries {
  correctionId: string;
  field: 'value' | 'numerator' | 'denominator';
  position: number;
  name: string;
  documentNumber: string | null;
  recognisedOn: string | null;
  quantity: number;
  baseline: 0 | 1;
  evidenceId: string | null;
}

interface CorrectionEvidence {
  correctionId: string;
  evidenceId: string;
}

export interface CorrectionTables {
  corrections: Corrections;
  correctionFigures: CorrectionFigures;
  correctionWords: CorrectionWords;
  correctionResults: CorrectionResults;
  correctionConditions: CorrectionConditions;
  correctionLists: CorrectionLists;
  correctionListEntries: CorrectionListEntries;
  correctionEvidence: CorrectionEvidence;
}
