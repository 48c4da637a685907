import {
  getCheckContext,
  getChecks,
  type GivenContext,
  type IndicatorCheck,
  listFindings,
  setChecks,
} from '../../shared/checks.ts';
import { checksOf, standardOf } from '../../shared/checks/catalogue.ts';
import { lacksReason } from '../../shared/checks/findings.ts';
import type { CheckSetting } from '../../shared/checks/types.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseYear, type ReadingSubject } from '../../shared/reading-rules.ts';
import { maySee, type Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { type Host, serve } from '../http/serve.ts';
import { findIndicator } from '../plans/indicator-store.ts';
import { findSettings } from '../plans/version-store.ts';
import { findReading } from '../readings/store.ts';
import { findSubject } from '../readings/subject-store.ts';
import { findRound } from '../rounds/store.ts';
import * as commands from './commands.ts';
import { type SetCheck, setChecksOf } from './settings-store.ts';
import { checkablesOf, findingsFor } from './store.ts';

export function checkRoutes(host: Host): void {
  serve(host, listFindings, async ({ db, user }, { params }) => {
    const reading = await findReading(db, params.readingId);
    if (user === null || reading === null || !maySee(reading, user)) throw new Problem('notFound');
    const found = await findingsFor(db, reading);
    return {
      items: found.map((finding) => ({ ...finding, values: { ...finding.values } })),
      reasonNeeded: lacksReason(found, reading.figures.note),
      binding: reading.round !== null,
    };
  });

  serve(host, getCheckContext, async ({ db, user }, { params, query }) => {
    if (user === null) throw new Problem('notSignedIn');
    const { planId, context } = await contextOf(db, user, params.indicatorId, query.year);
    return { context, binding: (await findRound(db, planId, query.year)) !== null };
  });

  serve(host, getChecks, async ({ db }, { params }) => {
    const subject = await findSubject(db, params.indicatorId);
    const settings = await findSettings(db, params.indicatorId);
    if (subject === null || settings === null) throw new Problem('notFound');
    const set = await setChecksOf(db, params.indicatorId);
    return { items: itemsOf(subject, set), version: settings.version };
  });

  serve(host, setChecks, async (context, { params, body }) => {
    const { db, user, now, expectedVersion } = context;
    const { indicatorId } = params;
    if (user === null) throw new Problem('notSignedIn');
    const setting = { db, user, now, indicatorId, expectedVersion };
    const changed = await commands.setChecks(setting, body.checks);
    context.note({ target: { type: 'indicator', id: indicatorId }, ...changed });
    const indicator = await findIndicator(db, indicatorId);
    if (indicator === null) throw new Problem('notFound');
    return indicator;
  });
}

/** Those who may enter, sign or approve a figure may know what it is checked against. */
async function contextOf(
  db: Reader,
  person: Person,
  indicatorId: string,
  year: number,
): Promise<{ readonly planId: string; readonly context: GivenContext }> {
  const subject = await findSubject(db, indicatorId);
  if (subject === null) throw new Problem('notFound');
  const own = person.departmentId !== null && person.departmentId === subject.leadDepartmentId;
  if (!own && !person.roles.includes('reviewer')) throw new Problem('forbidden');
  const outside = refuseYear(subject, year);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'query' as const })));
  }
  const checkable = (await checkablesOf(db, subject.planId, year)).get(indicatorId);
  if (checkable === undefined) throw new Problem('notFound');
  return { planId: subject.planId, context: checkable.context };
}

function itemsOf(subject: ReadingSubject, set: readonly SetCheck[]): IndicatorCheck[] {
  return checksOf(subject).map((code): IndicatorCheck => {
    const entered = set.find((one) => one.code === code && one.source === 'entered');
    const planned = set.find((one) => one.code === code && one.source === 'plan');
    const standard = standardOf(subject, code);
    const stands = entered ?? planned ?? standard;
    return {
      code,
      ...figuresOf(stands),
      source: entered === undefined ? (planned === undefined ? 'standard' : 'plan') : 'entered',
      enteredBy: entered?.enteredBy?.name ?? null,
      enteredAt: (entered ?? planned)?.enteredAt ?? null,
      reset: figuresOf(planned ?? standard),
    };
  });
}

function figuresOf({ grade, lower, upper }: CheckSetting) {
  return { grade, lower, upper };
}
