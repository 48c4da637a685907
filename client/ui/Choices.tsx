import { type ReactElement, type ReactNode, useId } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './Field.module.css';
import { useIssue } from './form-context.ts';
import { issueSentence } from './sentences.ts';

/** One thing that is so or not. */
export function Checkbox(props: {
  label: ReactNode;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  pointer?: string;
}): ReactElement {
  const { label, hint, checked, onChange, disabled, pointer } = props;
  return (
    <label className={styles['choice']}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        data-pointer={pointer}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint === undefined ? null : <span className={styles['choiceHint']}>{hint}</span>}
      </span>
    </label>
  );
}

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface GroupProps {
  readonly label: string;
  readonly pointer?: string;
  readonly hint?: string;
  /** Side by side, where there are many. */
  readonly inColumns?: boolean;
}

/** The frame of several choices: legend, hint, issue. */
function Choices(props: GroupProps & { children: ReactNode }): ReactElement {
  const { label, pointer, hint, inColumns = false, children } = props;
  const id = useId();
  const messages = useMessages();
  const issue = useIssue(pointer);
  return (
    <fieldset
      className={styles['choices']}
      aria-describedby={issue === undefined ? undefined : id}
      tabIndex={-1}
      data-pointer={pointer}
    >
      <legend className={styles['label']}>{label}</legend>
      {hint === undefined ? null : <div className={styles['hint']}>{hint}</div>}
      {issue === undefined ? null : (
        <div id={id} className={styles['error']}>
          {issueSentence(messages, issue)}
        </div>
      )}
      {inColumns ? <div className={styles['inColumns']}>{children}</div> : children}
    </fieldset>
  );
}

/** Exactly one of a few, each with its explanation. */
export function RadioGroup<T extends string>(
  props: GroupProps & {
    value: T | null;
    choices: readonly Choice<T>[];
    onChange: (value: T) => void;
  },
): ReactElement {
  const name = useId();
  const { value, choices, onChange, ...group } = props;
  return (
    <Choices {...group}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles['choice']}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint === undefined ? null : (
              <span className={styles['choiceHint']}>{choice.hint}</span>
            )}
          </span>
        </label>
      ))}
    </Choices>
  );
}

/** Any of a few; the order of `choices` is kept. */
export function CheckboxGroup<T extends string>(
  props: GroupProps & {
    value: readonly T[];
    choices: readonly Choice<T>[];
    onChange: (value: T[]) => void;
  },
): ReactElement {
  const { value, choices, onChange, ...group } = props;
  return (
    <Choices {...group}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          {...(choice.hint === undefined ? {} : { hint: choice.hint })}
          checked={value.includes(choice.value)}
          onChange={(checked) =>
            onChange(
              choices
                .map((one) => one.value)
                .filter((one) => (one === choice.value ? checked : value.includes(one))),
            )
          }
        />
      ))}
    </Choices>
  );
}
