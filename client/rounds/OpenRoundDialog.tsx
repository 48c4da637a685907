import { type ReactElement, useState } from 'react';
import { proposedYear } from '../../shared/round-rules.ts';
import { openRound, type Round } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Select } from '../ui/Select.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { DayFields, dayIssues } from './DayFields.tsx';
import styles from './rounds.module.css';

/** Opens the round of a year that has none. The proposed days are those of a usual year end. */
export function OpenRoundDialog(props: {
  plan: Plan;
  rounds: readonly Round[];
  onClose: () => void;
}): ReactElement {
  const { plan, rounds, onClose } = props;
  const { app, rounds: words } = useMessages();
  const toast = useToast();
  const taken = rounds.map((round) => round.year);
  const free = yearsOf(plan).filter((year) => !taken.includes(year));
  const [year, setYear] = useState(() => proposedYear(plan, taken));
  const [days, setDays] = useState(usualDays(year ?? plan.defaultYear));
  const form = useForm(openRound, {
    input: () => ({ params: { planId: plan.id }, body: { year: year ?? 0, ...days } }),
    check: () => (year === null ? [NO_YEAR] : dayIssues(year, days)),
    onDone: (round) => {
      toast(words.manage.opened(round.year));
      onClose();
    },
  });
  if (free.length === 0) {
    return (
      <Dialog isOpen title={words.manage.openTitle} onClose={onClose}>
        <p>{words.manage.noYears}</p>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen title={words.manage.openTitle} onClose={onClose}>
      <p className={styles['before']}>{words.manage.openBody}</p>
      <Form
        form={form}
        names={{ '/year': words.year, '/opensOn': words.opensOn, '/dueOn': words.dueOn }}
      >
        <Select
          label={words.year}
          pointer="/year"
          value={String(year ?? '')}
          options={[
            ...(year === null ? [{ value: '', label: words.manage.chooseYear }] : []),
            ...free.map((one) => ({ value: String(one), label: words.yearOf(one) })),
          ]}
          onChange={(chosen) => {
            setYear(Number(chosen));
            setDays(usualDays(Number(chosen)));
          }}
        />
        {year === null ? null : <DayFields days={days} onChange={setDays} />}
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.manage.open}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

const NO_YEAR = { pointer: '/year', in: 'body', code: 'required' } as const;

/** Every year that a round can be of, the latest first: to the end of the plan and past it. */
function yearsOf({ baselineYear, latestYear }: Plan): number[] {
  const count = Math.max(0, latestYear - baselineYear + 1);
  return Array.from({ length: count }, (_, at) => latestYear - at);
}

/** From December to the end of January: the figures of the year end, before those of the spring. */
function usualDays(year: number) {
  return { opensOn: `${year}-12-01`, dueOn: `${year + 1}-01-31` };
}
