import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to an address of this product that is only known as text (`?to=` of the sign-in). */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      router.history.replace(href);
    },
    [router],
  );
}
