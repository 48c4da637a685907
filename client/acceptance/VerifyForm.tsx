import { type ReactElement, useState } from 'react';
import { type Acceptance, type AcceptanceItem, verifyItem } from '../../shared/acceptances.ts';
import { parseNumber } from '../../shared/number-input.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './acceptance.module.css';
import { Why } from './MarksTable.tsx';
import { useRunWords } from './useRunWords.ts';

/** The mark of one item: set while it is verified, read afterwards. */
export function VerifyForm(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  name: string;
}): ReactElement | null {
  const { item } = props;
  const words = useMessages().acceptances;
  const say = useRunWords({ grades: [] });
  if (item.steps.includes('verify')) return <Marked {...props} />;
  const { verified, part } = item;
  if (verified === null) {
    return <p className={styles['aside']}>{item.excluded ? '' : words.notYet}</p>;
  }
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
    </div>
  );
}

function Marked(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  name: string;
}): ReactElement {
  const { acceptance, item, name } = props;
  const words = useMessages().acceptances;
  const say = useRunWords({ grades: [] });
  const toast = useToast();
  const { claim, verified, part } = item;
  // What is claimed or computed stands there to be taken, or to be written over.
  const first = verified?.marks ?? claim;
  const [marks, setMarks] = useState(first === null ? '' : String(first));
  const [reason, setReason] = useState(verified?.reason ?? '');
  const parsed = parseNumber(marks);
  const value = parsed.ok ? parsed.value : null;
  const form = useForm(verifyItem, {
    input: () => ({
      params: { acceptanceId: acceptance.id, itemId: item.itemId },
      body: { marks: value ?? 0, reason },
    }),
    check: () => {
      const field = { in: 'body', pointer: '/marks' } as const;
      if (!parsed.ok) return [{ ...field, code: 'wrongType' }];
      return value === null ? [{ ...field, code: 'required' }] : [];
    },
    version: item.version,
    onDone: () => toast(words.verified(name)),
  });
  const kept = verified === null ? null : verified.marks;
  const changed = value !== kept || reason.trim() !== (verified?.reason ?? '');
  return (
    <Form
      form={form}
      names={{ '/marks': words.mark, '/reason': words.reason }}
      className={styles['judging'] ?? ''}
    >
      <LeaveGuard active={changed && (value !== first || reason !== (verified?.reason ?? ''))} />
      {part === 'veto' ? (
        <RadioGroup
          label={words.strike}
          pointer="/marks"
          inColumns
          value={value === null ? null : value > 0 ? '1' : '0'}
          choices={[
            { value: '0', label: words.notStruck },
            { value: '1', label: words.strikes },
          ]}
          onChange={setMarks}
        />
      ) : (
        <NumberInput
          label={words.mark}
          pointer="/marks"
          hint={
            claim === null
              ? words.noClaim(say.marks(item.weight ?? 0))
              : words.claim(say.marks(claim))
          }
          number={{ unit: null }}
          unit={null}
          value={marks}
          onChange={setMarks}
        />
      )}
      <TextArea
        label={words.reason}
        pointer="/reason"
        hint={words.reasonHint}
        optional
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <Button
        type="submit"
        variant={verified === null ? 'primary' : 'plain'}
        disabled={verified !== null && !changed}
        pending={form.pending}
        aria-label={`${words.verify}${SEPARATOR}${name}`}
      >
        {words.verify}
      </Button>
    </Form>
  );
}

const SEPARATOR = ' · ';
