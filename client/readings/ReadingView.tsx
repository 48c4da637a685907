import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import styles from './entry.module.css';
import { ReadingFacts } from './ReadingFacts.tsx';
import { StepButtons } from './StepButtons.tsx';
import { Timeline } from './Timeline.tsx';

/** A reading that the reader may see and not change, with the steps that are open to them. */
export function ReadingView(props: {
  reading: Reading;
  indicator: BoardIndicator;
  /** It took the place of the form: the reader goes on here. */
  takesFocus: boolean;
  onDone: (reading: Reading) => void;
  /** What lies beside the figures: lists and files. */
  beside: ReactNode;
  /** What stands below: corrections of what is approved. */
  children?: ReactNode;
}): ReactElement {
  const { reading, indicator, takesFocus, onDone, beside, children } = props;
  const { review, statuses } = useMessages();
  const heading = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section className={styles['view']}>
      <h2 ref={heading} tabIndex={-1}>
        {statuses.readingStatuses[reading.status]}
        {reading.corrections === 0 ? null : (
          <span className={styles['corrected']}>{review.corrected(reading.corrections)}</span>
        )}
      </h2>
      <ReadingFacts reading={reading} indicator={indicator} />
      {beside}
      <Timeline reading={reading} />
      <StepButtons reading={reading} code={indicator.code} onDone={onDone} />
      {children}
    </section>
  );
}
