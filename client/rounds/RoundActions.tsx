import { type ReactElement, useState } from 'react';
import { reopenRound, type Round, type RoundDetails } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { ChangeDaysDialog } from './ChangeDaysDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** What the reviewer may do with a round in its state: move its days, close it, open it again, take it back. */
export function RoundActions({ round }: { round: RoundDetails }): ReactElement {
  const [asked, setAsked] = useState<'days' | 'close' | 'withdraw' | null>(null);
  const { manage } = useMessages().rounds;
  const done = () => setAsked(null);
  const { state } = round;
  return (
    <>
      {state === 'planned' || state === 'open' ? (
        <Button onClick={() => setAsked('days')}>{manage.days}</Button>
      ) : null}
      {state === 'open' ? <Button onClick={() => setAsked('close')}>{manage.close}</Button> : null}
      {state === 'closed' ? <Reopen round={round} /> : null}
      {round.withdrawable ? (
        <Button onClick={() => setAsked('withdraw')}>{manage.withdraw}</Button>
      ) : null}
      {asked === 'days' ? <ChangeDaysDialog round={round} onClose={done} /> : null}
      {asked === 'close' ? <CloseDialog round={round} onClose={done} /> : null}
      {asked === 'withdraw' ? <WithdrawDialog round={round} onClose={done} /> : null}
    </>
  );
}

function Reopen({ round }: { round: Round }): ReactElement {
  const { manage } = useMessages().rounds;
  const toast = useToast();
  const form = useForm(reopenRound, {
    input: () => ({ params: { planId: round.planId, year: String(round.year) } }),
    version: round.version,
    onDone: ({ year }) => toast(manage.reopened(year)),
  });
  return (
    <Form form={form} names={{}}>
      <Button type="submit" pending={form.pending}>
        {manage.reopen}
      </Button>
    </Form>
  );
}
