import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { Slide } from '../../shared/deck.ts';
import { type Meeting, setStage } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { type Shown, slideSubject, slideTitle } from '../presentation/api.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { type MeetingDeck, meetingDeck } from './deck.ts';
import styles from './Desk.module.css';

/** The slide on the wall and the next one, buttons that turn them, and every slide to jump to. */
export function StagePanel(props: { meeting: Meeting; shown: Shown }): ReactElement {
  const { meeting, shown } = props;
  const messages = useMessages();
  const words = messages.meetings.desk;
  const running = meeting.parts.includes('stage');
  const move = useMutation({
    mutationFn: (slideKey: string) =>
      call(setStage, { params: { meetingId: meeting.id }, body: { slideKey } }),
  });
  const deck = meetingDeck(shown, meeting.slides);
  const stage = move.isPending ? move.variables : meeting.stage;
  const now = deck.all.find(({ key }) => key === stage) ?? null;
  const { previous, next } = neighbours(deck, now);
  // A decision that was just taken interrupts the deck: the secretary goes back to where it was.
  const [place, setPlace] = useState<string | null>(null);
  if (now !== null && now.kind !== 'decision' && now.key !== place) setPlace(now.key);
  const back = now?.kind === 'decision' ? deck.all.find(({ key }) => key === place) : undefined;
  useTurning(running, (by) => {
    const to = by > 0 ? next : previous;
    if (to !== null) move.mutate(to.key);
  });
  return (
    <section aria-labelledby="stage" className={styles['stage']}>
      <h2 id="stage">{messages.meetings.steps.present}</h2>
      {move.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, move.error)}</Notice>
      )}
      <div className={styles['onWall']}>
        <div className={styles['slide']} role="status">
          <small>{words.now}</small>
          <SlideWords slide={now} shown={shown} none={words.nothing} />
        </div>
        <div className={styles['slide']} data-next>
          <small>{words.next}</small>
          <SlideWords slide={next} shown={shown} none={words.last} />
        </div>
        <p className={styles['turn']}>
          <Button
            disabled={!running || previous === null}
            onClick={() => previous !== null && move.mutate(previous.key)}
          >
            ‹ {words.previous}
          </Button>
          <Button
            variant="primary"
            disabled={!running || next === null}
            onClick={() => next !== null && move.mutate(next.key)}
          >
            {words.forward} ›
          </Button>
        </p>
        {back === undefined || !running ? null : (
          <p className={styles['turn']} data-one>
            <Button onClick={() => move.mutate(back.key)}>
              {words.back(slideSubject(back, shown))}
            </Button>
          </p>
        )}
        <small className={styles['keys']}>{words.keys}</small>
      </div>
      {running ? (
        <div>
          <h3>{words.jump}</h3>
          <ol className={styles['jump']}>
            {deck.all.map((slide) => (
              <li key={slide.key}>
                <Button
                  variant="quiet"
                  className={styles['jumpTo'] ?? ''}
                  aria-current={slide === now ? 'true' : undefined}
                  onClick={() => move.mutate(slide.key)}
                >
                  {slideSubject(slide, shown)}
                </Button>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  );
}

/** What a slide is about and the one sentence on it. */
function SlideWords(props: { slide: Slide | null; shown: Shown; none: string }): ReactElement {
  const { slide, shown, none } = props;
  if (slide === null) return <p>{none}</p>;
  return (
    <>
      <p>{slideSubject(slide, shown)}</p>
      <p className={styles['sentence']}>{slideTitle(slide, shown)}</p>
    </>
  );
}

/** The slides before and after the one on the wall, those left out skipped. */
function neighbours(
  { all, shown }: MeetingDeck,
  now: Slide | null,
): { readonly previous: Slide | null; readonly next: Slide | null } {
  if (now === null) return { previous: null, next: shown[0] ?? null };
  const place = all.indexOf(now);
  const before = all.slice(0, place).filter((slide) => shown.includes(slide));
  const after = all.slice(place + 1).filter((slide) => shown.includes(slide));
  return { previous: before[before.length - 1] ?? null, next: after[0] ?? null };
}

/** Page Down and Page Up, which clickers send, turn the slides wherever nobody is typing. */
function useTurning(active: boolean, turn: (by: -1 | 1) => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent): void => {
      const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null;
      const { target } = event;
      const typing =
        target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
      if (by === null || typing) return;
      event.preventDefault();
      turn(by);
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  });
}
