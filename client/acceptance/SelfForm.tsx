import { type ReactElement, useState } from 'react';
import { type Acceptance, type AcceptanceItem, assessItem } from '../../shared/acceptances.ts';
import { parseNumber } from '../../shared/number-input.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './acceptance.module.css';
import { ItemFiles } from './ItemFiles.tsx';
import { useRunWords } from './useRunWords.ts';

/** What the own department says of one item: written while it may be, read afterwards. */
export function SelfForm(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  name: string;
}): ReactElement {
  const { acceptance, item, name } = props;
  return (
    <>
      {item.steps.includes('assess') ? (
        <Written acceptance={acceptance} item={item} name={name} />
      ) : (
        <SelfSaid item={item} />
      )}
      <ItemFiles acceptance={acceptance} item={item} />
    </>
  );
}

function Written(props: {
  acceptance: Acceptance;
  item: AcceptanceItem;
  name: string;
}): ReactElement {
  const { acceptance, item, name } = props;
  const words = useMessages().acceptances;
  const say = useRunWords({ grades: [] });
  const toast = useToast();
  const keptMarks = item.self?.marks ?? null;
  const keptWords = item.self?.words ?? '';
  const [marks, setMarks] = useState(keptMarks === null ? '' : String(keptMarks));
  const [said, setSaid] = useState(keptWords);
  const parsed = parseNumber(marks);
  const form = useForm(assessItem, {
    input: () => ({
      params: { acceptanceId: acceptance.id, itemId: item.itemId },
      body: { marks: parsed.ok ? parsed.value : null, words: said },
    }),
    check: () => (parsed.ok ? [] : [{ in: 'body', pointer: '/marks', code: 'wrongType' }]),
    version: item.version,
    onDone: () => toast(words.savedItem(name)),
  });
  const typed = parsed.ok ? parsed.value : undefined;
  const changed = typed !== keptMarks || said.trim() !== keptWords;
  return (
    <Form form={form} names={{ '/marks': words.ownMark, '/words': words.words }}>
      <LeaveGuard active={changed} />
      {item.takesOwnMark ? (
        <NumberInput
          label={words.ownMark}
          pointer="/marks"
          hint={words.ownMarkHint(say.marks(item.weight ?? 0))}
          number={{ unit: null }}
          unit={null}
          value={marks}
          onChange={setMarks}
        />
      ) : null}
      <TextArea
        label={words.words}
        pointer="/words"
        optional
        rows={2}
        maxLength={2000}
        value={said}
        onChange={setSaid}
      />
      <Button type="submit" disabled={!changed} pending={form.pending}>
        {words.save}
      </Button>
    </Form>
  );
}

/** A self-assessment to be read; nothing for whoever may not. */
export function SelfSaid({ item }: { item: AcceptanceItem }): ReactElement | null {
  const words = useMessages().acceptances;
  const say = useRunWords({ grades: [] });
  const { self } = item;
  if (self === null) return null;
  return (
    <div className={styles['said']}>
      <strong>
        {words.selfSaid}
        {self.marks === null ? '' : ` ${say.marks(self.marks)}`}
      </strong>
      <p lang="zh-CN">{self.words === '' ? words.nothingSaid : self.words}</p>
    </div>
  );
}
