import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { listBackups } from '../../shared/backups.ts';
import { query } from '../call.ts';

/** How often the progress of one under way is asked for. */
const WATCH_MS = 1000;

/** The runs, asked again every second while one is under way. */
export function useBackups() {
  const client = useQueryClient();
  const options = query(listBackups, {});
  const backups = useQuery({
    ...options,
    staleTime: 0,
    refetchInterval: ({ state }) => (isBusy(state.data) ? WATCH_MS : false),
  });
  const busy = isBusy(backups.data);
  const was = useRef(busy);
  useEffect(() => {
    // The row is written a moment after the thread has ended.
    if (was.current && !busy) void client.invalidateQueries({ queryKey: options.queryKey });
    was.current = busy;
  }, [busy, client, options.queryKey]);
  return backups;
}

type Told = { readonly progress: number | null; readonly items: readonly { endedAt: unknown }[] };

function isBusy(told: Told | undefined): boolean {
  return told !== undefined && (told.progress !== null || told.items[0]?.endedAt === null);
}
