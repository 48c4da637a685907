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
      // The document knows it before it is drawn here: two quick presses are there and back.
      const whole = document.fullscreenElement !== null;
      const changed = whole
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen();
      changed.catch(() => undefined);
    },
  };
}
