import { type ReactElement, useState } from 'react';
import { nameKey } from '../../shared/list-rules.ts';
import type { NamedList } from '../../shared/lists.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import { CountLine } from './CountLine.tsx';
import { ListTools, usePages } from './ListTools.tsx';
import styles from './lists.module.css';
import { rowOf, twiceOf } from './rows.ts';

/** A list for those who may see it and not change it. */
export function ReadOnlyList(props: { list: NamedList; onClose: () => void }): ReactElement {
  const { list, onClose } = props;
  const messages = useMessages();
  const words = messages.lists;
  const format = useFormat();
  const [rows] = useState(() => list.entries.map((entry) => rowOf(entry)));
  const [find, setFind] = useState('');
  const sought = nameKey(find);
  const shown = rows.flatMap(({ name }, at) => (nameKey(name).includes(sought) ? [at] : []));
  const pages = usePages(shown.length);
  const twice = twiceOf(rows);
  const files = new Map(list.evidence.map(({ id, name }) => [id, name]));
  return (
    <>
      <CountLine rows={rows} unitZh={list.unitZh} unitEn={list.unitEn} />
      <ListTools find={find} onFind={setFind} pages={pages} />
      <div className={styles['scroll']}>
        <table className={`statTable ${styles['table']}`}>
          <thead>
            <tr>
              <th scope="col" className="num">
                {words.number}
              </th>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.documentNumber}</th>
              <th scope="col">{words.columns.recognisedOn}</th>
              <th scope="col" className="num">
                {words.columns.quantity}
              </th>
              {list.incremental ? <th scope="col">{words.baseline}</th> : null}
              <th scope="col">{words.evidence}</th>
              <th scope="col">{words.remark}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(pages.from, pages.to).map((at) => {
              const entry = list.entries[at];
              const first = twice[at] ?? null;
              if (entry === undefined) return null;
              return (
                <tr key={rows[at]?.key}>
                  <td className="num">{at + 1}</td>
                  <th scope="row">{entry.name}</th>
                  <td>{entry.documentNumber ?? ''}</td>
                  <td className={styles['short']}>
                    {entry.recognisedOn === null ? '' : format.date(entry.recognisedOn)}
                  </td>
                  <td className="num">{plainNumber(format, entry.quantity)}</td>
                  {list.incremental ? <td>{entry.baseline ? words.baseline : ''}</td> : null}
                  <td>{files.get(entry.evidenceId ?? '') ?? ''}</td>
                  <td>{first === null ? '' : words.twice(first + 1)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? <p className={styles['none']}>{words.none}</p> : null}
      <DialogActions>
        <Button onClick={onClose}>{messages.app.actions.close}</Button>
      </DialogActions>
    </>
  );
}
