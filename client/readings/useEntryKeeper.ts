import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Reading } from '../../shared/readings.ts';
import { rememberReading } from './api.ts';
import { EntryKeeper, type EntryState } from './EntryKeeper.ts';
import type { DraftPlace } from './localDraft.ts';
import type { EntrySubject } from './subject.ts';
import type { Typed } from './typed.ts';

/**
 * The keeper of one open form. The component that calls it is keyed by indicator and year.
 * @param reading as it was last read; a newer one, read again, is put together with what is typed
 */
export function useEntryKeeper(
  subject: EntrySubject,
  place: DraftPlace,
  reading: Reading | null,
  start: Typed,
): readonly [EntryKeeper, EntryState] {
  const [keeper] = useState(() => new EntryKeeper(subject, place, reading, start));
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    if (reading !== null) keeper.take(reading);
  }, [keeper, reading]);
  const client = useQueryClient();
  useEffect(() => {
    const saved = state.reading;
    if (saved !== null && saved.version > (reading?.version ?? 0)) rememberReading(client, saved);
  }, [client, state.reading, reading]);
  useEffect(() => () => keeper.dispose(), [keeper]);
  useEffect(() => {
    const online = () => void keeper.save();
    globalThis.addEventListener('online', online);
    return () => globalThis.removeEventListener('online', online);
  }, [keeper]);
  return [keeper, state];
}
