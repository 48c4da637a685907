import * as z from 'zod/mini';
import { checkedTarget } from './acceptance-evidence.ts';
import {
  ACCEPTANCE_RECORDS,
  ACCEPTANCE_STATES,
  ACCEPTANCE_STEPS,
  DISPUTE_ANSWERS,
  DISPUTE_STATES,
  FILE_PURPOSES,
  ITEM_STEPS,
  SELF_STATES,
  SELF_STEPS,
} from './acceptance-life.ts';
import { ITEM_PARTS, ITEM_RULES, ITEM_SUBJECTS, PROPORTION_BASES } from './acceptance-rules.ts';
import { ITEM_GAPS, VERDICT_REASONS, VERDICTS } from './acceptance-score.ts';
import { dashboard } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { evidence, EVIDENCE_LIMIT, EVIDENCE_TYPES } from './evidence.ts';
import { amount, id, instant, paragraph, text, version, year } from './values.ts';

/** Marks as they are given: from 0 to 1,000, at most two decimals. */
const marks = amount.check(
  z.minimum(0),
  z.maximum(1000),
  z.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9, {
    error: 'inexactNumber',
  }),
);

const score = z.object({ low: z.number(), high: z.number(), of: z.number() });
const by = z.object({ name: z.string(), at: instant });
const figure = z.nullable(z.number());
const grade = z.nullable(z.int());

/** What a set of marks comes to: equal ends where nothing is open. Grades by their place in the sheet. */
const outcome = z.object({
  total: score,
  base: score,
  bonus: score,
  gradeLow: grade,
  gradeHigh: grade,
  vetoes: z.array(z.object({ itemId: z.string(), certain: z.boolean() })),
});
export type Outcome = z.output<typeof outcome>;

export const acceptanceFile = z.extend(evidence, { purpose: z.enum(FILE_PURPOSES) });
export type AcceptanceFile = z.output<typeof acceptanceFile>;

/** One item of the sheet in an acceptance: computed, assessed by its department, verified, disputed. */
export const acceptanceItem = z.object({
  itemId: z.string(),
  part: z.enum(ITEM_PARTS),
  subject: z.enum(ITEM_SUBJECTS),
  rule: z.nullable(z.enum(ITEM_RULES)),
  basis: z.nullable(z.enum(PROPORTION_BASES)),
  indicatorId: z.nullable(z.string()),
  measureId: z.nullable(z.string()),
  /** '' unless the subject is free. */
  title: z.string(),
  standard: z.string(),
  /** null for a veto. */
  weight: figure,
  /** That answers for it; null: nobody does, and only assessors speak of it. */
  departmentId: z.nullable(z.string()),
  /** 完成、未完成、无法评价, by the figures; null: the item is not about a target. */
  verdict: z.nullable(z.enum(VERDICTS)),
  why: z.nullable(z.enum(VERDICT_REASONS)),
  status: z.nullable(z.string()),
  value: figure,
  targetValue: figure,
  deadline: grade,
  late: z.boolean(),
  /** As the sheet's rules compute it; equal ends unless `gap` says what is open. */
  share: figure,
  low: z.number(),
  high: z.number(),
  excluded: z.boolean(),
  gap: z.nullable(z.enum(ITEM_GAPS)),
  /** Whether the department gives an own mark, and what an assessor starts from (null: nothing). */
  takesOwnMark: z.boolean(),
  claim: figure,
  /** 自评; null: there is none, or it is not for the one who asks. */
  self: z.nullable(z.object({ marks: figure, words: z.string() })),
  /** 考核得分; null: not verified, or not for the one who asks. A veto that strikes has 1. */
  verified: z.nullable(z.object({ marks: z.number(), reason: z.string(), by })),
  dispute: z.nullable(
    z.object({
      state: z.enum(DISPUTE_STATES),
      reason: z.string(),
      raised: by,
      /** The mark that was objected to. */
      marks: z.number(),
      answer: z.nullable(z.object({ reason: z.string(), by, marks: z.number() })),
    }),
  ),
  files: z.array(acceptanceFile),
  steps: z.array(z.enum(ITEM_STEPS)),
  version,
});
export type AcceptanceItem = z.output<typeof acceptanceItem>;

