import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type Acceptance,
  type AcceptanceItem,
  disputeItem,
  withdrawDispute,
} from '../../shared/acceptances.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './acceptance.module.css';
import { Why } from './MarksTable.tsx';
import { useRunWords } from './useRunWords.ts';

interface Props {
  readonly acceptance: Acceptance;
  readonly item: AcceptanceItem;
  readonly name: string;
}

/** The announced mark of an own item with its reason, and what the department objects. */
export function SelfDispute({ acceptance, item, name }: Props): ReactElement | null {
  const words = useMessages().acceptances;
  const say = useRunWords({ grades: [] });
  const { verified, part } = item;
  if (verified === null) return null;
  const mark =
    part === 'veto'
      ? verified.marks > 0
        ? words.strikes
        : words.notStruck
      : say.marks(verified.marks);
  return (
    <div className={styles['said']}>
      <strong>{words.assessedMark(mark, verified.by.name)}</strong>
      <Why item={item} />
      {item.steps.includes('dispute') ? (
        <Raise acceptance={acceptance} item={item} name={name} />
      ) : null}
      {item.steps.includes('withdrawDispute') ? (
        <Withdraw acceptance={acceptance} item={item} name={name} />
      ) : null}
    </div>
  );
}

function Raise({ acceptance, item, name }: Props): ReactElement {
  const { acceptances: words, app } = useMessages();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const form = useForm(disputeItem, {
    input: () => ({
      params: { acceptanceId: acceptance.id, itemId: item.itemId },
      body: { reason },
    }),
    version: item.version,
    onDone: () => toast(words.disputeDone),
  });
  if (!open) {
    return (
      <Button
        className="screenOnly"
        aria-label={`${words.dispute}${SEPARATOR}${name}`}
        onClick={() => setOpen(true)}
      >
        {words.dispute}
      </Button>
    );
  }
  return (
    <Form form={form} names={{ '/reason': words.reason }}>
      <TextArea
        label={words.reason}
        pointer="/reason"
        hint={words.disputeHint}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <div className={styles['tools']}>
        <Button type="submit" variant="primary" pending={form.pending}>
          {words.dispute}
        </Button>
        <Button onClick={() => setOpen(false)}>{app.actions.cancel}</Button>
      </div>
    </Form>
  );
}

const SEPARATOR = ' · ';

function Withdraw({ acceptance, item, name }: Props): ReactElement {
  const messages = useMessages();
  const words = messages.acceptances;
  const toast = useToast();
  const take = useMutation({
    mutationFn: () =>
      call(
        withdrawDispute,
        { params: { acceptanceId: acceptance.id, itemId: item.itemId } },
        { version: item.version },
      ),
    onSuccess: () => toast(words.withdrawDisputeDone),
  });
  return (
    <div className="screenOnly">
      {take.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, take.error)}</Notice>
      )}
      <Button
        aria-label={`${words.withdrawDispute}${SEPARATOR}${name}`}
        pending={take.isPending}
        onClick={() => take.mutate()}
      >
        {words.withdrawDispute}
      </Button>
    </div>
  );
}
