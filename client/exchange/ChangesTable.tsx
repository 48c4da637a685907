import { Fragment, type ReactElement } from 'react';
import { findingsOf } from '../../shared/checks.ts';
import type { ImportedField, ImportedRow } from '../../shared/exchange.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { useSay } from '../readings/api.ts';
import { FindingList } from '../ui/FindingList.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import { isBlocked, keyOf } from './choose.ts';
import styles from './exchange.module.css';
import { fieldText, whyText } from './fieldText.ts';

/** Every changed field with what stands and what would stand, each to be chosen. */
export function ChangesTable(props: {
  rows: readonly ImportedRow[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}): ReactElement {
  const { rows, chosen, onChoose } = props;
  const words = useMessages().exchange.page;
  const choose = (key: string, wanted: boolean): void => {
    const others = [...chosen].filter((one) => one !== key);
    onChoose(new Set(wanted ? [...others, key] : others));
  };
  return (
    <table className="statTable">
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles['take']}>
            {words.take}
          </th>
          <th scope="col" className={styles['code']}>
            {words.code}
          </th>
          <th scope="col" className={styles['name']}>
            {words.indicator}
          </th>
          <th scope="col" className={styles['field']}>
            {words.field}
          </th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.indicator.id}>
            {row.fields.map((field, at) => (
              <Change
                key={field.field}
                row={row}
                field={field}
                first={at === 0}
                chosen={chosen.has(keyOf(row, field))}
                onChoose={(wanted) => choose(keyOf(row, field), wanted)}
              />
            ))}
            {row.findings.length === 0 ? null : <Found row={row} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** What the checks say of the row, below its changes. */
function Found(props: { row: ImportedRow }): ReactElement {
  const { row } = props;
  const say = useSay(row.indicator);
  return (
    <tr>
      <td colSpan={6} className={styles['found']}>
        <FindingList found={findingsOf(row.findings)} say={say} />
      </td>
    </tr>
  );
}

function Change(props: {
  row: ImportedRow;
  field: ImportedField;
  /** The indicator is named once. */
  first: boolean;
  chosen: boolean;
  onChoose: (wanted: boolean) => void;
}): ReactElement {
  const { row, field, first, chosen, onChoose } = props;
  const messages = useMessages();
  const pick = usePick();
  const name = useName();
  const { date } = useFormat();
  const words = messages.exchange.page;
  const called = messages.exchange.fields[field.field];
  const text = (figures: ImportedField['before']): ReactElement => {
    const said = fieldText(row, field.field, figures, messages, pick, date);
    return said === '' ? (
      <span className={styles['blank']}>{words.blank}</span>
    ) : (
      <MixedText text={said} />
    );
  };
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={words.takeThis(row.indicator.code, called)}
          checked={chosen}
          disabled={isBlocked(field)}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <td>{first ? row.indicator.code : ''}</td>
      <th scope="row">
        {first ? (
          name(row.indicator)
        ) : (
          <span className="visuallyHidden">{name(row.indicator)}</span>
        )}
        {first && row.version === 0 ? <span className={styles['mark']}>{words.begins}</span> : null}
      </th>
      <td>{called}</td>
      <td className={styles['text']}>
        {text(field.before)}
        {field.conflict ? (
          <span className={styles['mark']} title={words.conflictHint}>
            {words.conflict}
          </span>
        ) : null}
      </td>
      <td className={styles['text']}>
        <span className={styles['after']}>{text(field.after)}</span>
        {field.issues.map((why) => (
          <span key={why.code} className={styles['why']}>
            <MixedText text={whyText(why, messages)} />
          </span>
        ))}
        {isBlocked(field) ? <span className={styles['why']}>{words.blocked}</span> : null}
      </td>
    </tr>
  );
}
