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
  const figures = missing.filter(({ subject }) => subject === 'indicator');
  const reports = missing.filter(({ subject }) => subject === 'measure');
  const of = reports.length === 0 ? 'figures' : figures.length === 0 ? 'reports' : 'both';
  const issuer = pick(notice.issuerZh ?? '', notice.issuerEn ?? '');
  return (
    <Sheet
      actions={actions}
      title={paper.title(year, of)}
      number={notices.numberOf(year, notice.number)}
    >
      <p>{paper.to(pick(notice.departmentZh, notice.departmentEn))}</p>
      <p className={sheet['text']}>{paper.opening(year, of, format.date(notice.dueOn))}</p>
      <p className={sheet['text']}>
        {daysOverdue > 0
          ? paper.overdue(figures.length, reports.length, daysOverdue)
          : paper.notYet(figures.length, reports.length)}
      </p>
      <MissingTable missing={figures} code={paper.code} what={paper.indicator} />
      <MissingTable missing={reports} code={paper.measureNumber} what={paper.measure} />
      <p className={sheet['text']}>{figures.length === 0 ? paper.closing : paper.closingFigures}</p>
      <div className={sheet['foot']}>
        {issuer === '' ? null : <p>{issuer}</p>}
        <p>{format.date(notice.issuedAt)}</p>
      </div>
    </Sheet>
  );
}

/** Nothing where nothing of it is missing. */
function MissingTable(props: {
  missing: RoundNotice['missing'];
  code: string;
  what: string;
}): ReactElement | null {
  const { missing, code, what } = props;
  const { paper } = useMessages().rounds;
  const name = useName();
  if (missing.length === 0) return null;
  return (
    <table className={`${sheet['table']} ${styles['missing']}`}>
      <thead>
        <tr>
          <th scope="col">{paper.serial}</th>
          <th scope="col">{code}</th>
          <th scope="col">{what}</th>
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
