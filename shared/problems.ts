/**
 * Every refusal that the API can make, once. The code is stable; the client has a sentence for each
 * in every language (a missing one does not compile); the server never translates.
 */
export const PROBLEMS = {
  malformedJson: { status: 400, title: 'The body is not valid JSON' },
  malformedRequest: { status: 400, title: 'The request could not be read' },
  notSignedIn: { status: 401, title: 'Sign in first' },
  wrongCredentials: { status: 401, title: 'The user name or the password is wrong' },
  codeNeeded: { status: 401, title: 'This account asks for a code, too' },
  codeWrong: { status: 401, title: 'The code is wrong, was used, or ran out' },
  forbidden: { status: 403, title: 'This account may not do that' },
  foreignOrigin: { status: 403, title: 'The request did not come from the product itself' },
  passwordChangeRequired: { status: 403, title: 'Change the one-time password first' },
  secondFactorRequired: { status: 403, title: 'Set up the second factor first' },
  ownEntry: { status: 403, title: 'Nobody signs or approves what they entered' },
  ownDepartment: { status: 403, title: 'Nobody judges what their own department assessed' },
  ownSeal: { status: 403, title: 'Who sealed the year does not decide about its corrections' },
  insecureTransport: { status: 403, title: 'Signing in needs HTTPS or the machine itself' },
  notFound: { status: 404, title: 'There is nothing here' },
  methodNotAllowed: { status: 405, title: 'That method does not exist here' },
  requestTimeout: { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'That exists already' },
  wrongState: { status: 409, title: 'The state does not allow this step' },
  roundNotOpen: { status: 409, title: 'The round of that year has not been opened' },
  roundClosed: { status: 409, title: 'The round of that year is closed' },
  roundSealed: { status: 409, title: 'The year is sealed; only a correction changes it' },
  signatureNeeded: { status: 409, title: 'The department head has not signed yet' },
  correctionOutdated: {
    status: 409,
    title: 'The figure changed after the correction was asked for',
  },
  notSealed: { status: 409, title: 'That year is not sealed' },
  roundNotReady: { status: 409, title: 'Something of the year is still open' },
  acceptanceNotReady: { status: 409, title: 'Something of the acceptance is still open' },
  sheetIncomplete: { status: 409, title: 'The score sheet leaves marks or rules undecided' },
  roundInUse: { status: 409, title: 'Something was handed in or called in under this round' },
  setupClosed: { status: 409, title: 'The set-up has been done' },
  idempotencyMismatch: { status: 409, title: 'This key was used for another request' },
  setupLinkDead: { status: 410, title: 'The set-up link has been used or has run out' },
  evidenceMissing: { status: 410, title: 'The bytes of this file are missing or damaged' },
  staleVersion: { status: 412, title: 'Somebody changed this in the meantime' },
  tooLarge: { status: 413, title: 'The body is too large' },
  uriTooLong: { status: 414, title: 'The address is too long' },
  unsupportedMediaType: { status: 415, title: 'The body is not of the type that is taken here' },
  fileTypeNotAllowed: { status: 415, title: 'Files with this ending are not taken' },
  fileTypeMismatch: { status: 415, title: 'The file is not what its name says' },
  fileEmpty: { status: 422, title: 'The file is empty' },
  fileEncrypted: { status: 422, title: 'The file is locked with a password' },
  fileUnsafe: {
    status: 422,
    title: 'The file holds macros, outside links or other active content',
  },
  fileUnreadable: { status: 422, title: 'The file is damaged or cut short' },
  fileTooComplex: { status: 422, title: 'The file unpacks to more than is taken' },
  sheetNotXlsx: { status: 415, title: 'Only .xlsx workbooks are read here' },
  sheetOldFormat: { status: 415, title: 'Save the workbook as .xlsx first' },
  sheetTooLarge: { status: 422, title: 'The workbook has more cells than are read' },
  sheetTooSlow: { status: 422, title: 'The workbook could not be read in the time allowed' },
  exportTooLarge: {
    status: 422,
    title: 'There is more to export than a workbook can be made of in the time allowed',
  },
  sheetNotTemplate: { status: 422, title: 'This workbook was not downloaded here' },
  sheetOfAnother: { status: 422, title: 'This is the sheet of another plan, year or department' },
  invalid: { status: 422, title: 'Some fields need correcting' },
  versionRequired: { status: 428, title: 'Say which version this changes (If-Match)' },
  locked: { status: 429, title: 'Too many wrong passwords; try again later' },
  tooManyRequests: { status: 429, title: 'Too many requests; try again shortly' },
  headersTooLarge: { status: 431, title: 'The request headers are too large' },
  internal: { status: 500, title: 'Something went wrong here; nothing was saved' },
  busy: { status: 503, title: 'Busy; try again shortly' },
  databaseSilent: { status: 503, title: 'The database does not answer' },
  databaseDamaged: { status: 503, title: 'The database is damaged; nothing is accepted' },
  storageFull: { status: 507, title: 'The disk is full; nothing was saved' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/**
 * What can be wrong with one field. `values` gives the sentence its numbers, e.g.
 * `{ code: 'tooLarge', values: { maximum: 100 } }`.
 */
export const ISSUES = [
  'required',
  'wrongType',
  'unknownField',
  'notAllowed',
  'tooSmall',
  'tooLarge',
  'tooShort',
  'tooLong',
  'tooMany',
  'badFormat',
  'controlCharacters',
  'notFinite',
  'inexactNumber',
  'notWhole',
  'duplicateKey',
  'yearOutsidePlan',
  'futureYear',
  'impossibleDate',
  'unknownReference',
  'notThisKind',
  'computedValue',
  'numeratorAboveDenominator',
  'zeroDenominator',
  'aboveHundred',
  'negative',
  'incomplete',
  'reasonTooThin',
  /** `values.check` is the code of the check (shared/checks/codes.ts) that blocks handing in. */
  'check',
  'datesOutOfOrder',
  'componentLocked',
  'unchanged',
  /** A figure that a named list stands behind is corrected together with its list. */
  'listNeeded',
  /** `values.counted`: what the list counts. */
  'listDiffers',
  'baselineRequired',
  'passwordTooShort',
  'passwordTooSimple',
  'passwordCommon',
  'passwordPersonal',
  'passwordReused',
  'passwordWrong',
  'codeWrong',
  'taken',
  'rolesKeptApart',
  'departmentRequired',
  'lastAdministrator',
  'notDepartmentLead',
  'notVerbatim',
  /** An item of an agenda is not struck with what was written down about it. */
  'notesWritten',
] as const;
export type IssueCode = (typeof ISSUES)[number];

export interface Issue {
  /** JSON pointer into the part named by `in`; '' is the whole part. */
  readonly pointer: string;
  readonly in: 'body' | 'query' | 'path' | 'file';
  readonly code: IssueCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** RFC 9457 problem details, with the stable `code` and, for 400 and 422, every issue at once. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly instance?: string;
  readonly errors?: readonly Issue[];
  /** 412: the version that stands now. */
  readonly currentVersion?: number;
  /** 429, 503: seconds to wait. */
  readonly retryAfter?: number;
}

export interface ProblemExtras {
  readonly errors?: readonly Issue[];
  readonly currentVersion?: number;
  readonly retryAfter?: number;
}

/**
 * A refusal. Thrown by rules and handlers; `serve` rolls back and answers with it.
 * @example throw new Problem('staleVersion', { currentVersion: 4 })
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  /** A 422 that names the fields of the body. */
  static fields(
    ...errors: readonly (Omit<Issue, 'in'> & { readonly in?: Issue['in'] })[]
  ): Problem {
    return new Problem('invalid', { errors: errors.map((error) => ({ in: 'body', ...error })) });
  }
}

/** The problem as it goes over the wire. */
export function problemDetails(problem: Problem, instance?: string): ProblemDetails {
  const { status, title } = PROBLEMS[problem.code];
  return {
    type: `urn:biaochi:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(instance === undefined ? {} : { instance }),
    ...problem.extras,
  };
}
