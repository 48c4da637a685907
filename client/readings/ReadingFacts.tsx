import type { ReactElement, ReactNode } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import { useFormat, useMessages, useName } from '../app/language.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import styles from './entry.module.css';
import { useSay } from './speech.ts';
import { figureWords, formulaWords } from './words.ts';

/** All that a reading says, to be read only. `before`: facts to stand in front of them. */
export function ReadingFacts(props: {
  reading: Reading;
  indicator: BoardIndicator;
  before?: ReactNode;
}): ReactElement {
  const { reading, indicator, before } = props;
  const messages = useMessages();
  const format = useFormat();
  const say = useSay(indicator);
  const { review, form } = messages.readings;
  const desk = messages.review;
  const formula = formulaWords(reading, indicator, say, format);
  return (
    <dl className={styles['facts']}>
      {before}
      <dt>{review.value}</dt>
      <dd className={styles['strong']}>
        {formula ?? figureWords(indicator, reading, say, messages)}
      </dd>
      {reading.absence === null ? null : (
        <Fact name={review.absence} text={reading.absence.reason} />
      )}
      {reading.conditions.length === 0 ? null : (
        <>
          <dt>{review.conditions}</dt>
          <dd>
            <Conditions reading={reading} indicator={indicator} />
          </dd>
        </>
      )}
      {reading.figureYear === null ? null : (
        <Fact name={desk.figureYear} text={desk.otherYear(reading.figureYear)} />
      )}
      <Fact name={form.ground} text={reading.ground} />
      <Fact name={review.dataStatus} text={messages.statuses.dataStatuses[reading.dataStatus]} />
      <Fact name={review.source} text={reading.source === '' ? review.none : reading.source} />
      <Fact name={desk.paperField} text={reading.paper} />
      <Fact name={review.note} text={reading.note} />
      <Fact name={review.scopeChange} text={reading.scopeChange} />
    </dl>
  );
}

/** One named thing; nothing where there is no text. */
function Fact(props: { name: string; text: string | null }): ReactElement | null {
  if (props.text === null || props.text === '') return null;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        <MixedText text={props.text} />
      </dd>
    </>
  );
}

function Conditions(props: { reading: Reading; indicator: BoardIndicator }): ReactElement {
  const { form } = useMessages().readings;
  const name = useName();
  const { date } = useFormat();
  return (
    <ul className={styles['plain']}>
      {props.indicator.conditionNames.map((named) => {
        const told = props.reading.conditions.find(({ id }) => id === named.id);
        const { metOn = null, lostOn = null, documentNumber = null } = told ?? {};
        const parts = [
          metOn === null ? form.conditionOpen : form.conditionMet(date(metOn)),
          ...(lostOn === null ? [] : [form.conditionLost(date(lostOn))]),
          ...(documentNumber === null ? [] : [documentNumber]),
        ];
        return (
          <li key={named.id}>
            {name(named)}：{parts.join(' · ')}
          </li>
        );
      })}
    </ul>
  );
}