export const acceptanceDepartment = z.object({
  departmentId: z.string(),
  state: z.enum(SELF_STATES),
  submitted: z.nullable(by),
  handedIn: z.nullable(by),
  /** The last time it came back, unless it was handed in again since. */
  returned: z.nullable(z.object({ name: z.string(), at: instant, reason: z.string() })),
  items: z.int(),
  /** Of its items, those that need an own mark and have none. */
  unmarked: z.int(),
  /** Of its items, those that an assessor has to mark, and those marked. */
  toVerify: z.int(),
  verifiedItems: z.int(),
  openDisputes: z.int(),
  /** By its basic items: as computed, as it assessed itself, as verified. null: not yet, or not for the one who asks. */
  computed: score,
  self: z.nullable(score),
  verified: z.nullable(score),
  steps: z.array(z.enum(SELF_STEPS)),
  version,
});
export type AcceptanceDepartment = z.output<typeof acceptanceDepartment>;

export const acceptanceRecord = z.object({
  number: z.int(),
  step: z.enum(ACCEPTANCE_RECORDS),
  at: instant,
  by: z.string(),
  departmentId: z.nullable(z.string()),
  itemId: z.nullable(z.string()),
  /** What was said; for a file its name. */
  text: z.string(),
  /** The mark given; null: none. */
  marks: figure,
});
export type AcceptanceRecordRow = z.output<typeof acceptanceRecord>;

const summary = {
  id: z.string(),
  planId: z.string(),
  year: z.int(),
  state: z.enum(ACCEPTANCE_STATES),
  sheetId: z.string(),
  sheetNumber: z.int(),
  sheetTitle: z.string(),
  opened: by,
} as const;
export const acceptanceSummary = z.object(summary);
export type AcceptanceSummary = z.output<typeof acceptanceSummary>;

export const acceptance = z.object({
  ...summary,
  /** Where its figures come from, and the hash under which they are kept. */
  basis: z.object({
    takenAt: instant,
    sealedAt: z.nullable(instant),
    sealSha256: z.nullable(z.string()),
    sha256: z.string(),
    illustrative: z.boolean(),
  }),
  grades: z.array(z.object({ nameZh: z.string(), nameEn: z.string(), lower: z.number() })),
  bonusCap: figure,
  /** Why verification began without some departments; '': it did not. */
  absenceReason: z.string(),
  presented: z.nullable(by),
  concluded: z.nullable(by),
  withdrawn: z.nullable(z.object({ name: z.string(), at: instant, reason: z.string() })),
  /** In the order of the sheet. */
  items: z.array(acceptanceItem),
  departments: z.array(acceptanceDepartment),
  computed: outcome,
  /** null: not for the one who asks, or not yet: the departments are still at it. */
  self: z.nullable(outcome),
  verified: z.nullable(outcome),
  /** Verdicts counted, over the targets of the sheet. */
  verdicts: z.object({ met: z.int(), notMet: z.int(), cannotJudge: z.int() }),
  /** 佐证材料清单, target by target, as it was when the acceptance was opened. */
  evidence: z.array(checkedTarget),
  /** First to last, as far as the one who asks may see. */
  records: z.array(acceptanceRecord),
  /** What stands in the way of the next step. */
  left: z.object({ atDepartments: z.int(), unverified: z.int(), openDisputes: z.int() }),
  steps: z.array(z.enum(ACCEPTANCE_STEPS)),
  version,
});
export type Acceptance = z.output<typeof acceptance>;

const onePlan = z.strictObject({ planId: id });
const one = z.strictObject({ acceptanceId: id });
const oneDepartment = z.strictObject({ acceptanceId: id, departmentId: id });
const oneItem = z.strictObject({ acceptanceId: id, itemId: id });
const oneFile = z.strictObject({ acceptanceId: id, evidenceId: id });

export const listAcceptances = endpoint({
  operationId: 'listAcceptances',
  method: 'GET',
  path: '/api/plans/{planId}/acceptances',
  summary: 'The acceptances of a plan, the latest year first; withdrawn ones among them',
  access: 'acceptance.see',
  params: onePlan,
  response: z.object({
    items: z.array(acceptanceSummary),
    /** Whether the one who asks may open one. */
    mayOpen: z.boolean(),
  }),
});

export const openAcceptance = endpoint({
  operationId: 'openAcceptance',
  method: 'POST',
  path: '/api/plans/{planId}/acceptances',
  summary:
    'Open the acceptance of a year on an approved score sheet; its figures are fixed from then on',
  access: 'acceptance.manage',
  params: onePlan,
  body: z.strictObject({ sheetId: id, year }),
  response: acceptance,
  status: 201,
  problems: ['conflict', 'wrongState', 'sheetIncomplete', 'databaseDamaged'],
});

