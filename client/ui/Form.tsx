import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../app/language.tsx';
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
}): ReactElement {
  const { form, names, children, className } = props;
  const messages = useMessages();
  return (
    <form noValidate className={className} onSubmit={form.submit}>
      {form.problem === null ? null : (
        <Notice tone="error" role="alert" tabIndex={-1} ref={form.summary}>
          {problemSentence(messages, form.problem)}
        </Notice>
      )}
      {form.issues.length === 0 ? null : (
        <ErrorSummary issues={form.issues} names={names} boxRef={form.summary} />
      )}
      <FormIssues value={form.issues}>{children}</FormIssues>
    </form>
  );
}
