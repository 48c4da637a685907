import { openActionSteps, urgencyOf } from '../../shared/action-rules.ts';
import { daysBetween } from '../../shared/round-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { findAnswered, standingOf, type StoredAction } from '../action-items/store.ts';
import type { Asking } from './desk.ts';

/** What somebody must do about decisions: for their department, or for the committee. */
export async function actionItems({ db, user, now }: Asking): Promise<TodoItem[]> {
  const today = dayInChina(now);
  const actions = await findAnswered(db, { open: true }, now);
  return actions.flatMap((action): TodoItem[] => {
    const steps = openActionSteps(standingOf(action), user);
    const named = {
      planId: action.planId,
      actionId: action.id,
      issued: { year: action.year, number: action.number },
      text: action.text,
    };
    const due = { dueOn: action.dueOn, daysLeft: daysBetween(today, action.dueOn) };
    const { extension } = action;
    const pressing = ['near', 'overdue'].includes(urgencyOf(action, today));
    const own: TodoItem[] = steps.includes('receive')
      ? [{ code: 'receiveAction', ...named, ...due }]
      : steps.includes('report') && action.state === 'sentBack'
        ? [{ code: 'mendAction', ...named, ...due, reason: lastWord(action, 'sendBack') }]
        : steps.includes('report') && pressing
          ? [{ code: 'carryOut', ...named, ...due }]
          : [];
    return [
      ...own,
      ...(extension !== null && steps.includes('grantExtension')
        ? [
            {
              code: 'decideExtension' as const,
              ...named,
              until: extension.dueOn,
              reason: lastWord(action, 'askExtension'),
            },
          ]
        : []),
      ...(steps.includes('verify') ? [{ code: 'verifyAction' as const, ...named }] : []),
      ...(steps.includes('close') ? [{ code: 'closeAction' as const, ...named }] : []),
    ];
  });
}

function lastWord({ records }: StoredAction, step: 'sendBack' | 'askExtension'): string {
  return records.filter((one) => one.step === step).at(-1)?.text ?? '';
}
