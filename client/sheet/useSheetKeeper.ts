import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Sheet } from '../../shared/sheet.ts';
import { useMe } from '../app/session.ts';
import { type EntryState, rememberReading } from '../readings/api.ts';
import { type OpenRow, SheetKeeper, type SheetState } from './SheetKeeper.ts';

/** The keeper of an open sheet. The component that calls it is keyed by year, department and rows. */
export function useSheetKeeper(sheet: Sheet): readonly [SheetKeeper, SheetState] {
  const { id } = useMe();
  const [keeper] = useState(() => new SheetKeeper(sheet, id));
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const client = useQueryClient();
  useEffect(() => keeper.take(sheet.rows), [keeper, sheet]);
  useEffect(() => keeper.onSaved((reading) => rememberReading(client, reading)), [keeper, client]);
  useEffect(() => {
    keeper.restore();
    const online = () => void keeper.save();
    globalThis.addEventListener('online', online);
    return () => {
      globalThis.removeEventListener('online', online);
      keeper.dispose();
    };
  }, [keeper]);
  return [keeper, state];
}

/** Where one row stands. */
export function useRow(row: OpenRow): EntryState {
  return useSyncExternalStore(row.keeper.subscribe, row.keeper.snapshot);
}
