import * as z from 'zod/mini';
import { endpoint, type Output } from './endpoint.ts';
import { XLSX } from './exchange.ts';
import { LANGUAGES } from './i18n/languages.ts';
import { DOCX, FONT_SCHEMES, paperPages } from './paper.ts';
import { FACTS, TEXT_SECTIONS } from './reports/words.ts';
import { id, instant, isDay, paragraph, text, version, yearInQuery } from './values.ts';

/** Longest text of one part of a report, in UTF-16 units. */
export const LONGEST_TEXT = 20_000;

export const REPORT_SECTIONS = [...TEXT_SECTIONS, ...FACTS] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

const oneReport = z.strictObject({ planId: id, year: yearInQuery, scope: id });
const language = z._default(z.enum(LANGUAGES), 'zh-CN');
const fonts = z._default(z.enum(FONT_SCHEMES), 'gb2312');

/** What is open before a report, or beside it: each leads to where it is mended. */
export const CHECK_CODES = [
  /** The year is not sealed: it can only be a draft. */
  'unsealed',
  /** Nothing is approved of an indicator for the year. */
  'notReported',
  /** Handed in, and not decided. */
  'undecided',
  'returned',
  /** Behind or missed, and nobody said why (情况说明). */
  'unexplained',
  /** 无责任单位 or 牵头待定. */
  'noLead',
  /** A measure without an approved report of a department that owes it. */
  'measureNotReported',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

const checkItem = z.object({
  code: z.enum(CHECK_CODES),
  /** null: the year as a whole. */
  subject: z.nullable(
    z.object({
      kind: z.enum(['indicator', 'measure']),
      id: z.string(),
      /** A1; the number of a measure. */
      code: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
    }),
  ),
  departmentId: z.nullable(z.string()),
});
export type CheckItem = z.output<typeof checkItem>;

const written = z.object({
  section: z.enum(REPORT_SECTIONS),
  text: z.string(),
  by: z.string(),
  at: instant,
});

const comment = z.object({
  id: z.string(),
  section: z.enum(REPORT_SECTIONS),
  text: z.string(),
  by: z.string(),
  at: instant,
  /** Who settled it; null: open. */
  settledBy: z.nullable(z.string()),
});
export type ReportComment = z.output<typeof comment>;

const noticed = {
  nameZh: z.string(),
  nameEn: z.string(),
  /** When the correction was approved. */
  at: instant,
} as const;
const notice = z.discriminatedUnion('of', [
  z.object({ of: z.literal('indicator'), indicatorId: z.string(), code: z.string(), ...noticed }),
  z.object({
    of: z.literal('measure'),
    measureId: z.string(),
    /** Whose report on it was corrected, as it was begun. */
    departmentId: z.string(),
    number: z.int(),
    ...noticed,
  }),
]);
export type CorrectionNotice = z.output<typeof notice>;

export const issuedReport = z.object({
  id: z.string(),
  planId: z.string(),
  year: z.int(),
  scope: z.string(),
  title: z.string(),
  fonts: z.enum(FONT_SCHEMES),
  issuedBy: z.string(),
  issuedAt: instant,
  /** SHA-256, hex, of the sealed package that its figures are from. */
  packageSha256: z.string(),
  documentSha256: z.string(),
  workbookSha256: z.string(),
  /** Bytes. */
  documentSize: z.int(),
  workbookSize: z.int(),
  /** Figures and reports on measures corrected since: the paper stays, and says so here. */
  notices: z.array(notice),
});
export type IssuedReport = z.output<typeof issuedReport>;

export const annualReport = z.object({
  planId: z.string(),
  year: z.int(),
  scope: z.string(),
  /** 0: nothing was written yet. */
  version: z.int(),
  /** null: the year is not sealed. */
  sealedAt: z.nullable(instant),
  mayIssue: z.boolean(),
  texts: z.array(written),
  comments: z.array(comment),
  /** Those in which something was written, the latest first. */
  versions: z.array(
    z.object({
      version,
      by: z.string(),
      at: instant,
      sections: z.array(z.enum(REPORT_SECTIONS)),
    }),
  ),
  checklist: z.array(checkItem),
  /** null: it was not issued. */
  issued: z.nullable(issuedReport),
});
export type AnnualReport = z.output<typeof annualReport>;

export const getReport = endpoint({
  operationId: 'getReport',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}',
  summary: 'What was written into an annual report, what was remarked, and what is still open',
  access: 'reports.write',
  params: oneReport,
  response: annualReport,
});

