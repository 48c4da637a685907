import type { ReactElement } from 'react';
import { isGranted, totalOf } from '../../shared/incentives/total.ts';
import type { Result } from '../../shared/incentives/types.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import styles from './policy.module.css';
import { speakAmount } from './speak.ts';

/** The rules that apply so far, with their sums, and what must not be read into them. */
export function Summary(props: {
  rules: readonly Incentive[];
  results: readonly Result[];
}): ReactElement {
  const { rules, results } = props;
  const { incentives } = useMessages();
  const words = incentives.page;
  const pick = usePick();
  const format = useFormat();
  const speaking = { words: incentives, format, pick };
  const granted = rules.flatMap((rule) => {
    const result = results.find(({ ruleId }) => ruleId === rule.id);
    return result !== undefined && isGranted(result) ? [{ rule, result }] : [];
  });
  const { from, to } = totalOf(rules, results);
  return (
    <aside className={styles['summary']} aria-label={words.summary}>
      <h2>{words.summary}</h2>
      {granted.length === 0 ? (
        <p>{words.summaryNone}</p>
      ) : (
        <>
          <p>
            <strong>{words.applying(granted.length)}</strong>
          </p>
          <ul>
            {granted.map(({ rule, result }) => (
              <li key={rule.id}>
                {pick(rule.titleZh, rule.titleEn)}
                {pick('：', ': ')}
                <strong>
                  {[...new Set(result.readings.map((one) => speakAmount(one, speaking)))].join(
                    pick(' 或 ', ' or '),
                  )}
                </strong>
              </li>
            ))}
          </ul>
          <p className={styles['total']}>
            <strong>{words.total(format.money(from), format.money(to))}</strong>
          </p>
          <p className="sourceLine">{words.totalNote}</p>
          {granted.length > 1 ? <p className="sourceLine">{words.stacking}</p> : null}
        </>
      )}
      <p className="sourceLine">{words.notDecision}</p>
    </aside>
  );
}
