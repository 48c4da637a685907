import { type ReactElement, useState } from 'react';
import { DISPUTE_ANSWERS, type DisputeAnswer } from '../../shared/acceptance-life.ts';
import { type Acceptance, type AcceptanceItem, answerDispute } from '../../shared/acceptances.ts';
import { parseNumber } from '../../shared/number-input.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Form } from '../ui/Form.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { useRunWords } from './useRunWords.ts';

/** Answers an objection: the mark stands, or is another from now on; either way with the reasons. */
export function AnswerForm(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  name: string;
}): ReactElement | null {
  return props.item.steps.includes('answer') ? <Answer {...props} /> : null;
}

function Answer(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  name: string;
}): ReactElement {
  const { acceptance, item, name } = props;
  const words = useMessages().acceptances;
  const say = useRunWords({ grades: [] });
  const toast = useToast();
  const [answer, setAnswer] = useState<DisputeAnswer>('upheld');
  const [marks, setMarks] = useState('');
  const [reason, setReason] = useState('');
  const parsed = parseNumber(marks);
  const form = useForm(answerDispute, {
    input: () => ({
      params: { acceptanceId: acceptance.id, itemId: item.itemId },
      body: {
        answer,
        marks: answer === 'changed' && parsed.ok ? parsed.value : null,
        reason,
      },
    }),
    check: () =>
      answer === 'upheld' || parsed.ok
        ? []
        : [{ in: 'body', pointer: '/marks', code: 'wrongType' }],
    version: item.version,
    onDone: () => toast(words.answerDone),
  });
  return (
    <Form form={form} names={{ '/marks': words.newMark, '/reason': words.answerReason }}>
      <RadioGroup
        label={words.answer}
        pointer="/answer"
        inColumns
        value={answer}
        choices={DISPUTE_ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
        onChange={setAnswer}
      />
      {answer === 'changed' ? (
        <NumberInput
          label={words.newMark}
          pointer="/marks"
          hint={words.ownMarkHint(say.marks(item.weight ?? 1))}
          number={{ unit: null }}
          unit={null}
          value={marks}
          onChange={setMarks}
        />
      ) : null}
      <TextArea
        label={words.answerReason}
        pointer="/reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <Button
        type="submit"
        variant="primary"
        pending={form.pending}
        aria-label={`${words.answer}${SEPARATOR}${name}`}
      >
        {words.answer}
      </Button>
    </Form>
  );
}

const SEPARATOR = ' · ';
