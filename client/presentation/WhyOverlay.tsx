import type { ReactElement } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import { whyGroups } from '../dashboard/api.ts';
import { nameOf, type Shown } from './deckView.ts';
import { Overlay } from './Overlay.tsx';
import styles from './present.module.css';

/** Why an indicator has its status: every step of the arithmetic, to be read from the seats. */
export function WhyOverlay(props: {
  indicator: BoardIndicator;
  shown: Shown;
  onClose: () => void;
}): ReactElement {
  const { indicator, shown, onClose } = props;
  const { dashboard } = shown.speech.messages;
  const name = `${indicator.code} ${nameOf(indicator, shown.speech)}`;
  return (
    <Overlay title={dashboard.why.title(name)} onClose={onClose} closingKey="KeyD">
      {whyGroups(indicator, shown.speech).map(({ group, title, lines }) => (
        <section key={group}>
          <h3>{title}</h3>
          <ul className={styles['lines']}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Overlay>
  );
}
