import { heirOn } from './department-rules.ts';
import type { FieldIssue } from './reading-rules.ts';
import type { TaskField, TaskRow } from './tasks.ts';
import type { Person } from './workflow.ts';

/** What a row says. */
export type TaskWords = Omit<TaskRow, 'subject' | 'subjectId' | 'version'>;

/**
 * What 四定 still asks for of a row, in the order of the table. Supporting departments may be none; a
 * number is asked of what is counted or measured.
 * @param hasNumber whether the indicator has one; a measure has none
 */
export function missingInTask(words: TaskWords, hasNumber: boolean): TaskField[] {
  const empty: readonly (readonly [TaskField, boolean])[] = [
    ['leadDepartmentId', words.leadDepartmentId === null],
    ['principalLeader', words.principalLeader === ''],
    ['leaderInCharge', words.leaderInCharge === ''],
    ['handler', words.handler === ''],
    ['task', words.task === ''],
    ['target', hasNumber && words.target === null],
    ['dueOn', words.dueOn === null],
    ['requirement', words.requirement === ''],
  ];
  return empty.filter(([, lacks]) => lacks).map(([field]) => field);
}

/** A department as far as tasks must know it. */
export interface TaskOffice {
  readonly id: string;
  readonly validTo: string | null;
  readonly successorId: string | null;
}

/**
 * Why a row cannot be so; [] is none. Departments are known and were there in that year; nobody leads
 * and supports at once; a task of a year falls due in it or in the one after.
 * @param at the place of the row in the request
 */
export function refuseTask(
  words: TaskWords,
  year: number,
  offices: ReadonlyMap<string, TaskOffice>,
  at: number,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const { leadDepartmentId: lead, supportingDepartmentIds: supporting, dueOn } = words;
  const refuse = (field: string, code: FieldIssue['code']): void => {
    issues.push({ pointer: `/rows/${at}/${field}`, code });
  };
  const known = (id: string): boolean => {
    const office = offices.get(id);
    return office !== undefined && (office.validTo ?? '9999-12-31') >= `${year}-01-01`;
  };
  if (lead !== null && !known(lead)) refuse('leadDepartmentId', 'unknownReference');
  for (const [place, id] of supporting.entries()) {
    const field = `supportingDepartmentIds/${place}`;
    if (!known(id)) refuse(field, 'unknownReference');
    else if (id === lead || supporting.indexOf(id) < place) refuse(field, 'duplicateKey');
  }
  if (dueOn !== null) {
    const due = Number(dueOn.slice(0, 4));
    if (due < year || due > year + 1) refuse('dueOn', 'datesOutOfOrder');
  }
  return issues;
}

/**
 * Who may type into a row: the reviewer into all, and names the lead; a reporter into those that their
 * department, or one that it took over from, leads.
 * @param lead null: nobody leads
 */
export function mayTypeTask(
  person: Person,
  lead: string | null,
  offices: ReadonlyMap<string, TaskOffice>,
  today: string,
): boolean {
  if (person.roles.includes('reviewer')) return true;
  if (!person.roles.includes('reporter') || lead === null) return false;
  return person.departmentId !== null && heirOn(lead, today, offices) === person.departmentId;
}

/** The code of a row in a table: A1, or the number of a measure. */
const MEASURE_CODE = /^(?:措施|measure|m)?\s*(\d{1,3})$/iu;

/**
 * What a code in a table means: an indicator's own, or a measure's number.
 * @example readTaskCode('措施 12') // { subject: 'measure', code: '12' }
 */
export function readTaskCode(text: string): {
  readonly subject: 'indicator' | 'measure';
  readonly code: string;
} {
  const plain = text.normalize('NFKC').trim();
  const measure = MEASURE_CODE.exec(plain);
  if (measure?.[1] !== undefined) return { subject: 'measure', code: String(Number(measure[1])) };
  return { subject: 'indicator', code: plain.toUpperCase() };
}

/** A department by any of its names. */
export interface NamedOffice {
  readonly id: string;
  readonly shortNameZh: string;
  readonly fullNameZh: string;
  readonly nameEn: string;
}

/** The id of a department that is called so; null: none is. */
export function officeNamed(name: string, offices: readonly NamedOffice[]): string | null {
  const said = name.trim();
  const found = offices.find(({ id, shortNameZh, fullNameZh, nameEn }) =>
    [id, shortNameZh, fullNameZh, nameEn].includes(said),
  );
  return found?.id ?? null;
}

/**
 * Several departments in one cell, parted by 、 or ;. A comma parts them, too, where it is not part of
 * a name.
 * @returns null: one of them is not known
 * @example officesNamed('财政局、工商局', offices) // ['finance', 'industryCommerce']
 */
export function officesNamed(text: string, offices: readonly NamedOffice[]): string[] | null {
  const parts = text
    .split(/[、；;，\n]/u)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => (officeNamed(part, offices) === null ? part.split(',') : [part]));
  const ids = parts.map((part) => officeNamed(part, offices));
  return ids.some((id) => id === null) ? null : ids.flatMap((id) => (id === null ? [] : [id]));
}
