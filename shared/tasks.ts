import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { WORKBOOK_LIMIT, WORKBOOK_PROBLEMS, XLSX } from './exchange.ts';
import { LANGUAGES } from './i18n/languages.ts';
import { amount, day, id, instant, optionalLine, text, yearInQuery } from './values.ts';

export const TASK_SUBJECTS = ['indicator', 'measure'] as const;
export type TaskSubject = (typeof TASK_SUBJECTS)[number];

/** What 四定 asks for, in the order of the table. `target` is asked of indicators that have a number. */
export const TASK_FIELDS = [
  'leadDepartmentId',
  'supportingDepartmentIds',
  'principalLeader',
  'leaderInCharge',
  'handler',
  'task',
  'target',
  'unit',
  'dueOn',
  'requirement',
] as const;
export type TaskField = (typeof TASK_FIELDS)[number];

const name = optionalLine(60);

/** The whole of a row as it is to stand. */
const words = {
  leadDepartmentId: z.nullable(id),
  supportingDepartmentIds: z.array(id).check(z.maxLength(20)),
  principalLeader: name,
  leaderInCharge: name,
  handler: name,
  task: text(1000),
  target: z.nullable(amount),
  unit: optionalLine(20),
  dueOn: z.nullable(day),
  requirement: text(1000),
} as const;

export const taskRow = z.strictObject({
  subject: z.enum(TASK_SUBJECTS),
  subjectId: id,
  /** Of the row that it was typed over; 0: nobody had filled it. */
  version: z.int().check(z.minimum(0)),
  ...words,
});
export type TaskRow = z.output<typeof taskRow>;

/** One row of the breakdown. */
export const task = z.object({
  subject: z.enum(TASK_SUBJECTS),
  subjectId: z.string(),
  /** A1 for an indicator, the number for a measure. */
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  themeId: z.string(),
  leadDepartmentId: z.nullable(z.string()),
  supportingDepartmentIds: z.array(z.string()),
  /** Who answers for it now, where the lead has merged; null: nobody leads. */
  answeringDepartmentId: z.nullable(z.string()),
  principalLeader: z.string(),
  leaderInCharge: z.string(),
  handler: z.string(),
  task: z.string(),
  target: z.nullable(z.number()),
  unit: z.string(),
  dueOn: z.nullable(day),
  requirement: z.string(),
  /** What 四定 still asks for. */
  missing: z.array(z.enum(TASK_FIELDS)),
  /** Whether the one who asks may type into it, and whether they may name the lead, too. */
  editable: z.boolean(),
  leadEditable: z.boolean(),
  version: z.int(),
});
export type Task = z.output<typeof task>;

const ofYear = z.strictObject({ planId: id, year: yearInQuery });

const breakdown = z.object({
  planId: z.string(),
  year: z.int(),
  departments: z.array(
    z.object({
      id: z.string(),
      shortNameZh: z.string(),
      fullNameZh: z.string(),
      nameEn: z.string(),
      validTo: z.nullable(z.string()),
    }),
  ),
  /** Indicators, then measures, each in the document's order. */
  items: z.array(task),
});
export type Breakdown = z.output<typeof breakdown>;

export const listTasks = endpoint({
  operationId: 'listTasks',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/tasks',
  summary: 'The breakdown of tasks of a year: who answers, for what, by when, to which requirement',
  access: 'person',
  params: ofYear,
  response: breakdown,
});

/** A row as one save left it. */
const taskRevision = z.object({
  version: z.int(),
  at: instant,
  /** Who saved it, as they were called then. */
  by: z.object({ userId: z.string(), name: z.string(), departmentId: z.nullable(z.string()) }),
  leadDepartmentId: z.nullable(z.string()),
  supportingDepartmentIds: z.array(z.string()),
  principalLeader: z.string(),
  leaderInCharge: z.string(),
  handler: z.string(),
  task: z.string(),
  target: z.nullable(z.number()),
  unit: z.string(),
  dueOn: z.nullable(day),
  requirement: z.string(),
});
export type TaskRevision = z.output<typeof taskRevision>;

export const listTaskRevisions = endpoint({
  operationId: 'listTaskRevisions',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/tasks/{subject}/{subjectId}/revisions',
  summary: 'Every version of a row of the breakdown, oldest first; none: nobody has filled it',
  access: 'person',
  params: z.extend(ofYear, { subject: z.enum(TASK_SUBJECTS), subjectId: id }),
  response: z.object({ items: z.array(taskRevision) }),
});

export const saveTasks = endpoint({
  operationId: 'saveTasks',
  method: 'PUT',
  path: '/api/plans/{planId}/years/{year}/tasks',
  summary: 'Save rows of the breakdown, all of them or none',
  access: 'tasks.enter',
  params: ofYear,
  body: z.strictObject({ rows: z.array(taskRow).check(z.minLength(1), z.maxLength(300)) }),
  response: breakdown,
  problems: ['staleVersion'],
});

/** One cell that an uploaded table would change, as it would be shown. */
const change = z.object({
  subject: z.enum(TASK_SUBJECTS),
  subjectId: z.string(),
  code: z.string(),
  field: z.enum(TASK_FIELDS),
  before: z.string(),
  after: z.string(),
});
export type TaskChange = z.output<typeof change>;

/** What is wrong with a cell of an uploaded table. */
export const TASK_CELL_PROBLEMS = [
  'unknownCode',
  'repeatedCode',
  'unknownDepartment',
  'notANumber',
  'notADay',
  'tooLong',
  'notYours',
  'formula',
] as const;

const cellProblem = z.object({
  /** As the file counts them: B7. */
  cell: z.string(),
  code: z.enum(TASK_CELL_PROBLEMS),
  text: z.string(),
});
export type TaskCellProblem = z.output<typeof cellProblem>;

export const importTasks = endpoint({
  operationId: 'importTasks',
  method: 'POST',
  path: '/api/plans/{planId}/years/{year}/tasks/import',
  summary: 'Compare a workbook with the breakdown by the codes in it; nothing is changed',
  access: 'tasks.enter',
  params: ofYear,
  upload: { field: 'file', limit: WORKBOOK_LIMIT },
  response: z.object({
    changes: z.array(change),
    problems: z.array(cellProblem),
    /** What saving them sends; [] while there is a problem. */
    rows: z.array(taskRow),
  }),
  problems: WORKBOOK_PROBLEMS,
});

export const exportTasks = endpoint({
  operationId: 'exportTasks',
  method: 'GET',
  path: '/api/plans/{planId}/years/{year}/tasks/file',
  summary: 'The breakdown of tasks as a workbook that can be filled and brought back',
  access: 'person',
  params: ofYear,
  query: z.strictObject({ language: z._default(z.enum(LANGUAGES), 'zh-CN') }),
  file: [XLSX],
  recorded: true,
  problems: ['busy', 'exportTooLarge'],
});
