import { changeDepartment, createDepartment, listDepartments } from '../../shared/accounts.ts';
import { type Host, serve } from '../http/serve.ts';
import { addDepartment, alterDepartment } from './commands.ts';
import { findDepartments } from './store.ts';

export function departmentRoutes(host: Host): void {
  serve(host, listDepartments, async ({ db }) => ({ items: await findDepartments(db) }));

  serve(host, createDepartment, async ({ db, note }, { body }) => {
    note({ target: { type: 'department', id: body.id }, after: body });
    return addDepartment(db, body);
  });

  serve(host, changeDepartment, async ({ db, note, expectedVersion }, { params, body }) => {
    const { departmentId } = params;
    const { before, after } = await alterDepartment(db, departmentId, expectedVersion, body);
    note({ target: { type: 'department', id: departmentId }, before, after });
    return after;
  });
}
