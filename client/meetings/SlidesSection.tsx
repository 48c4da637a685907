import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type ArrangedSlide, changeMeeting, type Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { extrasOf, type Shown, slideSubject } from '../presentation/api.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { ArrangedRow } from './ArrangedRow.tsx';
import { meetingDeck } from './deck.ts';
import styles from './meetings.module.css';
import { useArranging } from './useArranging.ts';
import { useKeptMeeting } from './useKeptMeeting.ts';
import type { Named } from './useNamed.ts';

/** The order in which the slides are shown, and which are left out; opened when it is wanted. */
export function SlidesSection(props: { meeting: Meeting; named: Named }): ReactElement | null {
  const { meeting, named } = props;
  const words = useMessages().meetings.slides;
  const [open, setOpen] = useState(false);
  if (!meeting.parts.includes('slides') || named.board === null) return null;
  const { board, actions, speech } = named;
  const shown = { board, extras: extrasOf({ items: actions }), speech };
  const deck = meetingDeck(shown, meeting.slides);
  return (
    <section className={styles['section']} aria-labelledby="slides">
      <h2 id="slides">{words.title}</h2>
      <p className={styles['note']}>{words.count(deck.shown.length, deck.all.length)}</p>
      {open ? (
        <SlidesEditor meeting={meeting} shown={shown} onDone={() => setOpen(false)} />
      ) : (
        <p className="screenOnly">
          <Button onClick={() => setOpen(true)}>{words.open}</Button>
        </p>
      )}
    </section>
  );
}

function SlidesEditor(props: { meeting: Meeting; shown: Shown; onDone: () => void }): ReactElement {
  const { meeting, shown, onDone } = props;
  const messages = useMessages();
  const words = messages.meetings.slides;
  const toast = useToast();
  const { keep, refused } = useKeptMeeting();
  const deck = meetingDeck(shown, meeting.slides);
  const arranging = useArranging<ArrangedSlide>(
    deck.all.map((slide) => ({ slideKey: slide.key, shown: deck.shown.includes(slide) })),
  );
  const { items, changed, set } = arranging;
  const subjectOf = (key: string): string => {
    const slide = deck.all.find((one) => one.key === key);
    return slide === undefined ? key : slideSubject(slide, shown);
  };
  const save = useMutation({
    mutationFn: () =>
      call(
        changeMeeting,
        { params: { meetingId: meeting.id }, body: { slides: [...items] } },
        { version: meeting.version },
      ),
    onError: refused,
    onSuccess: (saved) => {
      keep(saved);
      toast(words.saved);
      onDone();
    },
  });
  return (
    <>
      <LeaveGuard active={changed} />
      {save.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, save.error)}</Notice>
      )}
      <p className={styles['note']}>{words.note}</p>
      <ol className={styles['arranging']}>
        {items.map((item, at) => (
          <ArrangedRow
            key={item.slideKey}
            arranging={arranging}
            at={at}
            name={subjectOf(item.slideKey)}
          >
            <Checkbox
              label={subjectOf(item.slideKey)}
              checked={item.shown}
              onChange={(checked) =>
                set(items.map((one) => (one === item ? { ...one, shown: checked } : one)))
              }
            />
          </ArrangedRow>
        ))}
      </ol>
      <p className={styles['foot']}>
        <Button
          variant="primary"
          disabled={!changed}
          pending={save.isPending}
          onClick={() => save.mutate()}
        >
          {words.save}
        </Button>
        <Button onClick={onDone}>{messages.app.actions.cancel}</Button>
      </p>
    </>
  );
}
