import { type ReactElement, useState } from 'react';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { EntryKeeper } from './EntryKeeper.ts';
import styles from './entry.module.css';
import { type DraftPlace, forgetDraft, recallDraft } from './localDraft.ts';
import { sameMeaning } from './merge.ts';
import type { EntrySubject } from './subject.ts';

/** Offers what this person left unsent on this machine, until they take it or throw it away. */
export function RestoreDraft(props: {
  keeper: EntryKeeper;
  place: DraftPlace;
  subject: EntrySubject;
}): ReactElement | null {
  const { keeper, place, subject } = props;
  const { draft: words } = useMessages().readings;
  const { dateTime } = useFormat();
  const [left, setLeft] = useState(() => {
    const draft = recallDraft(place);
    const { typed } = keeper.snapshot();
    return draft === null || sameMeaning(subject, draft.typed, typed) ? null : draft;
  });
  if (left === null) return null;
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.body(dateTime(left.at))}</p>
      <div className={styles['actions']}>
        <Button
          variant="primary"
          onClick={() => {
            setLeft(null);
            keeper.restore(left);
          }}
        >
          {words.restore}
        </Button>
        <Button
          onClick={() => {
            setLeft(null);
            forgetDraft(place);
          }}
        >
          {words.discard}
        </Button>
      </div>
    </Notice>
  );
}
