import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { getNamedList, type ListSubject } from '../../shared/lists.ts';
import { useMessages, useName } from '../app/language.tsx';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { EditableList } from './EditableList.tsx';
import { ReadOnlyList } from './ReadOnlyList.tsx';

/** One list over the page: a table to be changed by those who may, to be read by the others. */
export function ListEditor(props: {
  planId: string;
  year: number;
  of: ListSubject;
  subjectId: string;
  onClose: () => void;
}): ReactElement {
  const { planId, year, of, subjectId, onClose } = props;
  const messages = useMessages();
  const words = messages.lists;
  const name = useName();
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
          list.editable || changed ? (
            <EditableList
              // A newer version, read again, is another list to edit.
              key={list.version}
              list={list}
              params={params}
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
