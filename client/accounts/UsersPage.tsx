import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import {
  type Account,
  type Department,
  listDepartments,
  listUsers,
} from '../../shared/accounts.ts';
import { ROLES } from '../../shared/permissions.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { useSetSearch } from '../app/search.ts';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './accounts.module.css';
import { EditUserDialog } from './EditUserDialog.tsx';
import { NewUserDialog } from './NewUserDialog.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import { SignInRules } from './SignInRules.tsx';
import { ACCOUNT_STATES, findUsers, stateOf, usersSearch } from './users.ts';

/** Every account: who it is, what it may do, whether it can sign in. */
export function UsersPage(): ReactElement {
  const { accounts, displays } = useMessages();
  const { users: words } = accounts;
  const users = useQuery(query(listUsers, {}));
  const departments = useQuery(query(listDepartments, {})).data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [secret, setSecret] = useState<{ name: string; password: string } | null>(null);
  const edited = users.data?.items.find(({ id }) => id === editing);
  const show = (name: string, password: string) => {
    setAdding(false);
    setEditing(null);
    setSecret({ name, password });
  };
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Link to="/displays">{displays.title}</Link>
          <Button variant="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </>
      }
    >
      <Loaded result={users}>
        {({ items }) => <UserList items={items} departments={departments} onEdit={setEditing} />}
      </Loaded>
      <SignInRules />
      {adding ? (
        <NewUserDialog departments={departments} onClose={() => setAdding(false)} onMade={show} />
      ) : null}
      {edited === undefined ? null : (
        <EditUserDialog
          key={edited.id}
          account={edited}
          departments={departments}
          onClose={() => setEditing(null)}
          onReset={show}
        />
      )}
      {secret === null ? null : <OneTimePassword {...secret} onClose={() => setSecret(null)} />}
    </PageFrame>
  );
}

function UserList(props: {
  items: readonly Account[];
  departments: readonly Department[];
  onEdit: (id: string) => void;
}): ReactElement {
  const { accounts, statuses, app } = useMessages();
  const { users: words } = accounts;
  const format = useFormat();
  const pick = usePick();
  const search = usersSearch(useSearch({ strict: false }));
  const setSearch = useSetSearch();
  // A lock that runs out while the page is open is shown open at the next reading.
  const [now] = useState(() => new Date());
  const shown = findUsers(props.items, search, now);
  const departmentName = (id: string | null) => {
    const found = props.departments.find((one) => one.id === id);
    return found === undefined ? '—' : pick(found.shortNameZh, found.nameEn);
  };
  return (
    <>
      <div className={styles['filters']} role="search">
        <input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={search.find}
          onChange={(event) => setSearch({ find: event.target.value }, { replace: true })}
        />
        <InlineSelect
          label={words.roles}
          value={search.role ?? ''}
          options={[
            { value: '', label: words.anyRole },
            ...ROLES.map((role) => ({ value: role, label: statuses.roles[role] })),
          ]}
          onChange={(role) => setSearch({ role })}
        />
        <InlineSelect
          label={words.state}
          value={search.state ?? ''}
          options={[
            { value: '', label: words.anyState },
            ...ACCOUNT_STATES.map((state) => ({ value: state, label: words.states[state] })),
          ]}
          onChange={(state) => setSearch({ state })}
        />
        <output className={styles['count']}>{words.count(shown.length, props.items.length)}</output>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <Button
              onClick={() => setSearch({ find: undefined, role: undefined, state: undefined })}
            >
              {app.actions.reset}
            </Button>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <table className={`statTable ${styles['table']}`}>
          <thead>
            <tr>
              <th scope="col">{accounts.name}</th>
              <th scope="col">{accounts.username}</th>
              <th scope="col">{words.roles}</th>
              <th scope="col">{words.department}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.lastSignIn}</th>
              <th scope="col">
                <VisuallyHidden>{app.actions.column}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((account) => (
              <tr
                key={account.id}
                className={account.disabledAt === null ? undefined : styles['ended']}
              >
                <th scope="row">{account.name}</th>
                <td>{account.username}</td>
                <td>{account.roles.map((role) => statuses.roles[role]).join(' · ')}</td>
                <td>{departmentName(account.departmentId)}</td>
                <td>{words.states[stateOf(account, now)]}</td>
                <td>
                  {account.lastSignInAt === null
                    ? words.never
                    : format.dateTime(account.lastSignInAt)}
                </td>
                <td>
                  <Button
                    variant="link"
                    aria-label={words.editTitle(account.name)}
                    onClick={() => props.onEdit(account.id)}
                  >
                    {app.actions.edit}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
