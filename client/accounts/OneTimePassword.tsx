import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import styles from './accounts.module.css';

/**
 * A one-time password, shown once. A press selects all of it for copying: the clipboard interface of
 * browsers does not exist on plain http.
 */
export function OneTimePassword(props: {
  name: string;
  password: string;
  onClose: () => void;
}): ReactElement {
  const { users: words } = useMessages().accounts;
  return (
    <Dialog mustAnswer isOpen title={words.oneTimeTitle} onClose={props.onClose}>
      <p>{words.oneTimeBody(props.name)}</p>
      <input
        readOnly
        className={styles['secret']}
        aria-label={words.oneTimeLabel}
        value={props.password}
        onFocus={(event) => event.target.select()}
        onClick={(event) => event.currentTarget.select()}
      />
      <DialogActions>
        <Button variant="primary" onClick={props.onClose}>
          {words.handed}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
