import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';

/** Leaving sends what is unsent first; only where that fails the reader is asked. */
export function UnsentGuard(props: {
  unsent: boolean;
  /** Asked at the very last moment, when nothing can be drawn any more. */
  isUnsent: () => boolean;
  /** @returns whether the server has everything now */
  save: () => Promise<boolean>;
}): ReactElement | null {
  const { unsent, isUnsent, save } = props;
  const { leave: words } = useMessages().readings;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => !(await save()),
    enableBeforeUnload: isUnsent,
    disabled: !unsent,
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
