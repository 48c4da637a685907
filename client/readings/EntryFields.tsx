import type { ReactElement } from 'react';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import styles from './entry.module.css';
import { useSay } from './speech.ts';
import type { EntrySubject, NumberKey } from './subject.ts';
import { figuresIn, type Typed } from './typed.ts';
import { formulaWords } from './words.ts';

export interface FigureProps {
  readonly subject: EntrySubject;
  readonly indicator: KnownIndicator;
  readonly ratio: Indicator['ratio'];
  readonly year: number;
  readonly typed: Typed;
  readonly onChange: (changes: Partial<Typed>) => void;
  /** The sentence about the text in a number box; undefined: none. */
  readonly numberError: (key: NumberKey) => string | undefined;
}

/** The figures of a reading, as its kind of indicator asks for them. */
export function EntryFields(props: FigureProps): ReactElement {
  switch (props.subject.entry) {
    case 'ratio':
      return <RatioFields {...props} />;
    case 'count':
    case 'value':
      return <ValueField {...props} />;
    case 'level':
      return <LevelFields {...props} />;
    case 'conditions':
      return <ConditionFields {...props} />;
  }
}

function ValueField(props: FigureProps): ReactElement {
  const { subject, indicator, typed, onChange, numberError } = props;
  const { form } = useMessages().readings;
  const pick = usePick();
  const count = subject.entry === 'count';
  const unit = pick(indicator.unitZh ?? '', indicator.unitEn ?? indicator.unitZh ?? '');
  return (
    <NumberInput
      label={count ? form.count : form.value}
      pointer="/value"
      {...(count ? { hint: indicator.incremental ? form.incremental : form.cumulative } : {})}
      number={subject.fields.value}
      unit={unit === '' ? null : unit}
      error={numberError('value')}
      value={typed.value}
      onChange={(value) => onChange({ value })}
    />
  );
}

function RatioFields(props: FigureProps): ReactElement {
  const { subject, indicator, ratio, typed, onChange, numberError } = props;
  const { form } = useMessages().readings;
  const name = useName();
  const pick = usePick();
  const say = useSay(indicator);
  const format = useFormat();
  // The parts have a unit in Chinese only; in English their name says it.
  const unitOf = (part: { unitZh: string } | undefined): string | null =>
    pick(part?.unitZh ?? '', '') || null;
  const formula = formulaWords(figuresIn(subject, typed), subject, say, format);
  return (
    <>
      <NumberInput
        label={form.numerator(ratio === null ? '' : name(ratio.numerator))}
        pointer="/numerator"
        number={subject.fields.numerator}
        unit={unitOf(ratio?.numerator)}
        error={numberError('numerator')}
        value={typed.numerator}
        onChange={(numerator) => onChange({ numerator })}
      />
      <NumberInput
        label={form.denominator(ratio === null ? '' : name(ratio.denominator))}
        pointer="/denominator"
        hint={form.sharedPart}
        number={subject.fields.denominator}
        unit={unitOf(ratio?.denominator)}
        error={numberError('denominator')}
        value={typed.denominator}
        onChange={(denominator) => onChange({ denominator })}
      />
      <div className={styles['rate']}>
        <label htmlFor="entry-rate">{form.rate}</label>
        <output id="entry-rate">{formula ?? form.rateOpen}</output>
        <p className={styles['hint']}>{form.rateNote}</p>
      </div>
    </>
  );
}

function LevelFields(props: FigureProps): ReactElement {
  const { indicator, typed, onChange } = props;
  const { form } = useMessages().readings;
  const name = useName();
  return (
    <>
      <RadioGroup
        label={form.level}
        pointer="/level"
        value={typed.level === null ? null : String(typed.level)}
        choices={indicator.levels.map((one) => ({ value: String(one.level), label: name(one) }))}
        onChange={(level) => onChange({ level: Number(level) })}
      />
      <TextArea
        label={form.ground}
        pointer="/ground"
        hint={form.groundHint}
        value={typed.ground}
        onChange={(ground) => onChange({ ground })}
      />
    </>
  );
}
