import type { ReactElement } from 'react';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { MEASURE_STATES } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { ResultRows } from './ResultRows.tsx';
import type { TypedReport } from './typedReport.ts';

/** What the fields of a report are called, by their place. */
export function reportFieldNames({ measures }: Messages): Record<string, string> {
  const words = measures.reports;
  return {
    '/state': words.stateLabel,
    '/done': words.done,
    '/results': words.results,
    '/paidWan': words.paidWan,
    '/problems': words.problems,
    '/nextSteps': words.nextSteps,
    '/paper': words.paper,
  };
}

/** The fields of a report, to be written or to be corrected. */
export function ReportFields(props: {
  typed: TypedReport;
  onChange: (changes: Partial<TypedReport>) => void;
  /** Whether the measure has a money rule. */
  hasMoney: boolean;
  /** Whether it is taken from paper (补录). */
  fromPaper: boolean;
}): ReactElement {
  const { typed, onChange, hasMoney, fromPaper } = props;
  const { measures } = useMessages();
  const words = measures.reports;
  return (
    <>
      <RadioGroup
        label={words.stateLabel}
        pointer="/state"
        inColumns
        value={typed.state}
        choices={MEASURE_STATES.map((value) => ({ value, label: measures.states[value] }))}
        onChange={(state) => onChange({ state })}
      />
      <TextArea
        label={words.done}
        pointer="/done"
        hint={words.doneHint}
        rows={4}
        maxLength={4000}
        value={typed.done}
        onChange={(done) => onChange({ done })}
      />
      <ResultRows rows={typed.results} onChange={(results) => onChange({ results })} />
      <NumberInput
        label={words.paidWan}
        pointer="/paidWan"
        hint={words.paidHint}
        optional={!hasMoney}
        number={{ unit: words.wan }}
        unit={words.wan}
        value={typed.paidWan}
        onChange={(paidWan) => onChange({ paidWan })}
      />
      <TextArea
        label={words.problems}
        pointer="/problems"
        hint={words.problemsHint}
        optional
        rows={2}
        maxLength={4000}
        value={typed.problems}
        onChange={(problems) => onChange({ problems })}
      />
      <TextArea
        label={words.nextSteps}
        pointer="/nextSteps"
        optional={typed.state === 'done'}
        rows={2}
        maxLength={4000}
        value={typed.nextSteps}
        onChange={(nextSteps) => onChange({ nextSteps })}
      />
      {fromPaper ? (
        <TextField
          label={words.paper}
          pointer="/paper"
          hint={words.paperHint}
          optional
          maxLength={300}
          value={typed.paper}
          onChange={(paper) => onChange({ paper })}
        />
      ) : null}
    </>
  );
}