export const getAcceptance = endpoint({
  operationId: 'getAcceptance',
  method: 'GET',
  path: '/api/acceptances/{acceptanceId}',
  summary: 'A whole acceptance: marks, reasons, objections, verdicts, evidence, unit scores',
  access: 'acceptance.see',
  params: one,
  response: acceptance,
  problems: ['databaseDamaged'],
});

export const getAcceptanceBoard = endpoint({
  operationId: 'getAcceptanceBoard',
  method: 'GET',
  path: '/api/acceptances/{acceptanceId}/board',
  summary: 'The board that an acceptance judges by, as it was when it was opened',
  access: 'acceptance.see',
  params: one,
  response: dashboard,
  problems: ['databaseDamaged'],
});

const step = { method: 'POST', params: one, response: acceptance, versioned: true } as const;
const because = z.strictObject({ reason: paragraph(500) });

export const beginVerification = endpoint({
  ...step,
  operationId: 'beginVerification',
  path: '/api/acceptances/{acceptanceId}/verification',
  summary: 'End the self-assessment; whoever did not hand in is left out of it, with the reason',
  access: 'acceptance.manage',
  body: z.strictObject({ reason: text(500) }),
  problems: ['wrongState', 'databaseDamaged'],
});

export const announceMarks = endpoint({
  ...step,
  operationId: 'announceMarks',
  path: '/api/acceptances/{acceptanceId}/announcement',
  summary: 'Tell the departments their verified marks; they may object from then on',
  access: 'acceptance.manage',
  problems: ['wrongState', 'acceptanceNotReady', 'databaseDamaged'],
});

export const presentAcceptance = endpoint({
  ...step,
  operationId: 'presentAcceptance',
  path: '/api/acceptances/{acceptanceId}/present',
  summary: 'Lay the result before the leading group; every objection is answered by then',
  access: 'acceptance.manage',
  problems: ['wrongState', 'acceptanceNotReady', 'databaseDamaged'],
});

export const takeBackAcceptance = endpoint({
  ...step,
  operationId: 'takeBackAcceptance',
  path: '/api/acceptances/{acceptanceId}/take-back',
  summary: 'Take a presented result back',
  access: 'acceptance.manage',
  problems: ['wrongState', 'databaseDamaged'],
});

export const concludeAcceptance = endpoint({
  ...step,
  operationId: 'concludeAcceptance',
  path: '/api/acceptances/{acceptanceId}/conclusion',
  summary: 'Conclude the acceptance (审定); nothing of it changes any more',
  access: 'acceptance.approve',
  problems: ['wrongState', 'ownEntry', 'databaseDamaged'],
});

export const withdrawAcceptance = endpoint({
  ...step,
  operationId: 'withdrawAcceptance',
  path: '/api/acceptances/{acceptanceId}/withdraw',
  summary: 'Withdraw an acceptance that should not have been opened; it stays on record',
  access: 'acceptance.manage',
  body: because,
  problems: ['wrongState', 'databaseDamaged'],
});

const ofDepartment = {
  method: 'POST',
  params: oneDepartment,
  response: acceptanceDepartment,
  versioned: true,
} as const;

export const submitSelfAssessment = endpoint({
  ...ofDepartment,
  operationId: 'submitSelfAssessment',
  path: '/api/acceptances/{acceptanceId}/departments/{departmentId}/submit',
  summary: 'Lay the self-assessment of the own department before its head',
  access: 'acceptance.assess',
  problems: ['wrongState', 'acceptanceNotReady', 'databaseDamaged'],
});

export const recallSelfAssessment = endpoint({
  ...ofDepartment,
  operationId: 'recallSelfAssessment',
  path: '/api/acceptances/{acceptanceId}/departments/{departmentId}/recall',
  summary: 'Take it back from the head, to change it',
  access: 'acceptance.assess',
  problems: ['wrongState', 'databaseDamaged'],
});

export const handInSelfAssessment = endpoint({
  ...ofDepartment,
  operationId: 'handInSelfAssessment',
  path: '/api/acceptances/{acceptanceId}/departments/{departmentId}/hand-in',
  summary: 'Sign the self-assessment of the own department and hand it in',
  access: 'acceptance.handIn',
  problems: ['wrongState', 'ownEntry', 'databaseDamaged'],
});

