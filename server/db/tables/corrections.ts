interface Corrections {
  id: string;
  readingId: string;
  readingVersion: number;
  status: 'requested' | 'approved' | 'refused' | 'withdrawn';
  reason: string;
  requestedBy: string;
  requestedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
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
  version: number;
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
  correctionConditions: CorrectionConditions;
  correctionLists: CorrectionLists;
  correctionListEntries: CorrectionListEntries;
  correctionEvidence: CorrectionEvidence;
}
