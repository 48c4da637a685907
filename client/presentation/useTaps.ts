import { type PointerEvent, useRef } from 'react';

/** A finger that moves less than this share of the width has tapped. */
const SWIPE = 0.05;

/**
 * Fingers and mice on the stage: a tap on the right half or a swipe to the left goes on, the other
 * way back. Buttons keep their presses.
 */
export function useTaps(step: (by: 1 | -1) => void): {
  onPointerDown: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
} {
  const from = useRef<number | null>(null);
  const isControl = (event: PointerEvent): boolean =>
    event.target instanceof Element && event.target.closest('button, a, [role="dialog"]') !== null;
  return {
    onPointerDown: (event) => {
      from.current = isControl(event) || event.button !== 0 ? null : event.clientX;
    },
    onPointerUp: (event) => {
      const start = from.current;
      from.current = null;
      if (start === null || isControl(event)) return;
      const { innerWidth } = globalThis;
      const moved = event.clientX - start;
      if (Math.abs(moved) > SWIPE * innerWidth) step(moved < 0 ? 1 : -1);
      else step(event.clientX >= innerWidth / 2 ? 1 : -1);
    },
  };
}
