import * as z from 'zod/mini';
import { ACTION_RECORDS, ACTION_STATES, ACTION_STEPS, URGENCIES } from './action-rules.ts';
import { endpoint } from './endpoint.ts';
import { evidence, EVIDENCE_LIMIT, EVIDENCE_TYPES } from './evidence.ts';
import { day, id, instant, paragraph, version } from './values.ts';

/** A decision in the hands of its departments, as a list or a slide needs it. */
export const actionItem = z.object({
  /** The same as that of the decision which it carries out. */
  id: z.string(),
  planId: z.string(),
  meeting: z.object({ id: z.string(), number: z.int(), heldOn: day }),
  /** 督办〔2018〕3号: the year that it was issued in, and its number within it. */
  year: z.int(),
  number: z.int(),
  text: z.string(),
  state: z.enum(ACTION_STATES),
  leadDepartmentId: z.string(),
  supportingDepartmentIds: z.array(z.string()),
  /** The day that stands, after whatever more time was granted. */
  dueOn: day,
  /** As it was decided. */
  firstDueOn: day,
  /** Days left to it as of the server's clock: 0 is the day itself, −3 three days past. */
  daysLeft: z.int(),
  urgency: z.enum(URGENCIES),
  /** The day on which the lead reported it done; null: not, or it was sent back since. */
  reportedOn: z.nullable(day),
  issuedOn: day,
  /** The latest that its departments said of it; '': nothing yet. */
  progress: z.string(),
  /** Ids of the indicators and measures that it serves. */
  indicatorIds: z.array(z.string()),
  measureIds: z.array(z.string()),
});
export type ActionItem = z.output<typeof actionItem>;

/** One step of its life. They are only ever added. */
export const actionRecord = z.object({
  number: z.int(),
  step: z.enum(ACTION_RECORDS),
  at: instant,
  by: z.string(),
  /** null: the committee. */
  departmentId: z.nullable(z.string()),
  /** What was said; for a file its name. */
  text: z.string(),
  /** The day asked for or granted; else null. */
  dueOn: z.nullable(day),
});
export type ActionRecordRow = z.output<typeof actionRecord>;

