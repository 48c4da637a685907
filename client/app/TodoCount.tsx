import { useIsFetching, useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { getTodo } from '../../shared/todo.ts';
import { query } from '../call.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { useMessages } from './language.tsx';
import styles from './Shell.module.css';

/** How long nothing may be on its way before the page counts as drawn. */
const CALM_MS = 600;

/** How many things wait for the reader, beside the word of the navigation. */
export function TodoCount(): ReactElement | null {
  const { todo } = useMessages();
  const options = query(getTodo, {});
  // The page itself comes first: its own requests must not share the way with this one.
  const enabled = useCalm(options.queryKey[0]);
  const count = useQuery({ ...options, enabled }).data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <>
      <span className={styles['count']} aria-hidden="true">
        {count}
      </span>
      <VisuallyHidden>{todo.count(count)}</VisuallyHidden>
    </>
  );
}

/** Whether the page had a moment in which nothing but `except` was being read; once it had, for good. */
function useCalm(except: string): boolean {
  const busy = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== except }) > 0;
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    if (busy || calm) return;
    const timer = setTimeout(() => setCalm(true), CALM_MS);
    return () => clearTimeout(timer);
  }, [busy, calm]);
  return calm;
}
