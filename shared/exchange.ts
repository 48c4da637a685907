import * as z from 'zod/mini';
import { finding } from './checks.ts';
import { knownIndicator } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { LANGUAGES } from './i18n/languages.ts';
import { NUMBER_PROBLEMS } from './number-input.ts';
import { ISSUES } from './problems.ts';
import { reading, readingChanges } from './readings.ts';
import { id } from './values.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Largest workbook that is taken, in bytes. */
export const WORKBOOK_LIMIT = 2 * 1024 * 1024;

const ofSheet = z.strictObject({ planId: id, year: z.string().check(z.regex(/^\d{4}$/)) });
/** In which language headings, words and sentences are written; reading back understands both. */
const language = z._default(z.enum(LANGUAGES), 'zh-CN');

export const getSheetTemplate = endpoint({
  operationId: 'getSheetTemplate',
  method: 'GET',
  path: '/api/plans/{planId}/sheets/{year}/template',
  summary: 'The sheet of a department as a filled xlsx, to be worked on in Excel or WPS',
  access: 'readings.seeUnapproved',
  params: ofSheet,
  query: z.strictObject({ departmentId: z.optional(id), language }),
  file: [XLSX],
});

/** The figures of a reading that a workbook can change. Conditions and an absence are one each. */
export const IMPORT_FIELDS = [
  'numerator',
  'denominator',
  'value',
  'level',
  'ground',
  'conditions',
  'absence',
  'dataStatus',
  'source',
  'note',
  'scopeChange',
  'figureYear',
  'paper',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Some figures of a reading, under their own names: one field, or those that a person chose. */
export const someFigures = z.partial(
  z.pick(reading, {
    numerator: true,
    denominator: true,
    value: true,
    level: true,
    ground: true,
    conditions: true,
    absence: true,
    dataStatus: true,
    source: true,
    note: true,
    scopeChange: true,
    figureYear: true,
    paper: true,
  }),
);
export type SomeFigures = z.output<typeof someFigures>;

/** What is wrong with a cell, apart from a number that cannot be read and a rule that refuses it. */
export const CELL_PROBLEMS = [
  /** A formula, which is never evaluated. */
  'formula',
  /** A word that is none of the list. */
  'otherWord',
  'notADay',
  'notAYear',
  /** 无法提供 or 不适用 without its reason. */
  'reasonMissing',
  /** The reading has been handed in, or nothing may be begun now. */
  'locked',
  /** The same indicator or condition stood further up already. */
  'twice',
] as const;
export type CellProblem = (typeof CELL_PROBLEMS)[number];

const values = z.optional(z.record(z.string(), z.union([z.string(), z.number()])));

/** Why a cell was not taken over: of three catalogues, each with its own sentences. */
export const whyNot = z.discriminatedUnion('of', [
  z.object({ of: z.literal('number'), code: z.enum(NUMBER_PROBLEMS) }),
  z.object({ of: z.literal('issue'), code: z.enum(ISSUES), values }),
  z.object({ of: z.literal('cell'), code: z.enum(CELL_PROBLEMS) }),
]);
export type WhyNot = z.output<typeof whyNot>;

const place = { sheet: z.string(), cell: z.string() } as const;

export const importedField = z.object({
  field: z.enum(IMPORT_FIELDS),
  /** Where it stands in the workbook: `H7`, on which sheet. */
  ...place,
  /** As it stands on the server. */
  before: someFigures,
  after: someFigures,
  /** Somebody changed it on the server after the workbook was made: choose with care. */
  conflict: z.boolean(),
  /** What a rule says against it; empty: it can be taken over. */
  issues: z.array(whyNot),
});
export type ImportedField = z.output<typeof importedField>;

export const importedRow = z.object({
  indicator: knownIndicator,
  /** Of the reading; 0: accepting begins it. */
  version: z.int(),
  fields: z.array(importedField),
  /** What the checks say of the reading with every change; they decide only about handing in. */
  findings: z.array(finding),
});
export type ImportedRow = z.output<typeof importedRow>;

/** A cell that says something which cannot be taken over. */
export const badCell = z.object({
  ...place,
  /** The code of its row. */
  code: z.string(),
  field: z.nullable(z.enum(IMPORT_FIELDS)),
  /** What stands in the cell. */
  typed: z.string(),
  why: whyNot,
});
export type BadCell = z.output<typeof badCell>;

/** What accepting a workbook would change. Nothing is written yet. */
export const importDiff = z.object({
  fileName: z.string(),
  /** When the workbook was downloaded. */
  madeAt: z.string(),
  /** Only those with a change, in the order of the sheet. */
  rows: z.array(importedRow),
  badCells: z.array(badCell),
  /** Codes of rows that are not in the sheet of this department. */
  unknownCodes: z.array(z.string()),
  /** Headings that say nothing to the product; their columns were not read. */
  ignoredColumns: z.array(z.string()),
});
export type ImportDiff = z.output<typeof importDiff>;

const UNREADABLE = [
  'fileEmpty',
  'fileEncrypted',
  'fileUnsafe',
  'fileUnreadable',
  'fileTooComplex',
  'sheetNotXlsx',
  'sheetOldFormat',
  'sheetTooLarge',
  'sheetTooSlow',
] as const;
export const WORKBOOK_PROBLEMS = [...UNREADABLE, 'sheetNotTemplate', 'sheetOfAnother'] as const;

export const importSheet = endpoint({
  operationId: 'importSheet',
  method: 'POST',
  path: '/api/plans/{planId}/sheets/{year}/import',
  summary: 'Compare a filled workbook with the sheet; nothing is changed',
  access: 'readings.enter',
  params: ofSheet,
  upload: { field: 'file', limit: WORKBOOK_LIMIT },
  response: importDiff,
  problems: WORKBOOK_PROBLEMS,
});

export const annotateSheet = endpoint({
  operationId: 'annotateSheet',
  method: 'POST',
  path: '/api/plans/{planId}/sheets/{year}/import/annotated',
  summary: 'The same workbook with every cell marked that cannot be taken over',
  access: 'readings.enter',
  params: ofSheet,
  query: z.strictObject({ language }),
  upload: { field: 'file', limit: WORKBOOK_LIMIT },
  file: [XLSX],
  problems: WORKBOOK_PROBLEMS,
});

export const acceptImport = endpoint({
  operationId: 'acceptImport',
  method: 'POST',
  path: '/api/plans/{planId}/sheets/{year}/import/accept',
  summary: 'Take over the chosen changes of a workbook, all of them or none, as drafts',
  access: 'readings.enter',
  params: ofSheet,
  body: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          indicatorId: id,
          /** Of the reading as the comparison showed it; 0: it did not exist. */
          version: z.int().check(z.minimum(0)),
          changes: readingChanges,
        }),
      )
      .check(z.minLength(1), z.maxLength(500)),
  }),
  /** Readings that were begun or changed; 0: they said all this already. */
  response: z.object({ saved: z.int() }),
  bodyLimit: 4 * 1024 * 1024,
  problems: [
    'wrongState',
    'staleVersion',
    'conflict',
    'roundNotOpen',
    'roundClosed',
    'roundSealed',
  ],
});

