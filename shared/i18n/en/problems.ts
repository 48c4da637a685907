import type { CheckCode } from '../../checks/codes.ts';
import type { IssueCode, ProblemCode } from '../../problems.ts';
import type { Messages } from '../zh-CN.ts';
import type { Sentence } from '../zh-CN/problems.ts';
import { names } from './checks.ts';

function wait(seconds: number | string | undefined): string {
  const count = Number(seconds ?? 0);
  if (!(count > 0)) return 'in a moment';
  if (count < 60) return `in ${Math.ceil(count)} s`;
  const minutes = Math.ceil(count / 60);
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
}

/** Each refusal: what happened, whether anything was lost, what to do. */
const refusals: Record<ProblemCode, Sentence> = {
  malformedJson:
    'What was sent could not be read; nothing was saved. Reload the page and try again.',
  malformedRequest:
    'The request was not understood; nothing was saved. Reload the page and try again.',
  notSignedIn: 'You are no longer signed in. What you typed is still here: sign in again to go on.',
  wrongCredentials: 'The user name or the password is wrong. Check both and try again.',
  forbidden:
    'Your account may not do this; nothing was changed. Ask the security administrator if you need it.',
  foreignOrigin:
    'The request did not come from a page of this system; nothing was saved. Work from its own pages.',
  codeNeeded: 'This account asks for a code: type the six digits that your authenticator shows.',
  codeWrong:
    'The code is wrong, was used, or ran out. Type the six digits that your authenticator shows now.',
  secondFactorRequired:
    'This installation demands a second factor of administrators: set it up on “Password and sessions” first.',
  passwordChangeRequired: 'Change the one-time password first, then go on.',
  ownEntry:
    'Nobody signs or approves what they entered; nothing was changed. Somebody else with the right has to do it.',
  ownDepartment:
    'Nobody judges what their own department assessed; nothing was changed. An assessor of another department has to do it.',
  ownSeal:
    'Whoever sealed the year does not decide about its corrections; nothing was changed. Another reviewer has to do it.',
  insecureTransport:
    'This connection is not encrypted, so signing in is refused. Use the https:// address, or the server itself.',
  notFound: 'There is nothing here: it was removed, or you may not see it.',
  methodNotAllowed: 'That cannot be done here; nothing was changed. Reload the page and try again.',
  requestTimeout:
    'Sending took too long. Nothing was saved; what you typed is still here. Check the network and try again.',
  conflict: 'This record exists already; it was not saved twice. Reload to see the existing one.',
  wrongState:
    'The state does not allow this step; nothing was changed. Reload to see how it stands now.',
  roundNotOpen:
    'Entry for this year has not begun; nothing was saved. Come back when the round is open.',
  roundClosed:
    'Entry for this year is closed; nothing was saved. Only what was returned can still be corrected.',
  roundSealed:
    'This year is sealed; nothing was saved. If a figure is wrong, ask for a correction.',
  signatureNeeded:
    'The department head has not signed this yet; nothing was changed. Wait for the signature, or return it.',
  correctionOutdated:
    'The figure changed after this correction was asked for. The department has to withdraw it and ask again.',
  notSealed:
    'That year is not sealed, so there is nothing it was reported as. See it as it is known now.',
  roundNotReady:
    'Something of that year is still open; nothing was sealed. Approve or return what was handed in, and give a reason for everything that was not.',
  acceptanceNotReady:
    'Something of the acceptance is still open, so this step has to wait. Finish what the page lists first.',
  sheetIncomplete:
    'The score sheet leaves marks or rules of some items undecided. Revise it and have the leading group approve it first.',
  roundInUse:
    'Something was handed in or called in under this round, so it stays. Move its days or close it instead.',
  setupClosed: 'The set-up has been done. Please sign in.',
  idempotencyMismatch:
    'This clashes with something sent before; it was not saved twice. Reload and check.',
  setupLinkDead:
    'The set-up link has been used or has run out. Restart the server to get a new one.',
  evidenceMissing:
    'The bytes of this file are missing or damaged on the server, so it cannot be downloaded. Tell the administrator: a backup has to be restored.',
  staleVersion:
    'Somebody else has just changed this. What you typed is still here: compare with the newest, then save.',
  tooLarge:
    'This is too large. Nothing was saved; what you typed is still here. Shorten it and try again.',
  uriTooLong: 'The address is too long. Use fewer filters and try again.',
  unsupportedMediaType: 'This kind of content is not accepted; nothing was saved.',
  fileTypeNotAllowed:
    'Only pdf, png, jpg, xlsx and docx files are taken; nothing was saved. Save it as one of these and upload it again.',
  fileTypeMismatch:
    'The file is not what its name says; nothing was saved. Open it in its own program, save it in the right format and upload it again.',
  fileEmpty: 'The file is empty; nothing was saved. Check it and choose again.',
  fileEncrypted:
    'The file has a password or an old Office format; nothing was saved. Remove the password, save it in the new format and upload it again.',
  fileUnsafe:
    'The file holds macros, outside links or embedded programs; nothing was saved. Remove them, save it as xlsx or docx and upload it again.',
  fileUnreadable:
    'The file is damaged or cut short; nothing was saved. Export or save it anew and upload it again.',
  fileTooComplex:
    'The file unpacks to too much or has too many parts; nothing was saved. Split or shorten it and upload it again.',
  sheetNotXlsx:
    'This is not an .xlsx workbook; it was not read. Open it in Excel or WPS and save it as .xlsx.',
  sheetOldFormat:
    'This is an older kind of workbook (.xls, .et or .ods); it was not read. Save it as .xlsx in WPS or Excel and upload it again.',
  sheetTooLarge:
    'The workbook has too many cells, rows or merged areas (at most 20,000) and was not read. Use the sheet that you downloaded here.',
  sheetTooSlow:
    'The workbook is too complicated to be read in the time allowed. Use the sheet that you downloaded here.',
  exportTooLarge:
    'There is more to export than an xlsx workbook can be made of in the time allowed. Export one year at a time, or export CSV.',
  sheetNotTemplate:
    'This workbook was not downloaded here, or its hidden mark is lost; it was not read. Download the sheet again, fill it in and upload it.',
  sheetOfAnother:
    'This is the sheet of another plan, year or department; it was not read. Check it and choose again.',
  invalid: 'Some fields need correcting. Everything you typed is still here.',
  versionRequired:
    'It is unclear which version you changed; nothing was saved. Reload the page and try again.',
  locked: ({ retryAfter }) =>
    `Too many wrong passwords: the account is locked for now. Try again ${wait(retryAfter)}, or ask the security administrator to unlock it.`,
  tooManyRequests: ({ retryAfter }) =>
    `Too many requests. Nothing was saved; what you typed is still here. Try again ${wait(retryAfter)}.`,
  headersTooLarge:
    'The request carries too much. Clear the browser data of this site and try again.',
  internal:
    'Something went wrong on the server. Nothing was saved; what you typed is still here. Try again, or tell the administrator.',
  busy: ({ retryAfter }) =>
    `The system is busy. Nothing was saved; what you typed is still here. Try again ${wait(retryAfter)}.`,
  databaseSilent:
    'The database does not answer, and nothing was saved. Ask the administrator to look at the server.',
  databaseDamaged:
    'The database is damaged, so nothing is accepted; what it holds was left alone. Tell the administrator now: a backup has to be restored.',
  storageFull:
    'The disk of the server is full. Nothing was saved; what you typed is still here. Tell the administrator.',
};

