import type { ReactElement } from 'react';
import { countedOf, nameKey } from '../../shared/list-rules.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import styles from './lists.module.css';
import { isBlank, readRows, type Row, twiceOf } from './rows.ts';

/** What the list counts as it stands, and what of it does not count. */
export function CountLine(props: {
  rows: readonly Row[];
  unitZh: string | null;
  unitEn: string | null;
}): ReactElement {
  const words = useMessages().lists;
  const format = useFormat();
  const pick = usePick();
  const rows = props.rows.filter((row) => !isBlank(row));
  const { entries } = readRows(rows, props.unitZh);
  const named = entries.filter(({ name }) => name !== '');
  const twice = twiceOf(rows).filter((first) => first !== null).length;
  const baseline = new Set(named.filter((one) => one.baseline).map(({ name }) => nameKey(name)));
  const unit = pick(props.unitZh ?? '', props.unitEn === null ? '' : ` ${props.unitEn}`);
  const counted = `${plainNumber(format, countedOf(named))}${unit}`;
  return (
    <p className={styles['counted']} role="status">
      <strong>{words.counted}</strong> {words.countedOf(counted, rows.length, twice, baseline.size)}
    </p>
  );
}
