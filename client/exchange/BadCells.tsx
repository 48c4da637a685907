import type { ReactElement } from 'react';
import type { BadCell } from '../../shared/exchange.ts';
import { useMessages } from '../app/language.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import styles from './exchange.module.css';
import { whyText } from './fieldText.ts';

/** The cells that say something which cannot be taken over, each with what to do. */
export function BadCells(props: { cells: readonly BadCell[] }): ReactElement | null {
  const { cells } = props;
  const messages = useMessages();
  const words = messages.exchange.page;
  if (cells.length === 0) return null;
  return (
    <section className={styles['bad']}>
      <h2>{words.badCaption}</h2>
      <table className="statTable">
        <caption className="visuallyHidden">{words.badCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles['code']}>
              {words.code}
            </th>
            <th scope="col" className={styles['where']}>
              {words.where}
            </th>
            <th scope="col" className={styles['field']}>
              {words.field}
            </th>
            <th scope="col" className={styles['name']}>
              {words.typed}
            </th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell, at) => (
            <tr key={`${cell.sheet} ${cell.cell} ${at}`}>
              <td>{cell.code}</td>
              <td>
                <MixedText text={`${cell.sheet} ${cell.cell}`} />
              </td>
              <td>{cell.field === null ? '' : messages.exchange.fields[cell.field]}</td>
              <td className={styles['text']}>
                <MixedText text={cell.typed} />
              </td>
              <td>
                <MixedText text={whyText(cell.why, messages)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
