import { type ReactElement, useEffect, useState } from 'react';
import { onSignedOut } from '../call.ts';
import { later } from '../ui/later.tsx';

const SignInAgain = later(async () => (await import('./SignInAgain.tsx')).SignInAgain);

/** Opens the sign-in over the page when a request finds the session gone. */
export function SignedOutWatch(): ReactElement | null {
  const [answer, setAnswer] = useState<((again: boolean) => void) | null>(null);
  useEffect(
    () => onSignedOut(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))),
    [],
  );
  if (answer === null) return null;
  return (
    <SignInAgain
      onDone={(again) => {
        setAnswer(null);
        answer(again);
      }}
    />
  );
}
