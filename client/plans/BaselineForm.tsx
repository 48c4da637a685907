import type { ReactElement } from 'react';
import { enterBaseline, type Indicator } from '../../shared/plans.ts';
import { yearInChina } from '../../shared/reading-rules.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Form } from '../ui/Form.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { FormActions } from './FormActions.tsx';
import { FigureField } from './FigureField.tsx';
import { GroundsFields } from './GroundsFields.tsx';
import { sentencesFor } from './numberSentence.ts';
import styles from './Settings.module.css';
import { StaleNotice } from './StaleNotice.tsx';
import {
  baselineBody,
  baselineField,
  baselineIssues,
  blankBaseline,
  standing,
  type TypedBaseline,
} from './typedBaseline.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** Enters a baseline, or takes back the one that stands. */
export function BaselineForm(props: {
  indicator: Indicator;
  typed: TypedBaseline | null;
  onTyped: (typed: TypedBaseline | null) => void;
}): ReactElement {
  const { indicator, onTyped } = props;
  const messages = useMessages();
  const words = messages.plans.settings;
  const typed = props.typed ?? blankBaseline(indicator);
  const change = (changes: Partial<TypedBaseline>) => onTyped({ ...typed, ...changes });
  const form = useSettingsForm(enterBaseline, {
    indicator,
    input: () => ({ params: { indicatorId: indicator.id }, body: baselineBody(indicator, typed) }),
    check: () => baselineIssues(indicator, typed, yearInChina(new Date())),
    saved: words.baselineSaved(indicator.code),
    onDone: () => onTyped(null),
  });
  const field = baselineField(indicator);
  return (
    <Form
      form={form}
      names={{
        '/year': words.year,
        '/value': words.baselineValue,
        '/basis': words.basis,
        '/documentNumber': words.documentNumber,
      }}
      sentenceOf={sentencesFor(messages, [{ pointer: '/value', text: typed.value, field }])}
    >
      <StaleNotice form={form} indicator={indicator} />
      <h3>{words.baselineForm}</h3>
      <div className={styles['pair']}>
        <TextField
          label={words.year}
          pointer="/year"
          inputMode="numeric"
          value={typed.year}
          onChange={(year) => change({ year })}
        />
        <Figure indicator={indicator} typed={typed} onChange={change} />
      </div>
      {standing(indicator).baseline === null ? null : (
        <div className={styles['choices']}>
          <Checkbox
            label={words.restated}
            hint={words.restatedHint}
            checked={typed.restated && !typed.withdrawn}
            disabled={typed.withdrawn}
            onChange={(restated) => change({ restated })}
          />
          <Checkbox
            label={words.withdraw}
            hint={words.withdrawHint}
            checked={typed.withdrawn}
            onChange={(withdrawn) => change({ withdrawn })}
          />
        </div>
      )}
      <GroundsFields basis={typed.basis} documentNumber={typed.documentNumber} onChange={change} />
      <FormActions
        save={words.saveBaseline}
        saving={messages.app.actions.saving}
        pending={form.pending}
        {...(props.typed === null ? {} : { onReset: () => onTyped(null) })}
      />
    </Form>
  );
}

function Figure(props: {
  indicator: Indicator;
  typed: TypedBaseline;
  onChange: (changes: Partial<TypedBaseline>) => void;
}): ReactElement {
  const { indicator, typed, onChange } = props;
  const { app, plans } = useMessages();
  const pick = usePick();
  const name = useName();
  const { unitZh, unitEn } = indicator;
  if (indicator.kind === 'rating') {
    return (
      <Select
        label={plans.settings.baselineValue}
        pointer="/value"
        value={typed.value}
        disabled={typed.withdrawn}
        options={[
          { value: '', label: app.field.choose },
          ...indicator.levels.map((level) => ({ value: String(level.level), label: name(level) })),
        ]}
        onChange={(value) => onChange({ value })}
      />
    );
  }
  return (
    <FigureField
      label={plans.settings.baselineValue}
      pointer="/value"
      field={baselineField(indicator)}
      unit={unitZh === null ? null : pick(unitZh, unitEn ?? unitZh)}
      disabled={typed.withdrawn}
      value={typed.value}
      onChange={(value) => onChange({ value })}
    />
  );
}
