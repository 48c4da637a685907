import type { ReactElement } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import styles from './Field.module.css';
import { defined } from './TextField.tsx';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** One of a list. The browser's own: it is known to everybody and works with every keyboard. */
export function Select<T extends string>(
  props: FieldProps & {
    value: T;
    options: readonly Option<T>[];
    onChange: (value: T) => void;
    disabled?: boolean;
  },
): ReactElement {
  const { label, pointer, hint, error, optional, value, options, onChange, disabled } = props;
  return (
    <Field {...defined({ label, pointer, hint, error, optional })}>
      {(control) => (
        <select
          {...control}
          className={styles['control']}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The same within a line of controls: its label is read, not drawn. */
export function InlineSelect<T extends string>(props: {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}): ReactElement {
  return (
    <select
      aria-label={props.label}
      className={`${styles['control']} ${styles['compact']}`}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value as T)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
