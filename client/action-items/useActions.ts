import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  type ActionDetails,
  type ActionItem,
  getAction,
  listActions,
} from '../../shared/action-items.ts';
import { query } from '../call.ts';

interface Asked {
  readonly departmentId?: string | undefined;
  readonly indicatorId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly meetingId?: string | undefined;
}

/** The action items of a plan that a question names, the soonest due first; idle without a plan. */
export function useActions(
  planId: string | null,
  { departmentId, indicatorId, measureId, meetingId }: Asked = {},
): UseQueryResult<{ items: ActionItem[] }> {
  return useQuery({
    ...query(listActions, {
      params: { planId: planId ?? '' },
      query: {
        ...(departmentId === undefined ? {} : { departmentId }),
        ...(indicatorId === undefined ? {} : { indicatorId }),
        ...(measureId === undefined ? {} : { measureId }),
        ...(meetingId === undefined ? {} : { meetingId }),
      },
    }),
    enabled: planId !== null,
  });
}

/** One action item with its whole life. */
export function useAction(actionId: string): UseQueryResult<ActionDetails> {
  return useQuery(query(getAction, { params: { actionId } }));
}
