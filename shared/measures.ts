import * as z from 'zod/mini';
import { approvals, toApprove } from './approvals.ts';
import { endpoint } from './endpoint.ts';
import { evidence, EVIDENCE_LIMIT, EVIDENCE_TYPES } from './evidence.ts';
import { isWholeFen } from './incentives/money.ts';
import { returned } from './readings.ts';
import { DUTY_STATES, ROUND_STATES } from './rounds.ts';
import { amount, id, instant, line, text, version, year, yearInQuery } from './values.ts';
import { READING_STATUSES, RETURN_REASONS, STEPS } from './workflow.ts';

/** 未启动 / 推进中 / 基本完成 / 完成: how far a measure is, in the words of those who carry it out. */
export const MEASURE_STATES = ['notStarted', 'inProgress', 'mostlyDone', 'done'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** Most results in figures that one report names. */
export const MOST_RESULTS = 20;

/** A result in figures: 新增示范企业 4 家. */
const resultIn = z.strictObject({ name: line(100), amount, unit: line(20) });
const result = z.object({ name: z.string(), amount: z.number(), unit: z.string() });
export type MeasureResult = z.output<typeof result>;

/** 万元, made of whole fen. */
const money = amount.check(z.minimum(0), z.refine(isWholeFen, { error: 'inexactNumber' }));

/**
 * What a department may write. Everything may be missing in a draft; handing in demands what
 * shared/measure-rules.ts says. null takes an answer back.
 */
const typed = {
  state: z.optional(z.nullable(z.enum(MEASURE_STATES))),
  done: z.optional(text(4000)),
  results: z.optional(z.array(resultIn).check(z.maxLength(MOST_RESULTS))),
  /** Money paid in the year in 万元; 0: none was paid, null: not said yet. */
  paidWan: z.optional(z.nullable(money)),
  problems: z.optional(text(4000)),
  nextSteps: z.optional(text(4000)),
  /** The paper that a report older than the system was taken from (补录); null: entered here. */
  paper: z.optional(z.nullable(line(300))),
} as const;

export const reportChanges = z.strictObject(typed);
export type ReportChanges = z.output<typeof reportChanges>;
export const newReport = z.strictObject({
  planId: id,
  measureId: id,
  departmentId: id,
  year,
  ...typed,
});
export type NewReport = z.output<typeof newReport>;

/** What a report says, as it stands or stood in one revision. */
export const reportWords = {
  state: z.nullable(z.enum(MEASURE_STATES)),
  done: z.string(),
  results: z.array(result),
  paidWan: z.nullable(z.number()),
  problems: z.string(),
  nextSteps: z.string(),
  paper: z.nullable(z.string()),
} as const;

/** Why a report is looked at by itself before it is approved. */
export const REPORT_FINDINGS = ['paidBeforeStart', 'fellBack', 'paper'] as const;
export type ReportFinding = (typeof REPORT_FINDINGS)[number];

const act = z.nullable(z.object({ userId: z.string(), name: z.string(), at: instant }));

/** What one department writes about one measure in one year. */
export const measureReport = z.object({
  id: z.string(),
  planId: z.string(),
  measureId: z.string(),
  /** As it was begun; a department that has merged keeps its reports. */
  departmentId: z.string(),
  /** Who acts for it now: itself, or the department that took over. */
  actingDepartmentId: z.string(),
  year: z.int(),
  status: z.enum(READING_STATUSES),
  ...reportWords,
  entered: act,
  changed: act,
  submitted: act,
  signed: act,
  approved: act,
  /** Why it came back, while it is returned. */
  returned: z.nullable(returned),
  /** How often it came back, ever. */
  returns: z.int(),
  /** How often it was corrected after its approval. */
  corrections: z.int(),
  /** Files beside it; null: not for the one who asks to know. */
  evidence: z.nullable(z.int()),
  findings: z.array(z.enum(REPORT_FINDINGS)),
  /** Of its year, now. */
  round: z.enum(ROUND_STATES),
  /** What the one who asks may do with it now. */
  steps: z.array(z.enum(STEPS)),
  editable: z.boolean(),
  version,
});
export type MeasureReport = z.output<typeof measureReport>;

export const REPORT_ACTIONS = [
  'enter',
  'change',
  'submit',
  'sign',
  'return',
  'approve',
  'seal',
  'correct',
] as const;

export const reportRevision = z.object({
  version,
  action: z.enum(REPORT_ACTIONS),
  at: instant,
  by: z.object({ userId: z.string(), name: z.string(), departmentId: z.nullable(z.string()) }),
  reason: z.nullable(z.string()),
  reasonCode: z.nullable(z.enum(RETURN_REASONS)),
  status: z.enum(READING_STATUSES),
  ...reportWords,
});
export type ReportRevision = z.output<typeof reportRevision>;

const department = z.object({
  id: z.string(),
  shortNameZh: z.string(),
  fullNameZh: z.string(),
  nameEn: z.string(),
});

/** One department's part in a measure in one year. */
const measureDuty = z.object({
  /** Who owed it then, by the name of then. */
  departmentId: z.string(),
  /** Who acts for it now. */
  actingDepartmentId: z.string(),
  /** As far as the one who asks may know. */
  dutyState: z.enum(DUTY_STATES),
  /** The report, where the one who asks may see it. */
  reportId: z.nullable(z.string()),
  /** What an approved report says; null: none is. */
  state: z.nullable(z.enum(MEASURE_STATES)),
  paidWan: z.nullable(z.number()),
  /** What was done, of an approved report; '': none is, or it says nothing. */
  done: z.string(),
});

/** A measure in one year: who owes a report, and what the approved ones say. */
export const measureOfYear = z.object({
  measureId: z.string(),
  /** What the approved reports say together; null: none is approved. */
  state: z.nullable(z.enum(MEASURE_STATES)),
  /** Approved of owed. */
  approved: z.int(),
  owed: z.int(),
  /** What the approved reports paid together, in 万元; null: none says. */
  paidWan: z.nullable(z.number()),
  duties: z.array(measureDuty),
});
export type MeasureOfYear = z.output<typeof measureOfYear>;

export const getMeasuresOfYear = endpoint({
  operationId: 'getMeasuresOfYear',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/measures',
  summary: 'How far every measure is in one year, and who has reported on it',
  access: 'signedIn',
  params: z.strictObject({ planId: id, year: yearInQuery }),
  response: z.object({
    planId: z.string(),
    year: z.int(),
    round: z.enum(ROUND_STATES),
    /** Those that owe something, as they are called now. */
    departments: z.array(department),
    /** In the document's order. */
    items: z.array(measureOfYear),
  }),
});

const oneReport = z.strictObject({ reportId: id });

export const listMeasureReports = endpoint({
  operationId: 'listMeasureReports',
  method: 'GET',
  path: '/api/measure-reports',
  summary: 'The reports on measures that the one who asks may see, by measure, department and year',
  access: 'signedIn',
  query: z.strictObject({
    planId: z.optional(id),
    measureId: z.optional(id),
    departmentId: z.optional(id),
    year: z.optional(yearInQuery),
    status: z.optional(z.enum(READING_STATUSES)),
  }),
  response: z.object({ items: z.array(measureReport) }),
});

const CLOSED = ['roundNotOpen', 'roundClosed', 'roundSealed'] as const;

export const createMeasureReport = endpoint({
  operationId: 'createMeasureReport',
  method: 'POST',
  path: '/api/measure-reports',
  summary: 'Start the report of one department on one measure in one year, as a draft',
  access: 'readings.enter',
  body: newReport,
  response: measureReport,
  status: 201,
  problems: ['conflict', 'notFound', 'idempotencyMismatch', ...CLOSED],
});

export const getMeasureReport = endpoint({
  operationId: 'getMeasureReport',
  method: 'GET',
  path: '/api/measure-reports/{reportId}',
  summary: 'One report on a measure',
  access: 'signedIn',
  params: oneReport,
  response: measureReport,
});

export const changeMeasureReport = endpoint({
  operationId: 'changeMeasureReport',
  method: 'PATCH',
  path: '/api/measure-reports/{reportId}',
  summary: 'Change a draft or a returned report; what is not named stays',
  access: 'readings.enter',
  params: oneReport,
  body: reportChanges,
  response: measureReport,
  versioned: true,
  problems: ['wrongState', ...CLOSED],
});

export const submitMeasureReport = endpoint({
  operationId: 'submitMeasureReport',
  method: 'POST',
  path: '/api/measure-reports/{reportId}/submit',
  summary: 'Hand a complete report in',
  access: 'readings.enter',
  params: oneReport,
  response: measureReport,
  status: 200,
  versioned: true,
  problems: ['wrongState', ...CLOSED],
});

export const signMeasureReport = endpoint({
  operationId: 'signMeasureReport',
  method: 'POST',
  path: '/api/measure-reports/{reportId}/sign',
  summary: 'The department head signs a report that was handed in',
  access: 'readings.sign',
  params: oneReport,
  response: measureReport,
  versioned: true,
  problems: ['wrongState', 'ownEntry', 'roundSealed'],
});

export const returnMeasureReport = endpoint({
  operationId: 'returnMeasureReport',
  method: 'POST',
  path: '/api/measure-reports/{reportId}/return',
  summary: 'Send a report back with a reason',
  access: 'readings.return',
  params: oneReport,
  body: z.strictObject({
    reason: line(500),
    reasonCode: z._default(z.enum(RETURN_REASONS), 'other'),
  }),
  response: measureReport,
  versioned: true,
  problems: ['wrongState', 'roundSealed'],
});

export const approveMeasureReport = endpoint({
  operationId: 'approveMeasureReport',
  method: 'POST',
  path: '/api/measure-reports/{reportId}/approve',
  summary: 'Approve a report: from now on everybody sees it',
  access: 'readings.approve',
  params: oneReport,
  response: measureReport,
  versioned: true,
  problems: ['wrongState', 'ownEntry', 'signatureNeeded', 'roundSealed'],
});

export const approveMeasureReports = endpoint({
  operationId: 'approveMeasureReports',
  method: 'POST',
  path: '/api/measure-reports/approve',
  summary: 'Approve several reports; those with something to look at are held back',
  access: 'readings.approve',
  body: toApprove,
  response: approvals,
});

export const listMeasureReportRevisions = endpoint({
  operationId: 'listMeasureReportRevisions',
  method: 'GET',
  path: '/api/measure-reports/{reportId}/revisions',
  summary: 'The versions of a report that the one who asks may see, oldest first',
  access: 'signedIn',
  params: oneReport,
  response: z.object({ items: z.array(reportRevision) }),
});

const oneFile = z.strictObject({ reportId: id, evidenceId: id });
/** Nothing beside a report moves while the report may not. */
const STILL = ['wrongState', 'conflict', ...CLOSED] as const;

export const listReportFiles = endpoint({
  operationId: 'listReportFiles',
  method: 'GET',
  path: '/api/measure-reports/{reportId}/evidence',
  summary: 'The files beside a report, oldest first; taken-away ones are not among them',
  access: 'evidence.see',
  params: oneReport,
  response: z.object({
    items: z.array(evidence),
    /** Whether the one who asks may add and take away now. */
    editable: z.boolean(),
  }),
});

export const addReportFile = endpoint({
  operationId: 'addReportFile',
  method: 'POST',
  path: '/api/measure-reports/{reportId}/evidence',
  summary: 'Put a file beside a draft or returned report: pdf, png, jpg, xlsx or docx',
  access: 'readings.enter',
  params: oneReport,
  upload: { field: 'file', limit: EVIDENCE_LIMIT },
  response: evidence,
  status: 201,
  problems: [
    ...STILL,
    'fileTypeNotAllowed',
    'fileTypeMismatch',
    'fileEmpty',
    'fileEncrypted',
    'fileUnsafe',
    'fileUnreadable',
    'fileTooComplex',
  ],
});

export const getReportFile = endpoint({
  operationId: 'getReportFile',
  method: 'GET',
  path: '/api/measure-reports/{reportId}/evidence/{evidenceId}',
  summary: 'The bytes of a file beside a report, as an attachment',
  access: 'evidence.see',
  params: oneFile,
  file: [...new Set(Object.values(EVIDENCE_TYPES))],
  problems: ['evidenceMissing'],
});

export const removeReportFile = endpoint({
  operationId: 'removeReportFile',
  method: 'DELETE',
  path: '/api/measure-reports/{reportId}/evidence/{evidenceId}',
  summary: 'Take a file away from a draft or returned report; its bytes stay',
  access: 'readings.enter',
  params: oneFile,
  problems: STILL,
});
export const restoreReportFile = endpoint({
  operationId: 'restoreReportFile',
  method: 'PUT',
  path: '/api/measure-reports/{reportId}/evidence/{evidenceId}',
  summary: 'Put a file back that was taken away from a report',
  access: 'readings.enter',
  params: oneFile,
  response: evidence,
  problems: STILL,
});
