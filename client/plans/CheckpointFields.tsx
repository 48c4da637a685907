import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { FigureField } from './FigureField.tsx';
import styles from './Settings.module.css';
import { checkpointField, type TypedCheckpoint } from './typedCheckpoints.ts';

/** One year of the checkpoints: a figure or, under a reduction, a percentage. */
export function CheckpointFields(props: {
  at: number;
  row: TypedCheckpoint;
  indicator: Indicator;
  /** The target is a reduction: the step may be put as a percentage. */
  asShare: boolean;
  onChange: (changes: Partial<TypedCheckpoint>) => void;
  onRemove: () => void;
}): ReactElement {
  const { at, row, indicator, asShare, onChange, onRemove } = props;
  const words = useMessages().plans.settings;
  const pick = usePick();
  const { unitZh, unitEn } = indicator;
  const pointer = `/checkpoints/${at}`;
  return (
    <fieldset className={styles['row']}>
      <legend className="visuallyHidden">{words.row(at + 1)}</legend>
      <TextField
        label={words.year}
        pointer={`${pointer}/year`}
        inputMode="numeric"
        value={row.year}
        onChange={(year) => onChange({ year })}
      />
      {asShare ? (
        <FigureField
          label={words.checkpointPct}
          pointer={`${pointer}/reductionPct`}
          field={checkpointField(indicator, 'reductionPct')}
          unit="%"
          value={row.reductionPct}
          onChange={(reductionPct) => onChange({ reductionPct })}
        />
      ) : null}
      <FigureField
        label={asShare ? words.orValue : words.checkpointValue}
        pointer={`${pointer}/value`}
        field={checkpointField(indicator, 'value')}
        unit={unitZh === null ? null : pick(unitZh, unitEn ?? unitZh)}
        value={row.value}
        onChange={(value) => onChange({ value })}
      />
      <Button variant="link" aria-label={words.removeRow(at + 1)} onClick={onRemove}>
        {words.remove}
      </Button>
    </fieldset>
  );
}
