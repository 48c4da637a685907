import type { ReactElement } from 'react';
import { DECK_SECTIONS, type Slide, type SlideKey } from '../../shared/deck.ts';
import { type Shown, slideSubject } from './deckView.ts';
import { Overlay } from './Overlay.tsx';
import styles from './present.module.css';

/** Every slide by its number and name, to be chosen with arrows, a finger or a mouse. */
export function GridOverlay(props: {
  deck: readonly Slide[];
  current: SlideKey;
  shown: Shown;
  onChoose: (key: SlideKey) => void;
  onClose: () => void;
}): ReactElement {
  const { deck, current, shown, onChoose, onClose } = props;
  const { presentation, slides } = shown.speech.messages;
  const numbered = deck.map((slide, index) => ({ slide, number: index + 1 }));
  return (
    <Overlay title={presentation.menu.grid} onClose={onClose} closingKey="KeyG" arrows>
      {DECK_SECTIONS.map((section) => {
        const own = numbered.filter(({ slide }) => slide.section === section);
        return own.length === 0 ? null : (
          <section key={section}>
            <h3>{slides.sections[section]}</h3>
            <ol className={styles['grid']}>
              {own.map(({ slide, number }) => (
                <li key={slide.key}>
                  <button
                    type="button"
                    aria-current={slide.key === current ? 'true' : undefined}
                    onClick={() => onChoose(slide.key)}
                  >
                    <b>{number}</b>
                    <span>{slideSubject(slide, shown)}</span>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </Overlay>
  );
}
