import type { ReactElement } from 'react';
import { ABSENCES, DATA_STATUSES } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import { Checkbox, RadioGroup } from '../ui/Choices.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import styles from './entry.module.css';
import type { Typed } from './typed.ts';

interface Props {
  readonly typed: Typed;
  readonly onChange: (changes: Partial<Typed>) => void;
}

/** Whether there is a figure at all. Its absence is said and given a reason, never left blank. */
export function PresenceFields({ typed, onChange }: Props): ReactElement {
  const { readings, statuses } = useMessages();
  const { form } = readings;
  const hints = { unavailable: form.unavailableHint, notApplicable: form.notApplicableHint };
  return (
    <>
      <div className={styles['across']}>
        <RadioGroup
          label={form.presence}
          pointer="/absence"
          value={typed.absence ?? 'present'}
          choices={[
            { value: 'present', label: form.present, hint: form.presentHint },
            ...ABSENCES.map((kind) => ({
              value: kind,
              label: statuses.absences[kind],
              hint: hints[kind],
            })),
          ]}
          onChange={(chosen) => onChange({ absence: chosen === 'present' ? null : chosen })}
        />
      </div>
      {typed.absence === null ? null : (
        <>
          <TextField
            label={form.absenceReason}
            pointer="/absence/reason"
            hint={form.absenceReasonHint}
            value={typed.absenceReason}
            onChange={(absenceReason) => onChange({ absenceReason })}
          />
          <p className={styles['hint']}>{form.hidden}</p>
        </>
      )}
    </>
  );
}

/** Where the figure comes from and how sure it is. */
export function AboutFields({ typed, onChange }: Props): ReactElement {
  const { readings, statuses } = useMessages();
  const { form } = readings;
  return (
    <>
      <div className={styles['across']}>
        <RadioGroup
          label={form.dataStatus}
          pointer="/dataStatus"
          value={typed.dataStatus}
          choices={DATA_STATUSES.map((status) => ({
            value: status,
            label: statuses.dataStatuses[status],
            hint: form.dataStatusHint[status],
          }))}
          onChange={(dataStatus) => onChange({ dataStatus })}
        />
      </div>
      <TextField
        label={form.source}
        pointer="/source"
        hint={form.sourceHint}
        value={typed.source}
        onChange={(source) => onChange({ source })}
      />
      <TextArea
        label={form.note}
        pointer="/note"
        optional
        value={typed.note}
        onChange={(note) => onChange({ note })}
      />
      <Checkbox
        label={form.scopeChanged}
        hint={form.scopeChangedHint}
        checked={typed.scopeChanged}
        onChange={(scopeChanged) => onChange({ scopeChanged })}
      />
      {typed.scopeChanged ? (
        <TextField
          label={form.scopeChange}
          pointer="/scopeChange"
          value={typed.scopeChange}
          onChange={(scopeChange) => onChange({ scopeChange })}
        />
      ) : null}
    </>
  );
}
