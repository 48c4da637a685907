import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { type Department, listDepartments } from '../../shared/accounts.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { useSetSearch } from '../app/search.ts';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './accounts.module.css';
import { DepartmentDialog } from './DepartmentDialog.tsx';

/** Where a department would be named by its id: the one that is not there yet. */
const NEW = '+';

/** The departments with the time they exist; those that merged stay, with their successor. */
export function DepartmentsPage(): ReactElement {
  const { departments: words } = useMessages().accounts;
  const departments = useQuery(query(listDepartments, {}));
  const [editing, setEditing] = useState<string | null>(null);
  const items = departments.data?.items ?? [];
  const edited = items.find(({ id }) => id === editing) ?? null;
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        <Button variant="primary" onClick={() => setEditing(NEW)}>
          {words.add}
        </Button>
      }
    >
      <Loaded result={departments}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <DepartmentList items={data.items} onEdit={setEditing} />
          )
        }
      </Loaded>
      {editing === null || (editing !== NEW && edited === null) ? null : (
        <DepartmentDialog
          key={editing}
          department={edited}
          all={items}
          onClose={() => setEditing(null)}
        />
      )}
    </PageFrame>
  );
}

function DepartmentList(props: {
  items: readonly Department[];
  onEdit: (id: string) => void;
}): ReactElement {
  const { accounts, app } = useMessages();
  const { departments: words } = accounts;
  const format = useFormat();
  const pick = usePick();
  const setSearch = useSetSearch();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const withEnded = search['ended'] === 'show';
  const shown = props.items.filter((one) => withEnded || one.validTo === null);
  const successor = (id: string | null) => {
    const found = props.items.find((one) => one.id === id);
    return found === undefined ? '—' : pick(found.shortNameZh, found.nameEn);
  };
  return (
    <>
      <div className={styles['filters']}>
        <Checkbox
          label={words.showEnded}
          checked={withEnded}
          onChange={(show) => setSearch({ ended: show ? 'show' : undefined })}
        />
      </div>
      <table className={`statTable ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">{words.shortName}</th>
            <th scope="col">{words.fullName}</th>
            <th scope="col">{words.nameEn}</th>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.successor}</th>
            <th scope="col">
              <VisuallyHidden>{app.actions.column}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id} className={one.validTo === null ? undefined : styles['ended']}>
              <th scope="row" lang="zh-CN">
                {one.shortNameZh}
              </th>
              <td lang="zh-CN">{one.fullNameZh}</td>
              <td lang="en">{one.nameEn}</td>
              <td>{words.sources[one.nameSource]}</td>
              <td>
                {one.validFrom === null ? words.fromStart : format.date(one.validFrom)}
                {' – '}
                {one.validTo === null ? words.untilNow : format.date(one.validTo)}
              </td>
              <td>{successor(one.successorId)}</td>
              <td>
                <Button
                  variant="link"
                  aria-label={words.editTitle(pick(one.shortNameZh, one.nameEn))}
                  onClick={() => props.onEdit(one.id)}
                >
                  {app.actions.edit}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
