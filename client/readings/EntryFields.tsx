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
  /** What stands below a number that is not typed but follows from something else; null: typed. */
  readonly follows?: (key: NumberKey) => { readonly hint: string; below: ReactElement } | null;
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
  const { subject, indicator } = props;
  const { form } = useMessages().readings;
  const pick = usePick();
  const count = subject.entry === 'count';
  const unit = pick(indicator.unitZh ?? '', indicator.unitEn ?? indicator.unitZh ?? '');
  return (
    <FigureBox
      {...props}
      field="value"
      label={count ? form.count : form.value}
      hint={count ? (indicator.incremental ? form.incremental : form.cumulative) : undefined}
      unit={unit === '' ? null : unit}
    />
  );
}

function RatioFields(props: FigureProps): ReactElement {
  const { subject, indicator, ratio, typed } = props;
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
      <FigureBox
        {...props}
        field="numerator"
        label={form.numerator(ratio === null ? '' : name(ratio.numerator))}
        hint={undefined}
        unit={unitOf(ratio?.numerator)}
      />
      <FigureBox
        {...props}
        field="denominator"
        label={form.denominator(ratio === null ? '' : name(ratio.denominator))}
        hint={form.sharedPart}
        unit={unitOf(ratio?.denominator)}
      />
      <div className={styles['rate']}>
        <label htmlFor="entry-rate">{form.rate}</label>
        <output id="entry-rate">{formula ?? form.rateOpen}</output>
        <p className={styles['hint']}>{form.rateNote}</p>
      </div>
    </>
  );
}

/** One number, typed, or following from what stands below it. */
function FigureBox(
  props: FigureProps & {
    field: NumberKey;
    label: string;
    hint: string | undefined;
    unit: string | null;
  },
): ReactElement {
  const { subject, typed, onChange, numberError, field, label, unit } = props;
  const follows = props.follows?.(field) ?? null;
  const hint = follows?.hint ?? props.hint;
  return (
    <>
      <NumberInput
        label={label}
        pointer={`/${field}`}
        {...(hint === undefined ? {} : { hint })}
        number={subject.fields[field]}
        unit={unit}
        error={numberError(field)}
        readOnly={follows !== null}
        value={typed[field]}
        onChange={(text) => onChange({ [field]: text })}
      />
      {follows?.below}
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
