import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import type { Issue } from '../../shared/problems.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormIssues } from './form-context.ts';
import { Notice } from './Notice.tsx';
import { problemSentence } from './sentences.ts';
import type { FormState } from './useForm.ts';

/** A form with its refusals on top. `names`: the label of each JSON pointer. */
export function Form(props: {
  form: FormState;
  names: Readonly<Record<string, string>>;
  children: ReactNode;
  className?: string;
  /** Where a field says more than its issue. */
  sentenceOf?: (issue: Issue) => string;
}): ReactElement {
  const { form, names, children, className, sentenceOf } = props;
  const messages = useMessages();
  const refusal = useRef<HTMLDivElement | null>(null);
  // The reader is taken to what went wrong, once for each attempt.
  useEffect(() => {
    if (form.refused > 0) refusal.current?.focus();
  }, [form.refused]);
  return (
    <form noValidate className={className} onSubmit={form.submit}>
      <div ref={refusal} tabIndex={-1} role="alert">
        {form.problem === null ? null : (
          <Notice tone="error">{problemSentence(messages, form.problem)}</Notice>
        )}
        {form.issues.length === 0 ? null : (
          <ErrorSummary
            issues={form.issues}
            names={names}
            {...(sentenceOf === undefined ? {} : { sentenceOf })}
          />
        )}
      </div>
      <FormIssues value={form.issues}>{children}</FormIssues>
    </form>
  );
}
