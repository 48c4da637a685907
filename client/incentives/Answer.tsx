import type { ReactElement } from 'react';
import type { Result } from '../../shared/incentives/types.ts';
import type { Incentive } from '../../shared/incentives.ts';
import styles from './policy.module.css';
import { speakAmount, speakAssumptions, type Speaking, speakQuestion, speakStep } from './speak.ts';

/** What follows for a case: the sum by every reading with its arithmetic, and what is left open. */
export function Answer(props: {
  rule: Incentive;
  result: Result;
  speaking: Speaking;
}): ReactElement {
  const { rule, result, speaking } = props;
  const { pick } = speaking;
  const words = speaking.words.page;
  const { readings, needs } = result;
  const need = (one: (typeof needs)[number]): string => {
    if (one.kind !== 'value') return words.need[one.kind];
    const condition = rule.conditions.find(({ field }) => field === one.field);
    return condition === undefined ? one.field : pick(condition.nameZh, condition.nameEn);
  };
  const open = [
    ...result.questions.map((question) => speakQuestion(rule, question, speaking)),
    ...rule.notes.map(({ textZh, textEn }) => pick(textZh, textEn)),
  ];
  return (
    <div className={styles['answer']} aria-live="polite">
      {needs.length === 0 ? null : (
        <p>
          {words.needs}
          {pick('：', ': ')}
          {needs.map(need).join(pick('、', ', '))}
        </p>
      )}
      {readings.map((reading, at) => (
        <div key={speakAssumptions(reading, speaking)} className={styles['reading']}>
          <p>
            {readings.length > 1 ? <strong>{words.reading(at + 1)} · </strong> : null}
            <strong className={styles['sum']}>{speakAmount(reading, speaking)}</strong>
            {reading.assumptions.length === 0 ? null : (
              <span className={styles['assumed']}> {speakAssumptions(reading, speaking)}</span>
            )}
          </p>
          <ul className={styles['steps']}>
            {reading.steps.map((step) => (
              <li key={speakStep(step, speaking)}>{speakStep(step, speaking)}</li>
            ))}
          </ul>
        </div>
      ))}
      {open.length === 0 || result.verdict === 'notMet' ? null : (
        <>
          <h4>{words.open}</h4>
          <ul>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
