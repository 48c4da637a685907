interface Incentives {
  planId: string;
  id: string;
  measureId: string;
  position: number;
  kind: string;
  grantor: string | null;
  beneficiary: string | null;
  condition: string | null;
  per: string | null;
  oneOff: 0 | 1 | null;
  amountWan: number | null;
  capWan: number | null;
  floorWan: number | null;
  ratePercent: number | null;
  rateBase: string | null;
  caseByCase: 0 | 1;
  quote: string;
  quoteStart: number;
  titleZh: string | null;
  titleEn: string | null;
  grantorEn: string | null;
  beneficiaryEn: string | null;
  conditionEn: string | null;
  perEn: string | null;
  rateBaseEn: string | null;
  rateBaseField: string | null;
}

interface IncentiveTiers {
  planId: string;
  incentiveId: string;
  position: number;
  label: string;
  amountWan: number | null;
  capWan: number | null;
  ratePercent: number | null;
  maxRatePercent: number | null;
  provinceRatePercent: number | null;
  minQuantity: number | null;
  maxQuantity: number | null;
  labelEn: string | null;
}

interface IncentiveConditions {
  planId: string;
  incentiveId: string;
  position: number;
  field: string;
  operator: string;
  valueNumber: number | null;
  valueText: string | null;
  unit: string | null;
  nameZh: string | null;
  nameEn: string | null;
  unitEn: string | null;
}

interface IncentiveNotes {
  planId: string;
  incentiveId: string;
  position: number;
  note: string;
  noteEn: string | null;
}

interface IncentivePayments {
  id: string;
  planId: string;
  incentiveId: string;
  tier: number | null;
  enterprise: string;
  enterpriseKey: string;
  year: number;
  paidOn: string;
  amountFen: number;
  indicatorId: string | null;
  documentNumber: string | null;
  note: string;
  reverses: string | null;
  departmentId: string;
  enteredBy: string;
  enteredByName: string;
  enteredAt: string;
}

export interface IncentiveTables {
  incentives: Incentives;
  incentiveTiers: IncentiveTiers;
  incentiveConditions: IncentiveConditions;
  incentiveNotes: IncentiveNotes;
  incentivePayments: IncentivePayments;
}
