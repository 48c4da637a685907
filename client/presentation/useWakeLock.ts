import { useEffect } from 'react';

/** Keeps the screen awake while the stage is shown, where the browser can (https only). */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const take = async (): Promise<void> => {
      // Not on plain http, whatever the types say; there the menu says what to do instead.
      const { wakeLock } = navigator as { wakeLock?: WakeLock };
      if (wakeLock === undefined || document.visibilityState !== 'visible') return;
      try {
        const taken = await wakeLock.request('screen');
        if (over) await taken.release();
        else lock = taken;
      } catch {
        // A battery that is low refuses it; the meeting goes on.
      }
    };
    const retake = (): void => void take();
    void take();
    document.addEventListener('visibilitychange', retake);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', retake);
      void lock?.release();
    };
  }, []);
}
