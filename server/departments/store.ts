import type { Department } from '../../shared/accounts.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** All departments, those that have ended included, by id. */
export async function findDepartments(db: Reader): Promise<Department[]> {
  return db.selectFrom('departments').selectAll().orderBy('id').execute();
}

export async function insertDepartment(db: Writer, department: Department): Promise<void> {
  await db.insertInto('departments').values(department).execute();
}

export async function updateDepartment(db: Writer, department: Department): Promise<void> {
  const { id, ...changing } = department;
  await db.updateTable('departments').set(changing).where('id', '=', id).execute();
}
