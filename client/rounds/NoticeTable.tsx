import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Round, RoundNotice } from '../../shared/rounds.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useNotices } from './api.ts';
import styles from './rounds.module.css';

/** The notices of a round, each to be printed again as it was. */
export function NoticeTable({ round }: { round: Round }): ReactElement {
  const words = useMessages().rounds.notices;
  const result = useNotices(round.planId, String(round.year));
  return (
    <section>
      <h2>{words.title}</h2>
      <Loaded result={result} skeleton={<SkeletonTable rows={2} />}>
        {({ items }) => (items.length === 0 ? <p>{words.none}</p> : <Notices notices={items} />)}
      </Loaded>
    </section>
  );
}

function Notices({ notices }: { notices: readonly RoundNotice[] }): ReactElement {
  const { rounds, app } = useMessages();
  const words = rounds.notices;
  return (
    <table className={`statTable ${styles['notices']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.on}</th>
          <th scope="col" className="num">
            {words.count}
          </th>
          <th scope="col">{words.by}</th>
          <th scope="col" className="screenOnly">
            {app.actions.column}
          </th>
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <Row key={notice.number} notice={notice} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ notice }: { notice: RoundNotice }): ReactElement {
  const words = useMessages().rounds.notices;
  const format = useFormat();
  const pick = usePick();
  const number = words.numberOf(notice.year, notice.number);
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>{pick(notice.departmentZh, notice.departmentEn)}</td>
      <td>{format.date(notice.issuedAt)}</td>
      <td className="num">{notice.missing.length}</td>
      <td>{notice.issuedBy}</td>
      <td className="screenOnly">
        <Link
          to="/rounds/$roundYear/notices/$number"
          params={{ roundYear: String(notice.year), number: String(notice.number) }}
          search={{ plan: notice.planId }}
          aria-label={words.showNamed(number)}
        >
          {words.show}
        </Link>
      </td>
    </tr>
  );
}
