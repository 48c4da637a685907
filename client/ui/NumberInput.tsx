import type { ComponentProps, ReactElement } from 'react';
import { type NumberField, parseNumber } from '../../shared/number-input.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Field, type FieldProps } from './Field.tsx';
import styles from './NumberInput.module.css';
import { plainNumber } from './plainNumber.ts';

/**
 * A box for a number that never changes what is typed into it. Where the text was read as something
 * that looks different (`１２．５`, `1,234 家`), the reading is said below; where it is no number, the
 * caller says why by `error`. The unit stands behind the box.
 */
export function NumberInput(
  props: FieldProps &
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'children' | 'type' | 'inputMode'> & {
      value: string;
      onChange: (text: string) => void;
      number: NumberField;
      /** As it is drawn; null: none. */
      unit: string | null;
    },
): ReactElement {
  const { label, pointer, hint, error, optional, value, onChange, number, unit, ...input } = props;
  const understood = useUnderstood(value, number);
  return (
    <Field
      label={label}
      error={error}
      {...(pointer === undefined ? {} : { pointer })}
      {...(hint === undefined ? {} : { hint })}
      {...(optional === undefined ? {} : { optional })}
    >
      {(control) => (
        <span className={styles['numberLine']}>
          <input
            autoComplete="off"
            spellCheck={false}
            {...input}
            {...control}
            type="text"
            inputMode="decimal"
            className={styles['number']}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={[control['aria-describedby'], `${control.id}-read`]
              .filter(Boolean)
              .join(' ')}
          />
          {unit === null ? null : <span className={styles['unit']}>{unit}</span>}
          <span id={`${control.id}-read`} className={styles['understood']}>
            {understood}
          </span>
        </span>
      )}
    </Field>
  );
}

/** "读作 12.5" where that is not what stands in the box; otherwise nothing. */
function useUnderstood(text: string, field: NumberField): string | null {
  const { readings } = useMessages();
  const format = useFormat();
  const parsed = parseNumber(text, field);
  if (!parsed.ok || parsed.value === null || text.trim() === String(parsed.value)) return null;
  return readings.understood(plainNumber(format, parsed.value));
}
