import type {
  AcceptanceRecord,
  AcceptanceState,
  DisputeState,
  SelfState,
} from '../../../shared/acceptance-life.ts';
import type {
  CannotJudgeRule,
  ItemPart,
  ItemRule,
  ItemSubject,
  PassLine,
  ProportionBasis,
  SheetState,
  TentativeRule,
} from '../../../shared/acceptance-rules.ts';

interface ScoreSheets {
  id: string;
  planId: string;
  number: number;
  state: SheetState;
  example: 0 | 1;
  title: string;
  pendingRule: CannotJudgeRule | null;
  noDataRule: CannotJudgeRule | null;
  tentativeRule: TentativeRule | null;
  passLine: PassLine | null;
  bonusCap: number | null;
  vetoGrade: number | null;
  createdBy: string;
  createdByName: string;
  createdAt: string;
  presentedBy: string | null;
  presentedByName: string | null;
  presentedAt: string | null;
  approvedBy: string | null;
  approvedByName: string | null;
  approvedAt: string | null;
  version: number;
}

interface ScoreItems {
  sheetId: string;
  id: string;
  position: number;
  part: ItemPart;
  subject: ItemSubject;
  indicatorId: string | null;
  measureId: string | null;
  title: string;
  departmentId: string | null;
  weight: number | null;
  rule: ItemRule | null;
  basis: ProportionBasis | null;
  standard: string;
}

interface ScoreItemPoints {
  sheetId: string;
  itemId: string;
  position: number;
  status: string;
  marks: number;
}

interface ScoreGrades {
  sheetId: string;
  position: number;
  nameZh: string;
  nameEn: string;
  lower: number;
}

interface Acceptances {
  id: string;
  planId: string;
  year: number;
  sheetId: string;
  state: AcceptanceState;
  basis: string;
  basisSha256: string;
  openedBy: string;
  openedByName: string;
  openedAt: string;
  version: number;
}

interface AcceptanceDepartments {
  acceptanceId: string;
  departmentId: string;
  state: SelfState;
  version: number;
}

interface AcceptanceTypists {
  acceptanceId: string;
  departmentId: string;
  userId: string;
}

interface AcceptanceItems {
  id: string;
  acceptanceId: string;
  itemId: string;
  departmentId: string | null;
  selfMarks: number | null;
  selfWords: string;
  marks: number | null;
  reason: string;
  dispute: DisputeState | null;
  version: number;
}

interface AcceptanceRecords {
  acceptanceId: string;
  number: number;
  step: AcceptanceRecord;
  at: string;
  byUser: string;
  byName: string;
  departmentId: string | null;
  itemId: string | null;
  text: string;
  marks: number | null;
  evidenceId: string | null;
}

interface AcceptanceEvidence {
  acceptanceItemId: string;
  evidenceId: string;
}

export interface AcceptanceTables {
  acceptances: Acceptances;
  acceptanceDepartments: AcceptanceDepartments;
  acceptanceTypists: AcceptanceTypists;
  acceptanceItems: AcceptanceItems;
  acceptanceRecords: AcceptanceRecords;
  acceptanceEvidence: AcceptanceEvidence;
  scoreSheets: ScoreSheets;
  scoreItems: ScoreItems;
  scoreItemPoints: ScoreItemPoints;
  scoreGrades: ScoreGrades;
}
