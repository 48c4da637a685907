import type { ReactElement, ReactNode } from 'react';
import type { RoundNotice } from '../../shared/rounds.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import styles from './Notice.module.css';

/**
 * A notice in the plain form of an office: title, number, 主送, what is missing, 落款 and date. A4,
 * nothing of the screen on it.
 */
export function NoticePaper(props: { notice: RoundNotice; actions: ReactNode }): ReactElement {
  const { notice, actions } = props;
  const { paper, notices } = useMessages().rounds;
  const format = useFormat();
  const pick = usePick();
  const { year, missing, daysOverdue } = notice;
  const issuer = pick(notice.issuerZh ?? '', notice.issuerEn ?? '');
  return (
    <>
      <div className={`${styles['actions']} screenOnly`}>{actions}</div>
      <article className={styles['paper']}>
        <h2 className={styles['title']}>{paper.title(year)}</h2>
        <p className={styles['number']}>{notices.numberOf(year, notice.number)}</p>
        <p>{paper.to(pick(notice.departmentZh, notice.departmentEn))}</p>
        <p className={styles['text']}>{paper.opening(year, format.date(notice.dueOn))}</p>
        <p className={styles['text']}>
          {daysOverdue > 0
            ? paper.overdue(missing.length, daysOverdue)
            : paper.notYet(missing.length)}
        </p>
        <MissingTable missing={missing} />
        <p className={styles['text']}>{paper.closing}</p>
        <div className={styles['foot']}>
          {issuer === '' ? null : <p>{issuer}</p>}
          <p>{format.date(notice.issuedAt)}</p>
        </div>
      </article>
    </>
  );
}

function MissingTable({ missing }: { missing: RoundNotice['missing'] }): ReactElement {
  const { paper } = useMessages().rounds;
  const name = useName();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{paper.serial}</th>
          <th scope="col">{paper.code}</th>
          <th scope="col">{paper.indicator}</th>
        </tr>
      </thead>
      <tbody>
        {missing.map((item, index) => (
          <tr key={item.code}>
            <td>{index + 1}</td>
            <td>{item.code}</td>
            <th scope="row">{name(item)}</th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
