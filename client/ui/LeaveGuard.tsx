import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from './Button.tsx';
import { Dialog, DialogActions } from './Dialog.tsx';

/** While `active`, leaving the page asks first: something typed is saved nowhere. */
export function LeaveGuard(props: { active: boolean }): ReactElement | null {
  const { unsaved } = useMessages().app;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: () => props.active,
    disabled: !props.active,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog mustAnswer isOpen title={unsaved.title} onClose={reset}>
      <p>{unsaved.body}</p>
      <DialogActions>
        <Button onClick={proceed}>{unsaved.leave}</Button>
        <Button variant="primary" onClick={reset}>
          {unsaved.stay}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
