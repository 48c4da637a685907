import { type ReactElement, useState } from 'react';
import { openRound, type Round } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
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
  const free = planYears(plan, plan.defaultYear).filter(
    (year) => !rounds.some((round) => round.year === year),
  );
  const next = free.find((one) => one > plan.defaultYear) ?? free[free.length - 1];
  const [year, setYear] = useState(next);
  const [days, setDays] = useState(usualDays(next ?? plan.defaultYear));
  const form = useForm(openRound, {
    input: () => ({ params: { planId: plan.id }, body: { year: year ?? 0, ...days } }),
    check: () => dayIssues(year ?? 0, days),
    onDone: (round) => {
      toast(words.manage.opened(round.year));
      onClose();
    },
  });
  if (year === undefined) {
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
          value={String(year)}
          options={free.map((one) => ({ value: String(one), label: words.yearOf(one) }))}
          onChange={(chosen) => {
            setYear(Number(chosen));
            setDays(usualDays(Number(chosen)));
          }}
        />
        <DayFields days={days} onChange={setDays} />
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

/** From December to the end of January: the figures of the year end, before those of the spring. */
function usualDays(year: number) {
  return { opensOn: `${year}-12-01`, dueOn: `${year + 1}-01-31` };
}
