import {
  type CSSProperties,
  type ReactElement,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  AS_MADE,
  type DeckArrangement,
  deckOf,
  type Slide,
  type SlideKey,
} from '../../shared/deck.ts';
import { type LiveState, useRotation } from '../live/api.ts';
import { ArrangeOverlay } from './ArrangeOverlay.tsx';
import { indicatorOf, type Shown, slideSubject, slideTitle } from './deckView.ts';
import { GridOverlay } from './GridOverlay.tsx';
import { MenuOverlay, type SaveAs } from './MenuOverlay.tsx';
import styles from './present.module.css';
import { canSave, saveSlide } from './saveSlide.ts';
import type { Ground } from './search.ts';
import { SlideContext, SlideView } from './SlideView.tsx';
import type { StageAction } from './stageKeys.ts';
import { WhyOverlay } from './WhyOverlay.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { useStageKeys } from './useStageKeys.ts';
import { useStageSize } from './useStageSize.ts';
import { useTaps } from './useTaps.ts';
import { useWakeLock } from './useWakeLock.ts';

export interface StageProps {
  shown: Shown;
  arrangement: DeckArrangement;
  /** The slide asked for; one that the deck has not is its first. */
  current: SlideKey | undefined;
  ground: Ground;
  table: boolean;
  /** "数据截至2019年1月10日 09:00". */
  stamp: string;
  /** Newer figures wait to be taken in. */
  newer: boolean;
  /** How the line to the server is. */
  line: LiveState;
  /** Goes on by itself, slide by slide; those on demand are left out. */
  rotates: boolean;
  onSlide: (key: SlideKey) => void;
  onGround: (ground: Ground) => void;
  onTable: (table: boolean) => void;
  onArrange: (arrangement: DeckArrangement) => void;
  onTakeIn: () => void;
  /** Keeps the figures of now for good, under an address; null: not for the one who looks. */
  onKeep: (() => void) | null;
  onLanguage: () => void;
  /** null: a wall screen, from which nobody goes anywhere else. */
  onLeave: (() => void) | null;
}

type OverlayName = 'menu' | 'grid' | 'why' | 'arrange';

/** Two slides on either side are drawn before they are asked for. */
const READY = 2;

/** How long a slide stays on a wall that goes on by itself: time to read it twice. */
const QUIET_MS = 20_000;

