import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { rereadScreen } from '../app/queries.ts';
import { type Sending, type UploadDesk, UploadQueue } from './UploadQueue.ts';

/** The files on their way from this page; what has arrived is read again with everything else. */
export function useUploads(
  desk: Omit<UploadDesk, 'onDone'>,
): readonly [UploadQueue, readonly Sending[]] {
  const client = useQueryClient();
  const whole = { ...desk, onDone: () => void rereadScreen(client) };
  const [queue] = useState(() => new UploadQueue(whole));
  useEffect(() => queue.serve(whole));
  useEffect(() => () => queue.dispose(), [queue]);
  return [queue, useSyncExternalStore(queue.subscribe, queue.snapshot)];
}
