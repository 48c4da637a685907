import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { InlineSelect, type Option } from '../ui/Select.tsx';
import styles from './Desk.module.css';

/** Several of a long list: what is chosen as words that can be taken away, the rest in a selector. */
export function PickSeveral(props: {
  label: string;
  /** What the selector says before something is chosen. */
  add: string;
  chosen: readonly string[];
  options: readonly Option<string>[];
  onChange: (chosen: readonly string[]) => void;
}): ReactElement {
  const { label, add, chosen, options, onChange } = props;
  const words = useMessages().meetings.desk;
  const labelOf = (value: string): string =>
    options.find((option) => option.value === value)?.label ?? value;
  const left = options.filter(({ value }) => !chosen.includes(value));
  return (
    <div className={styles['several']} role="group" aria-label={label}>
      <span className={styles['severalLabel']}>{label}</span>
      {chosen.length === 0 ? null : (
        <ul className={styles['chosen']}>
          {chosen.map((value) => (
            <li key={value}>
              {labelOf(value)}{' '}
              <Button
                variant="link"
                aria-label={words.removeOne(labelOf(value))}
                onClick={() => onChange(chosen.filter((one) => one !== value))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <InlineSelect
        label={`${label}: ${add}`}
        value=""
        options={[{ value: '', label: add }, ...left]}
        onChange={(value) => {
          if (value !== '') onChange([...chosen, value]);
        }}
      />
    </div>
  );
}
