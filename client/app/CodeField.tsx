import { type ReactElement, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../call.ts';
import { TextField } from '../ui/TextField.tsx';
import type { FormState } from '../ui/useForm.ts';
import { useMessages } from './language.tsx';

/**
 * The second step of signing in: asked only when the server says that this account has a second
 * factor. That it asks is no error, and is not shown as one.
 */
export function useCodeStep(form: FormState): { asked: boolean; form: FormState } {
  const [asked, setAsked] = useState(false);
  const { problem } = form;
  const needed = problem instanceof ApiProblem && problem.code === 'codeNeeded';
  // While it is drawn, and not after: the field is there at once, and stays.
  if (needed && !asked) setAsked(true);
  return { asked, form: needed ? { ...form, problem: null, refused: 0 } : form };
}

/** Six digits of an authenticator, or a recovery code. */
export function CodeField(props: {
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  const { code } = useMessages().accounts;
  const input = useRef<HTMLInputElement | null>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextField
      label={code.label}
      hint={code.hint}
      pointer="/code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      ref={input}
      {...props}
    />
  );
}