export const getReportPages = endpoint({
  operationId: 'getReportPages',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}/pages',
  summary: 'The report as it stands, block by block: what its page and its print show',
  access: 'reports.write',
  params: oneReport,
  query: z.strictObject({ language }),
  response: z.object({ title: z.string(), pages: paperPages }),
});
export type ReportPages = Output<typeof getReportPages>;

export const getReportVersion = endpoint({
  operationId: 'getReportVersion',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}/versions/{version}',
  summary: 'What was written as of one version, to be compared with another',
  access: 'reports.write',
  params: z.strictObject({
    planId: id,
    year: yearInQuery,
    scope: id,
    version: z.string().check(z.regex(/^\d{1,9}$/)),
  }),
  response: z.object({ texts: z.array(written) }),
});

/** What may be written at once; a part that is not named stays. Empty: back to the report's own. */
const changes = z.strictObject({
  opening: z.optional(text(LONGEST_TEXT)),
  results: z.optional(text(LONGEST_TEXT)),
  measures: z.optional(text(LONGEST_TEXT)),
  problems: z.optional(text(LONGEST_TEXT)),
  nextSteps: z.optional(text(LONGEST_TEXT)),
  addressee: z.optional(text(100)),
  signatory: z.optional(text(100)),
  /** `2019-01-15`, or empty. */
  signedOn: z.optional(
    z.string().check(
      z.refine((day) => day === '' || (/^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day)), {
        error: 'impossibleDate',
      }),
    ),
  ),
  contact: z.optional(text(200)),
});

export const changeReport = endpoint({
  operationId: 'changeReport',
  method: 'PATCH',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}',
  summary: 'Write into a report; If-Match "0" begins it',
  access: 'reports.write',
  params: oneReport,
  body: changes,
  response: annualReport,
  versioned: true,
  bodyLimit: 512 * 1024,
  problems: ['wrongState'],
});

export const commentReport = endpoint({
  operationId: 'commentReport',
  method: 'POST',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}/comments',
  summary: 'Remark something at a part of a report',
  access: 'reports.write',
  params: oneReport,
  body: z.strictObject({ section: z.enum(REPORT_SECTIONS), text: paragraph(1000) }),
  response: comment,
  status: 201,
  problems: ['idempotencyMismatch', 'conflict'],
});

export const settleComment = endpoint({
  operationId: 'settleReportComment',
  method: 'POST',
  path: '/api/report-comments/{commentId}/settle',
  summary: 'Take a remark as done',
  access: 'reports.write',
  params: z.strictObject({ commentId: id }),
  response: comment,
  status: 200,
  problems: ['wrongState'],
});

export const REPORT_FORMATS = ['docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const downloadReport = endpoint({
  operationId: 'downloadReport',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}/file',
  summary:
    'The report as it stands, as a Word document or its annexes as a workbook; a draft says so',
  access: 'reports.write',
  params: oneReport,
  query: z.strictObject({ format: z._default(z.enum(REPORT_FORMATS), 'docx'), language, fonts }),
  file: [DOCX, XLSX],
  recorded: true,
  problems: ['busy'],
});

export const issueReport = endpoint({
  operationId: 'issueReport',
  method: 'POST',
  path: '/api/plans/{planId}/years/{year}/reports/{scope}/issue',
  summary: 'Issue the report of a sealed year: the file is made once and kept for good',
  access: 'reports.issue',
  params: oneReport,
  body: z.strictObject({ fonts }),
  response: issuedReport,
  status: 200,
  versioned: true,
  problems: ['notSealed', 'wrongState', 'busy', 'databaseDamaged'],
});

export const listIssuedReports = endpoint({
  operationId: 'listIssuedReports',
  method: 'GET',
  path: '/api/plans/{planId}/issued-reports',
  summary: 'The reports that were issued, the latest year first, with what was corrected since',
  access: 'reports.read',
  params: z.strictObject({ planId: id }),
  response: z.object({ items: z.array(issuedReport) }),
});

export const downloadIssued = endpoint({
  operationId: 'downloadIssuedReport',
  method: 'GET',
  path: '/api/issued-reports/{reportId}/file',
  summary: 'An issued report, byte for byte as it was issued',
  access: 'reports.read',
  params: z.strictObject({ reportId: id }),
  query: z.strictObject({ format: z._default(z.enum(REPORT_FORMATS), 'docx') }),
  file: [DOCX, XLSX],
  recorded: true,
  problems: ['evidenceMissing'],
});
