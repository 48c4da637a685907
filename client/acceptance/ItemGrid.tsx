import type { ReactElement } from 'react';
import {
  ITEM_PARTS,
  PROPORTION_BASES,
  rulesOf,
  statusesOf,
} from '../../shared/acceptance-rules.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { parseNumber } from '../../shared/number-input.ts';
import { useDepartments } from '../plans/api.ts';
import { Button } from '../ui/Button.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import styles from './acceptance.module.css';
import type { Typed, TypedItem } from './typedSheet.ts';
import { useItemName } from './useItemName.ts';

/** The items of a draft: part, department, marks, rule and its words. */
export function ItemGrid(props: {
  typed: Typed;
  board: Dashboard;
  onChange: (items: readonly TypedItem[]) => void;
}): ReactElement {
  const { typed, board, onChange } = props;
  const words = useMessages().acceptance;
  const format = useFormat();
  const { items } = typed;
  const sum = items.reduce((total, { part, weight }) => {
    const parsed = parseNumber(weight);
    const marks = part === 'base' && parsed.ok ? (parsed.value ?? 0) : 0;
    return total + Math.round(marks * 100);
  }, 0);
  return (
    <table className={`statTable ${styles['grid']}`}>
      <caption>{words.gridCaption(items.length, format.number(sum / 100, 2))}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.item}</th>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.columns.department}</th>
          <th scope="col">{words.columns.weight}</th>
          <th scope="col">{words.ruleHead}</th>
          <th scope="col">{words.standard}</th>
          <th scope="col">{words.work}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => (
          <Row
            key={item.id}
            at={at}
            item={item}
            board={board}
            onChange={(more) =>
              onChange(items.map((one) => (one === item ? { ...one, ...more } : one)))
            }
            onRemove={() => onChange(items.filter((one) => one !== item))}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  at: number;
  item: TypedItem;
  board: Dashboard;
  onChange: (more: Partial<TypedItem>) => void;
  onRemove: () => void;
}): ReactElement {
  const { at, item, board, onChange, onRemove } = props;
  const words = useMessages().acceptance;
  const pick = usePick();
  const nameOf = useItemName(board);
  const departments = useDepartments().data?.items ?? [];
  const cell = (name: string) => words.cell(at + 1, name);
  return (
    <tr>
      <th scope="row" className={styles['cell']}>
        {item.subject === 'free' ? (
          <input
            type="text"
            lang="zh-CN"
            aria-label={cell(words.columns.item)}
            data-pointer={`/items/${at}/title`}
            value={item.title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        ) : (
          nameOf(item)
        )}
      </th>
      <td>
        <InlineSelect
          label={cell(words.part)}
          value={item.part}
          options={ITEM_PARTS.map((value) => ({ value, label: words.parts[value] }))}
          onChange={(part) => onChange({ part })}
        />
      </td>
      <td>
        <InlineSelect
          label={cell(words.columns.department)}
          value={item.departmentId ?? ''}
          options={[
            { value: '', label: item.subject === 'indicator' ? words.lead : words.nobody },
            ...departments.map((one) => ({
              value: one.id,
              label: pick(one.shortNameZh, one.nameEn),
            })),
          ]}
          onChange={(id) => onChange({ departmentId: id === '' ? null : id })}
        />
      </td>
      <td className={styles['cell']}>
        {item.part === 'veto' ? null : (
          <input
            type="text"
            inputMode="decimal"
            className={styles['mark']}
            aria-label={cell(words.columns.weight)}
            data-pointer={`/items/${at}/weight`}
            value={item.weight}
            onChange={({ target }) => onChange({ weight: target.value })}
          />
        )}
      </td>
      <td>
        <Rule item={item} cell={cell} onChange={onChange} />
      </td>
      <td className={styles['cell']}>
        <input
          type="text"
          lang="zh-CN"
          aria-label={cell(words.standard)}
          data-pointer={`/items/${at}/standard`}
          value={item.standard}
          onChange={({ target }) => onChange({ standard: target.value })}
        />
      </td>
      <td>
        <Button variant="link" aria-label={cell(words.remove)} onClick={onRemove}>
          {words.remove}
        </Button>
      </td>
    </tr>
  );
}

/** The rule, and what it needs: the basis of a proportion, or marks for each status. */
function Rule(props: {
  item: TypedItem;
  cell: (name: string) => string;
  onChange: (more: Partial<TypedItem>) => void;
}): ReactElement {
  const { item, cell, onChange } = props;
  const { acceptance: words, statuses, measures } = useMessages();
  const named: Readonly<Record<string, string>> =
    item.subject === 'measure' ? measures.states : statuses.names;
  const known = rulesOf(item.subject);
  return (
    <>
      <InlineSelect
        label={cell(words.ruleHead)}
        value={item.rule ?? ''}
        options={[
          { value: '', label: words.notSaid },
          ...known.map((value) => ({ value: value as string, label: words.rules[value] })),
        ]}
        onChange={(picked) => onChange({ rule: known.find((one) => one === picked) ?? null })}
      />
      {item.rule === 'proportional' ? (
        <InlineSelect
          label={cell(words.basis)}
          value={item.basis ?? ''}
          options={[
            { value: '', label: words.notSaid },
            ...PROPORTION_BASES.map((value) => ({
              value: value as string,
              label: words.bases[value],
            })),
          ]}
          onChange={(picked) =>
            onChange({ basis: PROPORTION_BASES.find((one) => one === picked) ?? null })
          }
        />
      ) : null}
      {item.rule === 'perStatus' ? (
        <div className={styles['points']}>
          {statusesOf(item.subject).map((status) => (
            <label key={status}>
              {named[status]}{' '}
              <input
                type="text"
                inputMode="decimal"
                className={styles['mark']}
                aria-label={cell(named[status] ?? status)}
                value={item.points[status] ?? ''}
                onChange={({ target }) =>
                  onChange({ points: { ...item.points, [status]: target.value } })
                }
              />
            </label>
          ))}
        </div>
      ) : null}
    </>
  );
}
