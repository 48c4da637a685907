import { type ReactElement, useEffect } from 'react';
import { getHealth } from '../../shared/health.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import styles from './live.module.css';

const AGAIN_MS = 3000;

/** Stands on a wall until its first slide is there: never a page that is half of something. */
export function Coming(): ReactElement {
  const { loading } = useMessages().app;
  return (
    <main className={styles['away']} role="status">
      <p>{loading}</p>
    </main>
  );
}

/**
 * Stands where a page could not even begin, because the server was away: asks for it until it is
 * back, then loads the page anew. For walls, where nobody presses "retry".
 */
export function Away(): ReactElement {
  const { away } = useMessages().live;
  useEffect(() => {
    const timer = setInterval(() => {
      call(getHealth, {}).then(
        () => globalThis.location.reload(),
        () => undefined,
      );
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <main className={styles['away']} role="status">
      <h1>{away.title}</h1>
      <p>{away.body}</p>
    </main>
  );
}
