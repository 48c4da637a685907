import { openSheetSteps } from '../../shared/acceptance-rules.ts';
import {
  openAcceptanceSteps,
  refuseItemStep,
  refuseSelfStep,
  SETTLED,
} from '../../shared/acceptance-life.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { listRows } from '../acceptance/rows-store.ts';
import { presentedSheets } from '../acceptance/store.ts';
import { findAcceptance, type WholeAcceptance } from '../acceptance/whole-store.ts';
import type { Asking } from './desk.ts';

/** What somebody must do about score sheets and acceptances. */
export async function acceptanceItems(asking: Asking): Promise<TodoItem[]> {
  const { db, user, now } = asking;
  const items: TodoItem[] = (await presentedSheets(db)).flatMap((row): TodoItem[] => {
    const { planId, id: sheetId, number, presentedBy } = row;
    const standing = { state: 'presented', example: false, presentedBy } as const;
    return openSheetSteps(standing, user).includes('approve')
      ? [{ code: 'approveSheet', planId, sheetId, number }]
      : [];
  });
  for (const { id, state } of await listRows(db, {})) {
    if (SETTLED.includes(state)) continue;
    const whole = await findAcceptance(db, id, now);
    if (whole !== null) items.push(...duties(whole, asking));
  }
  return items;
}

function duties(whole: WholeAcceptance, { user }: Asking): TodoItem[] {
  const { row, standing, departments, items } = whole;
  const named = { planId: row.planId, year: row.year, acceptanceId: row.id };
  const may = (step: 'verify' | 'answer') =>
    items.filter((item) => refuseItemStep(step, item.standing, user) === null);
  const toVerify = may('verify').filter((item) => !item.standing.verified).length;
  const toAnswer = may('answer').length;
  const own = departments.flatMap((department): TodoItem[] => {
    const { departmentId, state } = department.row;
    const refuse = (step: 'submit' | 'handIn') => refuseSelfStep(step, department.standing, user);
    const submits = refuse('submit');
    if (submits === null || submits === 'acceptanceNotReady') {
      const back = whole.records.findLast(
        (one) => one.step === 'sendBack' && one.departmentId === departmentId,
      );
      const { unmarked } = department.standing;
      const reason = state === 'returned' ? (back?.text ?? '') : '';
      const count = department.items.length;
      return [{ code: 'assessSelf', ...named, departmentId, count, unmarked, reason }];
    }
    return refuse('handIn') === null ? [{ code: 'signSelf', ...named, departmentId }] : [];
  });
  const steps = openAcceptanceSteps(standing, user);
  // Verification begins by itself to be due when everybody has handed in; before, it is a decision.
  const next = (['announce', 'present'] as const).find((step) => steps.includes(step));
  const begins = steps.includes('beginVerification') && standing.atDepartments === 0;
  return [
    ...own,
    ...(begins
      ? [{ code: 'leadAcceptance' as const, ...named, step: 'beginVerification' as const }]
      : []),
    ...(toVerify > 0 ? [{ code: 'verifyItems' as const, ...named, count: toVerify }] : []),
    ...(toAnswer > 0 ? [{ code: 'answerDisputes' as const, ...named, count: toAnswer }] : []),
    ...(next === undefined ? [] : [{ code: 'leadAcceptance' as const, ...named, step: next }]),
    ...(steps.includes('conclude') ? [{ code: 'concludeAcceptance' as const, ...named }] : []),
  ];
}
