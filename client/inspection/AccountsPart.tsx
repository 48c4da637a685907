import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { listDepartments } from '../../shared/accounts.ts';
import type { Inspection } from '../../shared/inspection.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { query } from '../call.ts';
import { Part } from './Part.tsx';
import styles from './inspection.module.css';

/** Who has an account, and who of them decides about figures. */
export function AccountsPart({ found }: { found: Inspection }): ReactElement {
  const { inspection: words } = useMessages();
  const active = found.accounts.filter(({ disabledAt }) => disabledAt === null).length;
  return (
    <>
      <Part title={words.accounts} lead={words.accountCount(active, found.accounts.length)}>
        <Accounts accounts={found.accounts} />
      </Part>
      <Part
        title={words.deciders}
        lead={found.deciders.length === 0 ? words.noDeciders : words.decidersLead}
      >
        {found.deciders.length === 0 ? null : <Deciders deciders={found.deciders} />}
      </Part>
    </>
  );
}

function Accounts({ accounts }: { accounts: Inspection['accounts'] }): ReactElement {
  const { inspection: words, accounts: named, statuses } = useMessages();
  const format = useFormat();
  const pick = usePick();
  const departments = useQuery(query(listDepartments, {})).data?.items ?? [];
  const departmentOf = (id: string | null): string => {
    const found = departments.find((one) => one.id === id);
    return found === undefined ? '—' : pick(found.shortNameZh, found.nameEn);
  };
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{named.name}</th>
          <th scope="col">{named.username}</th>
          <th scope="col">{named.users.roles}</th>
          <th scope="col">{named.users.department}</th>
          <th scope="col">{named.users.lastSignIn}</th>
          <th scope="col">{words.disabled}</th>
          <th scope="col">{words.secondFactor}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr
            key={account.id}
            className={account.disabledAt === null ? undefined : styles['ended']}
          >
            <th scope="row">{account.name}</th>
            <td>{account.username}</td>
            <td>{account.roles.map((role) => statuses.roles[role]).join(' · ')}</td>
            <td>{departmentOf(account.departmentId)}</td>
            <td>
              {account.lastSignInAt === null
                ? named.users.never
                : format.dateTime(account.lastSignInAt)}
            </td>
            <td>{account.disabledAt === null ? '' : format.dateTime(account.disabledAt)}</td>
            <td>{account.secondFactor ? words.yes : words.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Deciders({ deciders }: { deciders: Inspection['deciders'] }): ReactElement {
  const { inspection: words, accounts: named } = useMessages();
  const format = useFormat();
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{named.name}</th>
          <th scope="col">{words.may}</th>
          <th scope="col" className="num">
            {words.signed}
          </th>
          <th scope="col" className="num">
            {words.approved}
          </th>
          <th scope="col" className="num">
            {words.sealed}
          </th>
          <th scope="col" className="num">
            {words.corrected}
          </th>
          <th scope="col">{words.last}</th>
        </tr>
      </thead>
      <tbody>
        {deciders.map((decider) => (
          <tr key={decider.id}>
            <th scope="row">{decider.name}</th>
            <td>{decider.may ? words.yes : words.no}</td>
            <td className="num">{decider.signed}</td>
            <td className="num">{decider.approved}</td>
            <td className="num">{decider.sealed}</td>
            <td className="num">{decider.corrected}</td>
            <td>{decider.lastAt === null ? words.never : format.dateTime(decider.lastAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
