import { type ReactElement, useState } from 'react';
import { useMessages, useName } from '../app/language.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './entry.module.css';
import type { FigureProps } from './EntryFields.tsx';
import type { TypedCondition } from './typed.ts';

type Props = Pick<FigureProps, 'indicator' | 'typed' | 'year' | 'onChange'>;

/** Every condition of a milestone with the day on which it was met. */
export function ConditionFields(props: Props): ReactElement {
  const { indicator, typed, year, onChange } = props;
  const { form } = useMessages().readings;
  const name = useName();
  return (
    <fieldset data-pointer="/conditions" tabIndex={-1}>
      <legend className="visuallyHidden">{form.conditions}</legend>
      <p className={styles['hint']}>{form.conditionsHint}</p>
      {typed.conditions.map((condition, index) => {
        const named = indicator.conditionNames.find(({ id }) => id === condition.id);
        return (
          <ConditionField
            key={condition.id}
            name={named === undefined ? condition.id : name(named)}
            pointer={`/conditions/${index}`}
            lastDay={`${year}-12-31`}
            condition={condition}
            onChange={(changed) =>
              onChange({
                conditions: typed.conditions.map((one) =>
                  one.id === condition.id ? { ...one, ...changed } : one,
                ),
              })
            }
          />
        );
      })}
    </fieldset>
  );
}

function ConditionField(props: {
  name: string;
  pointer: string;
  lastDay: string;
  condition: TypedCondition;
  onChange: (changes: Partial<TypedCondition>) => void;
}): ReactElement {
  const { name, pointer, lastDay, condition, onChange } = props;
  const { form } = useMessages().readings;
  const [lost, setLost] = useState(condition.lostOn !== '');
  const showsLost = lost || condition.lostOn !== '';
  return (
    <fieldset className={styles['condition']}>
      <legend>{name}</legend>
      <div className={styles['pair']}>
        <TextField
          type="date"
          label={form.metOn}
          optional
          pointer={`${pointer}/metOn`}
          max={lastDay}
          value={condition.metOn}
          onChange={(metOn) => onChange({ metOn })}
        />
        <TextField
          label={form.document}
          optional
          pointer={`${pointer}/documentNumber`}
          value={condition.documentNumber}
          onChange={(documentNumber) => onChange({ documentNumber })}
        />
      </div>
      <Checkbox
        label={form.wasLost}
        checked={showsLost}
        onChange={(checked) => {
          setLost(checked);
          if (!checked) onChange({ lostOn: '' });
        }}
      />
      {showsLost ? (
        <TextField
          type="date"
          label={form.lostOn}
          pointer={`${pointer}/lostOn`}
          max={lastDay}
          value={condition.lostOn}
          onChange={(lostOn) => onChange({ lostOn })}
        />
      ) : null}
    </fieldset>
  );
}
