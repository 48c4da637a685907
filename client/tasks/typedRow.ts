import { parseNumber } from '../../shared/number-input.ts';
import type { Breakdown, Task, TaskField, TaskRow } from '../../shared/tasks.ts';
import { officeNamed, officesNamed } from '../../shared/task-rules.ts';
import { isDay } from '../../shared/values.ts';

/** Cells as they are typed, by field; a field that is not here stands as it is stored. */
export type TypedCells = Partial<Readonly<Record<TaskField, string>>>;

type Names = Pick<Breakdown, 'departments'>;

/** Fields that people write in their own words, whatever the language of the page. */
export function isWritten(field: TaskField): boolean {
  return field !== 'leadDepartmentId' && field !== 'supportingDepartmentIds';
}

/** What stands in a cell, as it is typed: departments by their names in the language of the page. */
export function cellText(
  task: Pick<Task, TaskField>,
  field: TaskField,
  { departments }: Names,
  pick: (zh: string, en: string) => string,
): string {
  const name = (id: string): string => {
    const found = departments.find((one) => one.id === id);
    return found === undefined ? id : pick(found.shortNameZh, found.nameEn);
  };
  const value = task[field];
  if (value === null) return '';
  if (field === 'leadDepartmentId') return name(String(value));
  if (Array.isArray(value)) return value.map(name).join(pick('、', '; '));
  return String(value);
}

/** Whether what is typed into a cell can be read. */
export function canRead(field: TaskField, text: string, names: Names): boolean {
  return readCell(field, text, names) !== undefined;
}

/** The row as it is to be saved; null: a cell of it cannot be read. */
export function rowOf(task: Task, typed: TypedCells, names: Names): TaskRow | null {
  const { subject, subjectId, version } = task;
  const row: Record<string, unknown> = {
    subject,
    subjectId,
    version,
    leadDepartmentId: task.leadDepartmentId,
    supportingDepartmentIds: task.supportingDepartmentIds,
    principalLeader: task.principalLeader,
    leaderInCharge: task.leaderInCharge,
    handler: task.handler,
    task: task.task,
    target: task.target,
    unit: task.unit,
    dueOn: task.dueOn,
    requirement: task.requirement,
  };
  for (const [field, text] of Object.entries(typed)) {
    const value = readCell(field as TaskField, text, names);
    if (value === undefined) return null;
    row[field] = value;
  }
  return row as TaskRow;
}

/** undefined: it cannot be read. */
function readCell(field: TaskField, text: string, { departments }: Names): unknown {
  const said = text.trim();
  switch (field) {
    case 'leadDepartmentId':
      return said === '' ? null : (officeNamed(said, departments) ?? undefined);
    case 'supportingDepartmentIds':
      return officesNamed(said, departments) ?? undefined;
    case 'target': {
      const parsed = parseNumber(said);
      return parsed.ok ? parsed.value : undefined;
    }
    case 'dueOn': {
      if (said === '') return null;
      const plain = said.replaceAll(/[/.年月]/gu, '-').replace('日', '');
      const [year = '', month = '', day = ''] = plain.split('-');
      const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return /^\d{4}-\d{2}-\d{2}$/.test(whole) && isDay(whole) ? whole : undefined;
    }
    default:
      return said;
  }
}
