interface ComponentReadings {
  planId: string;
  componentId: string;
  year: number;
  value: number | null;
  version: number;
  changedBy: string;
  changedAt: string;
}

interface Readings {
  id: string;
  indicatorId: string;
  year: number;
  status: 'draft' | 'submitted' | 'signed' | 'approved' | 'returned' | 'sealed';
  dataStatus: 'estimate' | 'preliminary' | 'final';
  source: string;
  note: string;
  value: number | null;
  level: number | null;
  ground: string | null;
  absence: 'unavailable' | 'notApplicable' | null;
  absenceReason: string | null;
  scopeChange: string | null;
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
  paper: string | null;
  figureYear: number | null;
  corrections: number;
  returns: number;
  returnedByDuty: 'head' | 'reviewer' | null;
}

interface ReadingConditions {
  readingId: string;
  conditionId: string;
  position: number;
  metOn: string | null;
  lostOn: string | null;
  documentNumber: string | null;
}

interface ReadingRevisions {
  readingId: string;
  version: number;
  action: 'enter' | 'change' | 'submit' | 'sign' | 'return' | 'approve' | 'seal' | 'correct';
  at: string;
  byUser: string;
  byName: string;
  byDepartment: string | null;
  reason: string | null;
  status: string;
  dataStatus: string;
  source: string;
  note: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  level: number | null;
  ground: string | null;
  absence: string | null;
  absenceReason: string | null;
  scopeChange: string | null;
  paper: string | null;
  figureYear: number | null;
  reasonCode: string | null;
}

interface ReadingRevisionConditions {
  readingId: string;
  version: number;
  conditionId: string;
  position: number;
  metOn: string | null;
  lostOn: string | null;
  documentNumber: string | null;
}

interface ReadingTypists {
  readingId: string;
  userId: string;
}

interface ReadingEvidence {
  readingId: string;
  evidenceId: string;
}

interface NamedLists {
  id: string;
  planId: string;
  year: number;
  indicatorId: string | null;
  componentId: string | null;
  version: number;
  changedBy: string;
  changedAt: string;
}

interface NamedListEntries {
  listId: string;
  version: number;
  position: number;
  name: string;
  nameKey: string;
  documentNumber: string | null;
  recognisedOn: string | null;
  quantity: number;
  baseline: 0 | 1;
  evidenceId: string | null;
}

export interface ReadingTables {
  componentReadings: ComponentReadings;
  readings: Readings;
  readingConditions: ReadingConditions;
  readingRevisions: ReadingRevisions;
  readingRevisionConditions: ReadingRevisionConditions;
  readingTypists: ReadingTypists;
  readingEvidence: ReadingEvidence;
  namedLists: NamedLists;
  namedListEntries: NamedListEntries;
}
