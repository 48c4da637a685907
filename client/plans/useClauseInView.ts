import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Room above a clause that does not fit on the screen. */
const ABOVE_PX = 72;

/**
 * Brings the asked clause into view and gives it the focus, once for each one that is asked for and
 * not before the router has come to rest: it scrolls and focuses too. Moves at once for those who
 * want no motion, and on the first sight of the page.
 */
export function useClauseInView(paper: RefObject<HTMLElement | null>, asked: string | null): void {
  const settled = useRouterState({
    select: ({ location, resolvedLocation }) => location.href === resolvedLocation?.href,
  });
  const seen = useRef(false);
  useEffect(() => {
    if (!settled) return undefined;
    const smooth = seen.current && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    seen.current = true;
    if (asked === null) return undefined;
    const frame = requestAnimationFrame(() => {
      const clause = paper.current?.querySelector<HTMLElement>('[data-asked]');
      if (clause === null || clause === undefined) return;
      clause.focus({ preventScroll: true });
      const { top, height } = clause.getBoundingClientRect();
      const room = globalThis.innerHeight;
      const above = height < room * 0.6 ? (room - height) / 2 : ABOVE_PX;
      scrollTo({ top: scrollY + top - above, behavior: smooth ? 'smooth' : 'auto' });
    });
    return () => cancelAnimationFrame(frame);
  }, [paper, asked, settled]);
}
