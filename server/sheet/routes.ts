import { Problem } from '../../shared/problems.ts';
import { getSheet } from '../../shared/sheet.ts';
import { type Host, serve } from '../http/serve.ts';
import { makeSheet } from './sheet-store.ts';

export function sheetRoutes(host: Host): void {
  serve(host, getSheet, async ({ db, user, now }, { params, query }) => {
    if (user === null) throw new Problem('notSignedIn');
    const { planId, year } = params;
    return makeSheet(
      db,
      user,
      { planId, year: Number(year), departmentId: query.departmentId },
      now,
    );
  });
}