/** The cells of a table as the clipboard would bring them: nothing is judged yet (list-input.ts). */
export const readListFile = endpoint({
  operationId: 'readListFile',
  method: 'POST',
  path: '/api/plans/{planId}/lists/read',
  summary: 'Read the list in any workbook, to be looked at as a named list; nothing is saved',
  access: 'readings.enter',
  params: z.strictObject({ planId: id }),
  upload: { field: 'file', limit: WORKBOOK_LIMIT },
  response: z.object({
    sheet: z.string(),
    /** Sheets with a table of their own, which was not read. */
    otherSheets: z.array(z.string()),
    /** Row by row, empty ones included; a cell without anything is ''. */
    rows: z.array(z.array(z.string())),
  }),
  problems: UNREADABLE,
});

export const EXPORTS = ['readings', 'history', 'lists', 'measures'] as const;
export type Export = (typeof EXPORTS)[number];
export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A GET, because whoever may see figures may save them and leaders change nothing; recorded. */
export const exportPlan = endpoint({
  operationId: 'exportPlan',
  method: 'GET',
  path: '/api/plans/{planId}/export',
  summary:
    'The readings of a plan, their histories, the named lists or the reports on measures, as far as one may see them',
  access: 'person',
  params: z.strictObject({ planId: id }),
  query: z.strictObject({
    what: z.enum(EXPORTS),
    format: z.enum(EXPORT_FORMATS),
    /** Absent: every year. */
    year: z.optional(z.string().check(z.regex(/^\d{4}$/))),
    language,
  }),
  file: [XLSX, 'text/csv; charset=utf-8', 'application/json; charset=utf-8'],
  recorded: true,
  problems: ['busy', 'exportTooLarge'],
});
