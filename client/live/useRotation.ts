import { useEffect, useRef, useState } from 'react';

/** Somebody who touched the screen is left alone for as long. */
const LEFT_ALONE_MS = 90_000;

/**
 * Goes on by itself on a screen that nobody leads; whoever presses a key or touches it leads it, until
 * they have left it alone for a while.
 * @param running false: nothing goes on by itself
 * @param at what is shown; every change of it begins the wait anew
 * @param step goes on from what is shown
 */
export function useRotation(
  running: boolean,
  everyMs: number,
  at: string | undefined,
  step: (at: string | undefined) => void,
): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  const [led, setLed] = useState(false);
  useEffect(() => {
    if (!running) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lead = (): void => {
      clearTimeout(timer);
      setLed(true);
      timer = setTimeout(() => setLed(false), LEFT_ALONE_MS);
    };
    globalThis.addEventListener('keydown', lead);
    globalThis.addEventListener('pointerdown', lead);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('keydown', lead);
      globalThis.removeEventListener('pointerdown', lead);
    };
  }, [running]);
  useEffect(() => {
    if (!running || led) return;
    const timer = setTimeout(() => latest.current(at), everyMs);
    return () => clearTimeout(timer);
  }, [running, led, everyMs, at]);
}
