import { useEffect, useState } from 'react';

/**
 * The whole screen for the stage, on and off. The browser itself leaves it on Escape, without a key
 * that a page could hear, so what counts is what it says.
 */
export function useFullScreen(): { readonly on: boolean; readonly toggle: () => void } {
  const [on, setOn] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const follow = (): void => setOn(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  return {
    on,
    toggle: () => {
      // Refused where the window may not (a kiosk already is the whole screen): nothing is lost.
      const changed = on ? document.exitFullscreen() : document.documentElement.requestFullscreen();
      changed.catch(() => undefined);
    },
  };
}
