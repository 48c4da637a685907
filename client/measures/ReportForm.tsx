import type { ReactElement } from 'react';
import { MEASURE_STATES, type MeasureReport } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import styles from './measures.module.css';
import { ResultRows } from './ResultRows.tsx';
import { useReportForm } from './useReportForm.ts';

/** A report to be written: saved as a draft as often as one likes, then handed in. */
export function ReportForm(props: { report: MeasureReport; hasMoney: boolean }): ReactElement {
  const { report, hasMoney } = props;
  const { measures } = useMessages();
  const words = measures.reports;
  const { typed, set, form, save, submit, changed } = useReportForm(report, hasMoney);
  const names = {
    '/state': words.stateLabel,
    '/done': words.done,
    '/results': words.results,
    '/paidWan': words.paidWan,
    '/problems': words.problems,
    '/nextSteps': words.nextSteps,
    '/paper': words.paper,
  };
  return (
    <>
      <LeaveGuard active={changed} />
      <Form form={form} names={names}>
        <RadioGroup
          label={words.stateLabel}
          pointer="/state"
          inColumns
          value={typed.state}
          choices={MEASURE_STATES.map((value) => ({ value, label: measures.states[value] }))}
          onChange={(state) => set({ state })}
        />
        <TextArea
          label={words.done}
          pointer="/done"
          hint={words.doneHint}
          rows={4}
          maxLength={4000}
          value={typed.done}
          onChange={(done) => set({ done })}
        />
        <ResultRows rows={typed.results} onChange={(results) => set({ results })} />
        <NumberInput
          label={words.paidWan}
          pointer="/paidWan"
          hint={words.paidHint}
          optional={!hasMoney}
          number={{ unit: words.wan }}
          unit={words.wan}
          value={typed.paidWan}
          onChange={(paidWan) => set({ paidWan })}
        />
        <TextArea
          label={words.problems}
          pointer="/problems"
          hint={words.problemsHint}
          optional
          rows={2}
          maxLength={4000}
          value={typed.problems}
          onChange={(problems) => set({ problems })}
        />
        <TextArea
          label={words.nextSteps}
          pointer="/nextSteps"
          optional={typed.state === 'done'}
          rows={2}
          maxLength={4000}
          value={typed.nextSteps}
          onChange={(nextSteps) => set({ nextSteps })}
        />
        {report.round === 'none' ? (
          <TextField
            label={words.paper}
            pointer="/paper"
            hint={words.paperHint}
            optional
            maxLength={300}
            value={typed.paper}
            onChange={(paper) => set({ paper })}
          />
        ) : null}
        <div className={styles['buttons']}>
          <Button pending={form.pending} onClick={save}>
            {words.save}
          </Button>
          <Button variant="primary" pending={form.pending} onClick={submit}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </>
  );
}
