import { useEffect, useRef } from 'react';
import type { LiveState } from './LiveLine.ts';
import { isOutdated } from './program.ts';

/**
 * Loads a page that nobody sits at anew when the server comes back as a newer program: a wall outlives
 * upgrades, too. Only when the new page is there to be had.
 */
export function useNewProgram(unattended: boolean, state: LiveState): void {
  const wasAway = useRef(false);
  useEffect(() => {
    if (state !== 'connected') {
      wasAway.current = true;
      return;
    }
    if (!unattended || !wasAway.current) return;
    wasAway.current = false;
    void isOutdated().then(
      (outdated) => {
        if (outdated) globalThis.location.reload();
      },
      () => undefined,
    );
  }, [unattended, state]);
}
