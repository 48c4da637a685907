interface Indicators {
  id: string;
  planId: string;
  themeId: string;
  code: string;
  position: number;
  nameZh: string;
  nameEn: string;
  origin: 'objective' | 'measure';
  measureNumber: number | null;
  kind: 'atLeast' | 'atMost' | 'countRange' | 'reduction' | 'milestone' | 'rating' | 'directional';
  unitZh: string | null;
  unitEn: string | null;
  decimals: number | null;
  direction: 'up' | 'down';
  deadlineYear: number;
  deadlineSource: 'document' | 'planEnd';
  baselineYearSuggested: number;
  incremental: 0 | 1;
  tentative: 0 | 1;
  numeratorId: string | null;
  denominatorId: string | null;
  multiplier: number | null;
  clauseGroup: string | null;
  quote: string;
  quoteStart: number;
}

interface IndicatorAmbiguities {
  indicatorId: string;
  position: number;
  textZh: string;
  textEn: string;
}

interface TargetExpressions {
  indicatorId: string;
  position: number;
  expression: string;
}

interface Targets {
  indicatorId: string;
  version: number;
  kind: 'atLeast' | 'atMost' | 'countRange' | 'reduction' | 'milestone' | 'rating' | 'directional';
  expression: 'document' | 'value' | 'percentage' | 'tonnesCut' | 'ceiling';
  value: number | null;
  lower: number | null;
  upper: number | null;
  reductionPct: number | null;
  tonnesCut: number | null;
  targetLevel: number | null;
  path: 'linear' | 'compound' | null;
  source: 'document' | 'convention' | 'pendingAssignment' | 'entered';
  basis: string | null;
  documentNumber: string | null;
  effectiveDate: string | null;
  enteredBy: string | null;
  enteredAt: string;
}

interface TargetConditions {
  indicatorId: string;
  version: number;
  id: string;
  position: number;
  nameZh: string;
  nameEn: string;
  plannedYear: number | null;
}

interface RatingLevels {
  indicatorId: string;
  level: number;
  nameZh: string;
  nameEn: string;
}

interface Baselines {
  indicatorId: string;
  version: number;
  year: number;
  value: number | null;
  basis: 'wording' | 'document' | 'entered';
  basisZh: string | null;
  basisEn: string | null;
  documentNumber: string | null;
  restated: 0 | 1;
  enteredBy: string | null;
  enteredAt: string;
}

interface CheckpointSets {
  indicatorId: string;
  version: number;
  basis: string | null;
  documentNumber: string | null;
  enteredBy: string | null;
  enteredAt: string;
}

interface Checkpoints {
  indicatorId: string;
  version: number;
  year: number;
  value: number | null;
  reductionPct: number | null;
}

interface IndicatorDepartments {
  indicatorId: string;
  departmentId: string;
  duty: 'lead' | 'supporting';
  position: number;
}

interface IndicatorSettings {
  indicatorId: string;
  version: number;
  departmentsBy: string | null;
  departmentsAt: string | null;
  departmentsNote: string | null;
}

interface CheckSettings {
  indicatorId: string;
  code: string;
  grade: 'hard' | 'soft' | 'off';
  lowerLimit: number | null;
  upperLimit: number | null;
  source: 'plan' | 'entered';
  enteredBy: string | null;
  enteredAt: string;
}

export interface IndicatorTables {
  indicators: Indicators;
  indicatorAmbiguities: IndicatorAmbiguities;
  targetExpressions: TargetExpressions;
  targets: Targets;
  targetConditions: TargetConditions;
  ratingLevels: RatingLevels;
  baselines: Baselines;
  checkpointSets: CheckpointSets;
  checkpoints: Checkpoints;
  indicatorDepartments: IndicatorDepartments;
  indicatorSettings: IndicatorSettings;
  checkSettings: CheckSettings;
}