export const sendBackSelfAssessment = endpoint({
  ...ofDepartment,
  operationId: 'sendBackSelfAssessment',
  path: '/api/acceptances/{acceptanceId}/departments/{departmentId}/send-back',
  summary: 'Send a self-assessment back, with the reason; marks verified of it are taken off',
  access: 'acceptance.sendBack',
  body: because,
  problems: ['wrongState', 'ownDepartment', 'databaseDamaged'],
});

const ofItem = { params: oneItem, response: acceptanceItem, versioned: true } as const;

export const assessItem = endpoint({
  ...ofItem,
  operationId: 'assessItem',
  method: 'PUT',
  path: '/api/acceptances/{acceptanceId}/items/{itemId}/self-assessment',
  summary: 'What the own department says of an item, with an own mark where no figure says it',
  access: 'acceptance.assess',
  body: z.strictObject({ marks: z.nullable(marks), words: text(2000) }),
  problems: ['wrongState', 'databaseDamaged'],
});

export const verifyItem = endpoint({
  ...ofItem,
  operationId: 'verifyItem',
  method: 'PUT',
  path: '/api/acceptances/{acceptanceId}/items/{itemId}/verification',
  summary: 'Mark an item; what differs from the claimed or computed mark needs a reason',
  access: 'acceptance.verify',
  body: z.strictObject({ marks, reason: text(1000) }),
  problems: ['wrongState', 'ownEntry', 'ownDepartment', 'databaseDamaged'],
});

export const disputeItem = endpoint({
  ...ofItem,
  operationId: 'disputeItem',
  method: 'POST',
  path: '/api/acceptances/{acceptanceId}/items/{itemId}/dispute',
  summary: 'Object to the verified mark of an item of the own department, with the reasons',
  access: 'acceptance.dispute',
  body: z.strictObject({ reason: paragraph(2000) }),
  problems: ['wrongState', 'databaseDamaged'],
});

export const withdrawDispute = endpoint({
  ...ofItem,
  operationId: 'withdrawDispute',
  method: 'POST',
  path: '/api/acceptances/{acceptanceId}/items/{itemId}/dispute/withdraw',
  summary: 'Take an objection back that is not answered',
  access: 'acceptance.dispute',
  problems: ['wrongState', 'databaseDamaged'],
});

export const answerDispute = endpoint({
  ...ofItem,
  operationId: 'answerDispute',
  method: 'POST',
  path: '/api/acceptances/{acceptanceId}/items/{itemId}/dispute/answer',
  summary: 'Answer an objection: the mark stands, or is another now, with the reasons',
  access: 'acceptance.verify',
  body: z.strictObject({
    answer: z.enum(DISPUTE_ANSWERS),
    /** The mark from now on; null where it stands. */
    marks: z.nullable(marks),
    reason: paragraph(2000),
  }),
  problems: ['wrongState', 'ownDepartment', 'databaseDamaged'],
});

export const addAcceptanceFile = endpoint({
  operationId: 'addAcceptanceFile',
  method: 'POST',
  path: '/api/acceptances/{acceptanceId}/items/{itemId}/evidence',
  summary: 'Put a file beside an item that is assessed or objected to: pdf, png, jpg, xlsx or docx',
  access: 'acceptance.assess',
  params: oneItem,
  upload: { field: 'file', limit: EVIDENCE_LIMIT },
  response: acceptanceFile,
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
    'databaseDamaged',
  ],
});

export const getAcceptanceFile = endpoint({
  operationId: 'getAcceptanceFile',
  method: 'GET',
  path: '/api/acceptances/{acceptanceId}/evidence/{evidenceId}',
  summary: 'The bytes of a file beside an item, as an attachment',
  access: 'acceptance.see',
  params: oneFile,
  file: [...new Set(Object.values(EVIDENCE_TYPES))],
  problems: ['evidenceMissing', 'databaseDamaged'],
});

export const removeAcceptanceFile = endpoint({
  operationId: 'removeAcceptanceFile',
  method: 'DELETE',
  path: '/api/acceptances/{acceptanceId}/evidence/{evidenceId}',
  summary: 'Take a file away from an item that is assessed or objected to; its bytes stay',
  access: 'acceptance.assess',
  params: oneFile,
  problems: ['wrongState', 'databaseDamaged'],
});

export const restoreAcceptanceFile = endpoint({
  operationId: 'restoreAcceptanceFile',
  method: 'PUT',
  path: '/api/acceptances/{acceptanceId}/evidence/{evidenceId}',
  summary: 'Put a file back that was taken away',
  access: 'acceptance.assess',
  params: oneFile,
  response: acceptanceFile,
  problems: ['wrongState', 'conflict', 'databaseDamaged'],
});
