import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The stage in px, and the unit that everything on it is measured in. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
  /** A 140th of the width or a 90th of the height, whichever is less: letters fit every screen. */
  readonly unit: number;
}

/** @example stageSize(1920, 1080).unit // 12 */
export function stageSize(width: number, height: number): StageSize {
  return { width, height, unit: Math.min(width / 140, height / 90) };
}

const sizeNow = (): StageSize =>
  stageSize(Math.max(320, globalThis.innerWidth), Math.max(240, globalThis.innerHeight));

/** The size of the window, which is the stage; follows it. */
export function useStageSize(): StageSize {
  const [size, setSize] = useState(sizeNow);
  useEffect(() => {
    // At once: nothing is laid out in the unit of another window.
    const measure = (): void => flushSync(() => setSize(sizeNow()));
    globalThis.addEventListener('resize', measure);
    return () => globalThis.removeEventListener('resize', measure);
  }, []);
  return size;
}
