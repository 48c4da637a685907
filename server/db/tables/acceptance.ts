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

export interface AcceptanceTables {
  scoreSheets: ScoreSheets;
  scoreItems: ScoreItems;
  scoreItemPoints: ScoreItemPoints;
  scoreGrades: ScoreGrades;
}
