import type { ReactElement } from 'react';
import { MOST_RESULTS } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { useIssue } from '../ui/form-context.ts';
import styles from './measures.module.css';

/** A result in figures as it is typed. */
export interface TypedResult {
  readonly name: string;
  readonly amount: string;
  readonly unit: string;
}

const FIELDS = ['name', 'amount', 'unit'] as const;

/** The results in figures, a row each. */
export function ResultRows(props: {
  rows: readonly TypedResult[];
  onChange: (rows: readonly TypedResult[]) => void;
}): ReactElement {
  const { rows, onChange } = props;
  const words = useMessages().measures.reports;
  const heads = { name: words.resultName, amount: words.resultAmount, unit: words.resultUnit };
  const put = (at: number, changes: Partial<TypedResult>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...changes } : row)));
  return (
    <fieldset className={styles['resultSet']} data-pointer="/results" tabIndex={-1}>
      <legend>
        <strong>{words.results}</strong>
      </legend>
      {rows.length === 0 ? null : (
        <table className={styles['results']}>
          <thead>
            <tr>
              {FIELDS.map((field) => (
                <th key={field} scope="col">
                  {heads[field]}
                </th>
              ))}
              <th scope="col">
                <span className="visuallyHidden">{words.resultWork}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // A row has nothing of its own but its place.
              <tr key={at}>
                {FIELDS.map((field) => (
                  <td key={field}>
                    <Cell
                      label={words.resultRow(at + 1, heads[field])}
                      pointer={`/results/${at}/${field}`}
                      numeric={field === 'amount'}
                      value={row[field]}
                      onChange={(value) => put(at, { [field]: value })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    variant="link"
                    aria-label={words.removeResult(at + 1)}
                    onClick={() => onChange(rows.filter((_row, index) => index !== at))}
                  >
                    {words.remove}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length >= MOST_RESULTS ? null : (
        <p>
          <Button
            variant="link"
            onClick={() => onChange([...rows, { name: '', amount: '', unit: '' }])}
          >
            {words.addResult}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

function Cell(props: {
  label: string;
  pointer: string;
  numeric: boolean;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  const { label, pointer, numeric, value, onChange } = props;
  const issue = useIssue(pointer);
  return (
    <input
      type="text"
      autoComplete="off"
      inputMode={numeric ? 'decimal' : 'text'}
      aria-label={label}
      aria-invalid={issue === undefined ? undefined : true}
      data-pointer={pointer}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
