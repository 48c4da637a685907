import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Lets the plain links of a page lead through the router, without a router hook in every one of
 * them. A modifier key, another button, a download or another target stay the browser's own.
 */
export function useOwnLinks(): void {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element))
        return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target.closest('a');
      const href = link?.getAttribute('href') ?? '';
      if (link === null || link.target !== '' || link.hasAttribute('download')) return;
      if (!/^\/(?![/\\])/.test(href)) return;
      event.preventDefault();
      router.history.push(href);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);
}
