import type { KeyboardEvent, ReactElement } from 'react';
import { LIST_COLUMNS, type ListColumn } from '../../shared/list-input.ts';
import type { NamedList } from '../../shared/lists.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './lists.module.css';
import { type Row, twiceOf } from './rows.ts';

/**
 * The entries in boxes. Tab goes along a row; Enter and the arrows go up and down a column as in a
 * spreadsheet, and Enter below the last entry adds one.
 */
export function RowsTable(props: {
  rows: readonly Row[];
  /** The rows that are drawn, from 0. */
  shown: readonly number[];
  list: NamedList;
  onChange: (rows: readonly Row[]) => void;
  onAdd: () => void;
}): ReactElement {
  const { rows, shown, list, onChange, onAdd } = props;
  const words = useMessages().lists;
  const twice = twiceOf(rows);
  const set = (at: number, changes: Partial<Row>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...changes } : row)));
  const withFiles = list.evidence.length > 0;
  return (
    <div className={styles['scroll']}>
      <table className={`statTable ${styles['table']} ${styles['boxes']}`}>
        <thead>
          <tr>
            <th scope="col" className="num">
              {words.number}
            </th>
            {LIST_COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'quantity' ? 'num' : ''}>
                {words.columns[column]}
              </th>
            ))}
            {list.incremental ? <th scope="col">{words.baseline}</th> : null}
            {withFiles ? <th scope="col">{words.evidence}</th> : null}
            <th scope="col">{words.remark}</th>
            <th scope="col">{words.work}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => {
            const row = rows[at];
            if (row === undefined) return null;
            const first = twice[at] ?? null;
            return (
              <tr key={row.key} data-twice={first === null ? undefined : ''}>
                <td className="num">{at + 1}</td>
                {LIST_COLUMNS.map((column) => (
                  <td key={column}>
                    <input
                      type="text"
                      autoComplete="off"
                      spellCheck={false}
                      aria-label={words.cell(at + 1, words.columns[column])}
                      data-column={column}
                      className={styles['box']}
                      value={row[column]}
                      onChange={(event) => set(at, { [column]: event.target.value })}
                      onKeyDown={(event) => moveInColumn(event, column, onAdd)}
                    />
                  </td>
                ))}
                {list.incremental ? (
                  <td className={styles['tick']}>
                    <input
                      type="checkbox"
                      aria-label={words.cell(at + 1, words.baseline)}
                      checked={row.baseline}
                      onChange={(event) => set(at, { baseline: event.target.checked })}
                    />
                  </td>
                ) : null}
                {withFiles ? (
                  <td>
                    <select
                      aria-label={words.cell(at + 1, words.evidence)}
                      className={styles['box']}
                      value={row.evidenceId ?? ''}
                      onChange={(event) => set(at, { evidenceId: event.target.value || null })}
                    >
                      <option value="">{words.noEvidence}</option>
                      {list.evidence.map(({ id, name }) => (
                        <option key={id} value={id}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </td>
                ) : null}
                <td className={styles['remark']}>
                  {first === null ? null : <strong>{words.twice(first + 1)}</strong>}{' '}
                  {row.from === null ? null : words.fromPrevious(row.from)}
                </td>
                <td>
                  <Button
                    variant="link"
                    aria-label={words.removeNamed(at + 1)}
                    onClick={() => onChange(rows.filter((_, place) => place !== at))}
                  >
                    {words.remove}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function moveInColumn(
  event: KeyboardEvent<HTMLInputElement>,
  column: ListColumn,
  onAdd: () => void,
): void {
  const down = event.key === 'Enter' || event.key === 'ArrowDown';
  if ((!down && event.key !== 'ArrowUp') || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const row = event.currentTarget.closest('tr');
  const next = down ? row?.nextElementSibling : row?.previousElementSibling;
  const box = next?.querySelector<HTMLInputElement>(`[data-column="${column}"]`);
  if (box !== null && box !== undefined) {
    box.focus();
    box.select();
  } else if (event.key === 'Enter') onAdd();
}
