import type { ReactElement } from 'react';
import { type IndicatorCheck, setChecks } from '../../shared/checks.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages } from '../app/language.tsx';
import { Form } from '../ui/Form.tsx';
import { CheckFields } from './CheckFields.tsx';
import { FormActions } from './FormActions.tsx';
import { sentencesFor } from './numberSentence.ts';
import { StaleNotice } from './StaleNotice.tsx';
import {
  checkBoxes,
  checkPointer,
  checksBody,
  checksIssues,
  isReset,
  resetCheck,
  sentChecks,
  shownCheck,
  type TypedChecks,
} from './typedChecks.ts';
import { useSettingsForm } from './useSettingsForm.ts';

/** All checks at once. What is as a reset would leave it is nobody's setting and is not sent. */
export function ChecksForm(props: {
  indicator: Indicator;
  items: readonly IndicatorCheck[];
  typed: TypedChecks | null;
  onTyped: (typed: TypedChecks | null) => void;
}): ReactElement {
  const { indicator, items, typed, onTyped } = props;
  const messages = useMessages();
  const { names, settings: words } = messages.checks;
  const form = useSettingsForm(setChecks, {
    indicator,
    input: () => ({
      params: { indicatorId: indicator.id },
      body: checksBody(indicator, items, typed),
    }),
    check: () => checksIssues(indicator, items, typed),
    saved: words.saved(indicator.code),
    onDone: () => onTyped(null),
  });
  const pointed = sentChecks(items, typed).flatMap(({ code }, at): [string, string][] => [
    [`/checks/${at}/lower`, words.fieldOf(names[code], words.limitNames(code).lower)],
    [`/checks/${at}/upper`, words.fieldOf(names[code], words.limitNames(code).upper)],
  ]);
  return (
    <Form
      form={form}
      names={Object.fromEntries(pointed)}
      sentenceOf={sentencesFor(messages, checkBoxes(indicator, items, typed))}
    >
      <StaleNotice form={form} indicator={indicator} />
      <h3>{words.form}</h3>
      {items.map((item) => (
        <CheckFields
          key={item.code}
          indicator={indicator}
          item={item}
          row={shownCheck(item, typed)}
          pointer={checkPointer(items, typed, item.code)}
          onChange={(row) => onTyped({ ...typed, [item.code]: row })}
          onReset={
            isReset(item, typed)
              ? undefined
              : () => onTyped({ ...typed, [item.code]: resetCheck(item) })
          }
        />
      ))}
      <FormActions
        save={words.save}
        saving={messages.app.actions.saving}
        pending={form.pending}
        {...(typed === null ? {} : { onReset: () => onTyped(null) })}
      />
    </Form>
  );
}
