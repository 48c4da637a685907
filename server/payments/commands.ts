import { heirOn } from '../../shared/department-rules.ts';
import { enterpriseKey } from '../../shared/incentives/caps.ts';
import { fenOfWan } from '../../shared/incentives/money.ts';
import type { Incentive } from '../../shared/incentives.ts';
import type { NewPayment } from '../../shared/payments.ts';
import { Problem } from '../../shared/problems.ts';
import { type FieldIssue, refuseReadingYear } from '../../shared/reading-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Principal } from '../http/principal.ts';
import { findIncentives } from '../incentives/store.ts';
import { findSubjects } from '../measures/duty-store.ts';
import { findPlanYears } from '../rounds/store.ts';
import {
  existsIndicator,
  findPayment,
  insertPayment,
  type PaymentRow,
  type StoredPayment,
} from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** Whether somebody enters payments for a department of the measure, or for one that took over. */
export async function enterableRules(
  db: Reader,
  planId: string,
  person: Person,
  now: Date,
): Promise<string[]> {
  if (!person.roles.includes('reporter') || person.departmentId === null) return [];
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  const today = dayInChina(now);
  const own = (await findSubjects(db, planId))
    .filter(({ departmentIds }) =>
      departmentIds.some((id) => heirOn(id, today, offices) === person.departmentId),
    )
    .map(({ id }) => id);
  return (await findIncentives(db, planId))
    .filter(({ measureId }) => own.includes(measureId))
    .map(({ id }) => id);
}

/**
 * Enters a payment.
 * @throws Problem notFound without such a plan; forbidden for the rule of another department; invalid
 * for an unknown rule, grade or indicator, a year that is not the plan's, or a day that has not come
 */
export async function enterPayment(
  { db, user, now }: Acting,
  planId: string,
  typed: NewPayment,
): Promise<StoredPayment> {
  const plan = await findPlanYears(db, planId);
  if (plan === null) throw new Problem('notFound');
  const rule = (await findIncentives(db, planId)).find(({ id }) => id === typed.incentiveId);
  if (rule === undefined) {
    throw Problem.fields({ pointer: '/incentiveId', code: 'unknownReference' });
  }
  const { departmentId } = user;
  const enterable = await enterableRules(db, planId, user, now);
  if (departmentId === null || !enterable.includes(rule.id)) throw new Problem('forbidden');
  const { tier = null, indicatorId = null, documentNumber = null, note = '' } = typed;
  const issues: FieldIssue[] = [
    ...refuseTier(rule, tier),
    ...refuseReadingYear(plan, typed.year, now),
    ...(typed.paidOn > dayInChina(now)
      ? [{ pointer: '/paidOn', code: 'notAllowed' as const }]
      : []),
    ...(indicatorId === null || (await existsIndicator(db, planId, indicatorId))
      ? []
      : [{ pointer: '/indicatorId', code: 'unknownReference' as const }]),
  ];
  if (issues.length > 0) throw Problem.fields(...issues);
  const row: PaymentRow = {
    id: crypto.randomUUID(),
    planId,
    incentiveId: rule.id,
    tier,
    enterprise: typed.enterprise,
    enterpriseKey: enterpriseKey(typed.enterprise),
    year: typed.year,
    paidOn: typed.paidOn,
    amountFen: Number(fenOfWan(typed.amountWan) ?? 0n),
    indicatorId,
    documentNumber,
    note,
    reverses: null,
    departmentId,
    enteredBy: user.userId,
    enteredByName: user.name,
    enteredAt: now.toISOString(),
  };
  await insertPayment(db, row);
  return { ...row, reversedBy: null };
}

function refuseTier({ tiers }: Incentive, tier: number | null): FieldIssue[] {
  if (tier === null || tier < tiers.length) return [];
  return [{ pointer: '/tier', code: 'notAllowed' }];
}

/**
 * Takes an entry back by one of its own.
 * @throws Problem notFound; forbidden for the rule of another department; wrongState for one that was
 * taken back, or that takes another back
 */
export async function reversePayment(
  { db, user, now }: Acting,
  paymentId: string,
  reason: string,
): Promise<{ readonly before: StoredPayment; readonly after: StoredPayment }> {
  const before = await findPayment(db, paymentId);
  if (before === null) throw new Problem('notFound');
  const { departmentId } = user;
  const enterable = await enterableRules(db, before.planId, user, now);
  if (departmentId === null || !enterable.includes(before.incentiveId)) {
    throw new Problem('forbidden');
  }
  if (before.reverses !== null || before.reversedBy !== null) throw new Problem('wrongState');
  const { reversedBy: _none, ...row } = before;
  const after: PaymentRow = {
    ...row,
    id: crypto.randomUUID(),
    amountFen: -before.amountFen,
    note: reason,
    reverses: before.id,
    departmentId,
    enteredBy: user.userId,
    enteredByName: user.name,
    enteredAt: now.toISOString(),
  };
  await insertPayment(db, after);
  return { before, after: { ...after, reversedBy: null } };
}
