import { type ReactElement, useMemo, useRef, useState } from 'react';
import { requestCorrection } from '../../shared/corrections.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import type { Issue } from '../../shared/problems.ts';
import type { Reading } from '../../shared/readings.ts';
import { useMessages, useName } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { issueSentence } from '../ui/sentences.ts';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { AboutFields, PresenceFields } from './AboutFields.tsx';
import { type EntryIssue, submitIssues } from './check.ts';
import { EntryFields } from './EntryFields.tsx';
import styles from './entry.module.css';
import { fieldNames } from './fieldNames.ts';
import { subjectOf } from './subject.ts';
import { useListDrafts } from './useListDrafts.tsx';
import { changesSince, type Typed, typedFrom } from './typed.ts';

/** Asks for the correction of an approved figure: the right figures, and why the old ones are wrong. */
export function AskCorrection(props: {
  reading: Reading;
  indicator: BoardIndicator;
  settings: Indicator;
  firstYear: number;
  onClose: () => void;
}): ReactElement {
  const { reading, indicator, settings, firstYear, onClose } = props;
  const { ratio } = settings;
  const messages = useMessages();
  const { app, readings, review } = messages;
  const words = review.corrections;
  const name = useName();
  const toast = useToast();
  const subject = useMemo(() => subjectOf(indicator, ratio), [indicator, ratio]);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(subject, reading));
  const [reason, setReason] = useState('');
  const lists = useListDrafts(indicator, settings, reading.year, (key, counted) =>
    setTyped((old) => ({ ...old, [key]: counted })),
  );
  const own = useRef<readonly EntryIssue[]>([]);
  const form = useForm(requestCorrection, {
    input: () => ({
      params: { readingId: reading.id },
      body: {
        reason: reason.trim().replaceAll(/\s+/g, ' '),
        changes: changesSince(subject, reading, typed),
        lists: typed.absence === null ? lists.asked : [],
      },
    }),
    check: () => {
      own.current = submitIssues(subject, reading.year, typed);
      return own.current;
    },
    version: reading.version,
    onDone: () => {
      toast(words.asked(indicator.code));
      onClose();
    },
  });
  const shown = { ...form, issues: form.issues.map((issue) => inForm(issue, lists.asked)) };
  const sentenceOf = (issue: Issue): string => {
    const { number } = issue as EntryIssue;
    return number === undefined ? issueSentence(messages, issue) : readings.numbers[number];
  };
  const change = (changes: Partial<Typed>) => setTyped((old) => ({ ...old, ...changes }));
  return (
    <Dialog isOpen wide title={words.askTitle(indicator.code, reading.year)} onClose={onClose}>
      <p className={`${styles['hint']} ${styles['before']}`}>{words.askBody}</p>
      <Form
        form={shown}
        names={{
          ...fieldNames(subject, indicator, ratio, messages, name),
          '/reason': words.reason,
        }}
        sentenceOf={sentenceOf}
      >
        <PresenceFields typed={typed} onChange={change} />
        {typed.absence === null ? (
          <EntryFields
            subject={subject}
            indicator={indicator}
            ratio={ratio}
            year={reading.year}
            typed={typed}
            onChange={change}
            follows={lists.follows}
            numberError={(key) => {
              const issue = shown.issues.find(({ pointer }) => pointer === `/${key}`);
              return issue === undefined ? undefined : sentenceOf(issue);
            }}
          />
        ) : null}
        <AboutFields
          typed={typed}
          onChange={change}
          fromPaper={reading.paper !== null}
          years={subject.entry === 'conditions' ? null : { first: firstYear, own: reading.year }}
        />
        <TextArea
          label={words.reason}
          pointer="/reason"
          hint={words.reasonHint}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.submit}
          </Button>
        </DialogActions>
      </Form>
      {lists.editor}
    </Dialog>
  );
}

/** The server names the places of a request; here they are the fields of one form. */
function inForm(issue: Issue, lists: readonly { readonly field: string }[]): Issue {
  const { pointer } = issue;
  if (pointer.startsWith('/changes')) return { ...issue, pointer: pointer.slice(8) };
  const list = lists[Number(/^\/lists\/(\d+)/.exec(pointer)?.[1])];
  return list === undefined ? issue : { ...issue, pointer: `/${list.field}` };
}