/** Which checks ask for the reason. */
function namesOf(checks: string | number): string[] {
  return String(checks)
    .split(',')
    .map((code) => names[code as CheckCode]);
}

const issues: Record<IssueCode, Sentence> = {
  required: 'Fill this in.',
  wrongType: 'This is not the right kind of value. Enter it again.',
  unknownField: 'The system does not know this field. Reload the page and try again.',
  notAllowed: 'Not one of the choices. Pick from the list.',
  notesWritten:
    'An item with notes cannot be struck. Refresh and check; empty its notes first if it has to go.',
  tooSmall: ({ minimum }) =>
    minimum === undefined ? 'Too small. Check it.' : `Must be at least ${minimum}.`,
  tooLarge: ({ maximum }) =>
    maximum === undefined ? 'Too large. Check it.' : `Must be at most ${maximum}.`,
  tooShort: ({ minimum }) =>
    Number(minimum ?? 1) <= 1 ? 'Fill this in.' : `At least ${minimum} characters are needed.`,
  tooLong: ({ maximum }) =>
    maximum === undefined ? 'Too long. Shorten it.' : `At most ${maximum} characters. Shorten it.`,
  tooMany: ({ maximum }) =>
    maximum === undefined ? 'Too many. Remove some.' : `At most ${maximum}. Remove some.`,
  badFormat: 'Not in the right form. Check it.',
  controlCharacters: 'Contains invisible control characters. Delete them and type again.',
  notFinite: 'Not a number. Check it.',
  inexactNumber: 'Too many digits to be kept exactly: 15 at most.',
  notWhole: 'Must be a whole number.',
  duplicateKey: 'Given twice. Keep one.',
  yearOutsidePlan: 'The year is outside the plan.',
  futureYear: 'That year has not come yet.',
  impossibleDate: 'There is no such day.',
  unknownReference: 'What was chosen does not exist any more. Choose again.',
  notThisKind: 'Indicators of this kind do not take this. Leave it empty.',
  computedValue: 'Computed from numerator and denominator; it cannot be typed.',
  numeratorAboveDenominator: ({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined
      ? 'The numerator is larger than the denominator. Check both.'
      : `The numerator (${numerator}) is larger than the denominator (${denominator}). Check both.`,
  zeroDenominator: 'The denominator cannot be 0.',
  aboveHundred: 'A percentage cannot be above 100.',
  negative: 'Cannot be negative.',
  incomplete: 'Not complete yet. Fill in the rest, then submit.',
  reasonTooThin: ({ checks }) =>
    checks === undefined
      ? 'The reason is too thin. Say what happened.'
      : `Say what happened (${namesOf(checks).join(', ')}). “Verified” alone is no reason.`,
  check: ({ check }) =>
    check === undefined
      ? 'A check does not let this through. Correct it.'
      : `The check “${names[check as CheckCode]}” does not let this through. Correct it.`,
  datesOutOfOrder: 'The dates are not in order.',
  componentLocked:
    'Other indicators share this figure and it was handed in or approved there: it cannot be changed here.',
  listNeeded:
    'A named list stands behind this figure. Correct the list, and the figure follows it.',
  listDiffers: ({ counted }) =>
    counted === undefined
      ? 'The list counts another number. The figure has to agree with it.'
      : `The list counts ${counted}. The figure has to agree with it.`,
  unchanged: 'This is how it stands already; there is nothing to correct.',
  baselineRequired: 'Enter the baseline first.',
  passwordTooShort: ({ minimum }) => `Too short: at least ${minimum ?? 10} characters.`,
  passwordTooSimple: ({ minimum }) =>
    `Too simple: use at least ${minimum ?? 3} of capital letters, small letters, digits and symbols.`,
  passwordCommon: 'This password is too common and easily guessed. Choose another.',
  passwordPersonal:
    'The password must not contain the user name, your name or the name of this system.',
  passwordReused: ({ count }) => `Must differ from the last ${count ?? 5} passwords.`,
  codeWrong: 'The code is wrong, was used, or ran out.',
  passwordWrong: 'The current password is wrong.',
  taken: 'Already in use. Choose another.',
  rolesKeptApart:
    'Graded protection keeps administrator, security administrator and auditor in different hands.',
  departmentRequired: 'Reporters and department heads need a department.',
  lastAdministrator:
    'This is the last working administrator: it cannot be disabled or lose the role.',
  notDepartmentLead: 'Your department does not lead this indicator.',
  notVerbatim: 'The quote differs from the document. Compare it word for word.',
};

export const problems: Messages['problems'] = {
  refusals,
  issues,
  offline:
    'The server cannot be reached. Nothing was saved; what you typed is still here. Check the network and try again.',
  unreadable:
    'The answer of the server could not be read, so it is not certain that this was saved. Reload and check.',
};
