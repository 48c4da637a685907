import type { ReactElement } from 'react';
import type { CorrectedList } from '../../shared/corrections.ts';
import type { ListEntry } from '../../shared/lists.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import styles from './entry.module.css';

/** More names than this stay folded: a roster that is replaced has hundreds. */
const NAMES_SHOWN = 10;

/** What a corrected list counts, old beside new, and the members that come, go or change. */
export function ListChanges(props: {
  list: Pick<CorrectedList, 'nameZh' | 'nameEn' | 'unitZh' | 'unitEn' | 'counted'> &
    Pick<CorrectedList, 'added' | 'removed' | 'changed'>;
}): ReactElement {
  const { counted, added, removed, changed, unitZh, unitEn, ...names } = props.list;
  const words = useMessages().review.corrections.list;
  const format = useFormat();
  const pick = usePick();
  const name = useName()(names);
  const unit = pick(unitZh ?? '', unitEn === null ? '' : ` ${unitEn}`);
  const shown = (value: number): string => `${plainNumber(format, value)}${unit}`;
  const after = shown(counted.after);
  return (
    <div className={styles['listChanges']}>
      <p>
        {counted.before === null
          ? words.first(name, after)
          : words.counted(name, shown(counted.before), after)}
      </p>
      {added.length + removed.length + changed.length === 0 ? <p>{words.same}</p> : null}
      <Members title={words.removed(removed.length)} mark="−" entries={removed} />
      <Members title={words.added(added.length)} mark="＋" entries={added} />
      <Members
        title={words.changed(changed.length)}
        mark="→"
        entries={changed.map(({ after: entry }) => entry)}
        before={changed.map(({ before }) => before)}
      />
    </div>
  );
}

function Members(props: {
  title: string;
  mark: string;
  entries: readonly ListEntry[];
  /** Of each entry as it was; absent: they are said once. */
  before?: readonly ListEntry[];
}): ReactElement | null {
  const { title, mark, entries, before } = props;
  const words = useMessages().review.corrections.list;
  const line = useEntryLine();
  if (entries.length === 0) return null;
  const item = (entry: ListEntry, at: number): ReactElement => {
    const was = before?.[at];
    return (
      <li key={`${at} ${entry.name}`} lang="zh-CN">
        <span aria-hidden="true">{mark}</span>{' '}
        {was === undefined ? line(entry) : `${line(was)} → ${line(entry)}`}
      </li>
    );
  };
  const rest = entries.length - NAMES_SHOWN;
  return (
    <>
      <p className={styles['membersTitle']}>{title}</p>
      <ul className={styles['members']}>{entries.slice(0, NAMES_SHOWN).map(item)}</ul>
      {rest > 0 ? (
        <details>
          <summary>{words.more(rest)}</summary>
          <ul className={styles['members']}>
            {entries.slice(NAMES_SHOWN).map((entry, at) => item(entry, at + NAMES_SHOWN))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** An entry in one line: 甲公司，泉经信〔2018〕3号，2018年3月5日. */
function useEntryLine(): (entry: ListEntry) => string {
  const words = useMessages().review.corrections.list;
  const format = useFormat();
  return ({ name, documentNumber, recognisedOn, quantity, baseline }) =>
    [
      name,
      documentNumber,
      recognisedOn === null ? null : format.date(recognisedOn),
      quantity === 1 ? null : plainNumber(format, quantity),
      baseline ? words.baseline : null,
    ]
      .filter((part) => part !== null)
      .join('，');
}
