import type { ReactElement } from 'react';
import { assignTarget, type Indicator } from '../../shared/plans.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { FormActions } from './FormActions.tsx';
import { GroundsFields } from './GroundsFields.tsx';
import { sentencesFor } from './numberSentence.ts';
import styles from './Settings.module.css';
import { StaleNotice } from './StaleNotice.tsx';
import { TargetFigures } from './TargetFigures.tsx';
import { baseYearOf, targetWords } from './targetWords.ts';
import {
  blankTarget,
  standingBaseline,
  targetBody,
  targetBoxes,
  targetIssues,
  targetPreview,
  type TypedTarget,
} from './typedTarget.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** Puts the target anew, in one of the ways that the indicator allows. */
export function TargetForm(props: {
  indicator: Indicator;
  typed: TypedTarget | null;
  onTyped: (typed: TypedTarget | null) => void;
}): ReactElement {
  const { indicator, onTyped } = props;
  const messages = useMessages();
  const words = messages.plans.settings;
  const [first = 'value'] = indicator.expressions;
  const typed = props.typed ?? blankTarget(first);
  const change = (changes: Partial<TypedTarget>) => onTyped({ ...typed, ...changes });
  const form = useSettingsForm(assignTarget, {
    indicator,
    input: () => ({ params: { indicatorId: indicator.id }, body: targetBody(indicator, typed) }),
    check: () => targetIssues(indicator, typed),
    saved: words.targetSaved(indicator.code),
    onDone: () => onTyped(null),
  });
  return (
    <Form
      form={form}
      names={{
        '/expression': words.expression,
        ...words.targetFields,
        '/effectiveDate': words.effectiveDate,
        '/basis': words.basis,
        '/documentNumber': words.documentNumber,
      }}
      sentenceOf={sentencesFor(messages, targetBoxes(indicator, typed))}
    >
      <StaleNotice form={form} indicator={indicator} />
      <h3>{words.targetForm}</h3>
      {indicator.expressions.length < 2 ? null : (
        <RadioGroup
          label={words.expression}
          pointer="/expression"
          value={typed.expression}
          choices={indicator.expressions.map((value) => ({
            value,
            label: words.expressions[value].label,
            hint: words.expressions[value].hint,
          }))}
          onChange={(expression) => change({ expression })}
        />
      )}
      {typed.expression === 'tonnesCut' && standingBaseline(indicator) === null ? (
        <Notice tone="warning">{words.baselineFirst}</Notice>
      ) : null}
      <TargetFigures indicator={indicator} typed={typed} onChange={change} />
      <Preview indicator={indicator} typed={typed} />
      <GroundsFields basis={typed.basis} documentNumber={typed.documentNumber} onChange={change}>
        <TextField
          type="date"
          label={words.effectiveDate}
          hint={words.effectiveDateHint}
          pointer="/effectiveDate"
          value={typed.effectiveDate}
          onChange={(effectiveDate) => change({ effectiveDate })}
        />
      </GroundsFields>
      <FormActions
        save={words.saveTarget}
        saving={messages.app.actions.saving}
        pending={form.pending}
        {...(props.typed === null ? {} : { onReset: () => onTyped(null) })}
      />
    </Form>
  );
}

/** What the typed figure will mean, before it is saved. */
function Preview(props: { indicator: Indicator; typed: TypedTarget }): ReactElement {
  const { indicator, typed } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const format = useFormat();
  const words = messages.plans;
  const figures = targetPreview(indicator, typed);
  return (
    <output className={styles['preview']} aria-label={words.settings.preview}>
      <span className={styles['previewLabel']}>{words.settings.preview}</span>
      {figures === null
        ? words.settings.previewOpen
        : words.target.by(
            format.year(indicator.deadlineYear),
            targetWords(indicator, { ...figures, conditions: [] }, baseYearOf(indicator, figures), {
              language,
              messages,
            }),
          )}
    </output>
  );
}
