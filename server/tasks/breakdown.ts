import { heirOn } from '../../shared/department-rules.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { mayTypeTask, missingInTask, type TaskWords } from '../../shared/task-rules.ts';
import type { Breakdown, Task, TaskSubject } from '../../shared/tasks.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { findMeasures } from '../plans/plan-store.ts';
import { boardRows } from '../plans/store.ts';
import { findTasks } from './store.ts';

const NUMBERED: readonly string[] = ['atLeast', 'atMost', 'countRange', 'reduction'];

const BLANK = {
  principalLeader: '',
  leaderInCharge: '',
  handler: '',
  task: '',
  target: null,
  dueOn: null,
  requirement: '',
} as const;

interface Subject {
  readonly subject: TaskSubject;
  readonly subjectId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly themeId: string;
  readonly hasNumber: boolean;
  /** What a row says that nobody has filled: departments and unit follow from the plan. */
  readonly blank: TaskWords;
}

/**
 * The breakdown of a year as somebody sees it. Rows that nobody has filled show the departments of the
 * plan, or those that had taken over by the end of the year.
 * @throws Problem notFound without such a plan
 */
export async function breakdownOf(
  db: Reader,
  person: Person,
  { planId, year }: { readonly planId: string; readonly year: number },
  now: Date,
): Promise<Breakdown> {
  const departments = await findDepartments(db);
  const offices = new Map(departments.map((one) => [one.id, one]));
  const today = dayInChina(now);
  const heirThen = (id: string): string => heirOn(id, `${year}-12-31`, offices);
  const stored = new Map(
    (await findTasks(db, { planId, year })).map((row) => [`${row.subject} ${row.subjectId}`, row]),
  );
  const items = (await subjectsOf(db, planId, heirThen)).map((subject): Task => {
    const row = stored.get(`${subject.subject} ${subject.subjectId}`);
    const { hasNumber, blank, ...named } = subject;
    const words: TaskWords = row ?? blank;
    const lead = words.leadDepartmentId;
    return {
      ...named,
      leadDepartmentId: lead,
      supportingDepartmentIds: [...words.supportingDepartmentIds],
      answeringDepartmentId: lead === null ? null : heirOn(lead, today, offices),
      principalLeader: words.principalLeader,
      leaderInCharge: words.leaderInCharge,
      handler: words.handler,
      task: words.task,
      target: words.target,
      unit: words.unit,
      dueOn: words.dueOn,
      requirement: words.requirement,
      missing: missingInTask(words, hasNumber),
      editable: mayTypeTask(person, lead, offices, today),
      leadEditable: person.roles.includes('reviewer'),
      version: row?.version ?? 0,
    };
  });
  return {
    planId,
    year,
    departments: departments.map(({ id, shortNameZh, fullNameZh, nameEn, validTo }) => ({
      id,
      shortNameZh,
      fullNameZh,
      nameEn,
      validTo,
    })),
    items,
  };
}

async function subjectsOf(
  db: Reader,
  planId: string,
  heirThen: (id: string) => string,
): Promise<Subject[]> {
  const board = await boardRows(db, planId);
  if (board === null) throw new Problem('notFound');
  const indicators = board.indicators.map((one): Subject => {
    const leads = [...new Set(one.leadDepartmentIds.map(heirThen))];
    const [lead = null] = leads;
    const named = leads.length === 1 ? lead : null;
    return {
      subject: 'indicator',
      subjectId: one.id,
      code: one.code,
      nameZh: one.nameZh,
      nameEn: one.nameEn,
      themeId: one.themeId,
      hasNumber: NUMBERED.includes(one.kind),
      blank: {
        ...BLANK,
        unit: one.unitZh ?? '',
        leadDepartmentId: named,
        supportingDepartmentIds: others(one.supportingDepartmentIds.map(heirThen), named),
      },
    };
  });
  const measures = (await findMeasures(db, planId)).map((one): Subject => {
    const [lead = null, ...rest] = one.departmentIds.map(heirThen);
    return {
      subject: 'measure',
      subjectId: one.id,
      code: String(one.number),
      nameZh: one.titleZh,
      nameEn: one.titleEn,
      themeId: one.themeId,
      hasNumber: false,
      blank: {
        ...BLANK,
        unit: '',
        leadDepartmentId: lead,
        supportingDepartmentIds: others(rest, lead),
      },
    };
  });
  return [...indicators, ...measures];
}

/** Two that merged are one; whoever leads does not support, too. */
function others(ids: readonly string[], lead: string | null): string[] {
  return [...new Set(ids)].filter((id) => id !== lead);
}
