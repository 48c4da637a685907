import type { ReactElement } from 'react';
import { ABSENCES, DATA_STATUSES } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import styles from './entry.module.css';
import { type FigureYears, FigureYearField, PaperField, ScopeFields } from './OriginFields.tsx';
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

/** Where the figure comes from, of which year it is, and how sure it is. */
export function AboutFields(
  props: Props & {
    /** The year has no round: from which paper is it taken (补录)? */
    fromPaper: boolean;
    /** The years that the figure can be of, the first and the reading's own; null: not asked. */
    years: FigureYears;
  },
): ReactElement {
  const { typed, onChange, fromPaper, years } = props;
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
      <FigureYearField typed={typed} onChange={onChange} years={years} />
      <TextField
        label={form.source}
        pointer="/source"
        hint={form.sourceHint}
        value={typed.source}
        onChange={(source) => onChange({ source })}
      />
      <PaperField typed={typed} onChange={onChange} fromPaper={fromPaper} />
      <TextArea
        label={form.note}
        pointer="/note"
        optional
        value={typed.note}
        onChange={(note) => onChange({ note })}
      />
      <ScopeFields typed={typed} onChange={onChange} />
    </>
  );
}
