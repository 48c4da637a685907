import * as z from 'zod/mini';
import { type Indicator, setDepartments } from '../../shared/plans.ts';
import { listRows } from '../audit/store.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader } from '../db/transaction.ts';
import type { Duties } from './version-store.ts';

type Assignments = Indicator['departmentVersions'];

/** What `setDepartments` notes in the audit log (commands.ts). */
const noted = z.object({
  departments: z.array(
    z.object({ departmentId: z.string(), duty: z.enum(['lead', 'supporting']) }),
  ),
  note: z.string(),
});

/** Far more often than an indicator changes hands; what is older the audit log still tells. */
const MOST = 50;

/**
 * Who was assigned to an indicator, newest first. The last assignment stands in the settings; the
 * earlier ones are read from the audit log, which nobody can change.
 */
export async function assignmentsOf(
  db: Reader,
  { indicatorId, departmentsBy, departmentsAt, departmentsNote }: Tables['indicatorSettings'],
  duties: Duties,
): Promise<Assignments> {
  if (departmentsAt === null) return [];
  const rows = await listRows(
    db,
    {
      action: setDepartments.operationId,
      targetType: 'indicator',
      targetId: indicatorId,
      outcome: 'ok',
    },
    undefined,
    MOST,
  );
  const people = await db.selectFrom('users').select(['id', 'name']).execute();
  const nameOf = (userId: string | null) => people.find(({ id }) => id === userId)?.name ?? null;
  const standing = {
    ...sides(duties),
    note: departmentsNote,
    enteredBy: nameOf(departmentsBy),
    enteredAt: departmentsAt,
  };
  const told = rows.map(({ after, userId, at }) => {
    const { departments, note } = z.parse(noted, after);
    return {
      ...sides(departments),
      note: note === '' ? null : note,
      enteredBy: nameOf(userId),
      enteredAt: at,
    };
  });
  // The row of the standing one is written after the answer to its request is made.
  const [last] = told;
  const isTold = last !== undefined && JSON.stringify(last) === JSON.stringify(standing);
  return isTold ? told : [standing, ...told];
}

function sides(duties: Duties) {
  const those = (wanted: 'lead' | 'supporting') =>
    duties.filter(({ duty }) => duty === wanted).map(({ departmentId }) => departmentId);
  return { leadDepartmentIds: those('lead'), supportingDepartmentIds: those('supporting') };
}
