import type { ReactElement } from 'react';
import type { Reading } from '../../shared/readings.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { useSay } from '../readings/api.ts';
import { plainNumber } from '../ui/plainNumber.ts';
import { bareFigure } from './rowWords.ts';
import type { OpenRow } from './SheetKeeper.ts';
import styles from './sheet.module.css';

/** The figures of a row that cannot be typed into; null: nothing that the reader may see. */
export function ReadOnlyCells(props: { row: OpenRow; reading: Reading | null }): ReactElement {
  const { row, reading } = props;
  const { indicator } = row.given;
  const messages = useMessages();
  const format = useFormat();
  const say = useSay(indicator);
  if (reading === null) {
    return (
      <>
        <td className="num">—</td>
        <td className="num">—</td>
        <td className="num">…</td>
        <td>—</td>
        <td>—</td>
        <td>—</td>
      </>
    );
  }
  const part = (value: number | null) => (value === null ? '—' : plainNumber(format, value));
  return (
    <>
      <td className="num">{part(reading.numerator)}</td>
      <td className="num">{part(reading.denominator)}</td>
      <td
        className={`num ${styles['figure']}`}
        data-words={indicator.documentKind === 'rating' || undefined}
      >
        {bareFigure(indicator, reading, say, messages)}
        {reading.corrections === 0 ? null : (
          <span className={styles['below']}>{messages.dashboard.value.corrected}</span>
        )}
      </td>
      <td>{reading.absence === null ? messages.statuses.dataStatuses[reading.dataStatus] : '—'}</td>
      <td className={styles['text']}>{reading.source === '' ? '—' : reading.source}</td>
      <td className={styles['text']} title={reading.note}>
        {reading.absence?.reason ?? (reading.note === '' ? '—' : reading.note)}
      </td>
    </>
  );
}
