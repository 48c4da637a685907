import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  getNamedList,
  type ListEntry,
  type ListSubject,
  type NamedList,
  saveNamedList,
} from '../../shared/lists.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { call, query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import { useToast } from '../ui/Toast.tsx';
import { EditableList } from './EditableList.tsx';
import { ReadOnlyList } from './ReadOnlyList.tsx';

/** A copy of a list that is changed for a request: nothing of it is saved here. */
export interface ListDraft {
  /** As it was left the last time; null: it was not changed yet. */
  readonly entries: readonly ListEntry[] | null;
  /** @param list as it stands, which the copy was made from */
  readonly onTake: (entries: ListEntry[], list: NamedList) => void;
}

/**
 * One list over the page: a table to be changed by those who may, to be read by the others; or a copy
 * to be changed for a request.
 */
export function ListEditor(props: {
  planId: string;
  year: number;
  of: ListSubject;
  subjectId: string;
  draft?: ListDraft;
  onClose: () => void;
}): ReactElement {
  const { planId, year, of, subjectId, draft, onClose } = props;
  const messages = useMessages();
  const words = messages.lists;
  const name = useName();
  const save = useSaving();
  const [changed, setChanged] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const params = { planId, year: String(year), of, subjectId };
  // Never what an earlier opening read: somebody else may have saved it since.
  const result = useQuery({ ...query(getNamedList, { params }), gcTime: 0, staleTime: 0 });
  const close = () => {
    if (changed) setLeaving(true);
    else onClose();
  };
  return (
    <Dialog
      isOpen
      extraWide
      title={result.data === undefined ? words.title : words.heading(name(result.data), year)}
      onClose={close}
    >
      <Loaded result={result}>
        {(list) =>
          list.editable || changed || draft !== undefined ? (
            <EditableList
              // A newer version, read again, is another list to edit.
              key={list.version}
              list={draft === undefined ? list : copyOf(list, draft)}
              keeping={
                draft === undefined
                  ? {
                      lead: words.lead,
                      action: words.save,
                      pending: words.saving,
                      keep: (entries) => save(params, list.version, entries),
                    }
                  : {
                      lead: words.leadDraft,
                      action: words.takeDraft,
                      pending: words.takeDraft,
                      keep: async (entries) => draft.onTake(entries, list),
                    }
              }
              onChanged={setChanged}
              onReread={() => {
                setChanged(false);
                void result.refetch();
              }}
              onClose={close}
              onSaved={onClose}
            />
          ) : (
            <ReadOnlyList list={list} onClose={onClose} />
          )
        }
      </Loaded>
      <Dialog
        mustAnswer
        isOpen={leaving}
        title={words.leaveTitle}
        onClose={() => setLeaving(false)}
      >
        <p>{words.leaveBody}</p>
        <DialogActions>
          <Button onClick={onClose}>{words.leave}</Button>
          <Button variant="primary" onClick={() => setLeaving(false)}>
            {words.stay}
          </Button>
        </DialogActions>
      </Dialog>
    </Dialog>
  );
}

/** What an earlier year had is of no use for a year that is closed. */
function copyOf(list: NamedList, { entries }: ListDraft): NamedList {
  return { ...list, entries: [...(entries ?? list.entries)], previous: null };
}

type Params = Readonly<Record<'planId' | 'year' | 'subjectId', string>> & {
  readonly of: ListSubject;
};

/** Saves a list on the version that was read, and says what it counts. */
function useSaving(): (params: Params, version: number, entries: ListEntry[]) => Promise<void> {
  const words = useMessages().lists;
  const format = useFormat();
  const pick = usePick();
  const toast = useToast();
  return async (params, version, entries) => {
    const saved = await call(saveNamedList, { params, body: { entries } }, { version });
    const unit = pick(saved.unitZh ?? '', saved.unitEn === null ? '' : ` ${saved.unitEn}`);
    toast(words.saved(`${plainNumber(format, saved.counted)}${unit}`));
  };
}
