import { type ReactElement, useRef } from 'react';
import { type Indicator, setCheckpoints } from '../../shared/plans.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { CheckpointFields } from './CheckpointFields.tsx';
import { FormActions } from './FormActions.tsx';
import { GroundsFields } from './GroundsFields.tsx';
import { sentencesFor } from './numberSentence.ts';
import styles from './Settings.module.css';
import { StaleNotice } from './StaleNotice.tsx';
import { standing } from './typedBaseline.ts';
import {
  checkpointBoxes,
  checkpointsBody,
  checkpointsIssues,
  standingCheckpoints,
  type TypedCheckpoints,
  withRow,
} from './typedCheckpoints.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** All checkpoints at once: the set that is saved takes the place of the one that stands. */
export function CheckpointsForm(props: {
  indicator: Indicator;
  typed: TypedCheckpoints | null;
  onTyped: (typed: TypedCheckpoints | null) => void;
}): ReactElement {
  const { indicator, onTyped } = props;
  const messages = useMessages();
  const words = messages.plans.settings;
  const typed = props.typed ?? standingCheckpoints(indicator);
  const rows = useRef<HTMLDivElement | null>(null);
  const adder = useRef<HTMLButtonElement | null>(null);
  const form = useSettingsForm(setCheckpoints, {
    indicator,
    input: () => ({
      params: { indicatorId: indicator.id },
      body: checkpointsBody(indicator, typed),
    }),
    check: () => checkpointsIssues(indicator, typed),
    saved: words.checkpointsSaved(indicator.code),
    onDone: () => onTyped(null),
  });
  const names = typed.rows.flatMap((_, at): [string, string][] => [
    [`/checkpoints/${at}/year`, words.rowField(at + 1, words.year)],
    [`/checkpoints/${at}/value`, words.rowField(at + 1, words.checkpointValue)],
    [`/checkpoints/${at}/reductionPct`, words.rowField(at + 1, words.checkpointPct)],
  ]);
  const add = () => {
    onTyped(withRow(indicator, typed));
    // The new row is there at the next drawing.
    requestAnimationFrame(() => {
      rows.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
    });
  };
  const remove = (key: number) => {
    onTyped({ ...typed, rows: typed.rows.filter((row) => row.key !== key) });
    adder.current?.focus();
  };
  return (
    <Form
      form={form}
      names={{
        ...Object.fromEntries(names),
        '/checkpoints': words.checkpointsTitle,
        '/basis': words.basis,
        '/documentNumber': words.documentNumber,
      }}
      sentenceOf={sentencesFor(messages, checkpointBoxes(indicator, typed))}
    >
      <StaleNotice form={form} indicator={indicator} />
      <h3>{words.checkpointsForm}</h3>
      <div ref={rows}>
        {typed.rows.map((row, at) => (
          <CheckpointFields
            key={row.key}
            at={at}
            row={row}
            indicator={indicator}
            asShare={standing(indicator).targetKind === 'reduction'}
            onChange={(changes) =>
              onTyped({
                ...typed,
                rows: typed.rows.map((one) => (one.key === row.key ? { ...one, ...changes } : one)),
              })
            }
            onRemove={() => remove(row.key)}
          />
        ))}
      </div>
      {typed.rows.length === 0 ? (
        <p className={styles['note']}>
          {standing(indicator).checkpoints.length === 0
            ? words.checkpointsNone
            : words.checkpointsEmpty}
        </p>
      ) : null}
      <p className={styles['adder']}>
        <Button ref={adder} data-pointer="/checkpoints" onClick={add}>
          {words.addCheckpoint}
        </Button>
      </p>
      <GroundsFields
        basis={typed.basis}
        documentNumber={typed.documentNumber}
        onChange={(changes) => onTyped({ ...typed, ...changes })}
      />
      <FormActions
        save={words.saveCheckpoints}
        saving={messages.app.actions.saving}
        pending={form.pending}
        {...(props.typed === null ? {} : { onReset: () => onTyped(null) })}
      />
    </Form>
  );
}
