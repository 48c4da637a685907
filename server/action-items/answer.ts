import type { ActionDetails, ActionItem } from '../../shared/action-items.ts';
import {
  type ActionPerson,
  maySeeActionFiles,
  openActionSteps,
  urgencyOf,
} from '../../shared/action-rules.ts';
import { daysBetween } from '../../shared/round-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Reader } from '../db/transaction.ts';
import { fileShown, filesBeside } from '../evidence/shelf-store.ts';
import { findIssuer } from '../rounds/notice-store.ts';
import { namesFor, standingOf, type StoredAction } from './store.ts';

/** An action item as a list shows it on a day. */
export function itemFor(action: StoredAction, now: Date): ActionItem {
  const today = dayInChina(now);
  const { reportedBy: _by, extension: _extension, records, issuedAt, version: _version } = action;
  const said = records.filter(({ step }) => step === 'note' || step === 'report');
  return {
    id: action.id,
    planId: action.planId,
    meeting: action.meeting,
    year: action.year,
    number: action.number,
    text: action.text,
    state: action.state,
    leadDepartmentId: action.leadDepartmentId,
    supportingDepartmentIds: [...action.supportingDepartmentIds],
    dueOn: action.dueOn,
    firstDueOn: action.firstDueOn,
    daysLeft: daysBetween(today, action.dueOn),
    urgency: urgencyOf(action, today),
    reportedOn: action.reportedOn,
    issuedOn: dayInChina(new Date(issuedAt)),
    progress: said.at(-1)?.text ?? '',
    indicatorIds: [...action.indicatorIds],
    measureIds: [...action.measureIds],
  };
}

/** An action item with its whole life, as far as the one who asks may know it. */
export async function detailsFor(
  db: Reader,
  person: ActionPerson,
  action: StoredAction,
  now: Date,
): Promise<ActionDetails> {
  const { departments, indicators, measures } = await namesFor(db, action, now);
  const receivedAt = (departmentId: string) =>
    action.records.find((one) => one.step === 'receive' && one.departmentId === departmentId)?.at ??
    null;
  const asked = action.records.filter(({ step }) => step === 'askExtension').at(-1);
  const duty = (id: string) =>
    id === action.leadDepartmentId ? ('lead' as const) : ('supporting' as const);
  return {
    ...itemFor(action, now),
    departments: departments.map((department) => ({
      ...department,
      duty: duty(department.id),
      receivedAt: receivedAt(department.id),
    })),
    indicators,
    measures,
    issuer: await findIssuer(db, action.planId),
    extension:
      action.extension === null || asked === undefined
        ? null
        : { dueOn: action.extension.dueOn, reason: asked.text, by: asked.by, at: asked.at },
    records: action.records.map(({ userId: _userId, ...told }) => told),
    files: maySeeActionFiles(action, person)
      ? (await filesBeside(db, 'action', [action.id])).map(fileShown)
      : null,
    steps: openActionSteps(standingOf(action), person),
    version: action.version,
  };
}
