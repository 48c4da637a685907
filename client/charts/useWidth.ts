import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width of an element in px as it is laid out, and the ref to put on it; `initial` until the
 * first measurement, so that the first drawing is already close.
 */
export function useWidth(initial: number): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => {
      // A hidden tab measures 0; keep what we had and draw again when it is shown.
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
