import { type ReactElement, useState } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { useMeasures } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import styles from './acceptance.module.css';
import { newItem, type Typed, type TypedItem } from './typedSheet.ts';

/** Adds items to a draft: all targets at once, one target or measure, or something in words. */
export function AddItems(props: {
  typed: Typed;
  board: Dashboard;
  onChange: (items: readonly TypedItem[]) => void;
}): ReactElement {
  const { typed, board, onChange } = props;
  const words = useMessages().acceptance;
  const pick = usePick();
  const measures = useMeasures(board.plan.id).data?.items ?? [];
  const [picked, setPicked] = useState('');
  const [subject = '', id = ''] = picked.split(' ');
  const { items } = typed;
  // Ids are the sheet's own: the next number that none of them has.
  const free = (prefix: string, taken: readonly TypedItem[] = items): string => {
    let number = taken.length + 1;
    while (taken.some((one) => one.id === `${prefix}-${number}`)) number += 1;
    return `${prefix}-${number}`;
  };
  const missing = board.indicators.filter(
    (one) => !items.some(({ indicatorId }) => indicatorId === one.id),
  );
  const addAll = () => {
    let all = items;
    for (const one of missing) {
      const about = { id: free('t', all), subjectId: one.id, title: '' };
      all = [...all, newItem('indicator', about)];
    }
    onChange(all);
  };
  const addPicked = () => {
    const about = { id: free('i'), subjectId: id, title: '' };
    onChange([...items, newItem(subject === 'measure' ? 'measure' : 'indicator', about)]);
    setPicked('');
  };
  return (
    <div className={styles['tools']}>
      {missing.length === 0 ? null : (
        <Button onClick={addAll}>{words.addAll(missing.length)}</Button>
      )}
      <InlineSelect
        label={words.addOne}
        value={picked}
        options={[
          { value: '', label: words.addOne },
          ...board.indicators.map((one) => ({
            value: `indicator ${one.id}`,
            label: `${one.code} ${pick(one.nameZh, one.nameEn)}`,
          })),
          ...measures.map((one) => ({
            value: `measure ${one.id}`,
            label: `${words.subjects.measure} ${one.number}. ${pick(one.titleZh, one.titleEn)}`,
          })),
        ]}
        onChange={setPicked}
      />
      {picked === '' ? null : <Button onClick={addPicked}>{words.add}</Button>}
      <Button
        onClick={() =>
          onChange([...items, newItem('free', { id: free('f'), subjectId: null, title: '' })])
        }
      >
        {words.addFree}
      </Button>
    </div>
  );
}
