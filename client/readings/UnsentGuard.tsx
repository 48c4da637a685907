import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import type { EntryKeeper, EntryState } from './EntryKeeper.ts';

/** Leaving sends what is unsent first; only where that fails the reader is asked. */
export function UnsentGuard(props: {
  keeper: EntryKeeper;
  state: EntryState;
}): ReactElement | null {
  const { keeper, state } = props;
  const { leave: words } = useMessages().readings;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => !(await keeper.save()),
    enableBeforeUnload: () => keeper.snapshot().unsent,
    disabled: !state.unsent,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog mustAnswer isOpen title={words.title} onClose={reset}>
      <p>{words.body}</p>
      <DialogActions>
        <Button onClick={proceed}>{words.leave}</Button>
        <Button variant="primary" onClick={reset}>
          {words.stay}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
