import type { ReactElement } from 'react';
import type { Reading } from '../../shared/readings.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { returnWords } from '../dashboard/api.ts';
import { MixedText } from '../ui/MixedText.tsx';
import styles from './entry.module.css';

/** Who did what with a reading, and what is still to come. */
export function Timeline(props: { reading: Reading }): ReactElement {
  const { reading } = props;
  const messages = useMessages();
  const words = messages.readings.timeline;
  const { dateTime } = useFormat();
  const { returned, signedBefore, sealed } = reading;
  const acts = [
    ['entered', reading.entered],
    ...(signedBefore === null ? [] : [['signedBefore', signedBefore] as const]),
    ['submitted', reading.submitted],
    // What was sent straight back has its signature, and no other is coming.
    ...(signedBefore === null ? [['signed', reading.signed] as const] : []),
    ['approved', reading.approved],
    ...(sealed === null ? [] : [['sealed', sealed] as const]),
  ] as const;
  const done = acts.map(([, act]) => act !== null).lastIndexOf(true);
  return (
    <section>
      <h2>{words.title}</h2>
      <ol className={styles['timeline']}>
        {acts.map(([what, act], index) => {
          // Approved without a signature: that step is not coming any more.
          if (act === null && index < done) return null;
          return (
            <li key={what}>
              <span className={styles['strong']}>{words[what]}</span>
              {act === null ? (
                <span className={styles['waiting']}>{words.waiting}</span>
              ) : (
                <span>{words.by(act.name, dateTime(act.at))}</span>
              )}
            </li>
          );
        })}
        {returned === null ? null : (
          <li>
            <span className={styles['strong']}>{words.returned}</span>
            <span>
              {words.by(returned.name, dateTime(returned.at))}
              <br />
              <span className={styles['reason']}>
                <MixedText text={words.reason(returnWords(messages, returned))} />
              </span>
            </span>
          </li>
        )}
      </ol>
    </section>
  );
}
