import { type ReactElement, type ReactNode, useId } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './Field.module.css';
import { useIssue } from './form-context.ts';
import { issueSentence } from './sentences.ts';

/** What every field has: a label, a hint, and its issue, found by its JSON pointer in the form. */
export interface FieldProps {
  readonly label: string;
  /** `/name`: where the value stands in the body. Links of the error summary lead here. */
  readonly pointer?: string;
  readonly hint?: ReactNode;
  /** A sentence that takes the place of the form's issue. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'data-pointer': string | undefined;
}

/** Label above, hint and error between label and control, so that both are read before typing. */
export function Field(
  props: FieldProps & { children: (control: ControlProps) => ReactNode },
): ReactElement {
  const { label, pointer, hint, optional = false, children } = props;
  const messages = useMessages();
  const id = useId();
  const issue = useIssue(pointer);
  const error = props.error ?? (issue === undefined ? undefined : issueSentence(messages, issue));
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
  ].filter((part) => part !== '');
  return (
    <div className={styles['field']} data-invalid={error === undefined ? undefined : ''}>
      <label className={styles['label']} htmlFor={id}>
        {label}
        {optional ? (
          <span className={styles['optional']}>{messages.app.field.optional}</span>
        ) : null}
      </label>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div id={`${id}-error`} className={styles['error']}>
          {error}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
        'data-pointer': pointer,
      })}
    </div>
  );
}
