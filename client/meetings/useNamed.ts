import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ActionItem } from '../../shared/action-items.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { getMomentBoard } from '../../shared/moments.ts';
import { useActions } from '../action-items/api.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { query } from '../call.ts';
import { type Speech, useBoard } from '../dashboard/api.ts';

/** What a meeting speaks of: the board of its year, and every action item of its plan. */
export interface Named {
  /** null: not there yet. */
  readonly board: Dashboard | null;
  readonly actions: readonly ActionItem[];
  readonly speech: Speech;
  readonly ready: boolean;
}

/** @param momentId the frozen moment that it is held on; null: the figures as they are now */
export function useNamed(planId: string, year: number, momentId: string | null = null): Named {
  const live = useBoard({ planId: momentId === null ? planId : null, year }).data;
  const frozen = useQuery({
    ...query(getMomentBoard, { params: { momentId: momentId ?? '' } }),
    enabled: momentId !== null,
    // A moment never changes.
    staleTime: Infinity,
  }).data;
  const board = (momentId === null ? live : frozen) ?? null;
  const actions = useActions(planId).data;
  const { language } = useLanguage();
  const messages = useMessages();
  return useMemo(
    () => ({
      board,
      actions: actions?.items ?? [],
      speech: { language, messages },
      ready: board !== null && actions !== undefined,
    }),
    [board, actions, language, messages],
  );
}
