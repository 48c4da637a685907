import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { suggestAgenda } from '../../shared/meeting-agenda.ts';
import { type AgendaItem, changeMeeting, type Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { ApiProblem, call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { ArrangedRow } from './ArrangedRow.tsx';
import { inShort } from '../ui/inShort.ts';
import styles from './meetings.module.css';
import { slideName } from '../../shared/slide-names.ts';
import type { Named } from './useNamed.ts';
import { useArranging } from './useArranging.ts';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** An item as it is arranged; new ones have no id yet. */
type Item = Pick<AgendaItem, 'title' | 'slideKey'> & { readonly id?: string };

/** What an item is called: in its own words, else after its slide. */
export function itemName(
  { title, slideKey }: Pick<Item, 'title' | 'slideKey'>,
  named: Named,
): string {
  return title ?? (slideKey === null ? '' : slideName(slideKey, named));
}

/** The agenda: to be read, or put in order by hand while that is open. */
export function AgendaSection(props: { meeting: Meeting; named: Named }): ReactElement {
  const { meeting, named } = props;
  const words = useMessages().meetings.agenda;
  return (
    <section className={styles['section']} aria-labelledby="agenda">
      <h2 id="agenda">{words.title}</h2>
      {meeting.parts.includes('agenda') ? (
        <AgendaEditor meeting={meeting} named={named} />
      ) : meeting.agenda.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ol>
          {meeting.agenda.map((item) => (
            <li key={item.id}>
              <ItemText item={item} named={named} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The words of an item; those that somebody wrote are Chinese. */
export function ItemText(props: {
  item: Pick<Item, 'title' | 'slideKey'>;
  named: Named;
  /** Chinese characters that there is room for; absent: for all of it. */
  longest?: number;
}): ReactElement {
  const { item, named, longest = Infinity } = props;
  return (
    <span {...(item.title === null ? {} : { lang: 'zh-CN' })}>
      {inShort(itemName(item, named), longest)}
    </span>
  );
}

function AgendaEditor(props: { meeting: Meeting; named: Named }): ReactElement {
  const { meeting, named } = props;
  const messages = useMessages();
  const words = messages.meetings.agenda;
  const toast = useToast();
  const arranging = useArranging<Item>(
    meeting.agenda.map(({ id, title, slideKey }) => ({ id, title, slideKey })),
  );
  const { items, changed, set, forget } = arranging;
  const [title, setTitle] = useState('');
  const { keep, refused } = useKeptMeeting();
  const save = useMutation({
    mutationFn: () =>
      call(
        changeMeeting,
        { params: { meetingId: meeting.id }, body: { agenda: [...items] } },
        { version: meeting.version },
      ),
    onError: refused,
    onSuccess: (saved) => {
      keep(saved);
      forget();
      toast(words.saved);
    },
  });
  const issues = save.error instanceof ApiProblem ? save.error.errors : [];
  const written = new Set(
    meeting.agenda.filter(({ notes }) => (notes ?? '') !== '').map(({ id }) => id),
  );
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() === '') return;
    set([...items, { title: title.trim(), slideKey: null }]);
    setTitle('');
  };
  const suggest = (): void => {
    if (named.board === null) return;
    const known = new Set(items.map(({ slideKey }) => slideKey));
    const more = suggestAgenda(named.board, named.actions)
      .filter((key) => !known.has(key))
      .map((slideKey) => ({ title: null, slideKey }));
    if (more.length > 0) set([...items, ...more]);
    toast(words.suggested(more.length));
  };
  return (
    <>
      <LeaveGuard active={changed} />
      <div role="alert">
        {save.error === null ? null : issues.length > 0 ? (
          <ErrorSummary issues={issues} names={{}} />
        ) : (
          <Notice tone="error">{problemSentence(messages, save.error)}</Notice>
        )}
      </div>
      {items.length === 0 ? <p>{words.empty}</p> : null}
      <ol className={styles['arranging']}>
        {items.map((item, at) => (
          <ArrangedRow
            key={item.id ?? `${item.slideKey ?? ''} ${item.title ?? ''}`}
            arranging={arranging}
            at={at}
            name={itemName(item, named)}
            onRemove={
              item.id !== undefined && written.has(item.id)
                ? undefined
                : () => set(items.filter((one) => one !== item))
            }
          >
            <ItemText item={item} named={named} />
          </ArrangedRow>
        ))}
      </ol>
      <form className={styles['adding']} onSubmit={add}>
        <TextField label={words.addLabel} value={title} maxLength={200} onChange={setTitle} />
        <Button type="submit">{words.add}</Button>
        <Button onClick={suggest}>{words.suggest}</Button>
      </form>
      <p className={styles['foot']}>
        <Button
          variant="primary"
          disabled={!changed}
          pending={save.isPending}
          onClick={() => save.mutate()}
        >
          {words.save}
        </Button>
        {changed ? <Button onClick={forget}>{messages.app.actions.cancel}</Button> : null}
        <small>{words.keys}</small>
      </p>
    </>
  );
}
