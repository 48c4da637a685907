import type {
  CannotJudgeRule,
  ItemPart,
  ItemRule,
  ItemSubject,
  PassLine,
  ProportionBasis,
  SheetState,
  TentativeRule,
} from '../../shared/acceptance-rules.ts';
import type { FontScheme } from '../../shared/paper.ts';
import type { Fact, TextSection } from '../../shared/reports/words.ts';

/**
 * The rows as the migrations make them. Kept beside the SQL by hand; test/migrations.test.ts holds
 * both to each other. 0 | 1 stands for no and yes: the same store code runs on PostgreSQL.
 */
interface Installation {
  id: number;
  profile: 'simple' | 'mlps' | null;
  illustrative: 0 | 1;
  createdAt: string;
  demandsSecondFactor: 0 | 1;
}

interface SecondFactors {
  userId: string;
  secret: Buffer;
  begunAt: string;
  confirmedAt: string | null;
  lastStep: number | null;
}

interface RecoveryCodes {
  userId: string;
  codeHash: string;
  usedAt: string | null;
}

interface SetupLinks {
  tokenHash: Buffer;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

interface Departments {
  id: string;
  shortNameZh: string;
  fullNameZh: string;
  nameEn: string;
  kind: string;
  nameSource: 'document' | 'inferred' | 'entered';
  validFrom: string | null;
  validTo: string | null;
  successorId: string | null;
  version: number;
}

interface Users {
  id: string;
  username: string;
  usernameKey: string;
  name: string;
  passwordHash: string;
  passwordChangedAt: string;
  mustChangePassword: 0 | 1;
  departmentId: string | null;
  createdAt: string;
  lastSignInAt: string | null;
  disabledAt: string | null;
  version: number;
}

interface UserRoles {
  userId: string;
  role:
    | 'administrator'
    | 'securityAdministrator'
    | 'auditor'
    | 'reporter'
    | 'departmentHead'
    | 'reviewer'
    | 'leader'
    | 'display';
}

interface PasswordHistory {
  userId: string;
  number: number;
  passwordHash: string;
}

interface SignInFailures {
  nameHash: string;
  failures: number;
  lastFailedAt: string;
  lockedUntil: string | null;
}

interface Sessions {
  tokenHash: Buffer;
  id: string;
  userId: string;
  kind: 'person' | 'display';
  createdAt: string;
  seenAt: string;
  address: string;
  userAgent: string;
}

interface IdempotentRequests {
  userId: string;
  key: string;
  operationId: string;
  fingerprint: string;
  status: number;
  answer: string | null;
  createdAt: string;
}

interface Plans {
  id: string;
  titleZh: string;
  titleEn: string;
  shortTitleZh: string;
  shortTitleEn: string;
  documentNumber: string | null;
  issueDate: string | null;
  effectiveQuote: string | null;
  baselineYear: number;
  startYear: number;
  endYear: number;
  periodNote: string | null;
  schemaVersion: number;
  contentHash: string;
  revision: number;
  loadedAt: string;
}

interface PlanDocuments {
  planId: string;
  text: string;
  sha256: string;
}

interface Bodies {
  planId: string;
  id: string;
  position: number;
  nameZh: string;
  nameEn: string;
  role: string;
  quote: string;
  quoteStart: number;
}

interface Themes {
  planId: string;
  id: string;
  position: number;
  nameZh: string;
  nameEn: string;
}

interface Components {
  planId: string;
  id: string;
  nameZh: string;
  nameEn: string;
  unitZh: string;
}

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

interface IncentiveNotes {
  planId: string;
  incentiveId: string;
  position: number;
  note: string;
  noteEn: string | null;
}

interface Safeguards {
  planId: string;
  number: number;
  titleZh: string;
  titleEn: string;
  text: string;
  textStart: number;
}

interface Obligations {
  planId: string;
  id: string;
  safeguardNumber: number;
  position: number;
  nameZh: string;
  nameEn: string;
  responsible: string;
  recipient: string | null;
  frequency: string;
  due: string | null;
  deadlineDate: string | null;
  fourFixes: string | null;
  quote: string;
  quoteStart: number;
}

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

interface Rounds {
  planId: string;
  year: number;
  opensOn: string;
  dueOn: string;
  closedAt: string | null;
  closedBy: string | null;
  sealedAt: string | null;
  sealedBy: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
}

interface RoundNotices {
  planId: string;
  year: number;
  number: number;
  departmentId: string;
  departmentZh: string;
  departmentEn: string;
  issuerZh: string | null;
  issuerEn: string | null;
  dueOn: string;
  issuedAt: string;
  issuedBy: string;
  issuedByName: string;
}

interface RoundNoticeItems {
  planId: string;
  year: number;
  number: number;
  position: number;
  code: string;
  nameZh: string;
  nameEn: string;
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

interface Files {
  sha256: string;
  size: number;
  mediaType: string;
  storedAt: string;
  damagedAt: string | null;
}

interface Evidence {
  id: string;
  sha256: string;
  name: string;
  addedBy: string;
  addedAt: string;
  removedBy: string | null;
  removedAt: string | null;
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

interface Seals {
  id: string;
  planId: string;
  year: number;
  sealedAt: string;
  sealedBy: string;
  sealedByName: string;
  sha256: string;
  package: string;
}

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

interface CorrectionConditions {
  correctionId: string;
  conditionId: string;
  position: number;
  metOn: string | null;
  lostOn: string | null;
  documentNumber: string | null;
}

interface Meetings {
  id: string;
  planId: string;
  number: number;
  title: string;
  year: number;
  heldOn: string;
  startsAt: string | null;
  place: string;
  chairName: string;
  chairOffice: string;
  chairId: string | null;
  recorder: string;
  state:
    | 'planned'
    | 'calledOff'
    | 'running'
    | 'ended'
    | 'drafted'
    | 'presented'
    | 'confirmed'
    | 'closed';
  stage: string | null;
  momentId: string | null;
  documentSha256: string | null;
  createdBy: string;
  createdAt: string;
  startedBy: string | null;
  startedAt: string | null;
  endedBy: string | null;
  endedAt: string | null;
  presentedBy: string | null;
  presentedAt: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  closedBy: string | null;
  closedAt: string | null;
  version: number;
}

interface MeetingAttendees {
  meetingId: string;
  position: number;
  name: string;
  office: string;
  kind: 'member' | 'observer';
  presence: 'present' | 'absent' | 'deputised';
  deputy: string;
}

interface AgendaItems {
  id: string;
  meetingId: string;
  position: number;
  title: string | null;
  slideKey: string | null;
  notes: string;
  notesVersion: number;
}

interface MeetingSlides {
  meetingId: string;
  position: number;
  slideKey: string;
  shown: 0 | 1;
}

interface Decisions {
  id: string;
  meetingId: string;
  agendaItemId: string | null;
  position: number;
  text: string;
  leadDepartmentId: string | null;
  dueOn: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  createdBy: string;
  createdAt: string;
  version: number;
}

interface DecisionDepartments {
  decisionId: string;
  departmentId: string;
  position: number;
}

interface DecisionIndicators {
  decisionId: string;
  indicatorId: string;
}

interface DecisionMeasures {
  decisionId: string;
  planId: string;
  measureId: string;
}

interface Minutes {
  meetingId: string;
  number: number;
  text: string;
  generated: 0 | 1;
  savedBy: string;
  savedByName: string;
  savedAt: string;
}

interface ActionItems {
  decisionId: string;
  planId: string;
  year: number;
  number: number;
  state: 'issued' | 'received' | 'reported' | 'sentBack' | 'verified' | 'closed' | 'withdrawn';
  dueOn: string;
  reportedOn: string | null;
  reportedBy: string | null;
  extensionDueOn: string | null;
  extensionBy: string | null;
  issuedAt: string;
  version: number;
}

interface ActionRecords {
  decisionId: string;
  number: number;
  step: string;
  at: string;
  byUser: string;
  byName: string;
  departmentId: string | null;
  text: string;
  dueOn: string | null;
}

interface ActionEvidence {
  decisionId: string;
  evidenceId: string;
}

interface BackupRuns {
  id: string;
  kind: 'nightly' | 'manual' | 'upgrade' | 'drill';
  startedAt: string;
  endedAt: string | null;
  outcome: 'ok' | 'partial' | 'failed' | null;
  fault: string | null;
  fileName: string | null;
  size: number | null;
  sha256: string | null;
  auditRows: number | null;
  damagedFiles: number | null;
  secondCopy: 'ok' | 'failed' | null;
  startedBy: string | null;
}

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

interface Moments {
  id: string;
  planId: string;
  year: number;
  revision: number;
  sha256: string;
  takenAt: string;
  takenBy: string;
}

interface Displays {
  id: string;
  name: string;
  place: string;
  tokenHash: Buffer;
  address: string;
  pairedAt: string;
  pairedBy: string;
  seenAt: string;
  unpairedAt: string | null;
}

interface LiveChanges {
  kind: 'board' | 'meeting';
  subject: string;
  sequence: number;
  revision: number;
}

interface AuditLog {
  seq: number;
  at: string;
  userId: string | null;
  username: string | null;
  roles: string;
  departmentId: string | null;
  address: string;
  action: string;
  targetType: string | null;
  targetId: string | null;
  before: string | null;
  after: string | null;
  outcome: string;
  requestId: string;
  previousHash: string;
  hash: string;
}

interface AuditSubjects {
  seq: number;
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
  action: 'enter' | 'change' | 'submit' | 'sign' | 'return' | 'approve' | 'seal';
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

interface Tasks {
  planId: string;
  year: number;
  subject: 'indicator' | 'measure';
  subjectId: string;
  leadDepartmentId: string | null;
  principalLeader: string;
  leaderInCharge: string;
  handler: string;
  task: string;
  target: number | null;
  unit: string;
  dueOn: string | null;
  requirement: string;
  version: number;
  changedBy: string;
  changedAt: string;
}

interface TaskDepartments {
  planId: string;
  year: number;
  subject: 'indicator' | 'measure';
  subjectId: string;
  departmentId: string;
  position: number;
}

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

export interface Tables {
  installation: Installation;
  setupLinks: SetupLinks;
  departments: Departments;
  users: Users;
  userRoles: UserRoles;
  passwordHistory: PasswordHistory;
  signInFailures: SignInFailures;
  sessions: Sessions;
  secondFactors: SecondFactors;
  recoveryCodes: RecoveryCodes;
  idempotentRequests: IdempotentRequests;
  plans: Plans;
  planDocuments: PlanDocuments;
  bodies: Bodies;
  themes: Themes;
  components: Components;
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
  measures: Measures;
  measureDepartments: MeasureDepartments;
  measureIndicators: MeasureIndicators;
  incentives: Incentives;
  incentiveTiers: IncentiveTiers;
  incentiveConditions: IncentiveConditions;
  incentiveNotes: IncentiveNotes;
  incentivePayments: IncentivePayments;
  safeguards: Safeguards;
  obligations: Obligations;
  componentReadings: ComponentReadings;
  readings: Readings;
  readingConditions: ReadingConditions;
  readingRevisions: ReadingRevisions;
  readingRevisionConditions: ReadingRevisionConditions;
  readingTypists: ReadingTypists;
  rounds: Rounds;
  roundNotices: RoundNotices;
  roundNoticeItems: RoundNoticeItems;
  checkSettings: CheckSettings;
  files: Files;
  evidence: Evidence;
  readingEvidence: ReadingEvidence;
  namedLists: NamedLists;
  namedListEntries: NamedListEntries;
  seals: Seals;
  tasks: Tasks;
  taskDepartments: TaskDepartments;
  measureReports: MeasureReports;
  measureReportFigures: MeasureReportFigures;
  measureReportRevisions: MeasureReportRevisions;
  measureReportRevisionFigures: MeasureReportRevisionFigures;
  measureReportTypists: MeasureReportTypists;
  measureReportEvidence: MeasureReportEvidence;
  corrections: Corrections;
  correctionConditions: CorrectionConditions;
  meetings: Meetings;
  meetingAttendees: MeetingAttendees;
  agendaItems: AgendaItems;
  meetingSlides: MeetingSlides;
  decisions: Decisions;
  decisionDepartments: DecisionDepartments;
  decisionIndicators: DecisionIndicators;
  decisionMeasures: DecisionMeasures;
  minutes: Minutes;
  actionItems: ActionItems;
  actionRecords: ActionRecords;
  actionEvidence: ActionEvidence;
  correctionLists: CorrectionLists;
  correctionListEntries: CorrectionListEntries;
  correctionEvidence: CorrectionEvidence;
  backupRuns: BackupRuns;
  reports: Reports;
  reportTexts: ReportTexts;
  reportComments: ReportComments;
  issuedReports: IssuedReports;
  moments: Moments;
  scoreSheets: ScoreSheets;
  scoreItems: ScoreItems;
  scoreItemPoints: ScoreItemPoints;
  scoreGrades: ScoreGrades;
  displays: Displays;
  liveChanges: LiveChanges;
  auditLog: AuditLog;
  auditSubjects: AuditSubjects;
}
