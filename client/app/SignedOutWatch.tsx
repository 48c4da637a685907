import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { onSignedOut } from '../call.ts';

const SignInAgain = lazy(async () => ({
  default: (await import('./SignInAgain.tsx')).SignInAgain,
}));

/** Opens the sign-in over the page when a request finds the session gone. */
export function SignedOutWatch(): ReactElement | null {
  const [answer, setAnswer] = useState<((again: boolean) => void) | null>(null);
  useEffect(
    () => onSignedOut(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))),
    [],
  );
  if (answer === null) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgain
        onDone={(again) => {
          setAnswer(null);
          answer(again);
        }}
      />
    </Suspense>
  );
}
