import { completed, refuseChecks, type TypedCheck } from '../../shared/checks/setting-rules.ts';
import type { CheckSetting } from '../../shared/checks/types.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { findSettings, touchSettings } from '../plans/version-store.ts';
import { findSubject } from '../readings/subject-store.ts';
import { replaceEnteredChecks, setChecksOf } from './settings-store.ts';

export interface Setting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
  readonly indicatorId: string;
  readonly expectedVersion: number;
}

/**
 * Sets the checks of an indicator; those that are not named go back to the plan file's or to the
 * default. Who set one that stays as it was remains its author.
 * @returns what an administrator had set before and has set now, for the audit log
 * @throws Problem notFound, staleVersion, or invalid with every reason
 */
export async function setChecks(
  { db, user, now, indicatorId, expectedVersion }: Setting,
  typed: readonly TypedCheck[],
): Promise<{ readonly before: object; readonly after: object }> {
  const subject = await findSubject(db, indicatorId);
  const settings = await findSettings(db, indicatorId);
  if (subject === null || settings === null) throw new Problem('notFound');
  if (settings.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: settings.version });
  }
  const issues = refuseChecks(subject, typed);
  if (issues.length > 0) {
    throw Problem.fields(
      ...issues.map((issue) => ({ ...issue, pointer: `/checks${issue.pointer}` })),
    );
  }
  const standing = (await setChecksOf(db, indicatorId)).filter(
    ({ source }) => source === 'entered',
  );
  const checks = typed.map((one) => completed(subject, one));
  await replaceEnteredChecks(
    db,
    indicatorId,
    checks.map((check) => {
      const known = standing.find((one) => one.code === check.code && same(one, check));
      return {
        ...check,
        enteredBy: known?.enteredBy?.userId ?? user.userId,
        enteredAt: known?.enteredAt ?? now.toISOString(),
      };
    }),
  );
  await touchSettings(db, indicatorId);
  return { before: { checks: standing.map(plain) }, after: { checks: checks.map(plain) } };
}

function same(one: CheckSetting, other: CheckSetting): boolean {
  return one.grade === other.grade && one.lower === other.lower && one.upper === other.upper;
}

function plain({ code, grade, lower, upper }: CheckSetting): CheckSetting {
  return { code, grade, lower, upper };
}
