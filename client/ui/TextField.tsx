import {
  type ComponentProps,
  type ReactElement,
  type Ref,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from './Button.tsx';
import { Field, type FieldProps } from './Field.tsx';
import styles from './Field.module.css';

type InputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'children'>;

/** One line of text, kept as it is typed. */
export function TextField(
  props: FieldProps & InputProps & { value: string; onChange: (value: string) => void },
): ReactElement {
  const { label, pointer, hint, error, optional, value, onChange, ...input } = props;
  return (
    <Field {...defined({ label, pointer, hint, error, optional })}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...control}
          className={styles['control']}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A password that can be shown while it is typed. Pasting is welcome. */
export function PasswordField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    autoComplete: 'current-password' | 'new-password';
    inputRef?: Ref<HTMLInputElement>;
  },
): ReactElement {
  const { label, pointer, hint, error, optional, value, onChange, inputRef, ...input } = props;
  const [shown, setShown] = useState(false);
  const { field } = useMessages().app;
  return (
    <Field {...defined({ label, pointer, hint, error, optional })}>
      {(control) => (
        <span className={styles['withButton']}>
          <input
            {...input}
            {...control}
            ref={inputRef}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            className={styles['control']}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? field.hide : field.show}
          </Button>
        </span>
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps &
    Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'children'> & {
      value: string;
      onChange: (value: string) => void;
    },
): ReactElement {
  const { label, pointer, hint, error, optional, value, onChange, ...area } = props;
  return (
    <Field {...defined({ label, pointer, hint, error, optional })}>
      {(control) => (
        <textarea
          {...area}
          {...control}
          className={styles['control']}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A ref for the field that the reader came for: it has the focus as soon as it is drawn. */
export function useFirstFocus(): Ref<HTMLInputElement> {
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

/** The given properties without those that are undefined. */
export function defined(props: {
  label: string;
  pointer: string | undefined;
  hint: FieldProps['hint'] | undefined;
  error: string | undefined;
  optional: boolean | undefined;
}): FieldProps {
  const { label, pointer, hint, error, optional } = props;
  return {
    label,
    error,
    ...(pointer === undefined ? {} : { pointer }),
    ...(hint === undefined ? {} : { hint }),
    ...(optional === undefined ? {} : { optional }),
  };
}
