import type { ReactElement, ReactNode } from 'react';
import type { RoundNotice } from '../../shared/rounds.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import sheet from '../ui/Sheet.module.css';
import styles from './NoticePaper.module.css';

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
    <Sheet
      actions={actions}
      title={paper.title(year)}
      number={notices.numberOf(year, notice.number)}
    >
      <p>{paper.to(pick(notice.departmentZh, notice.departmentEn))}</p>
      <p className={sheet['text']}>{paper.opening(year, format.date(notice.dueOn))}</p>
      <p className={sheet['text']}>
        {daysOverdue > 0
          ? paper.overdue(missing.length, daysOverdue)
          : paper.notYet(missing.length)}
      </p>
      <MissingTable missing={missing} />
      <p className={sheet['text']}>{paper.closing}</p>
      <div className={sheet['foot']}>
        {issuer === '' ? null : <p>{issuer}</p>}
        <p>{format.date(notice.issuedAt)}</p>
      </div>
    </Sheet>
  );
}

function MissingTable({ missing }: { missing: RoundNotice['missing'] }): ReactElement {
  const { paper } = useMessages().rounds;
  const name = useName();
  return (
    <table className={`${sheet['table']} ${styles['missing']}`}>
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
