import type { IssueCode } from './problems.ts';

/**
 * What a password must be, and how long it lasts: graded protection (等保) demands classes of
 * characters and regular change. The same for both profiles of an installation.
 */
export const PASSWORD_POLICY = {
  minimumLength: 10,
  /** Of the field, in UTF-16 units; nothing is ever cut off. */
  maximumLength: 200,
  /** Of upper case, lower case, digits, everything else. */
  minimumClasses: 3,
  days: 90,
  /** This many of the last passwords may not come back. */
  notReused: 5,
} as const;

export const SIGN_IN_POLICY = {
  failures: 5,
  lockedMinutes: 15,
} as const;

const DAY_MS = 86_400_000;
/** Shorter ones stand in ordinary words: "li" in "believe". */
const SHORTEST_LATIN_NAME = 4;
const SHORTEST_OTHER_NAME = 2;
/** What everybody who guesses tries here first. */
const LOCAL_WORDS = ['biaochi', '标尺', 'quanzhou', '泉州'];

export interface PasswordIssue {
  readonly code: Extract<
    IssueCode,
    'passwordTooShort' | 'passwordTooSimple' | 'passwordCommon' | 'passwordPersonal'
  >;
  readonly values?: Readonly<Record<string, number>>;
}

export interface PasswordOwner {
  readonly username: string;
  readonly name: string;
}

/**
 * Every rule that a new password breaks; an empty list: it is accepted. Length counts code
 * points, and there is no upper end but that of the field.
 * @param isCommon whether a folded password stands on the list of the most used; the list is the
 * server's, a page may pass `() => false` for its preview
 * @example judgePassword('short1!', owner, isCommon)
 * // [{ code: 'passwordTooShort', values: { minimum: 10 } }]
 */
export function judgePassword(
  password: string,
  owner: PasswordOwner,
  isCommon: (folded: string) => boolean,
): PasswordIssue[] {
  const issues: PasswordIssue[] = [];
  const { minimumLength, minimumClasses } = PASSWORD_POLICY;
  if (lengthOf(password) < minimumLength) {
    issues.push({ code: 'passwordTooShort', values: { minimum: minimumLength } });
  }
  if (countClasses(password) < minimumClasses) {
    issues.push({ code: 'passwordTooSimple', values: { minimum: minimumClasses } });
  }
  if (isCommon(fold(password))) issues.push({ code: 'passwordCommon' });
  if (isPersonal(password, owner)) issues.push({ code: 'passwordPersonal' });
  return issues;
}

/** In code points: 💧 is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** How many of the four classes occur. @example countClasses('Ab1') // 3 */
export function countClasses(password: string): number {
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
  return classes.filter((pattern) => pattern.test(password)).length;
}

/** Lower case, full width made ordinary: how passwords and names are compared. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function isPersonal(password: string, { username, name }: PasswordOwner): boolean {
  const folded = fold(password);
  const names = [username, name, ...name.split(/\s+/u)].map(fold).filter(isLongEnough);
  return [...LOCAL_WORDS, ...names].some((word) => folded.includes(word));
}

function isLongEnough(name: string): boolean {
  const latin = /^[\p{Script=Latin}\p{Nd}._-]*$/u.test(name);
  return lengthOf(name) >= (latin ? SHORTEST_LATIN_NAME : SHORTEST_OTHER_NAME);
}

/**
 * Whether a password has been in use for more than 90 days.
 * @param changedAt UTC, ISO 8601
 * @example isPasswordExpired('2019-01-01T00:00:00.000Z', new Date('2019-04-02T00:00:00Z')) // true
 */
export function isPasswordExpired(changedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(changedAt) > PASSWORD_POLICY.days * DAY_MS;
}
