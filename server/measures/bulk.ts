import { findingsOfReport } from '../../shared/measure-rules.ts';
import { type Approval, approveSeveral } from '../http/approve-several.ts';
import { type Acting, type Done, seenAs, takeStep } from './commands.ts';
import { findReport } from './report-store.ts';
import { standingOf } from './stored-report.ts';

/** Approves several reports: one with a finding is held back. */
export function approveReports(
  acting: Acting,
  items: readonly { readonly id: string; readonly version: number }[],
): Promise<Approval<Done>[]> {
  const { db, user, now } = acting;
  return approveSeveral(
    user,
    items,
    async (id) => {
      const report = await findReport(db, id, now);
      if (report === null) return null;
      const held = findingsOfReport(report.words, report.before).length > 0;
      const standing = standingOf(report, now);
      return { version: report.version, seen: seenAs(report), standing, held };
    },
    (id, version) => takeStep(acting, 'approve', id, version),
  );
}
