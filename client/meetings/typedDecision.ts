import type { Decision, NewDecision } from '../../shared/meetings.ts';

/** A decision as it is typed. '' stands for nothing chosen. */
export interface TypedDecision {
  readonly text: string;
  readonly agendaItemId: string;
  readonly leadDepartmentId: string;
  readonly supportingDepartmentIds: readonly string[];
  readonly dueOn: string;
  readonly indicatorIds: readonly string[];
  readonly measureIds: readonly string[];
}

const orNull = (text: string): string | null => (text === '' ? null : text);

export function decisionToSend(typed: TypedDecision): NewDecision {
  return {
    text: typed.text,
    agendaItemId: orNull(typed.agendaItemId),
    leadDepartmentId: orNull(typed.leadDepartmentId),
    supportingDepartmentIds: typed.supportingDepartmentIds.filter(
      (id) => id !== typed.leadDepartmentId,
    ),
    dueOn: orNull(typed.dueOn),
    indicatorIds: [...typed.indicatorIds],
    measureIds: [...typed.measureIds],
  };
}

export function typedOf(decision: Decision): TypedDecision {
  const { text, agendaItemId, leadDepartmentId, dueOn } = decision;
  return {
    text,
    agendaItemId: agendaItemId ?? '',
    leadDepartmentId: leadDepartmentId ?? '',
    supportingDepartmentIds: decision.supportingDepartmentIds,
    dueOn: dueOn ?? '',
    indicatorIds: decision.indicatorIds,
    measureIds: decision.measureIds,
  };
}

/** An empty form, about what is on the wall: its agenda item, and its indicator with who leads it. */
export function freshDecision(about: {
  readonly agendaItemId: string | null;
  readonly indicatorId: string | null;
  readonly leadDepartmentId: string | null;
}): TypedDecision {
  return {
    text: '',
    agendaItemId: about.agendaItemId ?? '',
    leadDepartmentId: about.leadDepartmentId ?? '',
    supportingDepartmentIds: [],
    dueOn: '',
    indicatorIds: about.indicatorId === null ? [] : [about.indicatorId],
    measureIds: [],
  };
}