export const actionDetails = z.extend(actionItem, {
  departments: z.array(
    z.object({
      id: z.string(),
      shortNameZh: z.string(),
      fullNameZh: z.string(),
      nameEn: z.string(),
      duty: z.enum(['lead', 'supporting']),
      /** Those that were charged with it and whose duties it has taken over. */
      formerly: z.array(z.object({ id: z.string(), shortNameZh: z.string(), nameEn: z.string() })),
      /** When it signed for it; null: not yet. */
      receivedAt: z.nullable(instant),
    }),
  ),
  indicators: z.array(
    z.object({ id: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  ),
  /** The body that a 督办单 is signed by: the one that the plan names first; null: it names none. */
  issuer: z.nullable(z.object({ zh: z.string(), en: z.string() })),
  measures: z.array(
    z.object({ id: z.string(), number: z.int(), titleZh: z.string(), titleEn: z.string() }),
  ),
  /** More time that was asked for and is not answered; null: none. */
  extension: z.nullable(z.object({ dueOn: day, reason: z.string(), by: z.string(), at: instant })),
  /** First to last. */
  records: z.array(actionRecord),
  /** null: not for the one who asks. */
  files: z.nullable(z.array(evidence)),
  /** What the one who asks may do now. */
  steps: z.array(z.enum(ACTION_STEPS)),
  version,
});
export type ActionDetails = z.output<typeof actionDetails>;

const onePlan = z.strictObject({ planId: id });
const oneAction = z.strictObject({ actionId: id });
const oneFile = z.strictObject({ actionId: id, evidenceId: id });
const said = z.strictObject({ text: paragraph(1000) });

export const listActions = endpoint({
  operationId: 'listActions',
  method: 'GET',
  path: '/api/plans/{planId}/actions',
  summary: 'The action items of a plan, the soonest due first; withdrawn ones last',
  access: 'signedIn',
  params: onePlan,
  query: z.strictObject({
    departmentId: z.optional(id),
    indicatorId: z.optional(id),
    measureId: z.optional(id),
    meetingId: z.optional(id),
  }),
  response: z.object({ items: z.array(actionItem) }),
});

export const getAction = endpoint({
  operationId: 'getAction',
  method: 'GET',
  path: '/api/actions/{actionId}',
  summary: 'An action item with its whole life',
  access: 'meetings.see',
  params: oneAction,
  response: actionDetails,
});

export const receiveAction = endpoint({
  operationId: 'receiveAction',
  method: 'POST',
  path: '/api/actions/{actionId}/receive',
  summary: 'Sign for an action item (签收) for the own department',
  access: 'actions.report',
  params: oneAction,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState'],
});

export const noteAction = endpoint({
  operationId: 'noteAction',
  method: 'POST',
  path: '/api/actions/{actionId}/notes',
  summary: 'Say how far it is (办理进展)',
  access: 'actions.report',
  params: oneAction,
  body: said,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState'],
});

export const askExtension = endpoint({
  operationId: 'askExtension',
  method: 'POST',
  path: '/api/actions/{actionId}/extension',
  summary: 'Ask for a later due day, with the reason',
  access: 'actions.report',
  params: oneAction,
  body: z.strictObject({ dueOn: day, reason: paragraph(1000) }),
  response: actionDetails,
  versioned: true,
  problems: ['wrongState'],
});

export const grantExtension = endpoint({
  operationId: 'grantExtension',
  method: 'POST',
  path: '/api/actions/{actionId}/extension/grant',
  summary: 'Grant the later due day that was asked for',
  access: 'actions.verify',
  params: oneAction,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState', 'ownEntry'],
});

export const refuseExtension = endpoint({
  operationId: 'refuseExtension',
  method: 'POST',
  path: '/api/actions/{actionId}/extension/refuse',
  summary: 'Leave the due day as it is, with the reason',
  access: 'actions.verify',
  params: oneAction,
  body: said,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState', 'ownEntry'],
});

export const reportAction = endpoint({
  operationId: 'reportAction',
  method: 'POST',
  path: '/api/actions/{actionId}/report',
  summary: 'Report it done (报办结), with what came of it',
  access: 'actions.report',
  params: oneAction,
  body: said,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState'],
});

export const sendBackAction = endpoint({
  operationId: 'sendBackAction',
  method: 'POST',
  path: '/api/actions/{actionId}/send-back',
  summary: 'It is not done yet: back to its departments, with the reason',
  access: 'actions.verify',
  params: oneAction,
  body: said,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState', 'ownEntry'],
});

export const verifyAction = endpoint({
  operationId: 'verifyAction',
  method: 'POST',
  path: '/api/actions/{actionId}/verify',
  summary: 'Find that it is done (核实)',
  access: 'actions.verify',
  params: oneAction,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState', 'ownEntry'],
});

export const closeAction = endpoint({
  operationId: 'closeAction',
  method: 'POST',
  path: '/api/actions/{actionId}/close',
  summary: 'Cross off what was verified (销号)',
  access: 'actions.verify',
  params: oneAction,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState'],
});

export const withdrawAction = endpoint({
  operationId: 'withdrawAction',
  method: 'POST',
  path: '/api/actions/{actionId}/withdraw',
  summary: 'Take an action item back, with the reason; it stays on record',
  access: 'actions.verify',
  params: oneAction,
  body: said,
  response: actionDetails,
  versioned: true,
  problems: ['wrongState'],
});

export const addActionFile = endpoint({
  operationId: 'addActionFile',
  method: 'POST',
  path: '/api/actions/{actionId}/evidence',
  summary: 'Put a file beside an action item that is worked on: pdf, png, jpg, xlsx or docx',
  access: 'actions.report',
  params: oneAction,
  upload: { field: 'file', limit: EVIDENCE_LIMIT },
  response: evidence,
  status: 201,
  problems: [
    'wrongState',
    'conflict',
    'fileTypeNotAllowed',
    'fileTypeMismatch',
    'fileEmpty',
    'fileEncrypted',
    'fileUnsafe',
    'fileUnreadable',
    'fileTooComplex',
  ],
});

export const getActionFile = endpoint({
  operationId: 'getActionFile',
  method: 'GET',
  path: '/api/actions/{actionId}/evidence/{evidenceId}',
  summary: 'The bytes of a file beside an action item, as an attachment',
  access: 'evidence.see',
  params: oneFile,
  file: [...new Set(Object.values(EVIDENCE_TYPES))],
  problems: ['evidenceMissing'],
});

export const removeActionFile = endpoint({
  operationId: 'removeActionFile',
  method: 'DELETE',
  path: '/api/actions/{actionId}/evidence/{evidenceId}',
  summary: 'Take a file away from an action item that is worked on; its bytes stay',
  access: 'actions.report',
  params: oneFile,
  problems: ['wrongState'],
});

export const restoreActionFile = endpoint({
  operationId: 'restoreActionFile',
  method: 'PUT',
  path: '/api/actions/{actionId}/evidence/{evidenceId}',
  summary: 'Put a file back that was taken away from an action item',
  access: 'actions.report',
  params: oneFile,
  response: evidence,
  problems: ['wrongState', 'conflict'],
});
