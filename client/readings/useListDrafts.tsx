import { type ReactElement, useState } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import { countedOf, differenceOf } from '../../shared/list-rules.ts';
import type { ListEntry, ListSubject, NamedList } from '../../shared/lists.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName } from '../app/language.tsx';
import { ListEditor, useListSummaries } from '../lists/api.ts';
import { Button } from '../ui/Button.tsx';
import styles from './entry.module.css';
import type { FigureProps } from './EntryFields.tsx';
import { ListChanges } from './ListChanges.tsx';
import type { NumberKey } from './subject.ts';

interface Draft {
  /** As the list stands, which the draft was made from. */
  readonly list: NamedList;
  readonly entries: readonly ListEntry[];
}

/** What the figures of an indicator may be counted by. */
interface Listed {
  readonly of: ListSubject;
  readonly subjectId: string;
  readonly name: string;
}

/**
 * Copies of the lists behind the figures of a reading, changed for a request. A figure that a list
 * stands behind is not typed: it follows from its copy.
 * @param onCounted puts what a copy counts into the box of its figure
 */
export function useListDrafts(
  indicator: BoardIndicator,
  { planId, ratio }: Pick<Indicator, 'planId' | 'ratio'>,
  year: number,
  onCounted: (key: NumberKey, counted: string) => void,
): {
  /** As the request says them. */
  readonly asked: { field: NumberKey; version: number; entries: ListEntry[] }[];
  readonly follows: NonNullable<FigureProps['follows']>;
  readonly editor: ReactElement | null;
} {
  const words = useMessages().review.corrections.list;
  const name = useName();
  const summaries = useListSummaries(planId, year).data?.items ?? [];
  const [drafts, setDrafts] = useState<Partial<Record<NumberKey, Draft>>>({});
  const [open, setOpen] = useState<NumberKey | null>(null);
  const listedBehind = (key: NumberKey): Listed | null => {
    const part = key === 'value' ? null : ratio?.[key];
    if (part === undefined) return null;
    const subjectId = part === null ? indicator.id : part.id;
    const of: ListSubject = part === null ? 'indicator' : 'component';
    const saved = summaries.some((one) => one.of === of && one.subjectId === subjectId);
    return saved ? { of, subjectId, name: name(part ?? indicator) } : null;
  };
  const shown = open === null ? null : listedBehind(open);
  return {
    asked: Object.entries(drafts).map(([field, { list, entries }]) => ({
      field: field as NumberKey,
      version: list.version,
      entries: [...entries],
    })),
    follows: (key) => {
      const listed = listedBehind(key);
      if (listed === null) return null;
      const draft = drafts[key];
      return {
        hint: words.follows,
        below: (
          <div className={styles['follows']}>
            {draft === undefined ? null : <DraftChanges draft={draft} />}
            <Button aria-label={words.changeNamed(listed.name)} onClick={() => setOpen(key)}>
              {words.change}
            </Button>
          </div>
        ),
      };
    },
    editor:
      open === null || shown === null ? null : (
        <ListEditor
          planId={planId}
          year={year}
          of={shown.of}
          subjectId={shown.subjectId}
          draft={{
            entries: drafts[open]?.entries ?? null,
            onTake: (entries, list) => {
              setDrafts((old) => ({ ...old, [open]: { list, entries } }));
              onCounted(open, String(countedOf(entries)));
            },
          }}
          onClose={() => setOpen(null)}
        />
      ),
  };
}

function DraftChanges({ draft: { list, entries } }: { draft: Draft }): ReactElement {
  const { added, removed, changed } = differenceOf(list.entries, entries);
  return (
    <ListChanges
      list={{
        ...list,
        counted: { before: list.counted, after: countedOf(entries) },
        added: [...added],
        removed: [...removed],
        changed: [...changed],
      }}
    />
  );
}
