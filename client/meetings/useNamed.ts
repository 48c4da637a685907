import { useMemo } from 'react';
import { useActions } from '../action-items/api.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { useBoard } from '../dashboard/api.ts';
import type { Named } from './slideName.ts';

/** The board of a year and every action item of its plan: what a meeting speaks of. */
export function useNamed(planId: string, year: number): Named & { readonly ready: boolean } {
  const board = useBoard({ planId, year }).data ?? null;
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