/** The stage: one slide of the deck over the whole window, led by keys, clicker, finger or mouse. */
export function Stage(props: StageProps): ReactElement {
  const { shown, arrangement, ground, table, onSlide } = props;
  const { messages } = shown.speech;
  const { presentation, app, live } = messages;
  const { unit } = useStageSize();
  const [blank, setBlank] = useState<'black' | 'white' | null>(null);
  const [overlay, setOverlay] = useState<OverlayName | null>(null);
  const [failed, setFailed] = useState(false);
  const stage = useRef<HTMLDivElement | null>(null);
  const fullScreen = useFullScreen();
  useWakeLock();

  const deck = useMemo(
    () => deckOf(shown.board, shown.extras, arrangement),
    [shown.board, shown.extras, arrangement],
  );
  const found = deck.findIndex(({ key }) => key === props.current);
  const index = Math.max(0, found);
  const slide = deck[index];
  // What is around the slide is drawn after it: a press is answered by what is there already.
  const around = useDeferredValue(index);

  const step = (by: 1 | -1): void => goTo(index + by);
  const goTo = (at: number): void => {
    const to = deck[Math.max(0, Math.min(deck.length - 1, at))];
    if (to !== undefined) onSlide(to.key);
  };
  useRotation(props.rotates && overlay === null && blank === null, QUIET_MS, slide?.key, (at) => {
    const quiet = deck.filter(({ section, key }) => section !== 'indicators' || key === at);
    const next = quiet[(quiet.findIndex(({ key }) => key === at) + 1) % quiet.length];
    if (next !== undefined) onSlide(next.key);
  });
  const act = (action: StageAction): void => {
    if (blank !== null) {
      // Any key brings the slide back; it is still the same one.
      setBlank(null);
      return;
    }
    switch (action) {
      case 'next':
        return step(1);
      case 'previous':
        return step(-1);
      case 'first':
        return goTo(0);
      case 'last':
        return goTo(deck.length - 1);
      case 'black':
      case 'white':
        return setBlank(action);
      case 'grid':
      case 'arrange':
        return setOverlay(action);
      case 'help':
        return setOverlay('menu');
      case 'why':
        if (slide?.kind === 'indicator') setOverlay('why');
        return undefined;
      case 'table':
        return props.onTable(!table);
      case 'ground':
        return props.onGround(ground === 'dark' ? 'projector' : 'dark');
      case 'fullScreen':
        return fullScreen.toggle();
      case 'takeIn':
        return props.onTakeIn();
      case 'keep':
        return props.onKeep?.();
      case 'language':
        return props.onLanguage();
      case 'leave':
        return props.onLeave?.();
    }
  };
  const digits = useStageKeys(act, (number) => {
    if (blank === null) goTo(number - 1);
    else setBlank(null);
  });
  const taps = useTaps((by) => act(by === 1 ? 'next' : 'previous'));
  const close = (): void => setOverlay(null);
  const save = (as: SaveAs): void => {
    const chart = stage.current?.querySelector<SVGSVGElement>(
      '[data-shown="true"] svg[role="img"]',
    );
    if (slide === undefined) return;
    setFailed(false);
    saveSlide({ slide, shown, stamp: props.stamp, chart: chart ?? null, as, unit }).catch(() =>
      setFailed(true),
    );
  };

  if (slide === undefined) {
    const none = shown.board.indicators.length === 0;
    return (
      <div data-theme="light">
        <main className={styles['stage']} data-theme={ground} style={unitStyle(unit)}>
          <div className={styles['nothing']}>
            <h1 className={styles['title']}>
              {none ? presentation.empty : presentation.allLeftOut}
            </h1>
            <p>{none ? presentation.emptyBody : ''}</p>
            {none ? null : (
              <button type="button" onClick={() => props.onArrange(AS_MADE)}>
                {presentation.arrange.reset}
              </button>
            )}
            {props.onLeave === null ? null : (
              <button type="button" onClick={props.onLeave}>
                {presentation.menu.leave}
              </button>
            )}
          </div>
        </main>
      </div>
    );
  }
  const indicator = slide.kind === 'indicator' ? indicatorOf(shown, slide.indicatorId) : null;
  const ready = deck.filter((each, at) => each.key === slide.key || Math.abs(at - around) <= READY);
  return (
    // The wall has light colours of its own whatever the page has.
    <div data-theme="light">
      <div
        ref={stage}
        className={styles['stage']}
        data-theme={ground}
        data-slide={slide.key}
        style={unitStyle(unit)}
        {...taps}
      >
        {/* The heading of the page and what is read aloud when the slide changes. */}
        <h1 className="visuallyHidden" aria-live="polite">
          {presentation.pageSpoken(
            index + 1,
            deck.length,
            `${slideSubject(slide, shown)}: ${slideTitle(slide, shown)}`,
          )}
        </h1>
        <main aria-label={presentation.stage} className={styles['layers']}>
          {ready.map((each) => (
            <Layer
              key={each.key}
              slide={each}
              shown={shown}
              unit={unit}
              table={table}
              stamp={props.stamp}
              current={each.key === slide.key}
            />
          ))}
        </main>
        <footer className={styles['foot']}>
          <span className={styles['illustrative']}>
            {shown.board.plan.illustrative ? app.illustrative : ''}
          </span>
          {props.line === 'connected' || props.newer ? null : (
            <span className={styles['line']} role="status">
              {live.states[props.line]}
            </span>
          )}
          {props.newer ? (
            <button
              type="button"
              className={`${styles['tool']} ${styles['newer']}`}
              onClick={props.onTakeIn}
            >
              {presentation.newer}
            </button>
          ) : null}
          {/* Under the number that is typed it keeps its room: the marks beside it stay where they are. */}
          <button
            type="button"
            className={styles['tool']}
            data-covered={digits !== ''}
            aria-label={`${presentation.menu.open}, ${presentation.page(index + 1, deck.length)}`}
            onClick={() => setOverlay('menu')}
          >
            {presentation.page(index + 1, deck.length)}
          </button>
          {digits === '' ? null : <span className={styles['buffer']}>{digits}</span>}
        </footer>
        {blank === null ? null : <div className={styles['blank']} data-blank={blank} />}
        {overlay === 'menu' ? (
          <MenuOverlay
            messages={messages}
            without={[
              ...(props.onKeep === null ? (['keep'] as const) : []),
              ...(props.onLeave === null ? (['leave'] as const) : []),
            ]}
            files={canSave(slide, shown)}
            failed={failed}
            onSave={save}
            onClose={close}
            onAct={(action) => {
              close();
              act(action);
            }}
          />
        ) : null}
        {overlay === 'grid' ? (
          <GridOverlay
            deck={deck}
            current={slide.key}
            shown={shown}
            onClose={close}
            onChoose={(key) => {
              close();
              onSlide(key);
            }}
          />
        ) : null}
        {overlay === 'why' && indicator !== null ? (
          <WhyOverlay indicator={indicator} shown={shown} onClose={close} />
        ) : null}
        {overlay === 'arrange' ? (
          <ArrangeOverlay
            all={deckOf(shown.board, shown.extras, { order: arrangement.order, leftOut: [] })}
            made={deckOf(shown.board, shown.extras).map(({ key }) => key)}
            leftOut={arrangement.leftOut}
            shown={shown}
            onClose={close}
            onApply={(next) => {
              close();
              props.onArrange(next);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

const unitStyle = (unit: number): CSSProperties => ({ '--u': `${unit}px` }) as CSSProperties;

/** A slide with the line above it, drawn and hidden until it is the current one. */
function Layer(props: {
  slide: Slide;
  shown: Shown;
  unit: number;
  table: boolean;
  stamp: string;
  current: boolean;
}): ReactElement {
  const { slide, shown, unit, table, stamp, current } = props;
  const { presentation } = shown.speech.messages;
  return (
    <section
      className={styles['layer']}
      data-shown={current}
      data-key={slide.key}
      aria-hidden={!current}
    >
      <div className={styles['head']}>
        <SlideContext slide={slide} shown={shown} />
        <span className={styles['stamp']}>
          <span>{presentation.yearOf(shown.board.year)}</span>
          <span data-stamp="">{stamp}</span>
        </span>
      </div>
      <SlideView slide={slide} shown={shown} unit={unit} table={table} />
    </section>
  );
}
